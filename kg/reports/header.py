"""The header of a report: title, authority, dates, publication, inspectors, variant, theme.

How a family prints them is its profile's table ``[header]``::

    dates = [...]        what stands before the period of fieldwork on a cover
    prose_dates = [...]  what stands before it in a letter's prose
    published = [...]    what stands before the publication date
    letter_date = true   the publication date is the letter's, alone on a line
    authority = [...]    patterns with a group ``authority``, tried on the title, then the front
    title_lines = 3      the title may run over so many blocks
    theme = [...]        patterns with a group ``theme``
    short_days = 5       fieldwork of at most so many days is the variant "short", else "standard"
    variants = {...}     variant -> pattern in the title
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.reports.authorities import find_authority
from kg.reports.dates import Period, find_day, find_periods
from kg.reports.inspectors import read_inspectors
from kg.reports.model import Inspector, Printed, Problem, Quote, Visit
from kg.reports.outline import quote
from kg.reports.profile import FRONT_BLOCKS, TITLE_LENGTH, Profile, compiled

#: Characters behind a label in which its period is looked for.
REACH = 170
#: Pages in which a header stands.
FRONT_PAGES = 2
#: What follows a title on a cover.
AFTER_TITLE = re.compile(
    r"(?:inspection\ )?dates?\b|lead\ inspector|reporting\ inspector|report\ published|published"
    r"|age\ group|judgement|dear\b|©|this\ letter|\d{1,2}\ \w+\ \d{4}",
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the front of a report says about it."""

    title: Printed[str] | None
    authority: Printed[str] | None
    authority_printed: str | None
    visits: tuple[Visit, ...]
    published: Printed[date] | None
    inspectors: tuple[Inspector, ...]
    variant: str | None
    variant_inferred: bool
    theme: Printed[str] | None
    problems: tuple[Problem, ...]


def read_header(document: Document, profile: Profile | None, knowledge: Knowledge) -> Header:
    """The header of a report; of a report of no known family, what general rules find."""
    problems: list[Problem] = []
    front = _front_end(document)
    title_block = _title_block(document, profile)
    title = _title(document, profile, title_block)
    if title is None:
        problems.append(Problem("no-title", "no title was found on the first page"))
    published = _published(document, profile, front, problems)
    visits = _visits(document, profile, front, published, problems)
    start = min((visit.start for visit in visits), default=None)
    printed, authority = find_authority(
        document, profile, title, title_block, front, knowledge.register, start
    )
    if authority is None:
        code = "unknown-authority" if printed else "no-authority"
        name = f"{printed.value!r} is" if printed else "no authority's name was found that is"
        problems.append(
            Problem(code, f"{name} in no register: add it to a --vocabulary file, or correct it")
        )
    variant, inferred = _variant(profile, title, visits)
    inspectors = read_inspectors(document, profile, front)
    return Header(
        title=title,
        authority=Printed(authority.slug, printed.quote) if authority and printed else None,
        authority_printed=printed.value if printed else None,
        visits=visits,
        published=published,
        inspectors=inspectors,
        variant=variant,
        variant_inferred=inferred,
        theme=_theme(document, profile, front),
        problems=tuple(problems),
    )


def _front_end(document: Document) -> int:
    """The offset at which the front pages (or, without pages, the front blocks) end."""
    if document.paged:
        for line in document.lines:
            if line.page > FRONT_PAGES:
                return line.start
        return len(document.text)
    blocks = document.blocks[: 2 * FRONT_BLOCKS]
    return blocks[-1].end if blocks else 0


def _title_block(document: Document, profile: Profile | None) -> int | None:
    """The index of the block with which the title begins."""
    for index, block in enumerate(document.blocks[:FRONT_BLOCKS]):
        text = document.text[block.start : block.start + TITLE_LENGTH].replace("\n", " ")
        if profile and profile.title.match(text):
            return index
    if profile or not document.blocks:
        return None
    # no known family: the largest line of the first page, or the first line
    first_page = [
        index
        for index, block in enumerate(document.blocks[:FRONT_BLOCKS])
        if document.lines[block.first].page == 1
        and re.search("[A-Za-z]{3}", document.text[block.start : block.end])
    ]
    return max(first_page, key=lambda i: (_weight(document, i), -i), default=None)


def _weight(document: Document, index: int) -> tuple[float, bool]:
    line = document.lines[document.blocks[index].first]
    return (round(line.size), line.bold)


