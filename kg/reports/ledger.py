"""The reading ledger: every printed line of a document has one owner, or is told as unread.

A line belongs to what was read from it: a field of the header, a heading, a judgement's row, an
item of a list, a paragraph, ...  What no reader took is standing text if the section in which it
stands, or the profile's table ``[standing]`` (`StandingForm`), says that it is the same in every
report; the head of a letter and its signatures are told by where they stand.  The rest is unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.documents import Document, Line
from kg.knowledge.sectionkinds import Trait
from kg.reports.footnotes import note_lines
from kg.reports.model import Problem, Report
from kg.reports.outline import Part
from kg.reports.profile import Profile
from kg.reports.quotes import Quote, quotes
from kg.text.words import one_line


class Owner(StrEnum):
    """What a printed line is part of."""

    TITLE = "title"
    HEADER = "header field"
    TEAM = "team"
    HEADING = "heading"
    JUDGEMENT = "judgement"
    ITEM = "item"
    STEP = "statement or next step"
    PARAGRAPH = "paragraph"
    FIGURE = "figure"
    STANDING = "standing text"
    FURNITURE = "furniture"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class OwnedLine:
    """One printed line and its owner."""

    line: Line
    owner: Owner


#: Fields of a report whose quotes own lines, the surest owner first.
OWNERS = (
    ("title", Owner.TITLE),
    ("judgements", Owner.JUDGEMENT),
    ("recommendations", Owner.ITEM),
    ("sections", Owner.HEADING),
    ("authority", Owner.HEADER),
    ("visits", Owner.HEADER),
    ("published", Owner.HEADER),
    ("theme", Owner.HEADER),
    ("inspectors", Owner.TEAM),
    ("statements", Owner.STEP),
    ("next_steps", Owner.STEP),
    ("paragraphs", Owner.PARAGRAPH),
    ("facts", Owner.FIGURE),
    ("earlier", Owner.PARAGRAPH),
)
#: Traits of sections that say nothing of the report at hand, and what their lines are.
SILENT = {
    Trait.STANDING: Owner.STANDING,
    Trait.RECORD: Owner.JUDGEMENT,
    Trait.ADDRESSES: Owner.HEADER,
    Trait.INSPECTORS: Owner.TEAM,
}
#: A topic above the items of a list, or what leads in to them: "Care leavers", "Of this number:".
TOPIC = re.compile(r"[A-Z\u2018\u201c][^.;]{2,140}[\w\u2019)]:?")
#: A line without a letter is a rule, a lone bullet, or a page's or paragraph's number.
WORD = re.compile(r"[^\W\d_]")
#: Lines behind "Yours sincerely" that may be signatures.
SIGNATURES = 45
#: What is shorter than this (characters) and ends in a grade is the grade alone.
SHORTEST = 35
#: So much (characters) of unread text is quoted.
SHOWN = 240


def read_ledger(
    document: Document, profile: Profile | None, parts: Sequence[Part], report: Report
) -> tuple[OwnedLine, ...]:
    """The owner of each line of a document: its text in reading order, then what is none."""
    owners = _owners(document, report)
    if profile is not None:
        _own_letter(document, profile, owners)
        for at in note_lines(document):
            owners[at] = owners[at] or Owner.FURNITURE
        _own_lists(document, report, owners)
        _own_standing(document, profile, parts, owners)
        _own_short(document, profile, parts, report, owners)
    body = (
        OwnedLine(line, owner or Owner.UNREAD)
        for line, owner in zip(document.lines, owners, strict=True)
        if WORD.search(line.text)
    )
    return (*body, *_others(document))


def unread(entries: Iterable[OwnedLine], told: Sequence[Problem] = ()) -> Iterator[Problem]:
    """What nothing was read from: one problem for lines that follow each other on a page.

    What a problem among ``told`` quotes, or quotes most of, is not told twice.
    """
    quoted = [_letters(problem.text) for problem in told if problem.text]
    for problem in _runs(entries):
        words = _letters(problem.text or "")
        if not any(
            words in each or (each in words and 2 * len(each) > len(words)) for each in quoted
        ):
            yield problem


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _runs(entries: Iterable[OwnedLine]) -> Iterator[Problem]:
    run: list[Line] = []
    for entry in entries:
        ended = entry.owner is not Owner.UNREAD or (run and entry.line.page != run[0].page)
        if run and ended:
            yield _unread(run)
            run = []
        if entry.owner is Owner.UNREAD:
            run.append(entry.line)
    if run:
        yield _unread(run)


def _unread(lines: Sequence[Line]) -> Problem:
    words = " ".join(line.text for line in lines)
    shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " ..."
    count = "a line" if len(lines) == 1 else f"{len(lines)} lines"
    page = lines[0].page
    message = f"nothing was read from {count} on page {page}: {shown!r}"
    return Problem("unread-text", message, page, shown)


def _owners(document: Document, report: Report) -> list[Owner | None]:
    """For each line of the text, what was read from it; of two readings the surer one."""
    found: list[Owner | None] = [None] * len(document.lines)
    starts = [line.start for line in document.lines]
    # what stands beside a correction was not read from there; what it replaces was
    beside = {(done.attribute, done.quote) for done in report.corrections}
    for field, owner in OWNERS:
        own = [quote for _, quote in quotes(getattr(report, field)) if (field, quote) not in beside]
        own += (
            q for done in report.corrections if done.attribute == field for q in done.instead_of
        )
        for quote in own:
            for index in _touched(document, starts, quote):
                found[index] = found[index] or owner
    return found


def _touched(document: Document, starts: Sequence[int], quote: Quote) -> Iterator[int]:
    """The lines of which a quote holds at least a character."""
    index = max(bisect_right(starts, quote.start) - 1, 0)
    while index < len(starts) and starts[index] < quote.end:
        if document.lines[index].end > quote.start:
            yield index
        index += 1


def _own_letter(document: Document, profile: Profile, owners: list[Owner | None]) -> None:
    """The address and addressee above a letter's title, and the names under its last greeting."""
    if not profile.header.letter_date:
        return
    title = next((at for at, owner in enumerate(owners) if owner is Owner.TITLE), 0)
    for at in range(title):
        owners[at] = owners[at] or Owner.HEADER
    for pattern in (*profile.inspectors.signature, *profile.standing.signed):
        signed = [at for at, line in enumerate(document.lines) if pattern.match(line.text)]
        for at in range(signed[-1], min(signed[-1] + SIGNATURES, len(owners))) if signed else ():
            owners[at] = owners[at] or Owner.TEAM


