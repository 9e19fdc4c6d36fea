"""Pieces of text with their place, which every value that was read holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import accumulate
from typing import Any, Generic, TypeVar

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

    @property
    def span(self) -> tuple[int, int]:
        """Its start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Printed(Generic[T]):
    """A value of the report's header with the words it was read from."""

    value: T
    quote: Quote


class Spans:
    """Some pieces of a text; what lies in them is asked without looking at each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """From their starts and ends, in any order; they may overlap."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        #: how far those up to each one reach
        self._reach = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, offset: int) -> bool:
        return self.touches(offset, offset + 1)

    def touches(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` has a character in common with one of them."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` begins in one of them and ends where they still reach."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


def quotes(value: object, path: str = "") -> Iterator[tuple[str, Quote]]:
    """Every quote that a value holds, however deep, with its path: ``boards[2].quote``.

    All fields of all dataclasses are walked, so that no new kind of reading can be forgotten.
    """
    if isinstance(value, Quote):
        yield path, value
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from quotes(each, f"{path}[{index}]")
    else:
        kind: Any = type(value)
        for field in _holding(kind):
            held = getattr(value, field)
            if type(held) not in PLAIN:
                yield from quotes(held, f"{path}.{field}" if path else field)


#: What holds no quote, as most fields do.
PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