def _title(document: Document, profile: Profile | None, first: int | None) -> Printed[str] | None:
    if first is None:
        return None
    most = int(profile.table("header").get("title_lines", 1)) if profile else 3
    blocks = document.blocks
    last = first
    size = document.lines[blocks[first].first].size
    for index in range(first + 1, min(first + most, len(blocks))):
        text = document.text[blocks[index].start : blocks[index].end]
        smaller = document.lines[blocks[index].first].size < 0.8 * size
        if smaller or AFTER_TITLE.match(text) or len(text) > 200:
            break
        last = index
    span = quote(document, blocks[first].start, blocks[last].end)
    return Printed(" ".join(span.text.split()), span)


def _published(
    document: Document, profile: Profile | None, front: int, problems: list[Problem]
) -> Printed[date] | None:
    labels = profile.patterns("header", "published") if profile else (_PUBLISHED,)
    for pattern in labels:
        match = pattern.search(document.text, 0, front)
        if match:
            found = find_day(document.text, match.end(), min(match.end() + 60, front))
            if found and found.start:
                return Printed(found.start, quote(document, match.start(), found.ends))
            if found:
                problems.append(_impossible(document, found, "publication date"))
    if profile and profile.table("header").get("letter_date"):
        return _letter_date(document, problems)
    if profile and labels:
        problems.append(Problem("no-publication-date", "no publication date is printed"))
    return None


_PUBLISHED = re.compile(r"(?:report\s)?published:?", re.I)


def _letter_date(document: Document, problems: list[Problem]) -> Printed[date] | None:
    """The first line near the front that is a date and nothing else."""
    for line in document.lines[: 2 * FRONT_BLOCKS]:
        found = find_day(document.text, line.start, line.end)
        if found and found.begins == line.start and found.ends == line.end:
            if found.start:
                return Printed(found.start, quote(document, line.start, line.end))
            problems.append(_impossible(document, found, "letter's date"))
    problems.append(Problem("no-publication-date", "the letter has no date on a line of its own"))
    return None


def _visits(
    document: Document, profile: Profile | None, front: int, published: Printed[date] | None,
    problems: list[Problem],
) -> tuple[Visit, ...]:  # fmt: skip
    text = document.text
    year = published.value.year if published else None
    labels = profile.patterns("header", "dates") if profile else (_DATES,)
    prose = profile.patterns("header", "prose_dates") if profile else (_PROSE_DATES,)
    for pattern in (*labels, *prose):
        for match in pattern.finditer(text, 0, front):
            until = min(match.end() + REACH, front)
            periods = find_periods(text, match.end(), until, year=year)
            impossible = [period for period in periods if period.start is None]
            problems += [
                _impossible(document, period, "period of fieldwork") for period in impossible
            ]
            if impossible:
                return ()
            if periods:
                return tuple(
                    Visit(p.start, p.end, quote(document, p.begins, p.ends))
                    for p in periods
                    if p.start and p.end
                )
    problems.append(Problem("no-dates", "no period of fieldwork was found"))
    return ()


_DATES = re.compile(r"(?:inspection|visit|fieldwork)\s(?:dates?|period):?", re.I)
_PROSE_DATES = re.compile(
    r"\b(?:between|took\splace|carried\sout|visited|on)\b(?=[^.]{0,40}\d)", re.I
)


def _impossible(document: Document, period: Period, what: str) -> Problem:
    words = " ".join(document.text[period.begins : period.ends].split())
    page = document.page_at(period.begins)
    return Problem(
        "impossible-date",
        f"the {what} {words!r} on page {page} cannot be: {period.why}; correct it in the file",
        page,
    )


def _variant(
    profile: Profile | None, title: Printed[str] | None, visits: tuple[Visit, ...]
) -> tuple[str | None, bool]:
    if profile is None:
        return None, False
    header = profile.table("header")
    for name in header.get("variants", {}):
        pattern = (compiled(header["variants"][name], f"{profile.file}: header.variants"),)
        if title and any(each.match(title.value) for each in pattern):
            return name, False
    short = header.get("short_days")
    if short is None or not visits:
        return None, False
    days = (visits[-1].end - visits[0].start).days + 1
    return ("short" if days <= short and len(visits) == 1 else "standard"), True


def _theme(document: Document, profile: Profile | None, front: int) -> Printed[str] | None:
    if profile is None:
        return None
    for pattern in profile.patterns("header", "theme"):
        match = pattern.search(document.text, 0, front)
        if match:
            return Printed(" ".join(match["theme"].split()), _span(document, match, "theme"))
    return None


def _span(document: Document, match: re.Match[str], group: str) -> Quote:
    return quote(document, match.start(group), match.end(group))
