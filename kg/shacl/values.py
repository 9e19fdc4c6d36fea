"""What literals stand for: which lexical forms a datatype has, and which value is less.

The rules are those of XML Schema 1.1, part 2.  Values of different kinds (a date and a number)
cannot be compared, and a literal that is no value of its datatype (31 February) with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from kg.shacl.terms import LANG_STRING, XSD, XSD_STRING, datatype_of, text_of

#: (kind of value, value): values of one kind can be compared.
Value = tuple[str, int | float | Decimal | str | date | datetime]

INTEGER = XSD + "integer"
_END = f'"^^<{INTEGER}>'
_CUT = -len(_END)
_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))"
_DATE = re.compile(rf"(?P<day>\d{{4}}-\d{{2}}-\d{{2}})(?P<zone>{_ZONE})?")
_MOMENT = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:\.\d{{1,6}})?{_ZONE}?")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN)")
_YEAR = re.compile(rf"-?(?:[1-9]\d{{3,}}|0\d{{3}}){_ZONE}?")


def _is_day(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


#: datatype -> whether a text is one of its lexical forms; what ``sh:datatype`` may name
LEXICAL: Mapping[str, Callable[[str], object]] = {
    XSD_STRING: lambda text: True,
    LANG_STRING: lambda text: True,
    XSD + "boolean": ("true", "false", "1", "0").__contains__,
    XSD + "integer": _INTEGER.fullmatch,
    XSD + "decimal": _DECIMAL.fullmatch,
    XSD + "double": _DOUBLE.fullmatch,
    XSD + "date": _is_day,
    XSD + "dateTime": _is_moment,
    XSD + "gYear": _YEAR.fullmatch,
    XSD + "anyURI": lambda text: True,
}


def is_of(term: str, datatype: str) -> bool:
    """Whether a term is a literal of a datatype and its text one of the datatype's forms."""
    if datatype == INTEGER and _is_digits(term):
        return True
    return datatype_of(term) == datatype and bool(LEXICAL[datatype](text_of(term)))


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
        one, two = int(a[1:_CUT]), int(b[1:_CUT])
        return one <= two if or_equal else one < two
    first, second = value_of(a), value_of(b)
    if first is None or second is None or first[0] != second[0]:
        return False
    # of one kind: Python compares them
    if or_equal:
        return first[1] <= second[1]  # type: ignore[operator]
    return first[1] < second[1]  # type: ignore[operator]


def _is_digits(term: str) -> bool:
    """Whether a term is an integer of digits only, as most numbers of a report are."""
    return term.endswith(_END) and term[1:_CUT].isdigit() and term.isascii()


def _moment(text: str) -> Value:
    value = datetime.fromisoformat(text)
    return ("moment" if value.tzinfo is None else "moment with zone"), value


_VALUES: Mapping[str, Callable[[str], Value]] = {
    XSD_STRING: lambda text: ("string", text),
    XSD + "boolean": lambda text: ("boolean", int(text in ("true", "1"))),
    XSD + "integer": lambda text: ("number", int(text)),
    XSD + "decimal": lambda text: ("number", Decimal(text)),
    XSD + "double": lambda text: ("number", float(text)),
    # a zone is left out: what has one is told by a pattern
    XSD + "date": lambda text: ("date", date.fromisoformat(text[:10])),
    XSD + "dateTime": _moment,
    XSD + "gYear": lambda text: ("year", int(text[:4])),
}
