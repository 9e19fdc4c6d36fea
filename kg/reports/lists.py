"""The improvement lists of a report: their items, and what they say of having none.

A list is a heading with the topics inside it.  How the items are printed, a family's profile says
in its table ``[improvements]`` (`ImprovementsForm`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.documents import Block, Document
from kg.knowledge.choices import ListForm
from kg.knowledge.profile import ImprovementsForm
from kg.knowledge.sectionkinds import Trait
from kg.reports.listing import Listing, ListItem
from kg.reports.listitems import read_items, read_paragraphs
from kg.reports.listmarks import has_marks, has_numbers, with_letters, words_of
from kg.reports.listrows import read_rows
from kg.reports.outline import Part

#: A numbered item that is only a heading over bullets has no mark at its end.
NO_END_MARK = re.compile(r"[\w\u2019')\]]$")
#: A sub-item that ends in the word that links it to the next: "...; and".
LINKED = re.compile(r"[;,] (?:and|or)$")
DASHES = "\u2013-"
#: A list of one paragraph and no mark: a paragraph of more words is prose about the list.
FEW_WORDS = 40


@dataclass(slots=True)
class ListRead:
    """One list: the parts under its heading and its topics, and what they hold."""

    parts: list[Part]
    #: the blocks that have words
    blocks: list[Block] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    #: (part, heading inside the list, body named, item), in reading order
    items: list[tuple[Part, str | None, str | None, ListItem]] = field(default_factory=list)
    #: True if a sentence says that there is nothing to do
    nothing: bool = False
    #: blocks that say that what an earlier report asked still stands
    remain: list[Block] = field(default_factory=list)
    #: True if the list has no bullets and no numbers, so that its paragraphs are its items
    unmarked: bool = False


def read_lists(document: Document, form: ImprovementsForm, parts: Sequence[Part]) -> list[ListRead]:
    """The lists of a report in reading order."""
    return [_read_list(document, form, group) for group in _lists(parts)]


def item_text(document: Document, item: ListItem) -> str:
    """The item's words; sub-items joined by "; ", a lead-in and its first part by a space."""
    text = _words(document, item.own)
    for index, part in enumerate(item.parts):
        words = _words(document, part)
        goes_on = text[-1:] in ",;:" or LINKED.search(text) or (index == 0 and text[-1:] in DASHES)
        glue = " " if goes_on else "; "
        text += glue + words
    return text


def _lists(parts: Sequence[Part]) -> list[list[Part]]:
    """Each heading of a list with the topics inside it, and with what goes on behind a box."""
    lists: list[list[Part]] = []
    above: Part | None = None
    for part in parts:
        if part.items:
            inside = part.topic and above is not None and above.items is not None
            goes_on = part.resumed is not None and any(
                each.heading == part.resumed for each in (lists[-1] if lists else ())
            )
            if lists and (inside or goes_on):
                lists[-1].append(part)
            else:
                lists.append([part])
        above = part
    return lists


def _read_list(document: Document, form: ImprovementsForm, parts: list[Part]) -> ListRead:
    read = ListRead(parts)
    if form.items is ListForm.ROWS:
        for part in parts:
            topic = _topic(part)
            for body, item in read_rows(document, part, form.row_start):
                _keep(document, form, read, (part, topic, body, item))
        return read
    blocks: list[list[Block]] = []
    for part in parts:
        if part.heading is None and blocks:
            # the list goes on behind a box: an item may, too
            blocks[-1] += _blocks(document, form, part)
        else:
            blocks.append(_blocks(document, form, part))
    headed = [part for part in parts if part.heading is not None or part is parts[0]]
    if not has_marks(document, [block for each in blocks for block in each]):
        blocks = [with_letters(document, each) for each in blocks]
    read.blocks = every = [block for each in blocks for block in each]
    if not has_marks(document, every):
        _read_unmarked(document, form, read, headed, blocks)
        return read
    numbers = has_numbers(document, every, form)
    for part, each in zip(headed, blocks, strict=True):
        listing = read_items(document, each, form, numbers=numbers)
        read.listings.append(listing)
        _keep_said(document, form, read, listing.before)
        said = _keep_said(document, form, read, [block for _, block in listing.doubts])
        listing.doubts = [each for each in listing.doubts if each[1] not in said]
        for group, item in _grouped(document, listing.items):
            _keep(document, form, read, (part, group or item.group or _topic(part), None, item))
    return read


def _read_unmarked(
    document: Document,
    form: ImprovementsForm,
    read: ListRead,
    parts: Sequence[Part],
    blocks: Sequence[Sequence[Block]],
) -> None:
    """The items of a list without bullets and numbers are its paragraphs."""
    found: list[tuple[Part, ListItem]] = []
    for part, each in zip(parts, blocks, strict=True):
        listed = []
        for block in each:
            if any(pattern.search(words_of(document, block)) for pattern in form.closing):
                break
            listed.append(block)
        said = _keep_said(document, form, read, listed)
        listed = [block for block in listed if block not in said]
        found += [(part, item) for item in read_paragraphs(document, listed)]
    alone = len(found) == 1 and len(words_of(document, found[0][1].own[0]).split()) > FEW_WORDS
    if found and not alone and not read.remain:
        read.unmarked = True
        for part, item in found:
            _keep(document, form, read, (part, _topic(part), None, item))


def _keep(
    document: Document,
    form: ImprovementsForm,
    read: ListRead,
    found: tuple[Part, str | None, str | None, ListItem],
) -> None:
    """Add an item, unless it says that there is none, or that those of an earlier report stand."""
    item = found[-1]
    if not _keep_said(document, form, read, [item.own[0]], item_text(document, item)):
        read.items.append(found)


def _keep_said(
    document: Document,
    form: ImprovementsForm,
    read: ListRead,
    blocks: Sequence[Block],
    text: str | None = None,
) -> list[Block]:
    """The blocks that say that there is nothing, or nothing new, to do; the list learns it."""
    said = []
    for block in blocks:
        words = text or " ".join(words_of(document, block).split())
        if any(pattern.search(words) for pattern in form.remain):
            read.remain.append(block)
            said.append(block)
        elif any(pattern.search(words) for pattern in form.nothing):
            read.nothing = True
            said.append(block)
    return said


def _blocks(document: Document, form: ImprovementsForm, part: Part) -> list[Block]:
    """The blocks under a heading, without what is said before a list."""
    return [
        block
        for block in document.blocks[part.first : part.last]
        if block.body < block.end
        and not any(pattern.search(words_of(document, block)) for pattern in form.lead_in)
    ]


def _topic(part: Part) -> str | None:
    return part.text if part.topic and Trait.TIMESCALE not in part.traits else None


def _grouped(
    document: Document, items: Sequence[ListItem]
) -> Iterator[tuple[str | None, ListItem]]:
    """The items; a number that is only a heading over bullets gives its bullets instead.

    Such a heading has no mark at its end, and the bullets under it are sentences of their own.  A
    lead-in ends in a colon, or its bullets go on with its sentence in small letters.
    """
    for item in items:
        own = _words(document, item.own)
        starts = [document.text[part[0].body] for part in item.parts]
        if item.number and starts and NO_END_MARK.search(own) and all(map(str.isupper, starts)):
            for blocks in item.parts:
                yield own, ListItem(None, blocks)
        else:
            yield None, item


def _words(document: Document, blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(words_of(document, block).split()) for block in blocks)
