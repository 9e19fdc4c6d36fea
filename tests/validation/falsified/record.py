"""A real record of a made-up report, as statements that a falsification changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tests.validation.falsified.terms import LINE, authority, named, number_of, read, whole, written
from tests.validation.made_up import Iri, term

Row = tuple[str, str, str]
TYPE = term(Iri("rdf:type"))


class NotApplicable(Exception):
    """The record holds nothing that this falsification could strike."""


class FalsifiedRecord:
    """Statements of one record and the clean text beside them.

    Things and links are `Iri` in full, other values what they are in Python: text, whole number,
    day, true or false; the rest stays as it is written, a `Typed`.  What a falsification asks for
    and the record does not hold raises `NotApplicable`.
    """

    def __init__(self, lines: Iterable[str], text: str = "") -> None:
        self.text = text
        self.graph = ""
        self._said: dict[str, set[tuple[str, str]]] = {}
        for line in lines:
            found = LINE.fullmatch(line)
            assert found, line
            subject, predicate, value, self.graph = found.groups()
            self._said.setdefault(subject, set()).add((predicate, value))

    def copied(self) -> FalsifiedRecord:
        """One of its own to be changed."""
        made = FalsifiedRecord([], self.text)
        made.graph = self.graph
        made._said = {subject: set(said) for subject, said in self._said.items()}
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FalsifiedRecord) and self._whole() == other._whole()

    __hash__ = None  # type: ignore[assignment]

    def _whole(self) -> object:
        return self.graph, self.text, self._said

    def rows(self) -> Iterator[Row]:
        for subject, said in self._said.items():
            for predicate, value in said:
                yield subject, predicate, value

    def lines(self) -> list[str]:
        """Canonical N-Quads, in the order of a record."""
        return sorted(f"{s} {p} {o} {self.graph} ." for s, p, o in self.rows())

    # what it is about

    @property
    def report(self) -> Iri:
        return self.first("cs:Report")

    @property
    def inspection(self) -> Iri:
        return self.first("cs:Inspection")

    @property
    def file(self) -> Iri:
        return self.first("cs:SourceFile")

    @property
    def reading(self) -> Iri:
        return self.first("cs:Reading")

    @property
    def authority(self) -> Iri:
        return self.link(self.report, "cs:about")

    @property
    def other_authority(self) -> Iri:
        """An authority of the register that the report is not about."""
        mine = self.authority
        return next(a for a in (authority("eastmere"), authority("marlowe")) if a != mine)

    @property
    def family(self) -> str:
        return str(self.value(self.report, "cs:family"))

    @property
    def last_day(self) -> date:
        return self.day(self.inspection, "cs:endDate")

    def only(self, *families: str) -> None:
        """Ends here unless the report is of one of these families."""
        if self.family not in families:
            raise NotApplicable(self.family)

    def only_within(self, first: date = date.min, last: date = date.max) -> None:
        """Ends here unless the inspection's last day is one of these."""
        if not first <= self.last_day <= last:
            raise NotApplicable(str(self.last_day))

    # what it holds

    def things(self, kind: str, *having: str) -> list[Iri]:
        """The things of a class that have all these properties, in the order of their numbers."""
        typed = (TYPE, term(Iri(kind)))
        found = sorted((s for s, said in self._said.items() if typed in said), key=number_of)
        whole = [Iri(subject[1:-1]) for subject in found]
        return [each for each in whole if all(self.has(each, name) for name in having)]

    def first(self, kind: str, *having: str) -> Iri:
        return self.some(kind, 1, *having)[0]

    def last(self, kind: str, *having: str) -> Iri:
        return self.some(kind, 1, *having)[-1]

    def two(self, kind: str, *having: str, unlike: str = "") -> tuple[Iri, Iri]:
        """Two things of a class; with ``unlike``, two that differ in this property."""
        found = self.some(kind, 2, *having)
        for place, one in enumerate(found):
            for other in found[place + 1 :]:
                if not unlike or self.values(one, unlike) != self.values(other, unlike):
                    return one, other
        raise NotApplicable(kind)

    def some(self, kind: str, least: int, *having: str) -> list[Iri]:
        """The things of a class that have all these properties, if there are so many."""
        found = self.things(kind, *having)
        if len(found) < least:
            raise NotApplicable(kind)
        return found

    def placed(self) -> list[Iri]:
        """All that stands somewhere in the text."""
        start = term(Iri("cs:textStart"))
        return [Iri(s[1:-1]) for s, said in self._said.items() if any(p == start for p, _ in said)]

    def where(self, kind: str, **having: object) -> Iri:
        """The first thing of a class with these values."""
        for each in self.things(kind):
            if all(whole(v) in self.values(each, named(k)) for k, v in having.items()):
                return each
        raise NotApplicable(kind)

    def values(self, thing: Iri, name: str) -> list[object]:
        predicate = term(Iri(name))
        said = self._said.get(term(thing), ())
        return [read(o) for o in sorted(o for p, o in said if p == predicate)]

    def has(self, thing: Iri, name: str) -> bool:
        return bool(self.values(thing, name))

    def value(self, thing: Iri, name: str) -> object:
        found = self.values(thing, name)
        if not found:
            raise NotApplicable(name)
        return found[0]

    def number(self, thing: Iri, name: str) -> int:
        found = self.value(thing, name)
        assert isinstance(found, int), found
        return found

    def day(self, thing: Iri, name: str) -> date:
        found = self.value(thing, name)
        assert isinstance(found, date), found
        return found

    def link(self, thing: Iri, name: str) -> Iri:
        found = self.value(thing, name)
        assert isinstance(found, Iri), found
        return found

    def words(self, thing: Iri, name: str = "cs:quote") -> str:
        return str(self.value(thing, name))

    # what is done to it

    def add(self, thing: Iri, **values: object) -> None:
        """``add(thing, cs_page=3)``: the underscore stands for the prefix's colon."""
        said = self._said.setdefault(term(thing), set())
        for name, value in values.items():
            for each in value if isinstance(value, list) else [value]:
                said.add((term(Iri(named(name))), written(each)))

    def put(self, thing: Iri, **values: object) -> None:
        """Values in the place of those that are there; at least one must have been."""
        for name, value in values.items():
            self.drop(thing, named(name))
            self.add(thing, **{name: value})

    def drop(self, thing: Iri, *names: str) -> None:
        """No value of these properties is left; each must have had one."""
        for name in names:
            self.value(thing, name)
        gone = {term(Iri(name)) for name in names}
        about = term(thing)
        self._said[about] = {row for row in self._said[about] if row[0] not in gone}

    def remove(self, thing: Iri) -> None:
        """Nothing is said about a thing any more, and nothing leads to it."""
        del self._said[term(thing)]
        self.unlink(thing)

    def unlink(self, thing: Iri) -> None:
        """Nothing leads to a thing any more."""
        for subject, said in self._said.items():
            self._said[subject] = {row for row in said if row[1] != term(thing)}

    def rename(self, old: Iri, new: Iri) -> None:
        """The thing, and all whose IRIs begin with its own, under another IRI everywhere."""
        start = re.compile(f"^<{re.escape(old.whole)}(?=[/>])")
        self._change(lambda each: start.sub(f"<{new.whole}", each))

    def rename_to_blank(self, old: Iri, name: str) -> None:
        """The thing has no IRI any more, only a name within the record."""
        self._change(lambda each: name if each == term(old) else each)

    def rewrite(self, old: str, new: str) -> None:
        """A part of IRIs is another one, in all of them and in the graph's."""
        self.graph = self.graph.replace(old, new)
        self._change(lambda each: each.replace(old, new) if each[0] == "<" else each)

    def _change(self, change) -> None:
        before = list(self.rows())
        self._said = {}
        for subject, predicate, value in before:
            said = self._said.setdefault(change(subject), set())
            said.add((predicate, change(value)))

    def swap(self, one: Iri, other: Iri, *names: str) -> None:
        """Each has the values that the other one had."""
        for name in names:
            held = self.values(one, name), self.values(other, name)
            if held[0] == held[1] or not all(held):
                raise NotApplicable(name)
            self.put(one, **{name.replace(":", "_", 1): held[1]})
            self.put(other, **{name.replace(":", "_", 1): held[0]})

    def copy(self, thing: Iri, new: Iri) -> None:
        """All that is said about a thing is said about a new one as well."""
        self._said[term(new)] = set(self._said[term(thing)])

    # where it stands in the text

    def shift(self, thing: Iri, by: int) -> None:
        """The offsets are so many characters further on."""
        self.put(thing, cs_textStart=self.number(thing, "cs:textStart") + by)
        self.put(thing, cs_textEnd=self.number(thing, "cs:textEnd") + by)

    def place(self, thing: Iri, start: int, end: int) -> None:
        """The thing stands at these words of the text, with their page."""
        page = self.text.count("\f", 0, start) + 1
        self.put(thing, cs_quote=self.text[start:end].replace("\f", "\n"), cs_page=page)
        self.put(thing, cs_textStart=start, cs_textEnd=end)

    def place_like(self, thing: Iri, other: Iri) -> None:
        """The thing stands where another one does."""
        self.place(thing, self.number(other, "cs:textStart"), self.number(other, "cs:textEnd"))
