"""What stands on a page but is not the report's text: the role of each raw line.

Running headers and footers, page numbers, footnotes, the contents pages and the inspectorate's
closing boilerplate are told by where they stand and how they look, not by any one report's words.
"""

from __future__ import annotations

import re
from collections import Counter

from kg.documents.clean import as_seen
from kg.documents.model import Role
from kg.documents.rawlines import RawFile, RawLine, RawPage

#: Share of the page's height, at its top and its foot, in which furniture is looked for.
HEAD, FOOT = 0.91, 0.098
#: Share of the page's height under which small print is a footer, repeated or not; above the
#: other, on a page behind the first, it is a running header.
LOWEST, HIGHEST = 0.06, 0.94
PAGE_NUMBER = re.compile(r"\d{1,3}|(?:Page\s)?\d{1,3}\sof\s\d{1,3}", re.I)
#: Points; pieces of one printed line stand on one height.
ROW = 2.0
#: A line that stands in these bands on this many pages is furniture.
REPEATED = 3

#: The first words of the inspectorate's closing text, as printed since 2009.
CLOSING = re.compile(
    r"""
      The\ Office\ for\ Standards\ in\ Education,\ Children.s\ Services\ and\ Skills\ \(Ofsted\)
    | Any\ complaints\ about\ the\ inspection\ or\ the\ report
    | If\ you\ are\ not\ happy\ with\ the\ inspection\ or\ the\ report
    | If\ you\ would\ like\ a\ copy\ of\ this\ document\ in\ a\ different\ format
    """,
    re.X,
)
#: A cover's title is set at least this large (points): behind a closing text it opens a second
#: report bound into the same file.
COVER_SIZE = 20.0

CONTENTS = re.compile(r"contents(?:\ page)?:?", re.I)
#: A line of a contents page: a heading and a page number, with or without leaders.
ENTRY = re.compile(r"(?:.*\D[\s.\t])?\d{1,3}$")
#: As ENTRY, where its number stands apart: in a column of its own, or behind leaders.
ENTRY_APART = re.compile(r"(?:.*(?:[.\u2026_]\s?[.\u2026_]|\t|\s{3}).*?)?\d{1,3}$")
#: A heading in a contents page may take this many lines before its page number.
ENTRY_LINES = 3

#: A footnote's first line: its mark, then words.
FOOTNOTE = re.compile(r"(?:\[?\d{1,2}\]?|[\u00b9\u00b2\u00b3\u2074-\u2079]+)\s*\S")
#: The mark alone.
MARK_ALONE = re.compile(r"\d{1,2}")
SMALLER = 0.93


def roles(file: RawFile, once: int) -> list[Role]:
    """The role of each line of the file, in the order of its pages' lines.

    The pages behind the first ``once`` print these again.
    """
    body = body_size(file)
    bands = [_bands(page) for page in file.pages]
    repeated = _repeated(file, bands)
    found: list[Role] = []
    closing, contents = False, False
    for page, band in zip(file.pages[:once], bands[:once], strict=True):
        given = [Role.BODY] * len(page.lines)
        for index, whole in band.items():
            given[index] = _band_role(page.lines[index], page, repeated, body, whole)
        _mark_own_number(page, given)
        _mark_footnotes(page.lines, given, body)
        seen = [as_seen(line.text).strip() for line in page.lines]
        contents = _mark_contents(page.lines, seen, given, contents, file.paged)
        closing = _mark_closing(page.lines, seen, given, closing)
        found += given
    found += [Role.COPY for page in file.pages[once:] for _ in page.lines]
    return found


