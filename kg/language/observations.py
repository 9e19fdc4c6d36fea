"""Figures with what they measure, the day they are of, and what they are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.knowledge.concepts import Measure
from kg.language.figures import COUNT, PERCENT, RATE, ReadFigure, day_of, read_figures
from kg.text.dates import read_dates
from kg.text.partialdate import PartialDate
from kg.text.phrases import PhraseMatcher, comparable
from kg.text.sentences import spans

#: A clause that parts a figure from what it counts ("150, of whom 53 live away, live with ...").
INSERTED = re.compile(r",\s+of\s+whom\s[^,;.]{3,80},(?=\s+lived?\b)", re.I)

#: What a bracket adds to or takes from those counted: "41 live in homes (including schools), of".
BRACKETED = re.compile(r"\(\s*(?:(?:also|not)\s+)?(?:including|excluding|except)\b[^()\d]*\)", re.I)

#: What stands between a number and those of whom it is a part.
PART = re.compile(r"\s+(?:out\s+)?of\s+(?:the|all|our|its|their)\b", re.I)
#: What parts a number from one of a part ("five live there, all of whom live out of the area").
WHOM = re.compile(r"\b(?:whom|which)\b", re.I)
OF_WHOM = re.compile(r",\s+(?:\w+\s+)?of\s+(?:whom|which)\b", re.I)


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure with its measure; offsets are those of the text that was searched."""

    start: int
    end: int
    measure: Measure
    value: float
    unit: str
    when: PartialDate | None
    comparison: str | None


@dataclass(frozen=True, slots=True)
class State:
    """What a bullet leaves to those under it: its measure, and its day."""

    measure: Measure | None = None
    when: PartialDate | None = None
    #: notations of all measures told so far, the latest first
    told: tuple[str, ...] = ()


class MeasureFinder:
    """The figures of a vocabulary's measures."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._told: dict[str, list[tuple[Measure, bool]]] = {}
        for measure in measures:
            for words, before in ((measure.behind, False), (measure.before, True)):
                for phrase in words:
                    self._told.setdefault(comparable(phrase), []).append((measure, before))
        self._phrases = PhraseMatcher(self._told)

    def find(self, text: str, state: State) -> tuple[list[Observation], State]:
        """The figures of a bullet or paragraph, and what it leaves to the next."""
        found: list[Observation] = []
        for aside in (INSERTED, BRACKETED):
            text = aside.sub(lambda match: " " * len(match[0]), text)
        for start, end in spans(text):
            some, state = self._sentence(text[start:end], start, state, bool(found))
            found += some
        return found, state

    def _sentence(
        self, text: str, offset: int, state: State, goes_on: bool
    ) -> tuple[list[Observation], State]:
        dates = read_dates(text)
        figures = read_figures(text, dates)
        told = list(self._tell(text, state.told))
        if _of_others(text, told, figures):
            return [], state
        if not told:
            # "This is an increase from 1,475 at 31 March 2015."
            if not goes_on or state.measure is None:
                return [], state
            first = next((n for n, each in enumerate(figures) if each.comparison), len(figures))
            return _observed(figures[first:], state.measure, state.when, offset), state
        day = day_of(text, dates)
        when = day if day or told[0].measure.broader == () else state.when
        found: list[Observation] = []
        start = 0
        for place, each in enumerate(told):
            behind = told[place + 1] if place + 1 < len(told) else None
            if behind and _of_some(text, each, behind, figures):
                continue
            end = behind.start if behind else len(text)
            mine = [one for one in _mine(figures, each, start, end) if not _part(text, one, each)]
            found += _observed(mine, each.measure, when, offset)
            start = max([each.end, *(one.figure.end for one in mine)])
        names = [name for each in reversed(told) for name in _chain(each.measure)]
        return found, State(told[-1].measure, when, (*names, *state.told))

    def _tell(self, text: str, seen: tuple[str, ...]) -> Iterator[_Told]:
        """The measures that a sentence tells, in order."""
        for match in self._phrases.find(text):
            measure, before = self._fitting(match.phrase, seen)
            if measure is not None:
                seen = (*_chain(measure), *seen)
                yield _Told(match.start, match.end, measure, before)

    def _fitting(self, phrase: str, seen: tuple[str, ...]) -> tuple[Measure | None, bool]:
        """The measure that a phrase tells after those ``seen``: that under the latest of them.

        A measure two steps down ("of whom 35% live outside") stands under the very latest only.
        """
        best: tuple[Measure | None, bool] = (None, False)
        nearest = len(seen)
        for measure, before in self._told[phrase]:
            if not measure.broader:
                return measure, before
            reach = seen[:3] if len(measure.broader) > 1 else seen
            place = reach.index(measure.broader[0]) if measure.broader[0] in reach else nearest
            if place < nearest:
                best, nearest = (measure, before), place
        return best


def _chain(measure: Measure) -> tuple[str, ...]:
    return measure.notation, *measure.broader


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that tell a measure; ``before`` if they stand before its figure."""

    start: int
    end: int
    measure: Measure
    before: bool


