"""The inspectors that a report names, leads and team, with their titles as printed.

Where they stand, a family's profile says in its table ``[inspectors]`` (`InspectorsForm`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kg.documents import Document, Line
from kg.knowledge.inspectorroles import InspectorPart, InspectorWords
from kg.reports.inspectorforms import InspectorForms, inspector_forms
from kg.reports.inspectornames import inspectors_at, plain_name, title_at
from kg.reports.model import Inspector, Problem
from kg.reports.outline import quote
from kg.reports.profile import Profile
from kg.reports.tabbedrows import tabbed_cells

#: Lines under a heading of ``under``, and blocks under one of ``table``, that are looked at.
UNDER_LINES, TABLE_BLOCKS = 40, 30
#: Blocks at the end of a letter in which its signature stands, if nothing stands before it.
LAST_BLOCKS = 4
#: Characters of a line that are quoted.
QUOTED = 90
SPACE = re.compile(r"[\s,;]*")
#: Names by names of the module.
LEAD, TEAM = InspectorPart.LEAD, InspectorPart.TEAM


def read_inspectors(
    document: Document, profile: Profile | None, front: int, words: InspectorWords
) -> tuple[tuple[Inspector, ...], tuple[Problem, ...]]:
    """The inspectors in the order in which the report gives them, each once, leads first.

    ``front`` is the number of characters in which a cover or the opening of a letter stands.
    With them what is to be said if the family always has a lead and none was found.
    """
    forms = inspector_forms(words)
    if profile is None:
        lines = _front(document, front)
        return _each_once(_labelled(document, lines, (forms.lead,), LEAD, forms)), ()
    found: list[Inspector] = []
    printed = profile.inspectors
    lines = _under(document, printed.under) if printed.under else _front(document, front)
    for part, labels in ((LEAD, printed.lead), (TEAM, printed.team)):
        if labels:
            found += _labelled(document, lines, labels, part, forms)
    for pattern in printed.table:
        found += _table(document, pattern, printed.lead_word, forms)
    if printed.signature:
        found += _signed(document, printed.signature, forms)
    for pattern in printed.prose:
        match = pattern.search(document.text, 0, front)
        if match:
            found += inspectors_at(document, match.start("names"), front, TEAM, forms)
    team = _each_once(found)
    if not printed.lead_always or any(each.role == LEAD for each in team):
        return team, ()
    return team, (_no_lead(document, lines, printed.lead),)


def _no_lead(
    document: Document, lines: Iterable[Line], labels: Sequence[re.Pattern[str]]
) -> Problem:
    """Why a report has no lead inspector: no label, or no name behind it."""
    for line in lines:
        if any(label.match(document.text, line.start) for label in labels):
            start = line.start
            words = document.text[start : start + QUOTED].partition("\n")[0].strip()
            message = (
                f"{words!r} on page {line.page} names no lead inspector that could be read; "
                "look at the page"
            )
            return Problem("no-lead-inspector", message, line.page, words)
    message = (
        "no lead inspector was found, and every report of its family names one: if the report "
        "does, give the name in corrections.csv"
    )
    return Problem("no-lead-inspector", message)


def _front(document: Document, front: int) -> list[Line]:
    return [line for line in document.lines if line.start < front]


def _under(document: Document, headings: Sequence[re.Pattern[str]]) -> list[Line]:
    """The lines under the headings of a team; every line, if there is no such heading."""
    found: list[Line] = []
    for block in document.blocks:
        if any(heading.match(document.text, block.start, block.end) for heading in headings):
            found += document.lines[block.first : block.last + UNDER_LINES]
    return found or list(document.lines)


def _labelled(
    document: Document,
    lines: Iterable[Line],
    labels: Sequence[re.Pattern[str]],
    part: InspectorPart,
    forms: InspectorForms,
) -> Iterator[Inspector]:
    """The names behind each label that stands at a line's start."""
    text = document.text
    for line in lines:
        for label in labels:
            match = label.match(text, line.start)
            if match:
                yield from inspectors_at(document, match.end(), len(text), part, forms)
                break


def _table(
    document: Document,
    heading: re.Pattern[str],
    leads: Sequence[re.Pattern[str]],
    forms: InspectorForms,
) -> Iterator[Inspector]:
    """The people of a team table, each in a cell: who has no title is none of them."""
    text = document.text
    for index, block in enumerate(document.blocks):
        if not heading.match(text, block.start, block.end):
            continue
        first = tabbed_cells(document, block)[0]
        if not heading.fullmatch(text, first.start, first.end):
            continue
        below = document.blocks[index + 1 : index + 1 + TABLE_BLOCKS]
        for cell in (cell for row in below for cell in tabbed_cells(document, row)):
            position = cell.start
            while position < cell.end:
                name = forms.name.match(text, position, cell.end)
                title = title_at(text, name.end(), cell.end, forms) if name else None
                if name is None or title is None:
                    break
                span = quote(document, name.start(), title.end("title"))
                is_lead = any(pattern.search(span.text) for pattern in leads)
                printed = plain_name(title["title"])
                called = plain_name(name["name"])
                yield Inspector(called, LEAD if is_lead else TEAM, printed, span)
                position = _skip(text, title.end())


def _signed(
    document: Document, closings: Sequence[re.Pattern[str]], forms: InspectorForms
) -> Iterator[Inspector]:
    """Who signs a letter: the first name behind the last "Yours sincerely".

    Where no such words stand, the name and title with which the letter ends.
    """
    text = document.text
    for block in reversed(document.blocks):
        match = next(filter(None, (each.match(text, block.start) for each in closings)), None)
        if match:
            start = _skip(text, match.end())
            yield from islice(inspectors_at(document, start, len(text), LEAD, forms), 1)
            return
    for block in document.blocks[-LAST_BLOCKS:]:
        for inspector in islice(inspectors_at(document, block.start, len(text), LEAD, forms), 1):
            if inspector.title and _skip(text, inspector.quote.end) == len(text):
                yield inspector


def _skip(text: str, start: int) -> int:
    """The next offset that holds neither white space nor a comma."""
    space = SPACE.match(text, start)
    return space.end() if space else start


def _each_once(found: Iterable[Inspector]) -> tuple[Inspector, ...]:
    """Leads first; who is named twice stands where he is named first."""
    each: dict[str, Inspector] = {}
    for inspector in sorted(found, key=lambda one: one.role != LEAD):
        each.setdefault(inspector.name.lower(), inspector)
    return tuple(each.values())
