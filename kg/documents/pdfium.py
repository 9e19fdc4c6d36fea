"""Calls to PDFium that cost half, and the places on a page that they speak of.

A call to PDFium costs more than what it does: most of it goes into Python's values for C's.
Functions that take and give plain addresses, called through `map`, are what makes it cheap to
look at every line of every page.  None of them takes longer than giving Python's lock away and
getting it back, so they keep it; and so the places where they put their answers can be shared.
"""

from __future__ import annotations

import ctypes
from typing import Any

#: Left, bottom, right, top in points.
Box = tuple[float, float, float, float]
#: How a form is placed on its page, as in PDF: a, b, c, d, e, f.
Matrix = tuple[float, float, float, float, float, float]

ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int


def by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium that takes and gives plain addresses."""
    address = ctypes.cast(function, ADDRESS).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


def places_in(numbers: Any) -> list[int]:
    """The address of each number of an array, where one of PDFium's functions may put it."""
    start, size = ctypes.addressof(numbers), ctypes.sizeof(numbers)
    return list(range(start, start + size, size // len(numbers)))


def address_of(handle: Any) -> int:
    """The address behind one of PDFium's handles."""
    return ctypes.cast(handle, ADDRESS).value or 0


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def within(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix of what stands inside a form that has a matrix itself."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    ao, bo, co, do, eo, fo = outer
    return (
        a * ao + b * co, a * bo + b * do, c * ao + d * co, c * bo + d * do,
        e * ao + f * co + eo, e * bo + f * do + fo,
    )  # fmt: skip
