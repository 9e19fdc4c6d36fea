"""Namings of earlier inspections: which are earlier, and which are of one inspection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.knowledge.inspections import InspectionTrait
from kg.language.inspections import GENERIC, Reference
from kg.text.partialdate import PartialDate


@dataclass(frozen=True, slots=True)
class TwoDates:
    """Two namings that are taken for one inspection, though they give it different months."""

    taken: Reference
    other: Reference


def is_earlier(mention: Reference, begins: date | None) -> bool:
    """Whether a date is before the fieldwork, as far as it is printed."""
    if begins is None or mention.when is None:
        return True
    if mention.when == PartialDate(begins.year):
        return InspectionTrait.FULL not in mention.kind.traits
    return mention.when.last_day < begins


def merged(mentions: Sequence[Reference]) -> tuple[list[Reference], list[TwoDates]]:
    """One mention for each inspection (and each thing graded, where a sentence gives two).

    One without a date is of the inspection that another mention of its kind gives a date for, if
    there is any.  The second value says where two dates were taken for those of one inspection:
    the months of its fieldwork and of its publication.
    """
    kept: list[Reference] = []
    differing: list[TwoDates] = []
    # the most precise first, those of a narrower kind before the others
    for each in sorted(mentions, key=lambda m: (-_precision(m), -len(m.kind.broader), m.start)):
        same = next((i for i, other in enumerate(kept) if _same(other, each)), None)
        if same is None:
            kept.append(each)
            continue
        if _differ(kept[same], each):
            differing.append(TwoDates(kept[same], each))
        if kept[same].grade is None and each.grade is not None:
            kept[same] = _graded(kept[same], each)
    return sorted(kept, key=lambda m: m.start), differing


def _precision(mention: Reference) -> int:
    return mention.when.precision if mention.when else 0


def _graded(one: Reference, other: Reference) -> Reference:
    """One naming with the grade of another, at the place of the other if its date is as good."""
    if other.when is None and one.when is not None and not _same_words(one, other):
        # which of several inspections was the last is not said
        return one
    if _precision(one) > _precision(other):
        return replace(one, grade=other.grade)
    return replace(one, grade=other.grade, start=other.start, end=other.end, begins=other.begins)


def _same_words(one: Reference, other: Reference) -> bool:
    """Whether both are called the same, and the grade of ``other`` says what it is of."""
    named = other.grade is not None and other.grade.subject is not None
    return named and one.what.lower() == other.what.lower()


def _same(one: Reference, other: Reference) -> bool:
    kinds = (one.kind.notation, *one.kind.broader), (other.kind.notation, *other.kind.broader)
    if one.kind.notation not in kinds[1] and other.kind.notation not in kinds[0]:
        return False
    if one.when and other.when and not other.when.holds(one.when) and not _near(one, other):
        return False
    # two grades of one sentence are two
    return (one.start, one.begins) != (other.start, other.begins) or one.grade == other.grade


def _near(one: Reference, other: Reference) -> bool:
    """Whether two months may be those of one inspection's fieldwork and publication."""
    if one.when is None or other.when is None or one.begins == other.begins:
        return False
    if one.when.month is None or other.when.month is None:
        return False
    apart = (one.when.year - other.when.year) * 12 + one.when.month - other.when.month
    full = GENERIC in (one.kind.notation, *one.kind.broader)
    return abs(apart) <= (2 if full else 1)


def _differ(one: Reference, other: Reference) -> bool:
    """Whether neither date is the other, or a month or day of it."""
    return not (one.when is None or other.when is None or other.when.holds(one.when))
