"""Lists of inspectors: names with what stands before and behind each, as far as a list goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import Document
from kg.knowledge.inspectorroles import InspectorPart
from kg.reports.inspectorforms import InspectorForms
from kg.reports.model import Inspector
from kg.reports.outline import quote

#: Characters in which a list of names ends.
REACH = 700

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


def inspectors_at(
    document: Document, start: int, end: int, part: InspectorPart, forms: InspectorForms
) -> Iterator[Inspector]:
    """A list of names with their titles, as far as it goes on: over commas, "and", line ends.

    ``part`` is what the label before the list says; what the list itself says of one of them
    counts before that.
    """
    text = document.text
    position = last = start
    end = min(end, start + REACH)
    leads = part is InspectorPart.LEAD
    while position < end:
        before = forms.title_before.match(text, position, end)
        name = _name(document, before.end() if before else position, end, part, forms)
        if name is None:
            return
        title = title_at(text, name.end(), end, forms)
        if position > start and not _goes_on(text, last, name, title, part):
            return
        if before and ":" in before[0] and (leads or "\n" in text[last : before.end()]):
            return
        printed = title["title"] if title else before[0] if before else ""
        begins = before.start() if before and not title else name.start()
        span = quote(document, begins, title.end("title") if title else name.end())
        called = forms.parts(before[0]) if before else set()
        yield Inspector(
            plain_name(name["name"]),
            _part(called, part),
            plain_name(printed).strip(" ,:"),
            span,
        )
        last = title.end() if title else name.end()
        parted = BETWEEN.match(text, last, end)
        if parted is None or (parted[0] == " " and title is None):
            return
        position = parted.end()


def _part(called: set[InspectorPart], listed: InspectorPart) -> InspectorPart:
    """What an inspector is: by the words before the name if they say it, else by the list."""
    for part in InspectorPart:
        if part in called:
            return part
    return listed


def _name(
    document: Document, start: int, end: int, part: InspectorPart, forms: InspectorForms
) -> re.Match[str] | None:
    """The name at ``start``.

    A lead's ends with its line, for below it any word may stand, unless one more word and then a
    title, or the next label, shows that the name went on over the line.
    """
    text = document.text
    if part is not InspectorPart.LEAD:
        return forms.name.match(text, start, end)
    name = forms.over_lines.match(text, start, end)
    if name and name[0].count("\n") > 1:
        return forms.name.match(text, start, end)
    line = forms.name.match(text, start, min(document.line_at(start).end, end))
    if name is None or (line and line.end() == name.end()):
        return name
    if line is None:
        line = forms.name.match(text, start, end)
    another = forms.name.match(text, line.end() + 1, end) if line else None
    follows = title_at(text, name.end(), end, forms) or forms.label.match(text, name.end(), end)
    return name if follows and not another else line


def title_at(text: str, start: int, end: int, forms: InspectorForms) -> re.Match[str] | None:
    """The title behind a name; on the next line only if that line holds nothing else."""
    title = forms.title.match(text, start, end)
    if title and "\n" in text[start : title.end()] and not LINE_END.match(text, title.end()):
        return None
    return title


def _goes_on(
    text: str, last: int, name: re.Match[str], title: re.Match[str] | None, part: InspectorPart
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
    return LINE_END.match(text, ends) is not None and (
        part is InspectorPart.TEAM or title is not None
    )


def plain_name(name: str) -> str:
    """A name on one line; a hyphen joins what it stands between."""
    return re.sub(r"-\s", "-", " ".join(name.split()))
