"""What literals stand for, and which is less.

The rules are those of XML Schema 1.1, part 2.  Values of different kinds (a date and a number)
cannot be compared, and a literal that is no value of its datatype (31 February) with nothing; a
moment with a time zone and one without can where they are more than fourteen hours apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from math import isnan

from kg.shacl.calendar import FORMS, moment
from kg.shacl.datatypes import INTEGERS, LEXICAL
from kg.shacl.terms import XSD, XSD_STRING, datatype_of, text_of

#: (kind of value, value, whether it has a time zone): values of one kind can be compared.
Value = tuple[str, int | float | Decimal | str, bool]

#: what a time zone may put a moment before or after UTC, in seconds
FURTHEST_ZONE = 14 * 3600

INTEGER = XSD + "integer"
_END = f'"^^<{INTEGER}>'
_CUT = -len(_END)


def is_of(term: str, datatype: str) -> bool:
    """Whether a term is a literal of a datatype and its text one of the datatype's forms."""
    if datatype == INTEGER and _is_digits(term):
        return True
    if datatype_of(term) != datatype:
        return False
    is_form = LEXICAL.get(datatype)
    return is_form is None or bool(is_form(text_of(term)))


@lru_cache(maxsize=1 << 14)
def value_of(term: str) -> Value | None:
    """The value of a literal; None if it has none that can be compared."""
    datatype = datatype_of(term)
    read = _VALUES.get(datatype)
    if read is None:
        return None
    text = text_of(term)
    return read(text) if LEXICAL[datatype](text) else None


def less(a: str, b: str, *, or_equal: bool = False) -> bool:
    """Whether one term's value is less than another's; no if they cannot be compared."""
    if _is_digits(a) and _is_digits(b):
        try:
            one, two = int(a[1:_CUT]), int(b[1:_CUT])
        except ValueError:
            # more digits than Python reads as an int: as decimals, below
            pass
        else:
            return one <= two if or_equal else one < two
    first, second = value_of(a), value_of(b)
    if first is None or second is None or first[0] != second[0]:
        return False
    # of one kind: Python compares them
    if first[2] != second[2]:
        return first[1] + FURTHEST_ZONE < second[1]  # type: ignore[operator]
    if or_equal:
        return first[1] <= second[1]  # type: ignore[operator]
    return first[1] < second[1]  # type: ignore[operator]


def _is_digits(term: str) -> bool:
    """Whether a term is an integer of digits only, as most numbers are."""
    return term.endswith(_END) and term[1:_CUT].isdigit() and term.isascii()


def _whole(text: str) -> Value:
    # Python reads no number of very many digits as an int
    return "number", int(text) if len(text) < 1000 else Decimal(text), False


def _float(text: str) -> Value | None:
    value = float(text)
    return None if isnan(value) else ("number", value, False)


def _moment(datatype: str) -> Callable[[str], Value | None]:
    name = XSD + "dateTime" if datatype.endswith("Stamp") else datatype

    def read(text: str) -> Value | None:
        found = moment(text, datatype)
        return found and (name, found[1], found[0])

    return read


_VALUES: Mapping[str, Callable[[str], Value | None]] = {
    XSD_STRING: lambda text: ("string", text, False),
    XSD + "boolean": lambda text: ("boolean", int(text in ("true", "1")), False),
    XSD + "decimal": lambda text: ("number", Decimal(text), False),
    XSD + "double": _float,
    XSD + "float": _float,
    **dict.fromkeys(INTEGERS, _whole),
    **{name: _moment(name) for name in FORMS},
}
