"""The inspectors that a report names, leads and team, with their titles as printed.

A family's profile says in its table ``[inspectors]`` where they stand::

    under = [...]       headings under which the labels stand; without it, the front
    lead = [...]        labels before the lead inspectors' names, at a line's start
    team = [...]        labels before the other inspectors' names
    prose = [...]       patterns with a group ``names``, where a list of names begins (letters)
    signature = [...]   what stands before the name of the lead who signs a letter
    table = [...]       headings of a team table; ``lead_word`` marks the leads in it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kg.documents import Document, Line
from kg.reports.model import Inspector
from kg.reports.outline import quote
from kg.reports.profile import Profile

#: Lines under a heading of ``under``, and blocks under one of ``table``, that are looked at.
UNDER_LINES, TABLE_BLOCKS = 40, 30
#: Characters in which a list of names ends.
REACH = 700

#: What an inspector is called, word by word; none of these is part of a name.
_ROLE = r"""
    (?: H(?:er|is)\sMajesty.s\sInspectors? (?:\s\([A-Z]+\))? | Inspectors? | Managers?
      | Ofsted | CQC | Care\sQuality\sCommission | (?:S|R)?HMIs? | SCRI | OI | AI
      | Lead | Deputy | Senior | Team | Shadow | Additional | Associate | Contracted | Seconded
      | Designated? | Acting | Regulatory | Inspection | National ) \b
