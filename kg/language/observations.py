"""Figures with what they measure, the day they are of, and what they are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.knowledge.measures import Measure
from kg.language.figures import COUNT, PERCENT, Figure, find_figures
from kg.language.months import PrintedDate, find_dates

#: A sentence of a bullet.
SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\d|\w))+(?:\.|\n|$)")
#: A clause that parts a figure from what it counts ("150, of whom 53 live away, live with ...").
INSERTED = re.compile(r",\s+of\s+whom\s[^,;.]{3,80},(?=\s+lived?\b)", re.I)
#: Words before a figure that make it an earlier one, another area's, or the national one.
EARLIER = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|similar\s+to|same\s+as|than|against|on)\s+"
    r"(?:(?:the|a|an|figure|total|number|rate|of|just|over|approximately)\s+)*$",
    re.I,
)
NATIONAL = re.compile(
    r"\b(?:national(?:ly)?|England|English\s+average|country\s+as\s+a\s+whole)\b[^()]{0,60}$", re.I
)
NATIONAL_AFTER = re.compile(
    r"[^.;\d(]{0,40}\b(?:nationally|national|in\s+(?:the\s+)?(?:country|England)|for\s+England)\b",
    re.I,
)
ELSEWHERE = re.compile(
    r"\b(?:regional(?:ly)?|region|neighbours?|similar|comparator|London|(?:North|South)\s+(?:East|West)|"
    r"Midlands|county|city-wide|other\s+authorities)\b",
    re.I,
)
ELSEWHERE_AFTER = re.compile(
    r"\s*\)?\s+(?:for|in|across|of)\s+(?:the\s+)?(?:region|London|statistical|similar|"
    r"(?:North|South)\s+(?:East|West)|(?:East|West)\s+Midlands)",
    re.I,
)
COMPARED = re.compile(r"\b(?:compared|than|against|comparison|whereas|while)\b", re.I)
#: The day of a figure: "At 31 March 2015", or the date that opens the bullet.
OF_DAY = re.compile(
    r"(?:\b(?:at|as\s+of|on|in|at\s+the\s+end\s+of|by)\s+(?:the\s+end\s+of\s+)?|^\W*)$", re.I
)
#: A rate in brackets is of the count before it.
IN_BRACKETS = re.compile(
    r"[^.;,()]{0,40}\(\s*(?:or\s+|a\s+rate\s+of\s+|rate\s+of\s+|[a-z\s]{0,30})?$", re.I
)


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure with its measure; offsets are those of the text that was searched."""

    start: int
    end: int
    measure: Measure
    value: float
    unit: str
    when: str | None
    comparison: str | None


@dataclass(frozen=True, slots=True)
class State:
    """What a bullet leaves to those under it: its measure, and its day."""

    measure: Measure | None = None
    when: str | None = None
    #: notations of all measures told so far, the latest first
    told: tuple[str, ...] = ()


