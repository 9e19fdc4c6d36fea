"""The header of a report: title, authority, dates, publication, inspectors, variant, theme.

How a family prints them is its profile's table ``[header]`` (`HeaderForm`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.reports.authorities import find_authority
from kg.reports.corrections import Corrector
from kg.reports.family import FRONT_BLOCKS, front_end, is_prose, title_place
from kg.reports.fieldwork import read_published, read_visits
from kg.reports.inspectors import read_inspectors
from kg.reports.model import Inspector, Problem, Visit
from kg.reports.outline import quote
from kg.reports.possibledates import possible_publication, possible_visits
from kg.reports.profile import Profile
from kg.reports.quotes import Printed


@dataclass(frozen=True, slots=True)
class Header:
    """What the front of a report says about it."""

    title: Printed[str] | None
    #: the authority's slug, with the words that name it
    authority: Printed[str] | None
    authority_printed: str | None
    visits: tuple[Visit, ...]
    published: Printed[date] | None
    inspectors: tuple[Inspector, ...]
    variant: str | None
    variant_inferred: bool
    theme: Printed[str] | None
    problems: tuple[Problem, ...]


def read_header(
    document: Document, profile: Profile | None, knowledge: Knowledge, corrector: Corrector
) -> Header:
    """The header of a report; of a report of no known family, what general rules find.

    What was corrected is as it was corrected, and so is what hangs on it.
    """
    front = front_end(document)
    block = title_block(document, profile)
    title = None if block is None else read_title(document, profile, block)
    published, unpublished = read_published(document, profile, front)
    day = published.value if published else None
    visits, undated = read_visits(document, profile, front, day)
    modified = knowledge.register.modified
    visits, impossible = possible_visits(visits, profile, modified)
    visits = corrector.visits(visits, (*undated, *impossible), published)
    published, too = possible_publication(published, visits, profile, modified)
    published = corrector.published(published, (*unpublished, *too), visits)
    day = published.value if published else None
    # a name may have been another authority's before: the day says whose it was
    day = min((visit.start for visit in visits), default=day)
    found = find_authority(document, profile, title, block, front, knowledge, day)
    name, authority = found.name, found.authority
    if title and name and profile and profile.header.name_in_title:
        title = with_name(document, title, name)
    variant, inferred = _variant(profile, title, visits)
    inspectors, leaderless = read_inspectors(document, profile, front, knowledge.inspectors)
    problems = (
        *_untitled(title),
        *found.problems,
        *unpublished,
        *undated,
        *impossible,
        *too,
        *leaderless,
    )
    corrected = corrector.authority(authority, name, day)
    inspectors = corrector.inspectors(inspectors)
    return Header(
        title=title,
        authority=corrected,
        authority_printed=name.value if name else None,
        visits=visits,
        published=published,
        inspectors=inspectors,
        variant=variant,
        variant_inferred=inferred,
        theme=_theme(document, profile, front),
        problems=corrector.unanswered(problems, of_header=True),
    )


def _untitled(title: Printed[str] | None) -> tuple[Problem, ...]:
    if title is None:
        return (Problem("no-title", "no title was found on the first page"),)
    return ()


def _variant(
    profile: Profile | None, title: Printed[str] | None, visits: tuple[Visit, ...]
) -> tuple[str | None, bool]:
    """The notation of the variant, and whether it follows from the days only."""
    if profile is None:
        return None, False
    for variant, pattern in profile.header.variants.items():
        if title and pattern.match(title.value):
            return variant, False
    short = profile.header.short_days
    if short is None or not visits:
        return None, False
    days = (visits[0].end - visits[0].start).days + 1
    return ("short" if days <= short and len(visits) == 1 else "standard"), True


def _theme(document: Document, profile: Profile | None, front: int) -> Printed[str] | None:
    for pattern in profile.header.theme if profile else ():
        match = pattern.search(document.text, 0, front)
        if match:
            return Printed(" ".join(match["theme"].split()), quote(document, *match.span("theme")))
    return None


#: What follows a title on a cover: labels, dates, a salutation.
AFTER_TITLE = re.compile(
    r"""
    (?: inspection\s | visit\s )? dates?\b | (?:lead|reporting)\sinspector
    | (?:report\s)?published\b | age\sgroup | judgement | reference\sno | dear\b | ©
    | this\sletter | \d{1,2}\s\w+\s\d{4}
    """,
    re.I | re.X,
)
#: Blocks that the title of a report of no known family may run over.
UNKNOWN_BLOCKS = 3


def title_block(document: Document, profile: Profile | None) -> int | None:
    """The index of the block with which the title begins, None if there is none."""
    if profile:
        return title_place(document, profile)
    front = document.blocks[:FRONT_BLOCKS]
    # no known family: what is set largest on the first page, else what stands first
    words = [
        index
        for index, block in enumerate(front)
        if document.lines[block.first].page == 1
        and re.search("[A-Za-z]{3}", document.text[block.start : block.end])
    ]
    return max(words, key=lambda index: (_weight(document, index), -index), default=None)


def read_title(document: Document, profile: Profile | None, first: int) -> Printed[str]:
    """The title that begins with the block ``first``, to the last of its lines."""
    most = profile.header.title_lines if profile else UNKNOWN_BLOCKS
    blocks = document.blocks[first : first + most]
    head = document.lines[blocks[0].first]
    end = blocks[0].start
    for number, block in enumerate(blocks):
        lines = document.lines[block.first : block.last]
        # where no size tells, the weight does: the name under a bold title is none of it
        lighter = profile is None and head.bold and not lines[0].bold
        other = lighter or lines[0].size < 0.8 * head.size
        if number and (other or is_prose(document.text[block.start : block.end])):
            break
        # labels set in the title's own type may be part of its block
        kept = next((i for i, line in enumerate(lines) if AFTER_TITLE.match(line.text)), len(lines))
        if kept:
            end = lines[kept - 1].end
        if kept < len(lines):
            break
    return _printed(document, blocks[0].start, max(end, head.end))


def with_name(document: Document, title: Printed[str], name: Printed[str]) -> Printed[str]:
    """The title with the authority's name that stands on the line just above it."""
    if document.text[name.quote.end : title.quote.start] != "\n":
        return title
    return _printed(document, name.quote.start, title.quote.end)


def _weight(document: Document, index: int) -> tuple[float, bool]:
    line = document.lines[document.blocks[index].first]
    return (round(line.size), line.bold)


def _printed(document: Document, start: int, end: int) -> Printed[str]:
    span = quote(document, start, end)
    return Printed(" ".join(span.text.split()), span)
