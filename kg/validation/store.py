"""Checks every record of a store, in as many processes as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.store import content_of
from kg.validation.check import Engine, validate_report, validate_vocabulary
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

    ``vocabulary`` holds the N-Triples or N-Quads lines of the whole shared vocabulary,
    ``workers`` the number of processes (one a core if None).  ``on_record`` is called with each
    record once it is checked, in the order of ``records``.

    Raises `StoreError` where a record cannot be read.
    """
    context = tuple(vocabulary)
    found = list(validate_vocabulary(context, shapes, engine))
    given = Given(context, shapes, engine)
    results = _results(records, given, workers or os.cpu_count() or 1)
    for record, violations in zip(records, results, strict=True):
        found.extend(violations)
        if on_record is not None:
            on_record(record)
    return distinct(found)


def validate_record(record: Path, given: Given) -> tuple[Violation, ...]:
    """What is wrong with one record.

    Raises `StoreError` where it cannot be read as N-Quads.
    """
    try:
        lines = content_of(record).decode().split("\n")
        return validate_report(lines, given.vocabulary, given.shapes, given.engine)
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise StoreError(
            f"{record}: expected the N-Quads of one report: {error}; build the report again"
        ) from error


def _results(
    records: Sequence[Path], given: Given, workers: int
) -> Iterator[tuple[Violation, ...]]:
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


def _work(record: Path) -> tuple[Violation, ...]:
    return validate_record(record, _given)
