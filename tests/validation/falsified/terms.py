"""Lines of N-Quads and Python values, each from the other."""

from __future__ import annotations

import re
from datetime import date

from tests.validation.made_up import PREFIXES, Iri, Typed, term

XSD = PREFIXES["xsd"]
#: a line of canonical N-Quads of a named graph
LINE = re.compile(r"(?P<subject>\S+) (?P<predicate><[^>]+>) (?P<object>.+) (?P<graph><[^>]+>) \.")
LITERAL = re.compile(r'"(?P<text>.*)"(?P<kind>\^\^<.+>|@\S+)?', re.DOTALL)
ESCAPED = re.compile(r"\\(.)")
LETTERS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b"}
NUMBER_AT_END = re.compile(r"(\d+)>$")


def authority(name: str) -> Iri:
    return Iri(Iri(f"id:authority/{name}").whole)


def years(day: date, number: int) -> date:
    """The same day so many years later; none of the examples has a 29 February."""
    return day.replace(year=day.year + number)


def written(value: object) -> str:
    """A Python value as a term of canonical N-Quads."""
    text = term(value)
    for letter, meant in LETTERS.items():
        text = text.replace(meant, f"\\{letter}")
    return text


def whole(value: object) -> object:
    return Iri(value.whole) if isinstance(value, Iri) else value


def named(keyword: str) -> str:
    return keyword.replace("_", ":", 1)


def number_of(subject: str) -> tuple[str, int]:
    found = NUMBER_AT_END.search(subject)
    return (subject[: found.start()], int(found[1])) if found else (subject, 0)


def read(value: str) -> object:
    """A term as a Python value."""
    if value[0] != '"':
        return Iri(value[1:-1])
    found = LITERAL.fullmatch(value)
    assert found, value
    text = ESCAPED.sub(lambda each: LETTERS.get(each[1], each[1]), found["text"])
    match (found["kind"] or "").removeprefix(f"^^<{XSD}"):
        case "":
            return text
        case "integer>":
            return int(text)
        case "date>":
            return date.fromisoformat(text)
        case "boolean>":
            return text == "true"
        case _:
            return Typed(value)