def _of_others(text: str, told: Sequence[_Told], figures: Sequence[ReadFigure]) -> bool:
    """Whether a sentence counts people that no measure tells, and then some "of whom".

    "Three live in hostels, of whom two live out" says nothing of all who live out, nor of the
    homes of the bullet before.
    """
    whom = OF_WHOM.search(text)
    if whom is None or any(each.end <= whom.start() for each in told):
        return False
    return any(
        each.figure.unit == COUNT and each.comparison is None and each.figure.end < whom.start()
        for each in figures
    )


def _of_some(text: str, group: _Told, some: _Told, figures: Sequence[ReadFigure]) -> bool:
    """Whether the figure before a group counts some of it: "two children in care live away"."""
    return (
        group.measure.notation in some.measure.broader
        and not some.before
        and WHOM.search(text, group.end, some.end) is None
        and not any(group.end <= each.figure.start < some.end for each in figures)
    )


def _part(text: str, read: ReadFigure, told: _Told) -> bool:
    """Whether a figure counts some of those that a measure counts: "two of the children"."""
    return (
        told.measure.broader == ()
        and read.figure.unit == COUNT
        and PART.match(text, read.figure.end, told.start) is not None
    )


def _mine(figures: Sequence[ReadFigure], told: _Told, start: int, end: int) -> list[ReadFigure]:
    """The figures of a measure between what stands before it and what stands behind."""
    ahead = [each for each in figures if start <= each.figure.start < told.end]
    if told.before:
        # "none of whom": next to the words, or inside them
        ahead = [
            each
            for each in ahead
            if each.figure.end >= told.start - (1 if each.figure.value == 0 else 0)
        ]
    behind = [each for each in figures if told.end <= each.figure.start < end]
    plain = [each for each in ahead if each.comparison is None]
    kept: list[ReadFigure] = []
    if not told.before or not any(each.comparison is None for each in behind):
        # the nearest of each unit
        kept = list({each.figure.unit: each for each in plain}.values())
    units = {each.figure.unit for each in kept}
    for each in behind:
        if each.comparison is not None:
            kept.append(each)
        elif each.figure.unit not in units and (
            each.bracketed
            or each.figure.unit == RATE
            or (not kept and (told.before or each.figure.unit != COUNT))
        ):
            units.add(each.figure.unit)
            kept.append(each)
    return kept


def _observed(
    figures: Sequence[ReadFigure], measure: Measure, when: PartialDate | None, offset: int
) -> list[Observation]:
    """The figures whose unit the measure has."""
    found: list[Observation] = []
    comparison: str | None = None
    day: PartialDate | None = None
    for each in figures:
        figure = each.figure
        unit = figure.unit if figure.unit != COUNT else _counted(measure)
        # "(69 per 10,000 children)" behind an earlier count is earlier too
        if each.comparison is not None or figure.unit in (COUNT, PERCENT):
            comparison, day = each.comparison, each.when
        # there is no national figure of a count
        if comparison == "national" and figure.unit == COUNT:
            continue
        if unit in measure.units and comparison != "elsewhere":
            of = day if comparison == "earlier" else when if comparison is None else None
            start, end = offset + figure.start, offset + figure.end
            found.append(Observation(start, end, measure, figure.value, unit, of, comparison))
    return found


def _counted(measure: Measure) -> str:
    """The unit of a measure's counts."""
    return next((unit for unit in measure.units if unit in ("children", "people", "items")), COUNT)
