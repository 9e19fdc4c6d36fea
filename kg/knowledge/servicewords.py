"""The one table of the words that services' names are made of: ``service-words.csv``.

Its columns are the word or phrase, what it does in a name (its class), what it tells (the notation
of a usual service or of a kind, where the class tells one), and in how many of the real reports
that were at hand it is printed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.resources import folder
from kg.knowledge.turtle import SKOS, Statements
from kg.knowledge.vocabularies import members
from kg.text.suggest import did_you_mean
from kg.text.words import normalise

COLUMNS = ["word", "class", "tells", "reports"]


class WordClass(StrEnum):
    """What a word does in a name."""

    #: names a usual service by itself ("virtual school"); tells which
    USUAL = "usual"
    #: a name of its own, of a charity or national programme; tells its kind
    NAME = "name"
    #: tells the kind inside a composed name ("permanence" team)
    TOPIC = "topic"
    #: what names end in ("team")
    HEAD = "head"
    #: a head that makes a name only with a proper or quoted name before it ("hospital")
    NAMED_ONLY = "named-only"
    #: heads that stand for each other ("team", "unit")
    ALIKE = "alike"
    #: stands in names and makes none alone ("family")
    FILLER = "filler"
    #: stands at the front and makes no other name ("local")
    OPENER = "opener"
    #: stands at the front and is no part of a name ("appropriate")
    CUT = "cut"
    #: stands between the words of a name ("and")
    JOINER = "joiner"
    #: stands between the words of a title with capitals ("for")
    OF_TITLES = "of-titles"
    #: has a capital and begins no name ("Council")
    NEVER = "never"
    #: what may be called something ("a pilot called Lantern")
    CALLED = "called"
    #: follows "Adoption" or "Project" where no service is named ("Register")
    NOT_OWN = "not-own"
    #: made of such words, and no name ("duty service")
    REFUSED = "refused"
    #: no name in the singular, though the plural is one
    REFUSED_ONE = "refused-one"
    #: no name of a service for children begins with it
    REFUSED_START = "refused-start"
    #: the end of names of what is no local service ("training programme")
    REFUSED_END = "refused-end"
    #: no name without an abbreviation: any authority has such ("advocacy services")
    MANY = "many"
    #: the notation of a kind of which reports name "services" as they name a team
    PLURAL_KIND = "plural-kind"

    # the class is a key of many look-ups
    __hash__ = str.__hash__


#: The classes whose words tell something.
TELLING = frozenset({WordClass.USUAL, WordClass.NAME, WordClass.TOPIC})


@dataclass(frozen=True, slots=True)
class ServiceWord:
    """One row of the table."""

    #: as reports print it
    word: str
    word_class: WordClass
    #: notation of a usual service or of a kind, "" if the class tells none
    tells: str


def read_service_words(
    path: Path, usual: Mapping[str, object], kinds: Mapping[str, object]
) -> tuple[ServiceWord, ...]:
    """The rows of the table, in its order.

    Raises `KnowledgeError` that names file and line for an unknown class, service or kind, a row
    that is not whole, or a word that stands twice in a class.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if next(rows, []) != COLUMNS:
            raise KnowledgeError(f"{path}:1: the columns must be {', '.join(COLUMNS)}")
        words = tuple(_row(f"{path}:{rows.line_num}", row, usual, kinds) for row in rows)
    for fault in _twice(words):
        raise KnowledgeError(f"{path}: {fault}")
    return words


def _row(
    place: str, row: list[str], usual: Mapping[str, object], kinds: Mapping[str, object]
) -> ServiceWord:
    if len(row) != len(COLUMNS) or not row[0].strip() or not row[3].isdecimal():
        raise KnowledgeError(f"{place}: a row is a word, its class, what it tells, and a number")
    word, name, tells, _ = row
    if name not in set(WordClass):
        raise KnowledgeError(
            f"{place}: {name!r} is no class of words{did_you_mean(name, list(WordClass))}"
        )
    word_class = WordClass(name)
    known = usual if word_class is WordClass.USUAL else kinds
    if word_class is WordClass.PLURAL_KIND and word not in kinds:
        raise KnowledgeError(f"{place}: {word!r} is no kind of service{did_you_mean(word, kinds)}")
    if word_class in TELLING and tells not in known:
        raise KnowledgeError(
            f"{place}: {word!r} tells {tells!r}, which no vocabulary file has"
            + did_you_mean(tells, known)
        )
    if word_class not in TELLING and tells:
        raise KnowledgeError(f"{place}: a word of the class {name!r} tells nothing; leave it empty")
    return ServiceWord(word, word_class, tells)


def _twice(words: tuple[ServiceWord, ...]) -> Iterator[str]:
    seen: set[tuple[str, WordClass]] = set()
    for each in words:
        # of a name of its own each printed form counts ("Home-Start", "Home Start")
        own = each.word_class is WordClass.NAME
        key = (each.word if own else comparable(each.word), each.word_class)
        if key in seen:
            yield f"{each.word!r} stands twice in the class {each.word_class.value!r}"
        seen.add(key)


def comparable(word: str) -> str:
    """A word or phrase as names are compared, without what stands in brackets."""
    return normalise(re.sub(r"\(.*?\)", "", word))


@dataclass(frozen=True, slots=True, eq=False)
class ServiceNames:
    """All that is known of the names of services; a key of caches, so the same only as itself."""

    #: services that most authorities have, so that a report has one of each: notation -> its kind
    usual: dict[str, str]
    words: tuple[ServiceWord, ...]


def read_service_names(table: Statements) -> ServiceNames:
    """The kinds of a table of statements with the packaged table of words.

    Raises `KnowledgeError`.
    """
    notations = {
        iri: turtle.need(table, iri, SKOS + "notation") for iri in members(table, "service-kind")
    }
    usual = {
        turtle.need(table, iri, SKOS + "notation"): _kind(table, iri, notations)
        for iri in members(table, "usual-service")
    }
    words = folder("ontology") / "vocabularies" / "service-words.csv"
    kinds = dict.fromkeys(notations.values())
    return ServiceNames(usual, read_service_words(words, usual, kinds))


def _kind(table: Statements, iri: str, notations: dict[str, str]) -> str:
    broader = turtle.need(table, iri, SKOS + "broader")
    if broader not in notations:
        raise KnowledgeError(f"<{iri}> is of the kind <{broader}>, which no vocabulary file has")
    return notations[broader]
