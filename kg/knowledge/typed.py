"""The tables of a TOML file as frozen dataclasses, checked while they are read.

There is no other schema than the dataclass: its fields are the keys that a table may have, a
field without a default must be there, and a field's type says what may stand in it:

    str, int, bool          a string that is not empty, a whole number, true or false
    an enumeration          one of its values
    re.Pattern, GradePattern     a regular expression; ``Annotated[..., Groups(...)]`` names the
                            groups that it must have
    tuple[X, ...]           a list of them; one alone may stand without its brackets
    tuple[dataclass, ...]   [[tables]]
    a dataclass             a [table]
    Mapping[str, X]         a table whose keys are free

A field with the metadata `NOT_A_KEY` is none of the file.  A dataclass may have a method ``fault``
for what no type can say: it gives None, or the key and what is wrong with it.  Whatever is wrong is
a `KnowledgeError` of one line, which names the file and the place and suggests what was meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Protocol,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    runtime_checkable,
)

from kg.errors import KnowledgeError, why_unreadable
from kg.text.suggest import did_you_mean

T = TypeVar("T")

#: The metadata of a field that is filled in after the file was read.
NOT_A_KEY = MappingProxyType({"key": False})

#: What a value of TOML is called.
NAMES = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


@runtime_checkable
class Checked(Protocol):
    """A dataclass that says itself what is wrong with it."""

    def fault(self) -> tuple[str, str] | None:
        """The key and what is wrong with it, or None."""
        ...


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a value stands: the file, and the keys that lead to it."""

    file: str
    keys: str = ""

    def key(self, name: str) -> KeyPlace:
        """The place of a key of this table."""
        return KeyPlace(self.file, f"{self.keys}.{name}" if self.keys else name)

    def item(self, number: int) -> KeyPlace:
        """The place of an item of this list, the first being 1."""
        return KeyPlace(self.file, f"{self.keys}[{number}]")

    def error(self, words: str) -> KnowledgeError:
        """What is wrong here, in one line."""
        keys = f"{self.keys}: " if self.keys else ""
        return KnowledgeError(f"{self.file}: {keys}{words}")

    def unknown(self, value: str, known: Collection[str]) -> KnowledgeError:
        """A word that is none of those known here."""
        listed = ", ".join(sorted(known)) or "none"
        return self.error(f"{value!r} is not one of {listed}{did_you_mean(value, known)}")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a file.  Raises `KnowledgeError` if it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read: {why_unreadable(path, error)}") from error
    except (ValueError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise KnowledgeError(f"{path}: cannot be read as TOML: {words}") from error


def read_typed(kind: type[T], table: object, place: KeyPlace) -> T:
    """The dataclass ``kind`` from a table.  Raises `KnowledgeError`."""
    if not isinstance(table, dict):
        raise place.error(f"is {_name(table)}; write a table")
    hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
    for key in table:
        if key not in hints:
            listed = ", ".join(sorted(hints))
            meant = did_you_mean(key, hints) or f"; the keys here are {listed}"
            raise place.key(key).error(f"is not a key{meant}")
    values = {key: _value(hints[key], value, place.key(key)) for key, value in table.items()}
    for name in _needed(kind):
        if name not in values:
            raise place.key(name).error("is missing; add it")
    made = kind(**values)
    fault = made.fault() if isinstance(made, Checked) else None
    if fault:
        raise place.key(fault[0]).error(fault[1])
    return made


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    keys = [each.name for each in fields(kind) if each.metadata.get("key", True)]
    return {name: hints[name] for name in keys}


def _needed(kind: Any) -> list[str]:
    return [
        each.name
        for each in fields(kind)
        if each.default is MISSING and each.default_factory is MISSING
    ]


def _value(hint: Any, value: object, place: KeyPlace, groups: Groups | None = None) -> object:
    """One value, read as its type says."""
    origin, within = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _value(within[0], value, place, within[1])
    if origin in (Union, UnionType):
        (hint,) = (each for each in within if each is not NoneType)
        return _value(hint, value, place, groups)
    if origin is tuple:
        return _items(within[0], value, place, groups)
    if origin is Mapping:
        if not isinstance(value, dict):
            raise place.error(f"is {_name(value)}; write a table")
        return {key: _value(within[1], each, place.key(key)) for key, each in value.items()}
    if is_dataclass(hint) and hint is not GradePattern:
        return read_typed(hint, value, place)  # type: ignore[arg-type]
    return _single(origin or hint, value, place, groups)


def _items(hint: Any, value: object, place: KeyPlace, groups: Groups | None) -> tuple[object, ...]:
    if is_dataclass(hint):
        if not isinstance(value, list):
            raise place.error(f"is {_name(value)}; write it as [[{place.keys}]]")
    elif not isinstance(value, list):
        return (_value(hint, value, place, groups),)
    return tuple(
        _value(hint, each, place.item(number), groups) for number, each in enumerate(value, 1)
    )


def _single(hint: Any, value: object, place: KeyPlace, groups: Groups | None) -> object:
    wanted = hint if hint in (bool, int) else str
    if type(value) is not wanted:
        raise place.error(f"is {_name(value)}; write {NAMES[wanted]}")
    if not isinstance(value, str):
        return value
    if hint in (re.Pattern, GradePattern):
        return _pattern(hint, value, place, groups)
    if issubclass(hint, StrEnum):
        if value not in {each.value for each in hint}:
            raise place.unknown(value, [each.value for each in hint])
        return hint(value)
    if not value.strip():
        raise place.error("is empty")
    return value


def _pattern(hint: Any, value: str, place: KeyPlace, groups: Groups | None) -> object:
    templated = GradePattern(value)
    try:
        # of a template the grades are not known here: any word stands for them
        pattern = templated.of("grade") if hint is GradePattern else compiled(value)
    except ValueError as error:
        raise place.error(str(error)) from error
    missing = groups.missing(pattern) if groups else None
    if missing:
        raise place.error(f"has no group (?P<{missing}> ...); add it")
    return templated if hint is GradePattern else pattern


def _name(value: object) -> str:
    return NAMES.get(type(value), "a date or time")


#: Stands in a `GradePattern` for the grades of the framework version.
GRADE = "{grade}"


@cache
def compiled(text: str) -> re.Pattern[str]:
    """The regular expression.  Raises `ValueError` that says what is wrong with it."""
    if not text.strip():
        raise ValueError("is empty")
    try:
        return re.compile(text, re.I | re.M | re.X)
    except (re.error, OverflowError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise ValueError(f"is not a regular expression: {words}") from error


@dataclass(frozen=True, slots=True)
class GradePattern:
    """A regular expression in which ``{grade}`` stands for the grades of a framework version."""

    text: str

    def of(self, grades: str) -> re.Pattern[str]:
        """The regular expression for a version whose grades the expression ``grades`` matches."""
        return compiled(self.text.replace(GRADE, grades))


@dataclass(frozen=True, slots=True)
class Groups:
    """The named groups that a pattern must have, in the type of a field: ``Annotated[...]``."""

    names: tuple[str, ...]

    def missing(self, pattern: re.Pattern[str]) -> str | None:
        """The first name that the pattern has no group for, or None."""
        return next((name for name in self.names if name not in pattern.groupindex), None)
