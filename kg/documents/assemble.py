"""A file's raw lines become a `Document`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from kg.documents.blocks import BodyLine, join
from kg.documents.clean import (
    BULLET,
    DASH,
    EMPHASIS,
    LEADING_BULLET,
    SUPERSCRIPTS,
    Runs,
    clean_line,
)
from kg.documents.furniture import pages_once, roles
from kg.documents.model import Document, Line, Note, Page, Role
from kg.documents.overlong import part_overlong, said_of_parts
from kg.documents.rawlines import RawFile, RawLine, RawPage

#: The pieces of a word on both sides of a line-end hyphen; "day-to-" has another hyphen already.
BEFORE = re.compile(r"(?<![A-Za-z\u2010\ufffe-])([A-Za-z]+)[\ufffe-]?$")
AFTER = re.compile(r"[A-Za-z]+")
WORD = re.compile(r"\w+")
HYPHENED = re.compile(r"(?<!\w)(?=(\w++-\w+))")
#: A footnote's mark that was set before its heading's words, in less than this part of their size.
OWN_MARK = re.compile(r"\d{1,2}(?=[A-Z])")
RAISED = 0.5
#: So many words that lost their hyphen are named.
SHOWN = 5


def assemble(file: RawFile, name: str, sha256: str) -> Document:
    """The `Document` of a file: furniture told apart, lines cleaned, paragraphs joined."""
    part_overlong(file)
    raws = [line for page in file.pages for line in page.lines]
    given = roles(file, pages_once(file))
    find_glued_marks(file, given)
    body = [raw for raw, role in zip(raws, given, strict=True) if role is Role.BODY]
    dropped = _false_hyphens(body, file)
    kept: list[BodyLine] = []
    #: the lines that are not in the text, None for each that is
    others: list[Line | None] = []
    above: RawLine | None = None
    for raw, role in zip(raws, given, strict=True):
        text, runs, level = _cleaned(raw, role, above, drop_hyphen=id(raw) in dropped)
        whole_mark = bool(raw.marks) and raw.marks[0] == (0, len(raw.text))
        if role is Role.BODY and text and not whole_mark:
            kept.append(BodyLine(raw, text, runs, level))
            others.append(None)
            above = raw
        else:
            others.append(raw.cleaned(text, runs, role))
    lines, blocks, text = join(kept, paragraphs=file.media_type not in PAGED_OR_WRAPPED)
    placed = iter(lines)
    notes = [
        *file.notes,
        *said_of_parts(lines[block.first].page for block in blocks if block.goes_on),
        *_said_of_hyphens(dropped),
    ]
    return Document(
        name=name,
        sha256=sha256,
        media_type=file.media_type,
        pages=tuple(Page(p.number, p.text, p.width, p.height) for p in file.pages),
        all_lines=tuple(next(placed) if other is None else other for other in others),
        lines=lines,
        blocks=blocks,
        text=text,
        paged=file.paged,
        notes=tuple(notes),
    )


#: Kinds of file whose lines may be pieces of paragraphs.
PAGED_OR_WRAPPED = {"application/pdf", "text/plain"}


def _cleaned(
    raw: RawLine, role: Role, above: RawLine | None, *, drop_hyphen: bool
) -> tuple[str, Runs, int]:
    """The clean text of a line, its runs, and its bullet's level."""
    cuts = raw.marks
    if raw.y is None:
        cuts = _text_cuts(raw.text)
    elif raw.first_size < RAISED * raw.size and role is Role.BODY:
        own = OWN_MARK.match(raw.text)
        cuts = ((0, own.end()), *cuts) if own else cuts
    source = raw.text
    if role is Role.BODY and above is not None and _prose_dash(above, raw):
        # clean_line would take the dash for a bullet
        text, runs, level = clean_line(
            "x" + source, raw.start - 1, tuple((a + 1, b + 1) for a, b in cuts)
        )
        text, runs, level = text[1:], _shift(runs), 0
    else:
        text, runs, level = clean_line(
            source, raw.start, cuts, keep_hyphen=raw.broken and not drop_hyphen
        )
    if raw.item:
        return _as_item(text, runs, level, raw.item)
    return text, runs, level


def _as_item(text: str, runs: Runs, level: int, item: int) -> tuple[str, Runs, int]:
    """A list item of a format that says so itself gets the bullet that others print."""
    if level:
        return (BULLET if item == 1 else DASH) + text[2:], runs, min(item, 2)
    moved = ((0, runs[0][1]), *((clean + 2, raw) for clean, raw in runs))
    return (BULLET if item == 1 else DASH) + text, moved, min(item, 2)


