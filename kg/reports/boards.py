"""The boards and partnerships that a report names: one for each authority and kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.knowledge.bodies import Bodies
from kg.knowledge.words import plain
from kg.language.boards import BoardName, BoardNames
from kg.language.ends import End, find_ends
from kg.language.otherboards import OtherNames
from kg.reports.evidence import Board, Mention, Unplaced
from kg.reports.outline import Part, quote
from kg.reports.places import Places
from kg.reports.quotes import About

#: Parts that say the same in every report.
SILENT = {"boilerplate", "team", "main-findings-record"}
#: The board that a part about a board means, where it says no more than "the board".
SUBJECT = "lscb"
#: "the board" and what is like it.
ALONE, ALONE_WORD = re.compile(r"\b[Tt]h(?:e|is) \Z"), "board"
#: The kind of trust that came to run an authority's services, and the day the first were known.
TRUST, TRUSTS_SINCE = "childrens-partnership-board", date(2018, 1, 1)
IS_TRUST = re.compile(r"[Tt]rusts?\Z")


@dataclass(frozen=True, slots=True)
class _Named:
    """One place where a board is named."""

    start: int
    end: int
    kind: str
    authority: str | None
    #: end of the key of a board of no kind
    name: str | None = None
    #: False for an abbreviation or "the board", which is no name to show
    full: bool = True

    @property
    def key(self) -> str:
        return "/".join(part for part in (self.authority, self.kind, self.name) if part)


def read_boards(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    fieldwork_end: date | None,
    knowledge: Knowledge,
    bodies: Bodies,
) -> tuple[tuple[Board, ...], tuple[Mention, ...], tuple[Unplaced, ...]]:
    """The boards that a report names, every place where it does, and names that fit nothing.

    ``authority`` is the slug of the report's own authority, whose board a board is unless the
    report names another's.  A kind counts from the day on which such boards are known.
    """
    text = document.text
    places = Places(knowledge.register, authority, fieldwork_end)
    silent = _inside([_span(document, part) for part in parts if part.kind in SILENT])
    known = _known(bodies, fieldwork_end)
    names, others = _names(bodies), _others(bodies)
    low = text.lower()
    ends = find_ends(low, sorted(names.ends | others.ends))
    spoken = [
        each
        for each in names.find(text, low, ends)
        if each.kind in known and not silent(each.start)
    ]
    if fieldwork_end is None or fieldwork_end >= TRUSTS_SINCE:
        spoken = _without_providers(text, spoken, places)
    named: list[_Named] = []
    short: dict[str, _Named] = {}
    for each in spoken:
        whose, start = places.whose(text, each.before, each.start)
        named.append(_Named(start, each.end, each.kind, whose))
        if each.short:
            short.setdefault(each.short, named[-1])
    named += [each for each in _short(text, short, named) if not silent(each.start)]
    short.clear()
    taken = [(each.start, each.end) for each in named]
    for each in others.find(text, low, ends, places.has):
        if silent(each.start) or any(a < each.end and each.start < b for a, b in taken):
            continue
        name = _key(text[each.start : each.end])
        same = next((one.name for one in named if one.name and _same(one.name, name)), name)
        named.append(_Named(each.start, each.end, "other", authority, same))
        if each.short:
            short.setdefault(each.short, named[-1])
    named += [each for each in _short(text, short, named) if not silent(each.start)]
    named.sort(key=lambda each: each.start)
    named += _alone(document, parts, ends, named, authority)
    named.sort(key=lambda each: each.start)
    return _boards(document, named), _mentions(document, named), ()


def _key(name: str) -> str:
    """The end of the key of a board of no kind."""
    return "-".join(word for word in plain(name).split() if word not in {"and", "of", "the"})


def _same(one: str, other: str) -> bool:
    """Whether two keys are of one board: "prevent-board" is the "multi-agency-prevent-board"."""
    one, other = one.removesuffix("-board"), other.removesuffix("-board")
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")


def _known(bodies: Bodies, on: date | None) -> set[str]:
    """The kinds of board that there are on a day."""
    return {
        kind.notation
        for kind in bodies.kinds
        if kind.valid_from is None or on is None or on >= kind.valid_from
    }


@lru_cache(maxsize=4)
def _names(bodies: Bodies) -> BoardNames:
    kinds = [(kind.notation, kind.labels) for kind in bodies.kinds]
    return BoardNames.of(kinds, bodies.names.working, bodies.names.not_of_a_kind)


@lru_cache(maxsize=4)
def _others(bodies: Bodies) -> OtherNames:
    words = bodies.names
    return OtherNames.of(
        ends=words.ends,
        groups=words.groups,
        strategic=words.strategic,
        deciding=words.deciding,
        topics=words.topics,
        generic=words.generic,
        never=words.never,
    )


def _span(document: Document, part: Part) -> tuple[int, int]:
    blocks = document.blocks
    first = part.first if part.heading is None else part.heading
    if first >= part.last:
        return 0, 0
    return blocks[first].start, blocks[part.last - 1].end


def _inside(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether an offset is in one of some spans."""
    return lambda offset: any(start <= offset < end for start, end in spans)


