"""Whether a report that was read may be stored, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.ingest import limits
from kg.ingest.outcome import Fate
from kg.ingest.work import FileResult

if TYPE_CHECKING:
    from kg.reports.model import Problem
    from kg.store import Entry, Writer
    from kg.validation import Violation

#: Of one report that is left out, so many faults are said.
FAULTS_SHOWN = 2
#: The fates of reports that go into the store.
STORED = {Fate.STORED, Fate.INCOMPLETE, Fate.KEPT_INVALID}


def fate_of(result: FileResult, *, keep_invalid: bool) -> Fate:
    """What becomes of a file that was read, or could not be."""
    if result.failure:
        return Fate.UNREADABLE
    if faults(result):
        return Fate.KEPT_INVALID if keep_invalid else Fate.LEFT_OUT
    return Fate.INCOMPLETE if result.incomplete else Fate.STORED


def faults(result: FileResult) -> list[Violation]:
    """How a report contradicts itself, or what a report may be."""
    from kg.validation.rules import keeps_out

    return [each for each in result.violations if keeps_out(each)]


def doubts(result: FileResult) -> list[str]:
    """A line on each rule that a report breaks, and for which it is stored all the same."""
    from kg.validation import describe
    from kg.validation.rules import RULES, keeps_out

    return [
        f"{result.path}: stored, and in doubt: {describe(each)}"
        for each in result.violations
        if each.shape.startswith(RULES) and not keeps_out(each)
    ]


def complaints(result: FileResult, fate: Fate) -> list[str]:
    """One line each on what is wrong with a file: why it was not stored, or what it lacks."""
    from kg.validation import describe

    if fate is Fate.UNREADABLE:
        return [f"{result.path}: {result.failure}"]
    found = faults(result)
    if fate is Fate.KEPT_INVALID:
        return [f"{result.path}: {describe(fault)}" for fault in found]
    if fate is Fate.LEFT_OUT:
        lines = [
            f"{result.path}: left out of the store: {describe(fault)}"
            for fault in found[:FAULTS_SHOWN]
        ]
        if len(found) > FAULTS_SHOWN:
            lines.append(
                f"{result.path}: and {len(found) - FAULTS_SHOWN} more faults; to see them all, "
                "build with --keep-invalid and ask kg validate"
            )
        return lines
    return [f"{result.path}: {lacks(result.incomplete)}"] if fate is Fate.INCOMPLETE else []


def lacks(incomplete: Sequence[str]) -> str:
    """``incomplete: authority, overall``: what a stored report lacks."""
    return f"incomplete: {', '.join(incomplete)}"


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