"""
#: One word of a name: "Anne-Marie", "O’Neill", "d’Arcy", "J", "Gelé", "St."; not a role's word.
_WORD = rf"""
    (?! {_ROLE} )
    (?: (?-i: [A-Z]\.(?=\s) | St\.(?=\s) | (?:[dD][\u2019'])? [A-Z\u00c0-\u00dd] [\w\u2019']* ) )
    (?: -\s? (?-i: [A-Z\u00c0-\u00dd]) [\w\u2019']* )*
"""
#: Two to five words, a courtesy title before them, a particle between them.
NAME = re.compile(
    rf"""
    (?: (?:Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Professor) \.?[ ] )?
    {_WORD} (?: [ ] (?: (?-i: de | van | von | der | la | le | of ) [ ] )? {_WORD} ){{1,4}}
    """,
    re.I | re.X,
)
#: The next label of a list set in one paragraph is no title: "Deputy lead inspector:".
_NO_LABEL = rf"(?! (?: {_ROLE} [ ]? )+ (?: \([^)\n]*\) )? \s* : )"
#: One or more roles: ", HMI, Ofsted lead inspector", " (Associate Inspector)".
TITLE = re.compile(
    rf"""
    [\s,(\u2013-]* (?P<title> {_NO_LABEL} {_ROLE} (?: [ ,]{{1,3}} {_NO_LABEL} {_ROLE} )* )
    \)? (?: [ ] \([^)\n]{{2,30}}\) )?
    """,
    re.I | re.X,
)
#: The same before a name: "Her Majesty’s Inspectors Jo Marsh and ...", "Shadow inspector: Jo".
TITLE_BEFORE = re.compile(rf"(?: {_ROLE} [\s,:]{{1,3}} )+", re.I | re.X)
#: What parts two names of a list: a comma, "and", a full stop set for a comma, a line end, or,
#: behind a title, nothing.
BETWEEN = re.compile(r"\s*[,;&./]\s*(?:and\s+)?|\s+and\s+|\s*\n|\s+")
COMMA = re.compile(r"\s*(?:[,;&]|and\b)")
#: What follows a name of a list.
ITEM_END = re.compile(r"\s*(?:[,;&./)\n]|and\b|\Z)")
SPACE = re.compile(r"[\s,;]*")
#: The end of a line, or of the text.
LINE_END = re.compile(r"[ .,;]*(?:\n|\Z)")
#: The labels of a report of no known family.
_LEAD = re.compile(r"(?:lead|reporting)\sinspectors?\s?:?\s", re.I)


def read_inspectors(
    document: Document, profile: Profile | None, front: int
) -> tuple[Inspector, ...]:
    """The inspectors in the order in which the report gives them, each once, leads first.

    ``front`` is the number of characters in which a cover or the opening of a letter stands.
    """
    if profile is None:
        return _each_once(_labelled(document, _front(document, front), (_LEAD,), "lead"))
    found: list[Inspector] = []
    printed = profile.inspectors
    lines = _under(document, printed.under) if printed.under else _front(document, front)
    for role, labels in (("lead", printed.lead), ("team", printed.team)):
        if labels:
            found += _labelled(document, lines, labels, role)
    for pattern in printed.table:
        found += _table(document, pattern, printed.lead_word)
    for pattern in printed.signature:
        found += _signed(document, pattern)
    for pattern in printed.prose:
        match = pattern.search(document.text, 0, front)
        if match:
            found += _names(document, match.start("names"), front, "team")
    return _each_once(found)


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
    document: Document, lines: Iterable[Line], labels: Sequence[re.Pattern[str]], role: str
) -> Iterator[Inspector]:
    """The names behind each label that stands at a line's start."""
    for line in lines:
        for label in labels:
            match = label.match(document.text, line.start)
            if match:
                yield from _names(document, match.end(), len(document.text), role)
                break


def _names(document: Document, start: int, end: int, role: str) -> Iterator[Inspector]:
    """A list of names with their titles, as far as it goes on: over commas, "and", line ends."""
    text = document.text
    position = last = start
    end = min(end, start + REACH)
    while position < end:
        before = TITLE_BEFORE.match(text, position, end)
        name = _name(document, before.end() if before else position, end, role)
        if name is None:
            return
        title = _title(text, name.end(), end)
        if position > start and not _goes_on(text, last, name, title, role):
            return
        if before and ":" in before[0] and (role == "lead" or "\n" in text[last : before.end()]):
            return
        printed = title["title"] if title else before[0] if before else ""
        begins = before.start() if before and not title else name.start()
        span = quote(document, begins, title.end("title") if title else name.end())
        yield Inspector(_plain(name[0]), role, _plain(printed).strip(" ,:"), span)
        last = title.end() if title else name.end()
        parted = BETWEEN.match(text, last, end)
        if parted is None or (parted[0] == " " and title is None):
            return
        position = parted.end()


def _name(document: Document, start: int, end: int, role: str) -> re.Match[str] | None:
    """The name at ``start``; a lead's ends with its line, for below it any word may stand."""
    if role == "lead":
        line_end = min(document.line_at(start).end, end)
        name = NAME.match(document.text, start, line_end)
        if name:
            return name
    return NAME.match(document.text, start, end)


def _title(text: str, start: int, end: int) -> re.Match[str] | None:
    """The title behind a name; on the next line only if that line holds nothing else."""
    title = TITLE.match(text, start, end)
    if title and "\n" in text[start : title.end()] and not LINE_END.match(text, title.end()):
        return None
    return title


def _goes_on(
    text: str, last: int, name: re.Match[str], title: re.Match[str] | None, role: str
) -> bool:
    """Whether a name goes on with the list whose last word ended at ``last``.

    It must have a title, or end as an item of a list does.  On a line of its own, with no comma
    before it, it belongs to a list of the team; below a cover's lead inspector, where other
    lines with capitals stand, it must have a title too.
    """
    ends = title.end() if title else name.end()
    if title is None and not ITEM_END.match(text, ends):
        return False
    if "\n" not in text[last : name.start()] or COMMA.match(text, last):
        return True
    return LINE_END.match(text, ends) is not None and (role == "team" or title is not None)


def _table(
    document: Document, heading: re.Pattern[str], leads: Sequence[re.Pattern[str]]
) -> Iterator[Inspector]:
    """The people of a team table, each in a cell: who has no title is none of them."""
    text = document.text
    for index, block in enumerate(document.blocks):
        if not heading.fullmatch(text, block.start, block.end):
            continue
        for cell in document.blocks[index + 1 : index + 1 + TABLE_BLOCKS]:
            position = cell.start
            while position < cell.end:
                name = NAME.match(text, position, cell.end)
                title = TITLE.match(text, name.end(), cell.end) if name else None
                if name is None or title is None:
                    break
                span = quote(document, name.start(), title.end("title"))
                is_lead = any(pattern.search(span.text) for pattern in leads)
                printed = _plain(title["title"])
                yield Inspector(_plain(name[0]), "lead" if is_lead else "team", printed, span)
                position = _skip(text, title.end())


def _signed(document: Document, pattern: re.Pattern[str]) -> Iterator[Inspector]:
    """Who signs a letter: the first name behind the last "Yours sincerely"."""
    for block in reversed(document.blocks):
        match = pattern.match(document.text, block.start)
        if match:
            start = _skip(document.text, match.end())
            yield from islice(_names(document, start, len(document.text), "lead"), 1)
            return


def _skip(text: str, start: int) -> int:
    """The next offset that holds neither white space nor a comma."""
    space = SPACE.match(text, start)
    return space.end() if space else start


def _plain(name: str) -> str:
    """A name on one line; a hyphen joins what it stands between."""
    return re.sub(r"-\s", "-", " ".join(name.split()))


def _each_once(found: Iterable[Inspector]) -> tuple[Inspector, ...]:
    """Leads first; who is named twice stands where he is named first."""
    each: dict[str, Inspector] = {}
    for inspector in sorted(found, key=lambda one: one.role != "lead"):
        each.setdefault(inspector.name.lower(), inspector)
    return tuple(each.values())