def _without_providers(
    text: str, spoken: list[BoardName], places: Places
) -> list[BoardName]:
    """No "Marlowe Children's Trust" that runs services, nor what is short for it."""
    trusts = [each for each in spoken if each.kind == TRUST and IS_TRUST.search(text, each.start, each.end)]
    if not any(text[each.start].isupper() and places.named(text, each.before, each.start) for each in trusts):
        return spoken
    return [each for each in spoken if each not in trusts]


def _short(text: str, short: dict[str, _Named], named: list[_Named]) -> Iterator[_Named]:
    """The places where a board is named by the abbreviation that the report gave it."""
    if not short:
        return
    taken = _inside([(each.start, each.end) for each in named])
    for form, board in short.items():
        for start, end in _whole(text, form):
            if not taken(start):
                yield _Named(start, end, board.kind, board.authority, board.name, full=False)


def _whole(text: str, form: str) -> Iterator[tuple[int, int]]:
    """The places of an abbreviation as a whole word."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(form, end)


def _alone(
    document: Document,
    parts: Sequence[Part],
    ends: Sequence[End],
    named: list[_Named],
    authority: str | None,
) -> Iterator[_Named]:
    """Each "the board": the board that its part is about, or the last one its paragraph names."""
    about = _inside([_span(document, part) for part in parts if part.about is About.BOARD])
    blocks = [block.start for block in document.blocks]
    starts = [each.start for each in named]
    for last in ends:
        the = ALONE.search(document.text, max(last.start - 5, 0), last.start)
        if last.word != ALONE_WORD or the is None:
            continue
        before = bisect_right(starts, last.start) - 1
        block = blocks[bisect_right(blocks, last.start) - 1]
        if about(last.start):
            yield _Named(the.start(), last.end, SUBJECT, authority, full=False)
        elif before >= 0 and starts[before] >= block and the.start() >= named[before].end:
            board = named[before]
            yield _Named(
                the.start(), last.end, board.kind, board.authority, board.name, full=False
            )


def _boards(document: Document, named: list[_Named]) -> tuple[Board, ...]:
    text = document.text
    by_key: dict[str, list[_Named]] = {}
    for each in named:
        by_key.setdefault(each.key, []).append(each)
    boards = []
    for key, places in by_key.items():
        full = [text[each.start : each.end] for each in places if each.full]
        names = tuple(dict.fromkeys(" ".join(name.split()) for name in full))
        first = next((each for each in places if each.full), None)
        if first is None:
            continue
        boards.append(
            Board(
                key,
                first.kind,
                first.authority,
                max(names, key=len),
                names,
                quote(document, first.start, first.end),
            )
        )
    return tuple(boards)


def _mentions(document: Document, named: list[_Named]) -> tuple[Mention, ...]:
    return tuple(
        Mention("board", each.key, quote(document, each.start, each.end)) for each in named
    )