def _shift(runs: Runs) -> Runs:
    first_raw = runs[0][1] + 1
    rest = tuple((clean - 1, raw) for clean, raw in runs[1:] if clean > 1)
    return ((0, first_raw), *rest)


def _prose_dash(above: RawLine, raw: RawLine) -> bool:
    """Whether a line that opens with a dash goes on with the sentence of the line above."""
    match = LEADING_BULLET.match(raw.text)
    if not match or not match["second"] or match["second"] == "\uf02d":
        return False
    if raw.x0 is None or above.x0 is None or above.y is None or raw.y is None:
        return False
    same_place = abs(raw.x0 - above.x0) < 3.0 and 0 < above.y - raw.y < 1.6 * raw.size
    opened = LEADING_BULLET.match(above.text)
    return same_place and not opened and above.text.rstrip()[-1:] not in ".:;?!"


def _text_cuts(text: str) -> tuple[tuple[int, int], ...]:
    """Superscript digits and Markdown's emphasis."""
    if "**" not in text and "__" not in text and not SUPERSCRIPTS.search(text):
        return ()
    found = [m.span() for m in SUPERSCRIPTS.finditer(text) if m.start() > 0]
    found += [m.span() for m in EMPHASIS.finditer(text)]
    return tuple(sorted(found))


def _said_of_hyphens(dropped: Mapping[int, tuple[int, str]]) -> Iterator[Note]:
    """That hyphens were left out, with the first one's page and the words that were joined."""
    if not dropped:
        return
    page = min(page for page, _ in dropped.values())
    words = list(dict.fromkeys(word for _, word in dropped.values()))
    shown = ", ".join(words[:SHOWN]) + (", ..." if len(words) > SHOWN else "")
    one = len(dropped) == 1
    count = "the hyphen at a line's end was" if one else f"{len(dropped)} line-end hyphens were"
    yield Note(
        "hyphen-dropped",
        f"{count} left out, as the file prints the words without it elsewhere (the first on "
        f"page {page}: {shown})",
        page,
        shown,
    )


def _false_hyphens(body: list[RawLine], file: RawFile) -> dict[int, tuple[int, str]]:
    """The lines (by identity) whose line-end hyphen was put there by the line break.

    Printed hyphens are the rule.  One is false only if the word stands unparted elsewhere in the
    same file and nowhere with its hyphen.  Returns the page and the whole word of each.
    """
    found: dict[int, tuple[int, str]] = {}
    words: set[str] | None = None
    for raw, below in itertools.pairwise(body):
        if not raw.broken:
            continue
        before, after = BEFORE.search(raw.text), AFTER.match(below.text.lstrip())
        if not before or not after:
            continue
        words = _words(file) if words is None else words
        joined = (before[1] + after[0]).lower()
        parted = f"{before[1]}-{after[0]}".lower()
        if joined in words and parted not in words:
            found[id(raw)] = raw.page, before[1] + after[0]
    return found


def _words(file: RawFile) -> set[str]:
    """The words of a file in small letters, and each two that a hyphen joins.

    What is printed between spaces is looked into once, however often it comes.
    """
    printed: set[str] = set()
    for page in file.pages:
        printed.update(page.text.split())
    found = set(WORD.findall("\n".join(printed).lower()))
    found.update(HYPHENED.findall("\n".join(each for each in printed if "-" in each).lower()))
    return found


#: The mark with which a footnote opens.
OPENS = re.compile(r"\s*\[?(\d{1,2})\]?(?!\d)")
#: Digits behind a word in small letters: no code or name ("s47", "Power2") looks like that.
GLUED = re.compile(r"\b[a-z]{4,}(\d{1,2})(?=[\s.,;:)]|$)")


def find_glued_marks(file: RawFile, roles: Sequence[Role]) -> None:
    """Note the marks, each of a footnote of its own page that no smaller digits point to."""
    first = 0
    for page in file.pages:
        given = roles[first : first + len(page.lines)]
        first += len(page.lines)
        if Role.FOOTNOTE in given:
            _find(page, given)


def _find(page: RawPage, given: Sequence[Role]) -> None:
    notes: set[str] = set()
    body: list[RawLine] = []
    for line, role in zip(page.lines, given, strict=True):
        if role is Role.FOOTNOTE:
            opens = OPENS.match(line.text)
            notes.update(opens.groups() if opens else ())
        elif role is Role.BODY:
            body.append(line)
    notes -= {line.text[start:end].strip("[]") for line in body for start, end in line.marks}
    for number in notes:
        glued = [
            (line, match.span(1))
            for line in body
            for match in GLUED.finditer(line.text)
            if match[1] == number
        ]
        if len(glued) == 1:
            [(line, span)] = glued
            line.marks = tuple(sorted((*line.marks, span)))