def body_size(file: RawFile) -> float:
    """The font size (points) of most of the text; 0.0 where sizes are not known."""
    exact: Counter[float] = Counter()
    for page in file.pages:
        for line in page.lines:
            exact[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():
        sizes[round(size, 1)] += letters
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _repeated(file: RawFile, bands: list[dict[int, str]]) -> set[str]:
    """Lines, figures aside, that stand at the head or foot of several pages."""
    counts: Counter[str] = Counter()
    for page, band in zip(file.pages, bands, strict=True):
        counts.update(
            {
                _shape(text)
                for index, whole in band.items()
                for text in {page.lines[index].text, whole}
            }
        )
    enough = min(REPEATED, max(2, len(file.pages) - 1))
    return {shape for shape, count in counts.items() if count >= enough and shape != "#"}


def _bands(page: RawPage) -> dict[int, str]:
    """The lines at a page's head and foot, by their place; of a piece the whole printed line."""
    head, foot = HEAD * page.height, FOOT * page.height
    rows: dict[int, list[int]] = {}
    for index, line in enumerate(page.lines if page.height else ()):
        if line.y is not None and not foot <= line.y <= head:
            rows.setdefault(round(line.y / ROW), []).append(index)
    whole: dict[int, str] = {}
    for row in rows.values():
        row.sort(key=lambda index: page.lines[index].x0 or 0.0)
        text = page.lines[row[0]].text
        if len(row) > 1:
            text = " ".join(page.lines[index].text.strip() for index in row)
        whole.update(dict.fromkeys(row, text))
    return whole


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()


def _band_role(line: RawLine, page: RawPage, repeated: set[str], body: float, whole: str) -> Role:
    """The role of a line at the head or foot; ``whole`` is the printed line it is a cell of."""
    # a smaller figure at the foot is a footnote's mark on a line of its own
    if PAGE_NUMBER.fullmatch(line.text.strip()) and line.size >= 0.7 * body:
        return Role.PAGE_NUMBER
    if (line.y or 0.0) < LOWEST * page.height and line.size < SMALLER * body:
        # a letter of two pages has its footer once: its place and size tell it
        return Role.FOOTER
    if page.number > 1 and (line.y or 0.0) > HIGHEST * page.height and line.size < SMALLER * body:
        return Role.HEADER
    if _shape(line.text) in repeated or _shape(whole) in repeated:
        return Role.HEADER if (line.y or 0.0) > page.height / 2 else Role.FOOTER
    return Role.BODY


def _mark_own_number(page: RawPage, given: list[Role]) -> None:
    """The page's own number, alone as the lowest or highest line, wherever that is."""
    heights = [line.y for line in page.lines if line.y is not None]
    if len(heights) < 3:
        return
    lowest, highest = min(heights), max(heights)
    number = str(page.number)
    for index, line in enumerate(page.lines):
        if line.y in (lowest, highest) and line.text.strip() == number:
            given[index] = Role.PAGE_NUMBER


def _mark_footnotes(lines: list[RawLine], given: list[Role], body: float) -> None:
    """Footnotes: from a line that opens with a small mark, the small lines that follow."""
    inside = False
    for index, line in enumerate(lines):
        if given[index] is not Role.BODY:
            continue
        if line.y is None:
            superscript = (
                line.text.lstrip()[:1] in "\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
            )
            inside = bool(line.text.strip()) and (superscript or (inside and not line.gap))
        elif line.size < SMALLER * body:
            small_mark = line.first_size < 0.8 * line.size or line.first_size < 0.6 * body
            opens = small_mark and FOOTNOTE.match(line.text)
            alone = MARK_ALONE.fullmatch(line.text.strip()) and line.size < 0.75 * body
            inside = bool(inside or opens or alone)
        else:
            inside = False
        if inside:
            given[index] = Role.FOOTNOTE
            if line.y is not None and MARK_ALONE.fullmatch(line.text.strip()):
                # a mark alone may be one inside a sentence: what follows must be small as well
                inside = any(later.size < SMALLER * body for later in lines[index + 1 : index + 2])


def _mark_contents(
    lines: list[RawLine], seen: list[str], given: list[Role], inside: bool, paged: bool
) -> bool:
    """Contents pages; returns whether the contents go on over the page's end.

    ``seen`` is the lines' text as it is seen.
    """
    headings = (index for index, text in enumerate(seen) if CONTENTS.fullmatch(text))
    start = 0 if inside else next(headings, None)
    if start is None:
        return False
    # on a page behind the first, a line of a paragraph may end in a number, too
    entry = ENTRY_APART if inside else ENTRY
    # the contents end where no entry's page number follows any more
    last, since = start - 1 if inside else start, 0
    for index in range(start if inside else start + 1, len(lines)):
        if given[index] is not Role.BODY:
            continue
        if entry.fullmatch(lines[index].text.strip()):
            last, since = index, 0
        elif (since := since + 1) > ENTRY_LINES:
            break
    else:
        since = 0
    for index in range(start, last + 1):
        if given[index] is Role.BODY:
            given[index] = Role.CONTENTS
    whole = all(role is not Role.BODY for role in given[last + 1 :])
    return paged and last > start and whole and since == 0


def _mark_closing(lines: list[RawLine], seen: list[str], given: list[Role], inside: bool) -> bool:
    """The closing boilerplate; returns whether it goes on over the page's end.

    ``seen`` is the lines' text as it is seen.
    """
    if inside and any(
        line.size >= COVER_SIZE and given[index] is Role.BODY and not line.text.isdigit()
        for index, line in enumerate(lines)
    ):
        inside = False
    for index, text in enumerate(seen):
        if given[index] is not Role.BODY:
            continue
        inside = inside or bool(CLOSING.match(text))
        if inside:
            given[index] = Role.CLOSING
    return inside


def pages_once(file: RawFile) -> int:
    """How many pages a file has before they all come again; all, if they do not."""
    count = len(file.pages)
    for period in range(1, count // 2 + 1):
        if count % period == 0 and all(
            file.pages[index].text.split() == file.pages[index + period].text.split()
            for index in range(count - period)
        ):
            return period
    return count
