"""Records read for the tables: what each gives, in processes where there are many."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.record import Record
from kg.corpus.reportrows import ReportRows, report_rows
from kg.corpus.schema import OWNED, tables
from kg.corpus.vocabulary import Row, Vocabulary
from kg.store import content_of, graph_of
from kg.store.processes import serve_parent, server_context, without_main

#: Fewer records than this are read in one process; so many are given to one at a time.
FEW, TOGETHER = 40, 8
#: What a process that reads records imports, once for all of them.
PRELOADED = ["kg.corpus.recordreading"]


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """A record and, of a report, its clean text."""

    record: Path
    text: Path | None = None


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """What one record gives: its rows, and the pages of its text.

    ``graph`` is the IRI of its graph, ``digests`` are the SHA-256 of its statements and of its
    text ("" if there is none).
    """

    graph: str
    digests: tuple[str, str]
    rows: ReportRows
    report: str | None
    pages: tuple[str, ...]

    def sources(self) -> set[str | None]:
        """The sources of its rows; None for a row that names none."""
        return {
            row[tables()[name].columns.index("source")]  # type: ignore[misc]
            for name, made in self.rows.rows.items()
            if OWNED.get(name) == "source"
            for row in made
        }

    def inner_rows(self) -> dict[str, list[Row]]:
        """Its rows of the tables that no question answers."""
        sources = sorted(self.sources(), key=str) or [None]
        return {
            "pages": [(self.report, at, text) for at, text in enumerate(self.pages, 1)]
            if self.report
            else [],
            "kinds": sorted({(self.graph, body.iri, body.type) for body in self.rows.bodies}),
            "records": [(self.graph, *self.digests, source, self.report) for source in sources],
        }


def sha256(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_record(files: RecordFiles, known: Vocabulary) -> ReadRecord:
    """What one record gives.  Raises `StoreError` if it is damaged."""
    content = content_of(files.record)
    text = content_of(files.text) if files.text else b""
    record = Record(content)
    return ReadRecord(
        graph_of(content),
        (sha256(content), sha256(text) if files.text else ""),
        report_rows(record, known),
        next((one for one, _ in record.of_class("Report")), None),
        tuple(text.decode().split("\f")) if files.text else (),
    )


def read_records(
    sources: Sequence[RecordFiles], known: Vocabulary, workers: int = 0
) -> Iterator[ReadRecord]:
    """What the records give, in their order.  Raises `OSError` if a process is ended."""
    workers = workers or (min(os.cpu_count() or 1, 8) if len(sources) >= FEW else 1)
    if workers == 1:
        yield from (read_record(source, known) for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = server_context(PRELOADED)
    try:
        with ProcessPoolExecutor(
            workers, mp_context=context, initializer=_begin, initargs=(known,)
        ) as pool:
            with without_main():
                parts = [
                    pool.submit(_read_with_known, sources[start : start + TOGETHER])
                    for start in range(0, len(sources), TOGETHER)
                ]
            for part in parts:
                yield from part.result()
    except BrokenProcessPool as error:
        raise OSError("a process that made the tables was ended") from error


_KNOWN = Vocabulary()


def _begin(known: Vocabulary) -> None:
    """Each process is told once what all reports share."""
    global _KNOWN
    serve_parent()
    _KNOWN = known


def _read_with_known(sources: Sequence[RecordFiles]) -> list[ReadRecord]:
    return [read_record(source, _KNOWN) for source in sources]
