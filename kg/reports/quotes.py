"""Pieces of text with their place, which every value that was read holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Generic, TypeVar

from kg.knowledge.choices import About as About

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact piece of a document's clean text.

    ``document.text[start:end] == text`` holds for the `Document` it was read from; ``page`` is
    the 1-based page on which the piece begins.
    """

    page: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Printed(Generic[T]):
    """A value of the report's header with the words it was read from."""

    value: T
    quote: Quote


def quotes(value: object, path: str = "") -> Iterator[tuple[str, Quote]]:
    """Every quote that a value holds, however deep, with its path: ``boards[2].quote``.

    All fields of all dataclasses are walked, so that no new kind of reading can be forgotten.
    """
    if isinstance(value, Quote):
        yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from quotes(each, f"{path}[{index}]")
    elif is_dataclass(value):
        for field in fields(value):
            name = f"{path}.{field.name}" if path else field.name
            yield from quotes(getattr(value, field.name), name)
