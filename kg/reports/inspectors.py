"""The inspectors that a report names, leads and team, with their titles as printed.

A family's profile says in its table ``[inspectors]`` where they stand::

    lead = [...]        labels before the lead inspectors' names, matched at a line's start
    team = [...]        labels before the other inspectors' names
    prose = [...]       patterns with a group ``names`` (letters)
    signature = [...]   what stands before the name of the lead who signs a letter
    table = [...]       headings of a team table; leads are marked in it by ``lead_word``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import Document
from kg.reports.model import Inspector
from kg.reports.outline import quote
from kg.reports.profile import Profile

#: A person's name: two to five words, each with a capital, particles and apostrophes allowed.
_WORD = r"(?:[A-Z\u00c0-\u00dd][\w\u2019'\u00c0-\u017f]*\.?|d[\u2019'][A-Z]\w+)"
NAME = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Miss|Sir|Dame|Professor)\.?\s)?{_WORD}(?:-{_WORD})*"
    rf"(?:\s(?:(?:de|van|von|der|la|le|of)\s)?{_WORD}(?:-{_WORD})*){{1,4}}"
)
#: What an inspector is, behind the name.
TITLE = re.compile(
    r"""
    [\s,(\u2013-]* (?P<title>
        (?:Senior\s)? H(?:er|is)\sMajesty.s\sInspectors? (?:\s\([A-Z]+\))?
      | (?:Senior\s)? (?:S?HMI|SCRI|SHMI)s?\b
      | (?:Ofsted|Additional|CQC|Associate|Contracted)\s(?:lead\s)?(?:Inspectors?|HMI)
      | OI\b | AI\b | HMI\b
    )
    """,
    re.X | re.I,
)
#: Words that look like a name's last word and are none of it.
NOT_NAMES = re.compile(
    r"\s(?:HMI|SHMI|SCRI|HMIs|OI|AI|Her|His|Ofsted|Senior|Lead|Deputy|Team|CQC|Additional"
    r"|Inspectors?|Majesty.s)\b.*$"
)
#: Where one label's names end: at the next label.
NEXT_LABEL = re.compile(
    r"\n(?=[A-Z][\w\u2019' ()]{2,45}:)|\n(?=[A-Z][a-z]+ (?:manager|analyst|inspector)s?\b)"
)


def read_inspectors(
    document: Document, profile: Profile | None, front: int
) -> tuple[Inspector, ...]:
    """The inspectors in the order in which the report gives them, each once, leads first."""
    if profile is None:
        return tuple(_labelled(document, _LEAD, "lead", 0, front))
    found: list[Inspector] = []
    for role in ("lead", "team"):
        for pattern in profile.patterns("inspectors", role):
            found += _labelled(document, pattern, role, 0, len(document.text))
    for pattern in profile.patterns("inspectors", "table"):
        found += _table(document, pattern, profile)
    signed = [
        name
        for pattern in profile.patterns("inspectors", "signature")
        for name in _signature(document, pattern)
    ]
    found += signed
    for pattern in profile.patterns("inspectors", "prose"):
        for match in pattern.finditer(document.text, 0, front):
            found += _names(document, *match.span("names"), "team")
    return _each_once(found)


_LEAD = re.compile(r"^(?:lead|reporting)\sinspectors?:?\s", re.I | re.M)


def _labelled(
    document: Document, label: re.Pattern[str], role: str, start: int, end: int
) -> Iterator[Inspector]:
    """The names behind each place of a label, up to the next label or a blank."""
    for match in label.finditer(document.text, start, end):
        if match.start() and document.text[match.start() - 1] != "\n":
            continue
        stop = _stop(document, match.end())
        yield from _names(document, match.end(), stop, role)


def _stop(document: Document, start: int) -> int:
    """Where the names that begin at ``start`` end."""
    text = document.text
    found = NEXT_LABEL.search(text, start, start + 600)
    stop = found.start() if found else min(start + 600, len(text))
    # names go on over line ends, but not over what is no name
    position = start
    for line in text[start:stop].split("\n"):
        end = position + len(line)
        if position > start and not NAME.match(line):
            return position - 1
        if position > start and re.search(
            r"\b(?:judgement|inspection|services|children)\b", line, re.I
        ):
            return position - 1
        position = end + 1
    return stop


def _names(document: Document, start: int, end: int, role: str) -> Iterator[Inspector]:
    text = document.text
    position = start
    while match := NAME.search(text, position, end):
        name_end = match.end()
        odd = NOT_NAMES.search(match[0])
        if odd:
            name_end = match.start() + odd.start()
        name = " ".join(text[match.start() : name_end].split())
        position = max(name_end, match.start() + 1)
        if len(name.split()) < 2:
            continue
        title = TITLE.match(text, name_end, end)
        if title:
            position = title.end()
        last = title.end("title") if title else name_end
        yield Inspector(
            name,
            role,
            " ".join(title["title"].split()) if title else "",
            quote(document, match.start(), last),
        )


def _table(document: Document, heading: re.Pattern[str], profile: Profile) -> Iterator[Inspector]:
    """The people of a team table: one cell each, the lead of the inspectorate marked."""
    lead = profile.patterns("inspectors", "lead_word")
    for index, block in enumerate(document.blocks):
        if not heading.fullmatch(document.text[block.start : block.end].strip()):
            continue
        for cell in document.blocks[index + 1 : index + 30]:
            for line in document.lines[cell.first : cell.last]:
                if line.size < 11.0 and line.y is not None:
                    return
                match = NAME.match(line.text)
                name = NOT_NAMES.sub("", match[0]) if match else ""
                if len(name.split()) < 2 or name.lower().startswith("care quality"):
                    continue
                title = line.text[len(name) :].strip(" ,")
                whole = any(pattern.search(line.text) for pattern in lead)
                yield Inspector(
                    name, "lead" if whole else "team", title, quote(document, line.start, line.end)
                )


def _signature(document: Document, pattern: re.Pattern[str]) -> Iterator[Inspector]:
    """Who signs a letter: the name behind "Yours sincerely"."""
    matches = list(pattern.finditer(document.text))
    if matches:
        start = matches[-1].end()
        for inspector in _names(document, start, min(start + 120, len(document.text)), "lead"):
            yield inspector
            return


def _each_once(found: list[Inspector]) -> tuple[Inspector, ...]:
    each: dict[str, Inspector] = {}
    for inspector in sorted(found, key=lambda one: one.role != "lead"):
        each.setdefault(inspector.name.lower(), inspector)
    return tuple(each.values())
