"""Recommendations, areas for improvement, priority actions, what needs to improve.

The items of a report's lists become recommendations, complete to the last word, each with its
kind, its addressee, its timescale and the paragraphs that it cites.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.knowledge.sectionkinds import Trait
from kg.reports.doubts import doubt_lists
from kg.reports.lists import item_text, read_lists
from kg.reports.model import Kind, Problem, Recommendation, Timescale
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile

#: "(paragraphs 19, 20)", "(Para 7)", "(page 12, paragraph 17)", "(paragraphs 111-131)".
REFERENCE = re.compile(
    r"\(\s*(?:page\s+\d+,?\s*)?para(?:graph)?s?\.?\s*"
    r"(?P<numbers>\d+(?:\s*(?:,|and|&|to|-|\u2013|\u2212)\s*(?:para(?:graph)?s?\s*)?\d+)*)\s*\)",
    re.I,
)


def read_recommendations(
    document: Document,
    profile: Profile,
    parts: Sequence[Part],
    knowledge: Knowledge,
    *,
    published: date | None,
    fieldwork_end: date | None,
) -> tuple[tuple[Recommendation, ...], tuple[Problem, ...]]:
    """The items of all improvement lists in reading order, and what was not understood of them."""
    form = profile.improvements
    lists = read_lists(document, form, parts)
    found: list[Recommendation] = []
    for part, group, body, item in (each for read in lists for each in read.items):
        text = item_text(document, item)
        found.append(
            Recommendation(
                order=len(found) + 1,
                number=item.number,
                kind=Kind(part.items or ""),
                group=group,
                addressee=part.about,
                addressee_printed=body,
                timescale=_timescale(part, knowledge, published, fieldwork_end),
                text=text,
                references=_references(text),
                quote=quote(document, item.start, item.end),
            )
        )
    return tuple(found), tuple(doubt_lists(document, form, parts, lists))


def _timescale(
    part: Part, knowledge: Knowledge, published: date | None, fieldwork_end: date | None
) -> Timescale | None:
    if Trait.TIMESCALE not in part.traits:
        return None
    return timescale(part.text, knowledge, published, fieldwork_end)


def _references(text: str) -> tuple[int, ...]:
    """The numbers of the paragraphs that an item cites, ranges written out."""
    found: list[int] = []
    for match in REFERENCE.finditer(text):
        pieces = re.split(r"\s*(?:,|and|&)\s*", match["numbers"])
        for piece in pieces:
            numbers = [int(number) for number in re.findall(r"\d+", piece)]
            if len(numbers) == 2 and numbers[0] < numbers[1] < numbers[0] + 200:
                found += range(numbers[0], numbers[1] + 1)
            else:
                found += numbers
    return tuple(dict.fromkeys(found))


def timescale(
    printed: str, knowledge: Knowledge, published: date | None, fieldwork_end: date | None
) -> Timescale:
    """The timescale of a heading such as "Within three months:".

    The due day is counted in calendar months from the publication date, or from the last day of
    fieldwork where none is printed; there is none if the words are in no vocabulary.
    """
    words = " ".join(printed.split()).rstrip(" :.")
    known = knowledge.timescale(words)
    counted_from, start = ("published", published) if published else ("fieldwork", fieldwork_end)
    if known is None or start is None:
        return Timescale(words, known.notation if known else None, None, None)
    return Timescale(words, known.notation, add_months(start, known.months), counted_from)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last day if it has no such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
