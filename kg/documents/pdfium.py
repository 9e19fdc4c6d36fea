"""Calls to PDFium that cost half, and the places on a page that they speak of.

A call to PDFium costs more than what it does: most of it goes into Python's values for C's.
Functions that take and give addresses as they are, called through `map`, are what makes it cheap
to look at every line of every page.  What such a function takes is not checked, as that costs a
third of a call: an `Address`, a place of `places_in`, or a C int.  None of them takes longer than
giving Python's lock away and getting it back, so they keep it; and so the places where they put
their answers can be shared.
"""

from __future__ import annotations

import ctypes
from typing import Any

#: Left, bottom, right, top in points.
Box = tuple[float, float, float, float]
#: How a form is placed on its page, as in PDF: a, b, c, d, e, f.
Matrix = tuple[float, float, float, float, float, float]

#: What a function gives: an address as a Python int (None for no address), and a C int.
ADDRESS, NUMBER = ctypes.c_void_p, ctypes.c_int


class Address(ctypes.c_void_p):
    """An address that a function of PDFium takes as it is; its ``value`` is the Python int."""


def by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium that takes and gives plain addresses.

    ``arguments`` are the kinds of its arguments, if they are to be checked and turned into C's.
    """
    address = ctypes.cast(function, ADDRESS).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


def places_in(numbers: Any) -> list[Any]:
    """The place of each number of an array, where one of PDFium's functions may put it."""
    step = ctypes.sizeof(numbers) // len(numbers)
    return [ctypes.byref(numbers, step * index) for index in range(len(numbers))]


def address_of(handle: Any) -> Address:
    """The address behind one of PDFium's handles."""
    return ctypes.cast(handle, Address)


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
