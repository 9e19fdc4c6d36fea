"""What was not understood of a report's headings and lists, so that a person can look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from kg.documents import Block, Document
from kg.knowledge.profile import ImprovementsForm
from kg.reports.listing import Doubt, ListItem
from kg.reports.listmarks import words_of
from kg.reports.lists import ListRead, item_text
from kg.reports.model import Problem
from kg.reports.outline import Part


def doubt_headings(
    document: Document, form: ImprovementsForm, parts: Sequence[Part]
) -> Iterator[Problem]:
    """The headings that were known loosely, those that ended a list unknown, and hints of lists."""
    for part in parts:
        if part.heading is None:
            continue
        page = document.page_at(document.blocks[part.heading].start)
        words = " ".join(part.text.split())
        if part.loose:
            yield Problem(
                "loose-heading",
                f"\u201c{words}\u201d on page {page} was taken for a heading of {_what(part)}, "
                "though its words are not those that the profile knows: look whether it is one",
                page,
                words,
            )
        elif part.ended_list and _has_marks(document, part):
            yield Problem(
                "list-ended",
                f"\u201c{words}\u201d on page {page} is no heading that the profile knows, and was "
                "taken for the end of the list above it, though bullets or numbers follow: look "
                "whether they are items",
                page,
                words,
            )
        elif (
            not part.named
            and _has_marks(document, part)
            and (any(pattern.search(words) for pattern in form.hints))
        ):
            yield Problem(
                "list-heading-unknown",
                f"\u201c{words}\u201d on page {page} may be the heading of a list, though it is "
                "none that the profile knows, and what stands under it was not taken for items: "
                "look whether they are some",
                page,
                words,
            )


def _what(part: Part) -> str:
    return part.items or part.strand or part.kind or "a part"


def _has_marks(document: Document, part: Part) -> bool:
    blocks = document.blocks[part.first : part.last]
    return any(block.bullet or block.number for block in blocks)


#: What an item ends with if it is whole.
WHOLE = re.compile(r"[.?!;:)][\u2019\u201d')\]]*$")
#: Of the other items so many (a share) end with a mark where items do.
MOST = 0.6
#: Fewer items with a mark than this say nothing of the others: the last of a list has one anyway.
SIBLINGS = 2
#: Points: a line that ends nearer to the right edge than this may go on.
FULL = 36.0
#: An item this many times as long as the middle one, and so long (characters), is looked at.
TIMES = 5
LONG = 700
#: A list of fewer items has no middle one to speak of.
SOME = 4

#: So much (characters) of the words is shown in the sentence.
SHOWN = 80

#: What is odd, and what to do about it.
SAID = {
    Doubt.STRAY: (
        "a paragraph without a bullet or number in a list was not taken",
        "look whether it is an item",
    ),
    Doubt.UNMARKED: (
        "a paragraph without a bullet or number was taken for an item of a list",
        "look whether it is one",
    ),
    Doubt.JOINED: (
        "a second paragraph was taken for part of the item above it",
        "look whether it is an item of its own",
    ),
    Doubt.NUMBER: (
        "the number of an item does not follow that of the item above it",
        "look whether an item is missing",
    ),
    Doubt.HEADING: (
        "a line like a heading in a list was taken for the list's end",
        "look whether items follow it",
    ),
    Doubt.TOPIC: (
        "a line like a heading between the bullets of a list was taken for a topic",
        "look whether it is an item",
    ),
    Doubt.OTHER_MARKS: (
        "numbers behind the bullets of a list were not taken for items",
        "look whether they are some",
    ),
}


def doubt_lists(
    document: Document, form: ImprovementsForm, parts: Sequence[Part], lists: Sequence[ListRead]
) -> Iterator[Problem]:
    """What is missing or odd in the lists of a report."""
    yield from _missing(document, form, parts, lists)
    for number, read in enumerate(lists):
        below = lists[number + 1] if number + 1 < len(lists) else None
        yield from _said_of_list(document, read, below)
        for listing in read.listings:
            for doubt, block in listing.doubts:
                yield _problem(document, doubt.value, *SAID[doubt], block)
        yield from _said_of_items(document, [item for *_, item in read.items])


def _missing(
    document: Document, form: ImprovementsForm, parts: Sequence[Part], lists: Sequence[ListRead]
) -> Iterator[Problem]:
    """The bodies to which the report says nothing, though reports of its family do."""
    if not form.expected or not parts:
        return
    spoken = {part.about for read in lists for part in read.parts}
    bodies = {parts[0].about} | {
        part.about
        for part in parts
        if part.kind and any(block.number for block in document.blocks[part.first : part.last])
    }
    for body in sorted(bodies - spoken):
        own = [part for part in parts if part.about is body and part.kind]
        if any(_says_none(document, form, part) for part in own):
            continue
        said = f"no list of what the {body.value} is to improve was found"
        begins = next((part.heading for part in own if part.heading is not None), None)
        ask = "nearly every report of its family has one: look whether it prints none"
        if begins is None:
            yield Problem("no-list", f"{said}; {ask}")
        else:
            heading = document.blocks[begins]
            words = " ".join(words_of(document, heading).split())
            page = document.page_at(heading.body)
            message = f"{said} from page {page} on, where {words!r} stands; {ask}"
            yield Problem("no-list", message, page, words)


def _says_none(document: Document, form: ImprovementsForm, part: Part) -> bool:
    """Whether a sentence of a part says that it has no list."""
    blocks = document.blocks[part.first : part.last]
    return bool(form.without and blocks) and any(
        pattern.fullmatch(document.text[start:end])
        for start, end in document.sentences_in(blocks[0].start, blocks[-1].end)
        for pattern in form.without
    )


def _said_of_list(document: Document, read: ListRead, below: ListRead | None) -> Iterator[Problem]:
    heading = document.blocks[read.parts[0].heading or 0]
    introduces = below is not None and read.parts[-1].last == below.parts[0].heading
    if read.remain:
        yield _problem(
            document,
            "earlier-list-stands",
            "a list says that what an earlier report asked still stands",
            "look for it in the earlier one, as it is not among this report's items",
            read.remain[0],
        )
    elif not read.items and not read.nothing and (read.blocks or not introduces):
        yield _problem(
            document, "empty-list", "no item was found under the heading of a list",
            "look what stands there", heading,
        )  # fmt: skip
    if read.unmarked:
        yield _problem(
            document,
            "list-without-marks",
            "a list has no bullets and no numbers: each of its paragraphs was taken for an item",
            "look whether each is one",
            heading,
        )


def _said_of_items(document: Document, items: Sequence[ListItem]) -> Iterator[Problem]:
    lasts = [max(item.blocks, key=lambda block: block.end) for item in items]
    whole = [WHOLE.search(words_of(document, last)) is not None for last in lasts]
    lengths = [len(item_text(document, item)) for item in items]
    # where the next item stands right below, nothing of this one can be lost
    below = {(item.own[0].first, document.lines[item.own[0].first].page) for item in items}
    for item, last, ended, length in zip(items, lasts, whole, lengths, strict=True):
        others = sum(whole) - ended
        if (
            not ended
            and others >= max(SIBLINGS, MOST * (len(items) - 1))
            and (last.last, document.lines[last.last - 1].page) not in below
            and _may_go_on(document, last)
        ):
            yield _problem(
                document, "item-cut-short",
                "an item has no mark at its end, and its last line is full",
                "look whether it goes on", last,
            )  # fmt: skip
        if len(items) >= SOME and length > max(LONG, TIMES * median(lengths)):
            yield _problem(
                document, "long-item", "an item is much longer than the others of its list",
                "look where it ends", item.own[0],
            )  # fmt: skip


def _may_go_on(document: Document, block: Block) -> bool:
    """Whether the last line of a block is full, or what follows goes on with its sentence."""
    line = document.lines[block.last - 1]
    text = document.text[block.end :].lstrip()
    if line.x1 is None:
        return text[:1].islower()
    near = (each.x1 for each in document.lines if each.page == line.page and each.x1 is not None)
    return max(near) - line.x1 < FULL


def _problem(document: Document, code: str, said: str, ask: str, block: Block) -> Problem:
    words = " ".join(words_of(document, block).split())
    page = document.page_at(block.body)
    shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " ..."
    return Problem(code, f"{said} (page {page}: {shown!r}): {ask}", page, words)
