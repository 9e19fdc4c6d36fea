"""Whom a printed name may mean: an authority, or those for which a trust or company delivers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.knowledge import Authority, Knowledge
from kg.knowledge.words import label
from kg.reports.quotes import Printed
from kg.text.words import normalise

#: Words of no weight between and around names.
JOINING = frozenset({"the", "and", "of", "in", "for", "to", "on", "behalf"})
#: A name may stand behind one of these: "services in Marlowe", "Together for Marlowe".
PREPOSITIONS = frozenset({"of", "in", "for", "to", "and"})
_MARKS = " ,.;:()"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a printed name says of whom a report is about."""

    printed: Printed[str]
    #: the authorities of which one is meant, all there on the day
    those: tuple[Authority, ...] = ()
    #: authorities that bear the name, but had ended or had not begun on the day
    not_there: tuple[Authority, ...] = ()
    #: authorities that the name lists one after the other, so that no one is meant
    listed: tuple[Authority, ...] = ()
    #: False if the name is that of a body unknown here that has an authority's name in its own:
    #: the authority must be named again elsewhere
    whole: bool = True

    @property
    def known(self) -> bool:
        """Whether the name says anything."""
        return bool(self.those or self.not_there or self.listed)


class _Part(NamedTuple):
    """Words of a name that name an authority or a body that delivers for some."""

    first: int
    last: int
    those: tuple[Authority, ...]
    delivers: bool


class Meanings:
    """Reads the names that stand in the title of a report and around it."""

    def __init__(self, knowledge: Knowledge, on: date | None) -> None:
        """``on``: the day of the fieldwork, None if it is not known."""
        self._register = knowledge.register
        #: what a body is called -> IRIs of the authorities for which it delivers
        self._served: dict[str, set[str]] = {}
        for body in knowledge.deliverers:
            for form in body.labels:
                self._served.setdefault(label(form), set()).update(body.authorities)
        self._delivering = frozenset(
            word
            for words in knowledge.bodies.places.delivering
            for word in normalise(words).split()
        )
        self._on = on

    def of(self, printed: Printed[str]) -> Meaning:
        """Whom a name means; none, if it is no name that is known here."""
        bearers = self._register.bearers(printed.value)
        if bearers:
            there = self._there(bearers)
            return Meaning(printed, there, () if there else bearers)
        those = self._delivered_for(printed.value)
        if those:
            return Meaning(printed, those)
        return self._of_parts(printed)

    def _there(self, bearers: Sequence[Authority]) -> tuple[Authority, ...]:
        if self._on is not None:
            return tuple(each for each in bearers if each.existed_on(self._on))
        now = tuple(each for each in bearers if each.valid_to is None)
        return now or (tuple(bearers) if len(bearers) == 1 else ())

    def _delivered_for(self, name: str) -> tuple[Authority, ...]:
        served = self._served.get(label(name))
        if not served:
            return ()
        return self._there([a for a in self._register.authorities.values() if a.iri in served])

    def _of_parts(self, printed: Printed[str]) -> Meaning:
        """The meaning of a name that holds those of authorities, of bodies, or of both.

        "Marlowe and Eastmere" lists two; "Together for Children, Marlowe" is one, named twice;
        "Marlowe Children's Trust" is a body unknown here; "Upper Marlowe" is another place.
        """
        words = printed.value.split()
        parts = self._parts(words)
        named = {each for part in parts if not part.delivers for each in part.those}
        if len(named) > 1:
            listed = tuple(sorted(named, key=lambda each: each.name))
            return Meaning(printed, listed=listed)
        if not parts or not self._may_stand(words, parts):
            return Meaning(printed)
        those = [each for each in parts[0].those if all(each in part.those for part in parts)]
        left = self._left(words, parts)
        if not those or not left <= self._delivering:
            return Meaning(printed)
        return Meaning(printed, tuple(those), whole=not left)

    def _parts(self, words: Sequence[str]) -> list[_Part]:
        """The known names in a name, from left to right, the longest first."""
        found: list[_Part] = []
        first = 0
        while first < len(words):
            for last in range(len(words), first, -1):
                text = " ".join(words[first:last]).strip(_MARKS)
                if not text[:1].isupper():
                    continue
                bearers = self._there(self._register.bearers(text))
                those = bearers or self._delivered_for(text)
                if those:
                    found.append(_Part(first, last, those, not bearers))
                    first = last - 1
                    break
            first += 1
        return found

    @staticmethod
    def _may_stand(words: Sequence[str], parts: Sequence[_Part]) -> bool:
        """Whether what stands before each name lets it be one: not "Upper" or "New"."""
        ends = {part.last for part in parts}
        return all(
            part.first == 0
            or part.first in ends
            or normalise(words[part.first - 1]) in PREPOSITIONS | {"the"}
            or words[part.first - 1].endswith(",")
            for part in parts
        )

    @staticmethod
    def _left(words: Sequence[str], parts: Sequence[_Part]) -> set[str]:
        """The words outside all names that have a weight of their own."""
        within = {place for part in parts for place in range(part.first, part.last)}
        left = (normalise(word).split() for place, word in enumerate(words) if place not in within)
        return {word for each in left for word in each} - JOINING
