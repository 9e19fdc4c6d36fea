"""What became of a build: of each file and of all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kg.ingest.work import PRINTED, FileResult


class Fate(StrEnum):
    """What became of one file."""

    STORED = "stored"
    #: stored, although it lacks something that every such report has
    INCOMPLETE = "stored, incomplete"
    #: read before, by this program, from the same bytes
    UNCHANGED = "unchanged"
    #: stored although it violates a shape
    KEPT_INVALID = "stored, invalid"
    #: violates a shape, and was not stored; what was stored of it before was taken out
    LEFT_OUT = "left out"
    #: the same bytes as another file
    DUPLICATE = "duplicate"
    #: cannot be read; what was stored of it before was taken out
    UNREADABLE = "not read"


#: What a person should look at.
LOOK_AT = {Fate.INCOMPLETE, Fate.KEPT_INVALID, Fate.LEFT_OUT, Fate.UNREADABLE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole build."""

    #: every file with its fate, sorted by path
    files: tuple[tuple[Path, Fate], ...]
    #: results of the files that were read in this build, sorted by path
    results: tuple[FileResult, ...]
    #: one line each, naming the file and what to do; empty if all is well
    complaints: tuple[str, ...]
    #: one line each on what is not wrong, but worth a line
    remarks: tuple[str, ...] = ()
    #: files that a person should look at, unchanged ones included: path, and what it is
    look_at: tuple[tuple[Path, str], ...] = ()
    #: reports in the store by family, after the build
    families: Counter[str] = field(default_factory=Counter)
    #: judgements, recommendations, ... in the store, after the build
    totals: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def stored(self) -> tuple[FileResult, ...]:
        """The results that went into the store in this build."""
        fates = dict(self.files)
        kept = (Fate.STORED, Fate.INCOMPLETE, Fate.KEPT_INVALID)
        return tuple(result for result in self.results if fates.get(result.path) in kept)


def summary(outcome: Outcome) -> str:
    """What the build did and what the store holds now, in a few aligned lines."""
    fates = Counter(fate for _, fate in outcome.files)
    count = len(outcome.files)
    lines = [
        f"{count} file{'' if count == 1 else 's'} in {outcome.seconds:.1f} s: " + _fates(fates)
    ]
    if count and fates[Fate.UNCHANGED] == count:
        lines[0] += "; nothing to do"
    lines.append("")
    lines.append("the store holds")
    rows = [(family or "(no known family)", n) for family, n in sorted(outcome.families.items())]
    rows += [
        (name, n) for name, n in sorted(outcome.totals.items()) if not name.startswith(PRINTED)
    ]
    width = max((len(name) for name, _ in rows), default=0)
    lines += [f"  {name:<{width}}  {n:>7,}" for name, n in rows]
    doubts = Counter(code.notation for result in outcome.stored() for code, _ in result.problems)
    if doubts:
        lines += ["", "looked for and not found (kg query problems lists them)"]
        wide = max(len(code) for code in doubts)
        lines += [f"  {code:<{wide}}  {n:>5,}" for code, n in sorted(doubts.items())]
    if outcome.look_at:
        lines += ["", _to_look_at(Counter(what for _, what in outcome.look_at))]
    return "\n".join(lines) + "\n"


def _to_look_at(kinds: Counter[str]) -> str:
    """``3 reports to look at: 1 not read, 2 incomplete``"""
    count = kinds.total()
    said = ", ".join(f"{number} {what}" for what, number in sorted(kinds.items()))
    asked = " (kg query problems" + ("; kg validate)" if "invalid" in kinds else ")")
    return f"{count} report{'' if count == 1 else 's'} to look at: {said}{asked}"


def _fates(fates: Counter[Fate]) -> str:
    return ", ".join(f"{fates[fate]} {fate}" for fate in Fate if fates[fate]) or "none"
