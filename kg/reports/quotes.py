"""Pieces of text with their place, which every value that was read holds."""

from __future__ import annotations

from dataclasses import dataclass
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
