"""Every place where a report names a board: by a name, by an abbreviation, or as "the board"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.knowledge.bodies import Bodies
from kg.knowledge.words import plain
from kg.language.boards import BoardName, BoardNames
from kg.language.ends import End, find_ends
from kg.language.otherboards import OtherNames
from kg.reports.evidence import Unplaced
from kg.reports.outline import Part, quote
from kg.reports.places import Places
from kg.reports.quotes import About

#: Parts that say the same in every report.
SILENT = {"boilerplate", "team", "main-findings-record"}
#: The board that a part about a board means, where it says no more than "the board".
SUBJECT = "lscb"
#: The type of kinds that have no labels to be found by.
NO_TYPE = "OtherBoard"
#: What stands before a "board" that is not named.
ALONE, ALONE_WORD = re.compile(r"\b[Tt]h(?:e|is) \Z"), "board"
#: The kind of trust that came to run services, and the day from which there are such.
TRUST, PROVIDERS_SINCE = "childrens-partnership-board", date(2018, 1, 1)
IS_TRUST = re.compile(r"[Tt]rusts?\Z")
#: Words that do not count in the key of a board of no kind.
SMALL = {"and", "of", "the", "for"}


@dataclass(frozen=True, slots=True)
class Named:
    """One place where a board is named."""

    start: int
    end: int
    kind: str
    authority: str | None
    #: end of the key of a board of no kind, None for the others
    name: str | None = None
    #: False for an abbreviation or "the board", which is no name to show
    full: bool = True

    @property
    def key(self) -> str:
        """`Board.key`."""
        return "/".join(part for part in (self.authority, self.kind, self.name) if part)

    def again(self, start: int, end: int) -> Named:
        """The same board at another place, without its name."""
        return Named(start, end, self.kind, self.authority, self.name, full=False)


@dataclass
class Search:
    """The search of one report, and what it found."""

    document: Document
    parts: Sequence[Part]
    authority: str | None
    on: date | None
    places: Places
    found: list[Named] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def run(self, bodies: Bodies) -> None:
        """Finds every place; those of ``found`` are in order and do not overlap."""
        text = self.document.text
        low = text.lower()
        kinds, others = finders(bodies)
        ends = find_ends(low, sorted(kinds.ends | others.ends))
        silent = _inside(_spans(self.document, self.parts, lambda part: part.kind in SILENT))
        self._known_kinds(bodies, [x for x in kinds.find(text, low, ends) if not silent(x.start)])
        spoken = others.find(text, low, ends, self.places.has)
        self._no_kind([each for each in spoken if not silent(each.start)])
        self.found.sort(key=lambda each: each.start)
        self.found += list(self._alone(ends))
        self.found.sort(key=lambda each: each.start)

    def _known_kinds(self, bodies: Bodies, spoken: list[BoardName]) -> None:
        text, short = self.document.text, dict[str, Named]()
        since = {kind.notation: kind.valid_from or date.min for kind in bodies.kinds}
        providers = self._providers(spoken)
        for each in spoken:
            whose = self.places.whose(text, each.before, each.start)
            if providers and _is_trust(text, each):
                continue
            if self.on is not None and self.on < since[each.kind]:
                self._doubt(whose.start, each.end, "such boards are known only from later on")
            elif not whose.sure:
                self._doubt(whose.start, each.end, "its place is in no register")
            else:
                self._add(Named(whose.start, each.end, each.kind, whose.authority), each, short)
        self._short(short)

    def _no_kind(self, spoken: list[BoardName]) -> None:
        text, short = self.document.text, dict[str, Named]()
        taken = [(each.start, each.end) for each in self.found]
        for each in spoken:
            if any(start < each.end and each.start < end for start, end in taken):
                continue
            words = plain(text[each.start : each.end]).split()
            name = "-".join(word for word in words if word not in SMALL)
            same = (one.name for one in self.found if one.name and _same(one.name, name))
            board = Named(each.start, each.end, "other", self.authority, next(same, name))
            self._add(board, each, short)
        self._short(short)

    def _add(self, board: Named, name: BoardName, short: dict[str, Named]) -> None:
        self.found.append(board)
        if name.short:
            short.setdefault(name.short, board)

    def _doubt(self, start: int, end: int, why: str) -> None:
        span = quote(self.document, start, end)
        self.unplaced.append(Unplaced(" ".join(span.text.split()), why, span))

    def _providers(self, spoken: list[BoardName]) -> bool:
        """Whether "Marlowe Children's Trust" runs the services, and is no board."""
        text = self.document.text
        return (self.on is None or self.on >= PROVIDERS_SINCE) and any(
            _is_trust(text, each)
            and text[each.start].isupper()
            and self.places.names_one(text, each.before, each.start)
            for each in spoken
        )

    def _short(self, short: dict[str, Named]) -> None:
        """Adds the places where a board is named by the abbreviation that the report gave it."""
        text = self.document.text
        taken = _inside([(each.start, each.end) for each in self.found])
        for form, board in short.items():
            for start, end in _whole(text, form):
                defined = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
                if not taken(start) and not defined:
                    self.found.append(board.again(start, end))

    def _alone(self, ends: Sequence[End]) -> Iterator[Named]:
        """Each "the board": the one that its part is about, or the last its paragraph names."""
        about = _inside(_spans(self.document, self.parts, lambda part: part.about is About.BOARD))
        blocks = [block.start for block in self.document.blocks]
        starts = [each.start for each in self.found]
        for last in ends:
            if last.word != ALONE_WORD:
                continue
            the = ALONE.search(self.document.text, max(last.start - 5, 0), last.start)
            if the is None:
                continue
            before = bisect_right(starts, last.start) - 1
            block = blocks[bisect_right(blocks, last.start) - 1]
            if about(last.start):
                yield Named(the.start(), last.end, SUBJECT, self.authority, full=False)
            elif before >= 0 and block <= starts[before] <= self.found[before].end <= the.start():
                yield self.found[before].again(the.start(), last.end)


def search(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    on: date | None,
    knowledge: Knowledge,
    bodies: Bodies,
) -> Search:
    """The search of a report, done."""
    places = Places(knowledge.register, authority, on)
    done = Search(document, parts, authority, on, places)
    done.run(bodies)
    return done


@lru_cache(maxsize=4)
def finders(bodies: Bodies) -> tuple[BoardNames, OtherNames]:
    """What finds names, made once of a vocabulary."""
    words = bodies.names
    typed = [kind for kind in bodies.kinds if kind.board_type != NO_TYPE]
    kinds = [(kind.notation, kind.labels) for kind in typed]
    return BoardNames.of(kinds, words.working, words.not_of_a_kind), OtherNames.of(
        ends=words.ends,
        groups=words.groups,
        strategic=words.strategic,
        deciding=words.deciding,
        topics=words.topics,
        generic=words.generic,
        never=words.never,
    )


def _spans(
    document: Document, parts: Sequence[Part], wanted: Callable[[Part], bool]
) -> list[tuple[int, int]]:
    """Where some parts stand in the text, their headings with them."""
    blocks, found = document.blocks, []
    for part in parts:
        first = part.first if part.heading is None else part.heading
        if first < part.last and wanted(part):
            found.append((blocks[first].start, blocks[part.last - 1].end))
    return found


def _inside(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    """Whether an offset is in one of some spans."""
    return lambda offset: any(start <= offset < end for start, end in spans)


def _is_trust(text: str, name: BoardName) -> bool:
    return name.kind == TRUST and IS_TRUST.search(text, name.start, name.end) is not None


def _same(one: str, other: str) -> bool:
    """Whether two keys are of one board: "prevent-board" is the "multi-agency-prevent-board"."""
    one, other = one.removesuffix("-board"), other.removesuffix("-board")
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")


def _whole(text: str, form: str) -> Iterator[tuple[int, int]]:
    """The places of an abbreviation as a whole word."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(form, end)
