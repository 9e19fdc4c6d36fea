"""Which authority a person means by a few words.

The ways in which words may name an authority, in their order; the first by which they name one
that was there is taken, and nothing is matched by likeness:

1. the IRI, or the end of it: "dorset", "Dorset County" for dorset-county;
2. a code, of today or before: "E06000059", "838";
3. a name as reports print it;
4. such a name without the words that make it a council's: "the London Borough of Barnet";
5. a short name of the register (`skos:hiddenLabel`): "Notts", "Brum";
6. a part of one authority's name: "Fulham".  A part that stands behind "West" or the like is the
   name of a larger place, and is only offered: "Berkshire".

Where several are named in the same way, the one that is there now is meant.  A year, or a day, may
stand behind the words ("dorset@2015", "Dorset 2015", "Dorset (2015)", "dorset@2019-03-31"): the one
that was there then is meant.  In the year of a change that is the one at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.corpus.register import RegisteredAuthority
from kg.errors import QueryError
from kg.knowledge.councils import council_words
from kg.text.partialdate import in_words
from kg.text.suggest import alike, meant
from kg.text.words import normalise

#: "dorset@2015", "Dorset 2015", "Dorset (2015)", "dorset@2019-03-31"
DATED = re.compile(
    r"""
    (?P<words> .*? [^\s@] ) (?: \s* @ \s* | \s+ \(? )
    (?P<year> (?:19|20) \d\d ) (?P<day> - \d\d - \d\d )? \)?
    """,
    re.X,
)
#: So many choices are offered at most.
MOST = 8
#: A first and a last day.
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Named:
    """The authority that words name; ``unsure`` by a short name, or by a part of its name."""

    authority: RegisteredAuthority
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of some authorities on a day."""

    known: Sequence[RegisteredAuthority]
    today: date

    def named(self, words: str) -> Named:
        """The authority that words name.

        Raises `QueryError` if they name none or several, with what to write for those that may
        be meant.
        """
        words = words.strip()
        found = self._at(words, None)
        if found is None and (match := DATED.fullmatch(words)):
            words = match["words"]
            found = self._at(words, _days(match))
        if found is None:
            raise QueryError(f"no authority is called {words!r}{self._near(words)}")
        return found

    def choices(self, authorities: Sequence[RegisteredAuthority]) -> str:
        """Some authorities, each with what names it alone: ``Barnet (barnet), Brent (brent)``."""
        told = [f"{self.called(each)} ({each.slug})" for each in authorities[:MOST]]
        more = len(authorities) - len(told)
        return ", ".join(told) + (f" and {more} more" if more else "")

    def called(self, authority: RegisteredAuthority) -> str:
        """The name of an authority, with its last day if that is past."""
        last = authority.last_day
        until = f" until {in_words(last)}" if last and self.ended(authority) else ""
        return f"{authority.name}{until}"

    def ended(self, authority: RegisteredAuthority) -> bool:
        """Whether an authority is no more."""
        return authority.last_day is not None and authority.last_day < self.today

    def _at(self, words: str, then: Days | None) -> Named | None:
        """What words name; None if they name nothing.

        Without days it is the one that is there today or, if none is, the one that was.
        """
        first, last = then or (self.today, self.today)
        gone: list[RegisteredAuthority] = []
        for sure, found in _ways(self.known, words):
            there = [each for each in found if each.was_there(first, last)]
            there = [each for each in there if each.was_there(last, last)] or there
            if not there and not then:
                there = found
            if len(there) > 1:
                raise QueryError(
                    f"{words!r} may be one of several authorities; write what stands in "
                    f"brackets: {self.choices(there)}"
                )
            if there:
                return Named(there[0], unsure=not sure)
            gone = gone or found
        if gone:
            raise QueryError(self._not_there(gone[0], first, last))
        return None

    def _near(self, words: str) -> str:
        """The end of a message about words that name nothing: names that have or resemble them."""
        form = normalise(words)
        names = {
            normalise(name): each.name
            for each in sorted(self.known, key=self.ended, reverse=True)
            for name in (*each.names, *each.short_names)
        }
        place = council_words().names_a_place(form)
        within = {each for name, each in names.items() if place and f" {form} " in f" {name} "}
        close = dict.fromkeys(names[each] for each in alike(form, names))
        return meant(sorted(within)[:MOST] or [*close])

    def _not_there(self, authority: RegisteredAuthority, first: date, last: date) -> str:
        """That an authority was not there on the days that were asked for, and who was."""
        if authority.last_day and authority.last_day < first:
            others = [each for each in self.known if each.iri in authority.taken_over_by]
            said = f"{authority.name} ended on {in_words(authority.last_day)}"
        else:
            others = [each for each in self.known if authority.iri in each.taken_over_by]
            said = f"{authority.name} began on {in_words(authority.first_day or last)}"
        there = [each for each in others if each.was_there(first, last)]
        when = f"on {in_words(first)}" if first == last else f"in {first.year}"
        return f"{said}; there {when}: {self.choices(there)}" if there else said


def _days(match: re.Match[str]) -> Days:
    """The first and the last day of a year, or twice the day that is written."""
    year = int(match["year"])
    if not match["day"]:
        return date(year, 1, 1), date(year, 12, 31)
    written = match["year"] + match["day"]
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise QueryError(f"{match[0]!r}: {written} is no day of the calendar") from error
    return day, day


def _ways(
    known: Sequence[RegisteredAuthority], words: str
) -> Iterator[tuple[bool, list[RegisteredAuthority]]]:
    """Those that words name in each way in which they name any, and whether that way is sure."""
    councils = council_words()
    forms = list(councils.shortened(words))
    places = [form for form in forms if councils.names_a_place(form)]
    end = normalise(words).replace(" ", "-")
    for found in (
        [each for each in known if words == each.iri or end == each.slug],
        [each for each in known if words.upper() in each.codes],
        *([each for each in known if form in map(normalise, each.names)] for form in forms),
        [each for each in known if not _forms(each.names).isdisjoint(places)],
    ):
        if found:
            yield True, found
    for found in (
        [each for each in known if not _forms(each.short_names).isdisjoint(forms)],
        _with_part(known, places[-1]) if places else [],
    ):
        if found:
            yield False, found


def _forms(names: Sequence[str]) -> set[str]:
    """Names with and without the words that make them a council's."""
    return {form for name in names for form in council_words().shortened(name)}


def _with_part(known: Sequence[RegisteredAuthority], part: str) -> list[RegisteredAuthority]:
    """Those with a part of a name as whole words; none if it names a place that is larger."""
    found = {}
    for each in known:
        for name in each.names:
            before, has, _ = f" {normalise(name)} ".partition(f" {part} ")
            if has and before.rpartition(" ")[2] in council_words().larger:
                return []
            if has:
                found[each.iri] = each
    return list(found.values())
