"""Checks every record of a store, in as many processes as there are cores, and all together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.store import content_of, text_beside
from kg.validation.check import Engine, summary_of, validate_report, validate_vocabulary
from kg.validation.rules import Summary, across_records
from kg.validation.violations import Violation, distinct

#: starting a process costs about as much as checking this many reports
WORTH_A_PROCESS = {Engine.FAST: 60, Engine.PYSHACL: 5}


@dataclass(frozen=True, slots=True)
class Given:
    """What every record is checked with."""

    vocabulary: tuple[str, ...]
    shapes: Path | None = None
    engine: Engine = Engine.FAST


def validate_store(
    records: Sequence[Path],
    vocabulary: Sequence[str],
    shapes: Path | None = None,
    workers: int | None = None,
    on_record: Callable[[Path], None] | None = None,
    engine: Engine = Engine.FAST,
) -> tuple[Violation, ...]:
    """What is wrong with each record (an N-Quads file a report) and, once, with the vocabulary.

    Where the clean text lies beside a record, and the shapes are the package's own, the rules are
    asked as well: of each record and its text, and of what records say against each other.
    ``vocabulary`` holds the N-Triples or N-Quads lines of the whole shared vocabulary,
    ``workers`` the number of processes (one a core if None).  ``on_record`` is called with each
    record once it is checked, in the order of ``records``.

    Raises `StoreError` where a record cannot be read.
    """
    context = tuple(vocabulary)
    found = list(validate_vocabulary(context, shapes, engine))
    given = Given(context, shapes, engine)
    results = _results(records, given, workers or os.cpu_count() or 1)
    summaries = []
    for record, checked in zip(records, results, strict=True):
        found.extend(checked.violations)
        if checked.summary:
            summaries.append(checked.summary)
        if on_record is not None:
            on_record(record)
    found.extend(across_records(summaries))
    return distinct(found)


@dataclass(frozen=True, slots=True)
class RecordResult:
    """What is wrong with a record, and what it leaves for the comparison with others."""

    violations: tuple[Violation, ...]
    #: None where it is not held against the rules
    summary: Summary | None = None


def validate_record(record: Path, given: Given) -> RecordResult:
    """What is wrong with one record.

    Raises `StoreError` where it cannot be read as N-Quads, or its text not at all.
    """
    try:
        lines = content_of(record).decode().split("\n")
        beside = text_beside(record)
        text = content_of(beside).decode() if beside and given.shapes is None else None
        found = validate_report(lines, given.vocabulary, given.shapes, given.engine, text)
        summary = None if text is None else summary_of(lines, given.vocabulary)
        return RecordResult(found, summary)
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise StoreError(
            f"{record}: expected the N-Quads of one report: {error}; build the report again"
        ) from error


def _results(records: Sequence[Path], given: Given, workers: int) -> Iterator[RecordResult]:
    workers = min(workers, len(records) // WORTH_A_PROCESS[given.engine])
    if workers < 2:
        for record in records:
            yield validate_record(record, given)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(given,)
    ) as pool:
        yield from pool.map(_work, records, chunksize=4)


#: what a worker process checks with
_given = Given(())


def _begin(given: Given) -> None:
    global _given
    _given = given


def _work(record: Path) -> RecordResult:
    return validate_record(record, _given)