class MeasureFinder:
    """The words of a vocabulary compiled into one pattern."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._told: dict[str, list[tuple[Measure, bool]]] = {}
        for measure in measures:
            for words, before in ((measure.behind, False), (measure.before, True)):
                for phrase in words:
                    self._told.setdefault(_plain(phrase), []).append((measure, before))
        phrases = sorted(self._told, key=len, reverse=True)
        # in lower case, and without \b or groups in front, which would make the search slow
        self._any = re.compile(f"(?:{'|'.join(map(_loose, phrases))})s?\\b")
        self._gapped = [
            (re.compile(f"{_loose(phrase)}s?"), phrase) for phrase in phrases if "..." in phrase
        ]

    def find(self, text: str, state: State) -> tuple[list[Observation], State]:
        """The figures of a bullet or paragraph, and what it leaves to the next."""
        found: list[Observation] = []
        text = INSERTED.sub(lambda match: " " * len(match[0]), text)
        for sentence in SENTENCE.finditer(text):
            some, state = self._sentence(sentence[0], sentence.start(), state, bool(found))
            found += some
        return found, state

    def _sentence(
        self, text: str, offset: int, state: State, goes_on: bool
    ) -> tuple[list[Observation], State]:
        told = list(self._tell(text, state.told))
        dates = find_dates(text)
        figures = [_Read.of(text, each, dates, place) for place, each in _placed(text)]
        if not told:
            # "This is an increase from 1,475 at 31 March 2015."
            if not goes_on or state.measure is None:
                return [], state
            first = next((n for n, each in enumerate(figures) if each.comparison), len(figures))
            return _observed(figures[first:], state.measure, state.when, offset), state
        day = _day(text, dates)
        when = day if day or told[0].measure.broader == () else state.when
        found: list[Observation] = []
        start = 0
        for place, each in enumerate(told):
            end = told[place + 1].start if place + 1 < len(told) else len(text)
            mine = _mine(figures, each, start, end)
            found += _observed(mine, each.measure, when, offset)
            start = max([each.end, *(one.figure.end for one in mine)])
        names = [name for each in reversed(told) for name in _chain(each.measure)]
        return found, State(told[-1].measure, when, (*names, *state.told))

    def _tell(self, text: str, seen: tuple[str, ...]) -> Iterator[_Told]:
        """The measures that a sentence tells, in order."""
        for match in self._any.finditer(text.lower()):
            if text[match.start() - 1 : match.start()].isalnum():
                continue
            measure, before = self._fitting(self._phrase(match[0]), seen)
            if measure is not None:
                seen = (*_chain(measure), *seen)
                yield _Told(match.start(), match.end(), measure, before)

    def _phrase(self, printed: str) -> str:
        """The phrase of the vocabulary that stands in a text."""
        text = _plain(printed)
        if text in self._told:
            return text
        if text[:-1] in self._told:
            return text[:-1]
        return next(phrase for pattern, phrase in self._gapped if pattern.fullmatch(printed))

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


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure with its comparison, and the day of an earlier one."""

    figure: Figure
    comparison: str | None
    when: str | None

    @classmethod
    def of(
        cls, text: str, figure: Figure, dates: Sequence[PrintedDate], since: tuple[int, int]
    ) -> _Read:
        """``since`` are the ends of the figure before and the start of the one after."""
        before, after = text[since[0] : figure.start], text[figure.end : since[1]]
        if ELSEWHERE.search(before) or ELSEWHERE_AFTER.match(after):
            return cls(figure, "elsewhere", None)
        if NATIONAL.search(before) or (COMPARED.search(before) and NATIONAL_AFTER.match(after)):
            return cls(figure, "national", None)
        if EARLIER.search(before):
            day = next((d.when for d in dates if d.start >= figure.end), None)
            return cls(figure, "earlier", day)
        return cls(figure, None, None)


def _placed(text: str) -> Iterator[tuple[tuple[int, int], Figure]]:
    """The figures of a sentence, each with the end of the last and the start of the next."""
    figures = find_figures(text)
    for place, figure in enumerate(figures):
        before = figures[place - 1].end if place else 0
        after = figures[place + 1].start if place + 1 < len(figures) else len(text)
        yield (before, after), figure


def _mine(figures: Sequence[_Read], told: _Told, start: int, end: int) -> list[_Read]:
    """The figures of a measure between what stands before it and what stands behind."""
    ahead = [each for each in figures if start <= each.figure.start < told.end]
    if told.before:
        # "none of whom": next to the words, or inside them
        ahead = [each for each in ahead if each.figure.end >= told.start - 1]
    behind = [each for each in figures if told.end <= each.figure.start < end]
    plain = [each for each in ahead if each.comparison is None]
    kept: list[_Read] = []
    if not told.before or not any(each.comparison is None for each in behind):
        # the nearest of each unit
        kept = list({each.figure.unit: each for each in plain}.values())
    units = {each.figure.unit for each in kept}
    for each in behind:
        if each.comparison is not None:
            kept.append(each)
        elif each.figure.unit not in units and (told.before or each.figure.unit != COUNT):
            units.add(each.figure.unit)
            kept.append(each)
    return kept


def _observed(
    figures: Sequence[_Read], measure: Measure, when: str | None, offset: int
) -> list[Observation]:
    """The figures whose unit the measure has."""
    found: list[Observation] = []
    comparison: str | None = None
    day: str | None = None
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


def _day(text: str, dates: Sequence[PrintedDate]) -> str | None:
    """The day that the figures of a sentence are of."""
    for date in dates:
        if OF_DAY.search(text, 0, date.start) and not EARLIER.search(text[: date.start]):
            before = text[: date.start]
            if not re.search(r"\bfrom\b[^,;]*$", before):
                return date.until or date.when
    return None


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().replace("\u2019", "'").split())


def _loose(phrase: str) -> str:
    escaped = (
        re.escape(phrase).replace(r"\.\.\.", r"(?:[^.;:\n]|\.(?=\d)){0,80}?").replace(r"\ ", r"\s+")
    )
    return escaped.replace("'", "['\u2019]")
