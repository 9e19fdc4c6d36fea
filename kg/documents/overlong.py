"""Lines and paragraphs longer than any that is printed are read in pieces.

The longest paragraph of 673 real reports has 2,297 characters.  What looks through a paragraph may
go back and forth in it; with a limit to its length a file never takes longer than its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.documents.model import Note
from kg.documents.rawlines import RawFile, RawLine

#: Characters of a paragraph.
LONGEST = 8000
#: Where a line that is too long is best parted: behind a sentence, or else behind a word.
PARTS = (re.compile(r"[.?!]\s"), re.compile(r"\s"))


def part_overlong(file: RawFile) -> None:
    """Part each line of a file that is longer than a paragraph may be."""
    for page in file.pages:
        if any(len(line.text) > LONGEST for line in page.lines):
            page.lines = [piece for line in page.lines for piece in _pieces(line)]


def said_of_parts(pages: Iterable[int]) -> Iterator[Note]:
    """That paragraphs were read in pieces, of which these pages hold a later one."""
    first = min(pages, default=None)
    if first is not None:
        yield Note(
            "overlong-paragraph",
            f"a paragraph has more than {LONGEST:,} characters, as no printed one has; it was "
            f"read in pieces (the first on page {first})",
            first,
        )


def _pieces(line: RawLine) -> Iterator[RawLine]:
    """A line, or the lines of which none is too long that it is parted into."""
    start = 0
    while len(line.text) - start > LONGEST:
        end = _end(line.text, start)
        yield _piece(line, start, end)
        start = end
    yield _piece(line, start, len(line.text)) if start else line


def _end(text: str, start: int) -> int:
    """Where a piece that begins there ends: in its second half, as well as that can be."""
    for pattern in PARTS:
        ends = [
            found.end() for found in pattern.finditer(text, start + LONGEST // 2, start + LONGEST)
        ]
        if ends:
            return ends[-1]
    return start + LONGEST


def _piece(line: RawLine, start: int, end: int) -> RawLine:
    """``text[start:end]`` of a line as a line of its own."""
    text = line.text[start:end].rstrip()
    goes_on = start > 0
    start += len(text) - len(text.lstrip())
    return replace(
        line,
        text=text.lstrip(),
        start=line.start + start,
        marks=tuple((a - start, b - start) for a, b in line.marks if start <= a and b <= end),
        broken=line.broken and end == len(line.text),
        gap=line.gap and not goes_on,
        heading=False,
        item=0 if goes_on else line.item,
        goes_on=goes_on,
    )