def _own_lists(document: Document, report: Report, owners: list[Owner | None]) -> None:
    """The headings inside lists, and the bodies at the left of a table of actions."""
    groups = {one_line(item.group) for item in report.recommendations if item.group}
    bodies = [one_line(i.addressee_printed) for i in report.recommendations if i.addressee_printed]
    if not groups and not bodies:
        return
    for block in document.blocks:
        text = one_line(document.text[block.body : block.end])
        owner = Owner.HEADING if text in groups else None
        if owner is None and any(text in body for body in bodies):
            owner = Owner.ITEM
        for at in range(block.first, block.last):
            owners[at] = owners[at] or owner


def _own_standing(
    document: Document, profile: Profile, parts: Sequence[Part], owners: list[Owner | None]
) -> None:
    """What stands in a section that is the same in every report, and what the profile names."""
    for part in parts:
        owner = next((SILENT[trait] for trait in SILENT if trait in part.traits), None)
        blocks = document.blocks[part.first : part.last]
        if owner and blocks:
            for at in range(blocks[0].first, blocks[-1].last):
                owners[at] = owners[at] or owner
        if part.heading is not None:
            heading = document.blocks[part.heading]
            for at in range(heading.first, heading.last):
                owners[at] = owners[at] or (owner or Owner.HEADING)
    for block in document.blocks:
        unowned = [at for at in range(block.first, block.last) if owners[at] is None]
        owner = _named(profile, document.text[block.body : block.end]) if unowned else None
        for at in unowned:
            owners[at] = owner or _named(profile, document.lines[at].text)


def _own_short(
    document: Document, profile: Profile, parts: Sequence[Part], report: Report,
    owners: list[Owner | None],
) -> None:  # fmt: skip
    """Lines above what was read: topics inside lists, rows that name a strand, a lone grade."""
    strands = [part.strand for part in (*parts[1:], *parts[-1:])]
    for part, following in zip(parts, strands, strict=True):
        for index in range(part.first, part.last):
            block = document.blocks[index]
            if owners[block.first] is not None:
                continue
            text = one_line(document.text[block.body : block.end])
            named = {form.strand for form in profile.sections.heading if form.fits(text)} - {None}
            graded = {
                judgement.strand
                for judgement in report.judgements
                if judgement.grade and text.lower().endswith(judgement.grade.lower())
            }
            owner = None
            if named & graded or (part.strand in graded and len(text) < SHORTEST):
                owner = Owner.JUDGEMENT
            elif named & {part.strand, following} or (
                _opens(document, index, part) and TOPIC.fullmatch(text)
            ):
                owner = Owner.HEADING
            for at in range(block.first, block.last):
                owners[at] = owners[at] or owner


def _opens(document: Document, index: int, part: Part) -> bool:
    """Whether a bullet, a number or another topic comes next in the part."""
    following = document.blocks[index + 1 : min(index + 3, part.last)]
    return any(block.bullet or block.number for block in following)


def _named(profile: Profile, text: str) -> Owner | None:
    """What the profile says that a line or block is, by all its words."""
    for owner, patterns in (
        (Owner.STANDING, profile.standing.text),
        (Owner.JUDGEMENT, profile.standing.table),
        (
            Owner.HEADER,
            (*profile.header.dates, *profile.header.published, *profile.standing.header),
        ),
        (Owner.TEAM, (*profile.inspectors.lead, *profile.inspectors.team)),
    ):
        if any(pattern.fullmatch(text) for pattern in patterns):
            return owner
    lists = profile.improvements
    if any(p.search(text) for p in (*lists.nothing, *lists.remain, *lists.closing)):
        return Owner.STANDING
    if any(form.ignore and form.match.fullmatch(text) for form in profile.sections.heading):
        return Owner.HEADING
    return None


def _others(document: Document) -> Iterator[OwnedLine]:
    """The lines that are not in the text: furniture, and marks of footnotes alone on a line."""
    for line in document.all_lines:
        if line.start < 0 and WORD.search(line.text):
            yield OwnedLine(line, Owner.FURNITURE)
