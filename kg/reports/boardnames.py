"""Every place where a report names a board: by a name, by an abbreviation, or as "the board"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.knowledge.bodies import BoardKind, Bodies
from kg.knowledge.sectionkinds import Trait
from kg.language.anchors import End, alone, find_ends
from kg.language.boards import BoardName, BoardNames
from kg.language.otherboards import OtherNames
from kg.reports.evidence import Unplaced
from kg.reports.outline import Part, quote
from kg.reports.places import Places
from kg.reports.quotes import About, Spans
from kg.text.words import normalise, without_capitals

#: What stands before a "board" that is not named.
ALONE, ALONE_WORD = re.compile(r"\b[Tt]h(?:e|is) \Z"), "board"
#: A name, or an abbreviation, of what is called a board.
BOARD = re.compile(r"(?:[Bb]oard|B)\Z")
IS_TRUST = re.compile(r"[Tt]rusts?\Z")
#: The name of a place before "Children's Trust" is at most so long (characters).
PLACE = 72
#: What follows an abbreviation that is only a part of another name ("MASA-based Delivery Group").
PART = re.compile(r"-[a-z]+ [A-Z]")
#: Words that do not count in the key of a board of no kind.
SMALL = {"and", "of", "the", "for"}


@dataclass(frozen=True, slots=True)
class NamedBoard:
    """One place where a board is named."""

    start: int
    end: int
    kind: str
    authority: str | None
    #: end of the key of a board of no kind, None for the others
    name: str | None = None
    #: the abbreviation that the report gives with the name, or None
    short: str | None = None
    #: False for an abbreviation or "the board", which is no name to show
    full: bool = True

    @property
    def key(self) -> str:
        """`Board.key`."""
        return "/".join(part for part in (self.authority, self.kind, self.name) if part)

    def again(self, start: int, end: int) -> NamedBoard:
        """The same board at another place, without its name."""
        return replace(self, start=start, end=end, short=None, full=False)


def find_boards(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    on: date | None,
    knowledge: Knowledge,
    bodies: Bodies,
    subject: str | None = None,
) -> tuple[list[NamedBoard], list[Unplaced]]:
    """What `read_boards` makes boards of: places in order, and names unplaced."""
    text = document.text
    low = without_capitals(text)
    kinds, others = finders(bodies)
    ends = find_ends(low, sorted(kinds.ends | others.ends))
    silent = _spans(document, parts, lambda part: Trait.BOARDS not in part.traits)
    places = Places(knowledge.register, authority, on, bodies.places.larger)
    spoken = [each for each in kinds.find(text, low, ends) if each.start not in silent]
    found, unplaced = _of_kinds(document, spoken, places, bodies)
    found += _by_abbreviation(text, found, found, silent)
    spoken = [each for each in others.find(text, low, ends, places.has) if each.start not in silent]
    more = _of_no_kind(text, spoken, found, authority)
    found += more
    found += _by_abbreviation(text, more, found, silent)
    found.sort(key=lambda each: each.start)
    spoken_ends = [end for end in ends if end.start not in silent]
    found += list(_alone(document, parts, spoken_ends, found, authority, subject))
    found.sort(key=lambda each: each.start)
    return found, unplaced


def _of_kinds(
    document: Document, spoken: Sequence[BoardName], places: Places, bodies: Bodies
) -> tuple[list[NamedBoard], list[Unplaced]]:
    """The names of known kinds, each with the authority whose board it is."""
    text = document.text
    kinds = bodies.kinds
    since = {notation: kind.valid_from or date.min for notation, kind in kinds.items()}
    found, unplaced = [], []
    trusts = _trusts(text, spoken, places, bodies)
    providers = any(
        # "Marlowe and the Fells Children's Trust": small words may stand inside the place's name
        text[each.start].isupper()
        and places.names_one(text, max(each.start - PLACE, 0), each.start)
        for each in trusts
    )
    for each in spoken:
        if providers and each in trusts:
            continue
        whose = places.whose(text, each.before, each.start)
        if places.on is not None and places.on < since[each.kind]:
            why = "such boards are known only from a later day on"
        elif not whose.sure:
            why = "its place is in no register"
        else:
            kind = _of_its_time(text[each.start : each.end], kinds[each.kind], places.on, kinds)
            named = NamedBoard(whose.start, each.end, kind, whose.authority, short=each.short)
            found.append(named)
            continue
        span = quote(document, whose.start, each.end)
        unplaced.append(Unplaced(" ".join(span.text.split()), why, span))
    return found, unplaced


def _of_its_time(
    name: str, kind: BoardKind, on: date | None, kinds: Mapping[str, BoardKind]
) -> str:
    """The kind of a name that a later kind has too, which took the place of ``kind`` by then."""
    later = kinds.get(kind.replaced_by or "")
    if later is None or on is None or kind.covers(on):
        return kind.notation
    words = normalise(name)
    both = any(words.endswith(normalise(label)) for label in later.labels)
    return later.notation if both else kind.notation


def _trusts(
    text: str, spoken: Sequence[BoardName], places: Places, bodies: Bodies
) -> list[BoardName]:
    """The names that may be those of trusts: "Marlowe Children's Trust" may run the services."""
    kinds = {
        kind.notation
        for kind in bodies.kinds.values()
        if kind.providers_from and (places.on is None or places.on >= kind.providers_from)
    }
    return [
        each
        for each in spoken
        if each.kind in kinds and IS_TRUST.search(text, each.start, each.end)
    ]


def _of_no_kind(
    text: str, spoken: Sequence[BoardName], found: Sequence[NamedBoard], authority: str | None
) -> list[NamedBoard]:
    """The names of no kind that are not part of a name found before."""
    taken = Spans((each.start, each.end) for each in found)
    named: list[NamedBoard] = []
    for each in spoken:
        if taken.touches(each.start, each.end):
            continue
        words = normalise(text[each.start : each.end]).split()
        name = "-".join(word for word in words if word not in SMALL)
        same = (one.name for one in named if one.name and _same(one.name, name))
        named.append(
            NamedBoard(each.start, each.end, "other", authority, next(same, name), each.short)
        )
    return named


def _by_abbreviation(
    text: str,
    named: Sequence[NamedBoard],
    found: Sequence[NamedBoard],
    silent: Spans,
) -> list[NamedBoard]:
    """The places of the abbreviations that the report gives some boards, not in ``found``."""
    taken = Spans((each.start, each.end) for each in found)
    short: dict[str, NamedBoard] = {}
    for each in named:
        if each.short:
            short.setdefault(each.short, each)
    return [
        board.again(start, end)
        for form, board in short.items()
        for start, end in alone(text, form)
        if not PART.match(text, end) and start not in taken and start not in silent
    ]


def _alone(
    document: Document,
    parts: Sequence[Part],
    ends: Sequence[End],
    found: Sequence[NamedBoard],
    authority: str | None,
    subject: str | None,
) -> Iterator[NamedBoard]:
    """Each "the board": the one that its part is about, or the last its paragraph names."""
    text = document.text
    about = _spans(document, parts, lambda part: part.about is About.BOARD)
    blocks = [block.start for block in document.blocks]
    starts = [each.start for each in found]
    for last in ends:
        if last.word != ALONE_WORD:
            continue
        the = ALONE.search(text, max(last.start - 5, 0), last.start)
        if the is None:
            continue
        if subject and last.start in about:
            yield NamedBoard(the.start(), last.end, subject, authority, full=False)
            continue
        block = blocks[bisect_right(blocks, last.start) - 1]
        first, past = bisect_left(starts, block), bisect_right(starts, the.start())
        before = [each for each in found[first:past] if each.end <= the.start()]
        if before:
            board = [each for each in before if BOARD.search(text, each.start, each.end)]
            yield (board or before)[-1].again(the.start(), last.end)


@lru_cache(maxsize=4)
def finders(bodies: Bodies) -> tuple[BoardNames, OtherNames]:
    """What finds names, made once of a vocabulary."""
    words = bodies.names
    # a kind that has a name only, and no other label, is not looked for
    typed = [kind for kind in bodies.kinds.values() if len(kind.labels) > 1]
    kinds = [(kind.notation, kind.labels) for kind in typed]
    known = BoardNames.of(kinds, words.working, words.not_of_a_kind, words.outside)
    return known, OtherNames(words)


def _spans(document: Document, parts: Sequence[Part], wanted: Callable[[Part], bool]) -> Spans:
    """Where some parts stand in the text, their headings with them."""
    blocks, found = document.blocks, []
    for part in parts:
        first = part.first if part.heading is None else part.heading
        if first < part.last and wanted(part):
            found.append((blocks[first].start, blocks[part.last - 1].end))
    return Spans(found)


def _same(one: str, other: str) -> bool:
    """Whether two keys are of one board: "prevent-board" is the "multi-agency-prevent-board"."""
    one, other = one.removesuffix("-board"), other.removesuffix("-board")
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")
