"""Namings of earlier inspections: which are earlier, and which are of one inspection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.knowledge.inspections import InspectionKind
from kg.language.grades import GivenGrade
from kg.text.partialdate import PartialDate

#: What is of the year of the fieldwork and of one of these kinds is the inspection at hand.
FULL = frozenset({"inspection", "single-inspection", "ilacs"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming with the grade that goes with it."""

    what: str
    kind: InspectionKind
    when: PartialDate
    until: PartialDate | None
    grade: GivenGrade | None
    start: int
    end: int
    #: where the sentence begins
    begins: int


def is_earlier(mention: Mention, begins: date | None) -> bool:
    """Whether a date is before the fieldwork, as far as it is printed."""
    if begins is None:
        return True
    if mention.when == PartialDate(begins.year):
        return mention.kind.notation not in FULL
    return mention.when.last_day < begins


def merged(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention for each inspection (and each thing graded, where a sentence gives two)."""
    kept: list[Mention] = []
    # the most precise first, those of a narrower kind before the others
    for each in sorted(mentions, key=lambda m: (-m.when.precision, -len(m.kind.broader), m.start)):
        same = next((i for i, other in enumerate(kept) if _same(other, each)), None)
        if same is None:
            kept.append(each)
        elif kept[same].grade is None and each.grade is not None:
            kept[same] = _graded(kept[same], each)
    return sorted(kept, key=lambda m: m.start)


def _graded(one: Mention, other: Mention) -> Mention:
    """One naming with the grade of another, at the place of the other if its date is as good."""
    if one.when.precision > other.when.precision:
        return replace(one, grade=other.grade)
    return replace(one, grade=other.grade, start=other.start, end=other.end, begins=other.begins)


def _same(one: Mention, other: Mention) -> bool:
    kinds = (one.kind.notation, *one.kind.broader), (other.kind.notation, *other.kind.broader)
    if one.kind.notation not in kinds[1] and other.kind.notation not in kinds[0]:
        return False
    if not other.when.holds(one.when) and not _near(one, other):
        return False
    # two grades of one sentence are two
    return (one.start, one.begins) != (other.start, other.begins) or one.grade == other.grade


def _near(one: Mention, other: Mention) -> bool:
    """Whether two months may be those of one inspection's fieldwork and publication."""
    one_month, other_month = one.when.month, other.when.month
    if one_month is None or other_month is None or one.begins == other.begins:
        return False
    apart = (one.when.year - other.when.year) * 12 + one_month - other_month
    full = "inspection" in (one.kind.notation, *one.kind.broader)
    return abs(apart) <= (2 if full else 1)
