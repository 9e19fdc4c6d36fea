"""What stands on every page beside the text: numbers, footers, running headers."""

from __future__ import annotations

from examples.layout import LEFT, RIGHT
from tests.made_up.pieces import Furnished, Furniture


def number(y: float = 29.0, size: float = 20.0, first: int = 1) -> Furniture:
    """The page's number alone at the right of its foot, from a page on."""
    return lambda page: (Furnished(RIGHT, y, str(page), size, ends=True),) if page >= first else ()


def number_in_turn(size: float = 20.0) -> Furniture:
    """The page's number at the right of odd pages and at the left of even ones."""
    return lambda page: (
        (Furnished(RIGHT, 24, str(page), size, ends=True),)
        if page % 2
        else (Furnished(LEFT, 34, str(page), size),)
    )


def two_lines(above: str, below: str, left: float = LEFT, low: float = 30.0) -> Furniture:
    """Two lines at the foot of every page but the first, the number behind the second."""
    return lambda page: (
        (
            Furnished(left, low + 10, above, 8),
            Furnished(left, low, below, 8),
            Furnished(RIGHT, low, str(page), 20, ends=True),
        )
        if page > 1
        else ()
    )


def running_header(text: str) -> Furniture:
    """A line at the top of every page but the cover, the number at its end."""
    return lambda page: (
        (Furnished(LEFT, 800, text, 8), Furnished(RIGHT, 800, str(page), 8, ends=True))
        if page > 1
        else ()
    )
