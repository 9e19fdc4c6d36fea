"""Turtle files as a plain table: subject -> predicate -> values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kg.errors import KnowledgeError, why_unreadable
from kg.text.suggest import did_you_mean

E = TypeVar("E", bound=StrEnum)

CS = "https://w3id.org/childrens-services-kg/def#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = RDF + "type"
#: Properties whose values are words.
WORDS = frozenset(
    SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel", "notation", "definition")
)
#: The lexical forms of xsd:boolean.
TRUE, FALSE = ("true", "1"), ("false", "0")


class Statements(dict[str, dict[str, list[str]]]):
    """Subject IRI -> predicate IRI -> values (IRIs and lexical forms) in the order of the files."""

    def __init__(self) -> None:
        super().__init__()
        #: subject IRI -> the files that speak of it, in the order in which they were read
        self.files: dict[str, list[Path]] = {}

    def place(self, subject: str) -> str:
        """The file in which to look for a subject: the last that speaks of it."""
        found = self.files.get(subject)
        return str(found[-1]) if found else "the vocabulary files"


def read_table(files: Iterable[Path]) -> Statements:
    """The statements of Turtle files.  Raises `KnowledgeError` naming the file and the fault."""
    import pyoxigraph

    table = Statements()
    for path in files:
        try:
            for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
                if isinstance(quad.subject, pyoxigraph.BlankNode) or isinstance(
                    quad.object, pyoxigraph.BlankNode
                ):
                    raise KnowledgeError(f"{path}: has a blank node; give it an IRI")
                subject = quad.subject.value
                if quad.predicate.value in WORDS and not isinstance(
                    quad.object, pyoxigraph.Literal
                ):
                    raise KnowledgeError(
                        f"{path}: {_local(quad.predicate.value)} of <{subject}> is the address "
                        f"<{quad.object.value}>; write words between quotation marks"
                    )
                table.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(
                    quad.object.value
                )
                spoken = table.files.setdefault(subject, [])
                if path not in spoken:
                    spoken.append(path)
        except (SyntaxError, ValueError) as error:
            raise KnowledgeError(f"{path}: is not valid Turtle: {_reason(error)}") from error
        except OSError as error:
            raise KnowledgeError(
                f"{path}: cannot be read: {why_unreadable(path, error)}"
            ) from error
    return table


def _reason(error: Exception) -> str:
    """The parser's words in one line, with the line of the file."""
    words = " ".join(str(getattr(error, "msg", None) or error).split())
    line = getattr(error, "lineno", None)
    return words if line is None or f"line {line}" in words else f"{words} (line {line})"


def instances(table: Statements, kind: str) -> list[str]:
    """The subjects of a class, in the order of the files."""
    return [subject for subject, values in table.items() if kind in values.get(TYPE, ())]


def one(table: Statements, subject: str, predicate: str) -> str | None:
    """The first value of a property, or None."""
    found = table.get(subject, {}).get(predicate)
    return found[0] if found else None


def need(table: Statements, subject: str, predicate: str) -> str:
    """The first value of a property that must be there.

    Raises `KnowledgeError` naming the file and the property.
    """
    found = one(table, subject, predicate)
    if found is None:
        raise KnowledgeError(
            f"{table.place(subject)}: <{subject}> has no {_local(predicate)}; add it"
        )
    return found


def whole(table: Statements, subject: str, predicate: str) -> int:
    """A whole number that must be there.  Raises `KnowledgeError`."""
    found = need(table, subject, predicate)
    try:
        return int(found)
    except ValueError:
        raise KnowledgeError(
            f"{table.place(subject)}: {_local(predicate)} of <{subject}> is {found!r}; "
            "write a whole number"
        ) from None


def flag(table: Statements, subject: str, predicate: str) -> bool:
    """Whether a property is true; one that is not there is false.  Raises `KnowledgeError`."""
    found = one(table, subject, predicate)
    if found not in (None, *TRUE, *FALSE):
        raise KnowledgeError(
            f"{table.place(subject)}: {_local(predicate)} of <{subject}> is {found!r}; "
            "write true or false"
        )
    return found in TRUE


def choice(table: Statements, subject: str, predicate: str, known: type[E]) -> E:
    """A word that must be there and be one of an enumeration's.  Raises `KnowledgeError`."""
    return one_of(table, subject, predicate, need(table, subject, predicate), known)


def one_of(table: Statements, subject: str, predicate: str, word: str, known: type[E]) -> E:
    """A value of a property as one of an enumeration.  Raises `KnowledgeError`."""
    if word not in set(known):
        raise KnowledgeError(
            f"{table.place(subject)}: {_local(predicate)} of <{subject}> is {word!r}; "
            f"write one of {', '.join(known)}{did_you_mean(word, known)}"
        )
    return known(word)


def words(table: Statements, subject: str) -> list[str]:
    """The hidden labels of a concept that must have some.  Raises `KnowledgeError`."""
    found = table.get(subject, {}).get(SKOS + "hiddenLabel")
    if not found:
        raise KnowledgeError(f"{table.place(subject)}: <{subject}> has no skos:hiddenLabel; add it")
    return found


def day(table: Statements, subject: str, predicate: str) -> date | None:
    """A day, or None if the property is absent.  Raises `KnowledgeError` if it is no date."""
    found = one(table, subject, predicate)
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        raise KnowledgeError(
            f"{table.place(subject)}: {_local(predicate)} of <{subject}> is {found!r}; "
            "write a date as YYYY-MM-DD"
        ) from None


def _local(predicate: str) -> str:
    return predicate.replace(CS, "cs:").replace(SKOS, "skos:")
