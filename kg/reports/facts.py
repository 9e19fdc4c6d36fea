"""The figures that a report gives of its area, as observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.documents import Block, Document
from kg.knowledge.concepts import Measure
from kg.knowledge.sectionkinds import Trait
from kg.language.observations import MeasureFinder, Observation, State
from kg.reports.evidence import Fact
from kg.reports.model import Problem
from kg.reports.outline import Part, quote
from kg.text.dates import DateFault, read_dates

#: A block that is no longer than this (characters) is quoted whole.
SHORT = 420


def read_facts(
    document: Document, parts: Sequence[Part], measures: tuple[Measure, ...]
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The figures of the parts that give figures, in reading order, each of them once.

    The second value says which dates beside them cannot be; a figure has no day then.
    """
    doubts: list[Problem] = []
    finder = _finder(measures)
    found: dict[tuple[object, ...], Fact] = {}
    given: set[tuple[str, str, str | None]] = set()
    for part in parts:
        if Trait.FIGURES not in part.traits:
            continue
        state = State()
        for block in document.blocks[part.first : part.last]:
            text = document.text[block.body : block.end]
            observations, state = finder.find(text, state)
            if observations:
                doubts += _misdated(document, block.body, text)
            for fact in _facts(document, block, observations):
                key = (fact.measure, fact.unit, fact.comparison)
                # a second figure without a day counts some of those that the first counts
                if fact.comparison or fact.when or key not in given:
                    found.setdefault((*key, fact.when), fact)
                given.add(key)
    return tuple(found.values()), tuple(doubts)


def _misdated(document: Document, offset: int, text: str) -> Iterator[Problem]:
    for each in read_dates(text):
        if isinstance(each, DateFault):
            words = " ".join(text[each.start : each.end].split())
            page = document.page_at(offset + each.start)
            message = (
                f"the date {words!r} beside a figure on page {page} cannot be used: {each.why}; "
                "the figure has no day"
            )
            yield Problem(each.code, message, page, words)


@lru_cache(maxsize=4)
def _finder(measures: tuple[Measure, ...]) -> MeasureFinder:
    return MeasureFinder(measures)


def _facts(document: Document, block: Block, observations: Sequence[Observation]) -> Iterator[Fact]:
    for each in observations:
        start, end = block.body, block.end
        if end - start > SHORT:
            start, end = document.sentence_at(block.body + each.start)
        yield Fact(
            measure=each.measure.notation,
            value=each.value,
            unit=each.unit,
            when=each.when,
            comparison=each.comparison,
            quote=quote(document, start, end),
        )
