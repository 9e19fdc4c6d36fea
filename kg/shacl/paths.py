"""Property paths (SHACL, section 2.3.1) as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """One property, from subject to object."""

    #: the property as a term
    term: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """Another path, walked from its end."""

    path: Path


@dataclass(frozen=True, slots=True)
class Sequence:
    """Several paths, one after the other."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Any of several paths."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """One path several times."""

    path: Path
    #: "*" (any number of times), "+" (at least once), "?" (once or not at all)
    mark: str


Path = Property | Inverse | Sequence | Alternative | Repeated


def sparql(path: Path) -> str:
    """The path in SPARQL's notation, with full IRIs.

    >>> sparql(Sequence((Property("<a>"), Inverse(Repeated(Property("<b>"), "*")))))
    '<a>/^(<b>*)'
    """
    match path:
        case Property(term):
            return term
        case Inverse(inner):
            return "^" + _closed(inner)
        case Sequence(parts):
            return "/".join(f"({sparql(p)})" if _is_list(p) else sparql(p) for p in parts)
        case Alternative(parts):
            return "|".join(f"({sparql(p)})" if _is_list(p) else sparql(p) for p in parts)
        case Repeated(inner, mark):
            return _closed(inner) + mark


def turtle(path: Path) -> str:
    """The path in the terms of SHACL, as Turtle with the prefix ``sh:``.

    >>> turtle(Sequence((Property("<a>"), Inverse(Property("<b>")))))
    '( <a> [ sh:inversePath <b> ] )'
    """
    match path:
        case Property(term):
            return term
        case Inverse(inner):
            return f"[ sh:inversePath {turtle(inner)} ]"
        case Sequence(parts):
            return _list(parts)
        case Alternative(parts):
            return f"[ sh:alternativePath {_list(parts)} ]"
        case Repeated(inner, mark):
            return f"[ sh:{REPEATED[mark]} {turtle(inner)} ]"


#: how often a path is walked -> local name of the property that says so
REPEATED = {"*": "zeroOrMorePath", "+": "oneOrMorePath", "?": "zeroOrOnePath"}


def properties(path: Path) -> Iterable[str]:
    """Every property that a path may use."""
    match path:
        case Property(term):
            yield term
        case Inverse(inner) | Repeated(inner, _):
            yield from properties(inner)
        case Sequence(parts) | Alternative(parts):
            for part in parts:
                yield from properties(part)


def _is_list(path: Path) -> bool:
    return isinstance(path, Sequence | Alternative)


def _closed(path: Path) -> str:
    return sparql(path) if isinstance(path, Property) else f"({sparql(path)})"


def _list(parts: Iterable[Path]) -> str:
    return f"( {' '.join(map(turtle, parts))} )"
