"""The table at the end of a build."""

from __future__ import annotations

from collections import Counter

from kg.ingest.outcome import Fate, Outcome
from kg.ingest.work import PRINTED


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
