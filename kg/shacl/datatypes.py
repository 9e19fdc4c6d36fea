"""Which texts a datatype has: the lexical spaces of XML Schema 1.1, part 2, and of RDF.

Of a datatype that is not here only the name can be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from json import loads
from xml.parsers.expat import ExpatError, ParserCreate

from kg.shacl.calendar import FORMS, moment
from kg.shacl.terms import LANG_STRING, RDF, XSD, XSD_STRING

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})*")
_B64 = r"[A-Za-z0-9+/]\x20?"
_BASE64 = re.compile(
    rf"(?:(?:{_B64}){{4}})*"
    rf"(?:(?:{_B64}){{3}}[A-Za-z0-9+/]|(?:{_B64}){{2}}[AEIMQUYcgkosw048]\x20?=|"
    rf"{_B64}[AQgw]\x20?=\x20?=)?"
)
_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_FURTHER = r"\-.0-9\xb7\u0300-\u036f\u203f\u2040"
_NAME = re.compile(f"[{_START}][{_START}{_FURTHER}]*")
_NMTOKEN = re.compile(f"[{_START}{_FURTHER}]+")
_DAY_TIME = r"(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
_DURATION = re.compile(rf"-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?{_DAY_TIME}", re.ASCII)
_DAY_TIME_DURATION = re.compile(rf"-?P(?=[\dT]){_DAY_TIME}", re.ASCII)
_YEAR_MONTH_DURATION = re.compile(r"-?P(?=\d)(?:\d+Y)?(?:\d+M)?", re.ASCII)

#: datatypes of whole numbers -> least and greatest value, None where there is no bound
INTEGERS: Mapping[str, tuple[int | None, int | None]] = {
    XSD + name: bounds
    for name, bounds in {
        "integer": (None, None),
        "nonNegativeInteger": (0, None),
        "positiveInteger": (1, None),
        "nonPositiveInteger": (None, 0),
        "negativeInteger": (None, -1),
        "long": (-(2**63), 2**63 - 1),
        "int": (-(2**31), 2**31 - 1),
        "short": (-(2**15), 2**15 - 1),
        "byte": (-(2**7), 2**7 - 1),
        "unsignedLong": (0, 2**64 - 1),
        "unsignedInt": (0, 2**32 - 1),
        "unsignedShort": (0, 2**16 - 1),
        "unsignedByte": (0, 2**8 - 1),
    }.items()
}


def _anything(text: str) -> bool:
    return True


def _whole(least: int | None, most: int | None) -> Callable[[str], bool]:
    if least is None and most is None:
        return lambda text: _INTEGER.fullmatch(text) is not None

    def is_form(text: str) -> bool:
        # longer than any bound; Python refuses to read very long ones
        if not _INTEGER.fullmatch(text):
            return False
        digits = text.lstrip("+-").lstrip("0")
        if len(digits) > 40:
            return most is None if text[0] != "-" else least is None
        value = int(digits or "0") * (-1 if text[0] == "-" else 1)
        return (least is None or value >= least) and (most is None or value <= most)

    return is_form


def _token(text: str) -> bool:
    return text == text.strip(" ") and "  " not in text and _is_one_line(text)


def _is_one_line(text: str) -> bool:
    return not {"\t", "\n", "\r"} & set(text)


def _is_xml(text: str) -> bool:
    """Whether a text is well-formed as the content of an element."""
    try:
        ParserCreate(namespace_separator=" ").Parse(f"<x>{text}</x>".encode(), True)
    except (ExpatError, UnicodeEncodeError):
        return False
    return True


def _is_json(text: str) -> bool:
    try:
        loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _calendar(name: str) -> Callable[[str], bool]:
    return lambda text: moment(text, name) is not None


#: datatype -> whether a text is one of its forms
LEXICAL: Mapping[str, Callable[[str], object]] = {
    XSD_STRING: _anything,
    LANG_STRING: _anything,
    RDF + "HTML": _anything,
    RDF + "XMLLiteral": _is_xml,
    RDF + "JSON": _is_json,
    XSD + "anyURI": _anything,
    XSD + "boolean": ("true", "false", "1", "0").__contains__,
    XSD + "decimal": _DECIMAL.fullmatch,
    XSD + "double": _DOUBLE.fullmatch,
    XSD + "float": _DOUBLE.fullmatch,
    XSD + "normalizedString": _is_one_line,
    XSD + "token": _token,
    XSD + "language": _LANGUAGE.fullmatch,
    XSD + "Name": _NAME.fullmatch,
    XSD + "NCName": lambda text: ":" not in text and _NAME.fullmatch(text),
    XSD + "NMTOKEN": _NMTOKEN.fullmatch,
    XSD + "hexBinary": _HEX.fullmatch,
    XSD + "base64Binary": _BASE64.fullmatch,
    XSD + "duration": _DURATION.fullmatch,
    XSD + "dayTimeDuration": _DAY_TIME_DURATION.fullmatch,
    XSD + "yearMonthDuration": _YEAR_MONTH_DURATION.fullmatch,
    **{name: _whole(*bounds) for name, bounds in INTEGERS.items()},
    **{name: _calendar(name) for name in FORMS},
}
