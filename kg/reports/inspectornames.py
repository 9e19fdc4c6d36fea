"""Lists of inspectors: names with what stands before and behind each, as far as a list goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import Document
from kg.reports.model import Inspector
from kg.reports.outline import quote

#: Characters in which a list of names ends.
REACH = 700

#: What an inspector is called, word by word; none of these is part of a name.
_ROLE = r"""
    (?: (?: H(?:er|is)\sMajesty\W?s\sInspectors? | Inspectors? | Managers?
          | Ofsted | CQC | Care\sQuality\sCommission | (?:S|R)?HMIs? | SCRI | OI | AI
          | Lead | Deputy | Senior | Team | Shadow | Additional | Associate | Contracted | Seconded
          | Designated? | Acting | Regulatory | Inspection | National | Social\sCare | Schools
        ) \b (?:\s\(HMIs?\))? (?:\s\(designated?\))? )
"""
#: A capital letter, with or without an accent.
_CAPITAL = r"(?-i: [A-Z\u00c0-\u00dd\u0100-\u017d] )"
#: One word of a name: "Anne-Marie", "Anna-lise", "O’Neill", "d’Arcy", "J", "J.P.", "Gelé", "St.";
#: not a role's word.
_WORD = rf"""
    (?! {_ROLE} )
    (?: (?: {_CAPITAL}\. )+ (?=\s) | St\.(?=\s) | (?:[dD][\u2019'])? {_CAPITAL} [\w\u2019']* )
    (?: -(?: (?-i: [a-z]) | \s? {_CAPITAL} ) [\w\u2019']* )*
"""
#: A courtesy title, which is no part of a name.
_COURTESY = r"(?: (?:Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Prof|Professor) \.?[ ] )?"
#: Small words inside a family name: "van der Holt", "de la Mare".
_PARTICLE = r"""
    (?-i: de | del | della | der | den | des | di | da | das | dos | du | la | le | van | von | zu
        | ter | ten | te | of | bin | ibn | al | el | ap | y )
"""
#: Two to five words, particles between them.
_NAME = rf"""
    {_COURTESY}
    (?P<name> {_WORD}
      (?: [ ] (?: {_PARTICLE} [ ] ){{0,3}} {_WORD} ){{1,4}} )
"""
NAME = re.compile(_NAME, re.I | re.X)
#: The same, which may go on in the next block.
_OVER_LINES = re.compile(_NAME.replace("[ ]", r"[ \n]"), re.I | re.X)
#: The next label of a list set in one paragraph is no title: "Deputy lead inspector:".
_NO_LABEL = rf"(?! (?: {_ROLE} [ ]? )+ (?: \([^)\n]*\) )? \s* : )"
#: How many are so called: "all of whom are Her Majesty’s Inspectors", "two of Her Majesty’s ...".
_HOW_MANY = r"(?: (?:all|both|two|three|four|five|six) [ ] (?:of [ ])? (?:whom [ ] are [ ])? )?"
#: One or more roles: ", HMI, Ofsted lead inspector", " (Associate Inspector)".
TITLE = re.compile(
    rf"""
    [\s,(\u2013-]* {_HOW_MANY}
    (?P<title> {_NO_LABEL} {_ROLE} (?: [ ,]{{1,3}} {_NO_LABEL} {_ROLE} )* )
    \)? (?: [ ] \([^)\n]{{2,30}}\) )?
    """,
    re.I | re.X,
)
#: The same before a name: "Her Majesty’s Inspectors Jo Marsh and ...", "Shadow inspector: Jo".
TITLE_BEFORE = re.compile(rf"(?: {_ROLE} [\s,:]{{1,3}} )+", re.I | re.X)
#: A label that goes before other names: "Team inspectors (all HMI):".
_LABEL = re.compile(rf"\s* (?: {_ROLE} [ ]? )+ (?: \([^)\n]*\) )? \s* :", re.I | re.X)
#: In a list, "lead inspector Jo Marsh and team inspector Carl Dean".
_LEADS = re.compile(r"(?<!deputy\s)\blead\b", re.I)
#: The same of who does not lead, below or behind who does: "Deputy lead inspector Jo Marsh HMI".
_OTHERS = re.compile(r"\b(?:deputy|team|shadow|additional|associate|seconded)\b", re.I)
#: What parts two names of a list: a comma, "and", a full stop set for a comma, a line end, or,
#: behind a title, nothing.
BETWEEN = re.compile(
    r"\s*[,;&./]\s*(?:(?:and|with)\s+)?|\s+(?:and|with|supported\sby)\s+|\s*\n|\s+", re.I
)
COMMA = re.compile(r"\s*(?:[,;&]|(?:and|with)\b)")
#: What follows a name of a list.
ITEM_END = re.compile(r"\s*(?:[,;&./)\n]|(?:and|with|supported\sby)\b|\Z)")
#: The end of a line, or of the text.
LINE_END = re.compile(r"[ .,;]*(?:\n|\Z)")


def inspectors_at(document: Document, start: int, end: int, role: str) -> Iterator[Inspector]:
    """A list of names with their titles, as far as it goes on: over commas, "and", line ends.

    ``role`` is "lead" or "team"; who is called the lead inspector in the list itself leads.
    """
    text = document.text
    position = last = start
    end = min(end, start + REACH)
    while position < end:
        before = TITLE_BEFORE.match(text, position, end)
        name = _name(document, before.end() if before else position, end, role)
        if name is None:
            return
        title = title_at(text, name.end(), end)
        if position > start and not _goes_on(text, last, name, title, role):
            return
        if before and ":" in before[0] and (role == "lead" or "\n" in text[last : before.end()]):
            return
        printed = title["title"] if title else before[0] if before else ""
        begins = before.start() if before and not title else name.start()
        span = quote(document, begins, title.end("title") if title else name.end())
        called = before[0] if before else ""
        leads = _LEADS.search(called) or (role == "lead" and not _OTHERS.search(called))
        yield Inspector(
            plain_name(name["name"]),
            "lead" if leads else "team",
            plain_name(printed).strip(" ,:"),
            span,
        )
        last = title.end() if title else name.end()
        parted = BETWEEN.match(text, last, end)
        if parted is None or (parted[0] == " " and title is None):
            return
        position = parted.end()


def _name(document: Document, start: int, end: int, role: str) -> re.Match[str] | None:
    """The name at ``start``.

    A lead's ends with its line, for below it any word may stand, unless one more word and then a
    title, or the next label, shows that the name went on over the line.
    """
    text = document.text
    if role != "lead":
        return NAME.match(text, start, end)
    name = _OVER_LINES.match(text, start, end)
    if name and name[0].count("\n") > 1:
        return NAME.match(text, start, end)
    line = NAME.match(text, start, min(document.line_at(start).end, end))
    if name is None or (line and line.end() == name.end()):
        return name
    if line is None:
        line = NAME.match(text, start, end)
    another = NAME.match(text, line.end() + 1, end) if line else None
    follows = title_at(text, name.end(), end) or _LABEL.match(text, name.end(), end)
    return name if follows and not another else line


def title_at(text: str, start: int, end: int) -> re.Match[str] | None:
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


def plain_name(name: str) -> str:
    """A name on one line; a hyphen joins what it stands between."""
    return re.sub(r"-\s", "-", " ".join(name.split()))
