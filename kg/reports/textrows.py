"""The rows of a table in a text without positions: what follows each other.

Here only the order tells: a label and then its value, all labels and then as many values, or both
in one paragraph.  What could be read in two ways is given as one row of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.documents import Block, Document
from kg.reports.tablerows import TableWords

#: A cell is at most this long (characters).
LONGEST = 160
#: A label or value may be printed as so many paragraphs.
PIECES = 3

#: Words with their offsets in the clean text.
Piece = tuple[str, int, int]
#: The labels and the values of a row, and whether it is printed where one ends and one begins.
Cells = tuple[tuple[Piece, ...], tuple[Piece, ...], bool]

#: Between a label and its value in one line.
MARKS = " :–-"


class What(Enum):
    """What a paragraph is in a table."""

    LABEL = "label"
    VALUE = "value"
    ROW = "row"
    #: words that end in a value or begin with a label; a row only beside another row
    PERHAPS = "perhaps a row"
    HEAD = "head"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FoundCells:
    """One or more paragraphs that are a cell or a row."""

    what: What
    pieces: tuple[Piece, ...]
    parted: bool = True


def text_rows(document: Document, blocks: Sequence[Block], words: TableWords) -> Iterator[Cells]:
    """The labels and the values of each row; a plain row has one of each.

    Labels without values are given only between rows: elsewhere they may be headings.
    """
    rows = list(_rows(document, blocks, words))
    whole = [index for index, (_, values, _) in enumerate(rows) if values]
    if whole:
        yield from rows[whole[0] : whole[-1] + 1]


def _rows(document: Document, blocks: Sequence[Block], words: TableWords) -> Iterator[Cells]:
    found = [each for each in _cells(document, blocks, words) if each.what is not What.HEAD]
    index = 0
    while index < len(found):
        here = found[index]
        if here.what in (What.ROW, What.PERHAPS):
            if here.what is What.ROW or _beside_row(found, index):
                yield here.pieces[:1], here.pieces[1:], here.parted
            index += 1
            continue
        labels = _run(found, index, What.LABEL)
        values = _run(found, index + len(labels), What.VALUE)
        index += len(labels) + len(values) or 1
        if not labels and values and (before := _before(found, index - len(values))):
            labels = [before]  # words that are no known label
        if len(labels) == len(values):
            for label, value in zip(labels, values, strict=True):
                yield label.pieces, value.pieces, True
        elif not values:
            for label in labels:
                yield label.pieces, (), True
        else:
            yield (
                tuple(piece for label in labels for piece in label.pieces),
                tuple(piece for value in values for piece in value.pieces),
                True,
            )


def _run(found: Sequence[FoundCells], first: int, what: What) -> list[FoundCells]:
    last = first
    while last < len(found) and found[last].what is what:
        last += 1
    return list(found[first:last])


def _beside_row(found: Sequence[FoundCells], index: int) -> bool:
    near = (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2])
    return any(each.what is What.ROW for each in near)


def _before(found: Sequence[FoundCells], index: int) -> FoundCells | None:
    return found[index - 1] if index and found[index - 1].what is What.OTHER else None


def _cells(document: Document, blocks: Sequence[Block], words: TableWords) -> Iterator[FoundCells]:
    index = 0
    while index < len(blocks):
        for pieces in range(1, PIECES + 1):
            group = blocks[index : index + pieces]
            start, end = group[0].body, group[-1].end
            if len(group) < pieces or end - start > LONGEST:
                continue
            found = _cell(" ".join(document.text[start:end].split()), start, end, words)
            if found and (pieces == 1 or found.what is not What.PERHAPS):
                yield found
                index += pieces
                break
        else:
            block = blocks[index]
            text = document.text[block.body : min(block.end, block.body + LONGEST)]
            yield FoundCells(What.OTHER, ((" ".join(text.split()), block.body, block.end),))
            index += 1


def _cell(text: str, start: int, end: int, words: TableWords) -> FoundCells | None:
    """A label, a value, or a label with its value behind it."""
    for what, known in ((What.HEAD, words.head), (What.VALUE, words.value),
                        (What.LABEL, words.label)):  # fmt: skip
        if known(text):
            return FoundCells(what, ((text, start, end),))
    spaces = [cut for cut, letter in enumerate(text) if letter == " "]
    for cut in spaces:
        if words.value(text[:cut]) and words.label(text[cut + 1 :]):
            return FoundCells(What.ROW, ((text[cut + 1 :], start, end), (text[:cut], start, end)))
    for cut in spaces:
        if words.value(text[cut + 1 :]):
            label = text[:cut].strip(MARKS)
            pieces = ((label, start, end), (text[cut + 1 :], start, end))
            if words.label(label):
                return FoundCells(What.ROW, pieces)
            before = _labelled(text, spaces, start, end, words)
            return before or FoundCells(What.PERHAPS, pieces, parted=len(label) < cut)
    return _labelled(text, spaces, start, end, words)


def _labelled(
    text: str, spaces: Sequence[int], start: int, end: int, words: TableWords
) -> FoundCells | None:  # fmt: skip
    """A known label with other words behind it, which may be a value.

    Words that go on in small letters or a bracket are a sentence's: "Children's services in ...".
    """
    for cut in reversed(spaces):
        label = text[:cut].strip(MARKS)
        if words.label(label):
            value = text[cut + 1 :].strip(MARKS)
            goes_on = value[:1].islower() or value[:1] == "("
            if goes_on and len(label) == cut:
                return None
            return FoundCells(What.PERHAPS, ((label, start, end), (value, start, end)))
    return None
