"""Recommendations, areas for improvement, priority actions, what needs to improve.

The outline says which parts of a report are lists of what (its profile's ``items``); here their
items become recommendations, complete to the last word.  A family's profile says in its table
``[improvements]`` how the items are printed::

    items = "bullets"            "bullets", "numbers-or-bullets", or "rows" of a table
    lead_in = [...]              what is said before a list and is no item
    nothing = [...]              sentences that say that there is nothing to do
    row_start = [...]            how a row of a table of one column begins
    paragraphs = true            if no list of the report has a bullet, each paragraph is an item
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.documents import Block, Document
from kg.knowledge import Knowledge
from kg.knowledge.choices import ListForm
from kg.knowledge.sectionkinds import Trait
from kg.reports.listitems import Item, read_items, read_paragraphs, read_rows
from kg.reports.model import Kind, Problem, Recommendation, Timescale
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.reports.timescales import timescale

#: "(paragraphs 19, 20)", "(Para 7)", "(page 12, paragraph 17)", "(paragraphs 111-131)".
REFERENCE = re.compile(
    r"\(\s*(?:page\s+\d+,?\s*)?para(?:graph)?s?\.?\s*"
    r"(?P<numbers>\d+(?:\s*(?:,|and|&|to|-|\u2013|\u2212)\s*(?:para(?:graph)?s?\s*)?\d+)*)\s*\)",
    re.I,
)
#: A numbered item that is only a heading over bullets: few words, and no sentence.
HEADING_WORDS = 8


def read_recommendations(
    document: Document,
    profile: Profile,
    parts: Sequence[Part],
    knowledge: Knowledge,
    *,
    published: date | None,
    fieldwork_end: date | None,
) -> tuple[tuple[Recommendation, ...], tuple[Problem, ...]]:
    """The items of all improvement lists in reading order."""
    found: list[Recommendation] = []
    for part, group, body, item in _all_items(document, profile, parts):
        text = _item_text(document, item)
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
    problems = []
    if any(part.items for part in parts) and not found:
        problems.append(
            Problem("empty-list", "there is a heading for improvements, but no item under it")
        )
    return tuple(found), tuple(problems)


def _all_items(
    document: Document, profile: Profile, parts: Sequence[Part]
) -> Iterator[tuple[Part, str | None, str | None, Item]]:
    """Each item with its part, the heading inside the list it stands under, and the body named."""
    form = profile.improvements
    listed = [block for p in parts if p.items for block in document.blocks[p.first : p.last]]
    any_bullets = any(block.bullet for block in listed) or not form.paragraphs
    for part in parts:
        if part.items is None:
            continue
        topic = part.text if part.topic and Trait.TIMESCALE not in part.traits else None
        if form.items is ListForm.ROWS:
            rows = read_rows(document, part, form.row_start)
            for body, item in rows:
                yield part, topic, body, item
            continue
        items = read_items(document, part, form.items is not ListForm.BULLETS, form.lead_in)
        if not any_bullets:
            items = read_paragraphs(document, part)
        for group, item in _grouped(document, items):
            if not any(pattern.search(_item_text(document, item)) for pattern in form.nothing):
                yield part, group or item.group or topic, None, item


def _grouped(document: Document, items: Sequence[Item]) -> Iterator[tuple[str | None, Item]]:
    """The items; one that is only a heading over bullets gives its bullets instead."""
    for item in items:
        own = _words(document, item.own)
        heading = item.number and len(own.split()) <= HEADING_WORDS and own[-1:].isalpha()
        if heading and len(item.parts) > 1:
            for blocks in item.parts:
                yield own, Item(None, blocks)
        else:
            yield None, item


def _item_text(document: Document, item: Item) -> str:
    """The item's words; sub-items joined by "; ", a lead-in and its first part by a space."""
    text = _words(document, item.own)
    for index, part in enumerate(item.parts):
        words = _words(document, part)
        glue = " " if text[-1:] in ";:" or (index == 0 and text[-1:] in "\u2013-") else "; "
        text += glue + words
    return text


def _words(document: Document, blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(document.text[b.body : b.end].split()) for b in blocks)


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
