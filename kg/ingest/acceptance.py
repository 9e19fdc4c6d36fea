"""Whether a report that was read may be stored, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.ingest.outcome import Fate
from kg.ingest.work import FileResult

if TYPE_CHECKING:
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
    from kg.validation import Severity

    return [each for each in result.violations if each.severity is Severity.VIOLATION]


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
