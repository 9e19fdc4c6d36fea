"""The files of which no report is stored: the store says why, as of all other problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.ingest import limits
from kg.ingest.acceptance import faults
from kg.ingest.work import FileResult

if TYPE_CHECKING:
    from kg.reports.model import Problem
    from kg.store import Entry, Writer


def store_why(writer: Writer, result: FileResult, source: str, mark: str) -> None:
    """Put in, in place of a report, why a file has none.

    ``source`` is where it lies, ``mark`` the build's fingerprint.  Such a file is read anew by
    each build, but for one that takes more than a file may: see `still_beyond`.
    """
    from kg.documents import name_of
    from kg.namespaces import NOT_STORED
    from kg.rdf import not_stored_graph, not_stored_quads

    name, sha256 = name_of(result.path), result.sha256
    graph = not_stored_graph(name, sha256)
    writer.put(
        f"not-stored_{graph.removeprefix(NOT_STORED)}",
        not_stored_quads(name, sha256, list(_why(result))),
        graph=graph,
        source=source,
        sha256=sha256,
        fingerprint=_within(mark) if result.beyond else "",
        failure=result.failure,
    )


def still_beyond(entry: Entry, sha256: str, mark: str) -> bool:
    """Whether a file would again take more than it may: neither it, nor what reads it, nor what it
    may take has changed.
    """
    return is_not_stored(entry) and (entry.sha256, entry.fingerprint) == (sha256, _within(mark))


def _within(mark: str) -> str:
    return f"{mark} within {limits.SECONDS:g} s and {limits.MEMORY} bytes"


def is_not_stored(entry: Entry) -> bool:
    """Whether a record says of a file only why no report of it is stored."""
    from kg.namespaces import NOT_STORED

    return entry.graph.startswith(NOT_STORED)


def _why(result: FileResult) -> Iterator[Problem]:
    """That the file could not be read, or each fault of its report, and its other problems."""
    from kg.reports.model import Problem
    from kg.validation import describe

    if result.failure:
        yield Problem("not-read", f"the file {result.failure}")
    for fault in faults(result):
        yield Problem("left-out", describe(fault), fault.page, fault.quote or None)
    for _, problem in result.problems:
        yield problem
