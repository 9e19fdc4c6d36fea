"""Checks every record of a store, in as many processes as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.errors import StoreError
from kg.validation.check import validate_report, validate_vocabulary
from kg.validation.violations import Violation, distinct

#: starting a process costs about as much as checking this many reports
WORTH_A_PROCESS = 20


def validate_store(
    records: Sequence[Path],
    vocabulary: Sequence[str],
    shapes: Path | None = None,
    workers: int | None = None,
    on_record: Callable[[Path], None] | None = None,
) -> tuple[Violation, ...]:
    """What is wrong with each record (an N-Quads file a report) and, once, with the vocabulary.

    ``vocabulary`` holds the N-Triples or N-Quads lines of the whole shared vocabulary,
    ``workers`` the number of processes (one a core if None).  ``on_record`` is called with each
    record once it is checked, in the order of ``records``.

    Raises `StoreError` where a record cannot be read.
    """
    context = tuple(vocabulary)
    found = list(validate_vocabulary(context, shapes))
    results = _results(records, context, shapes, workers or os.cpu_count() or 1)
    for record, violations in zip(records, results, strict=True):
        found.extend(violations)
        if on_record is not None:
            on_record(record)
    return distinct(found)


def validate_record(
    record: Path, context: Sequence[str], shapes: Path | None = None
) -> tuple[Violation, ...]:
    """What is wrong with one record.

    Raises `StoreError` where it cannot be read as N-Quads.
    """
    try:
        lines = record.read_text(encoding="utf-8").split("\n")
        return validate_report(lines, context, shapes)
    except (OSError, UnicodeDecodeError, SyntaxError) as error:
        raise StoreError(
            f"{record}: expected the N-Quads of one report: {error}; build the report again"
        ) from error


def _results(
    records: Sequence[Path], context: tuple[str, ...], shapes: Path | None, workers: int
) -> Iterator[tuple[Violation, ...]]:
    workers = min(workers, len(records) // WORTH_A_PROCESS)
    if workers < 2:
        for record in records:
            yield validate_record(record, context, shapes)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(context, shapes)
    ) as pool:
        yield from pool.map(_work, records, chunksize=4)


#: what a worker process checks with
_given: tuple[tuple[str, ...], Path | None] = ((), None)


def _begin(context: tuple[str, ...], shapes: Path | None) -> None:
    global _given
    _given = (context, shapes)


def _work(record: Path) -> tuple[Violation, ...]:
    context, shapes = _given
    return validate_record(record, context, shapes)
