"""Terms in canonical N-Quads: https://www.w3.org/TR/rdf12-n-quads/#canonical-quads.

Only a few datatypes are written, each in its canonical lexical form, because stores rewrite what
is not canonical (``"007"^^xsd:integer`` becomes ``"7"``).
"""

from __future__ import annotations

import re
from datetime import date

from kg.namespaces import XSD

#: The characters that canonical N-Quads writes as escapes, and their escapes.
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in [*range(0x20), 0x7F]},
    0x08: "\\b",
    0x09: "\\t",
    0x0A: "\\n",
    0x0C: "\\f",
    0x0D: "\\r",
    0x22: '\\"',
    0x5C: "\\\\",
}
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
#: No Unicode text holds these, and no serialisation of RDF can.
_ILLEGAL = re.compile("[\x00\ud800-\udfff\ufffe\uffff]")
_IRI_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def iri(value: str) -> str:
    """An IRI in angle brackets.  Raises `ValueError` for characters that no IRI holds."""
    if _IRI_UNSAFE.search(value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


def text(value: str) -> str:
    """A plain string literal; characters that RDF cannot hold are left out."""
    value = _ILLEGAL.sub("", value)
    if _SPECIAL.search(value):
        value = value.translate(_ESCAPES)
    return f'"{value}"'


def integer(value: int) -> str:
    """An ``xsd:integer``."""
    return f'"{value}"^^<{XSD}integer>'


def boolean(value: bool) -> str:
    """An ``xsd:boolean``."""
    return f'"{"true" if value else "false"}"^^<{XSD}boolean>'


def day(value: date) -> str:
    """An ``xsd:date`` without a time zone."""
    return f'"{value.isoformat()}"^^<{XSD}date>'


def decimal(value: float) -> str:
    """An ``xsd:decimal`` in canonical form, rounded to six digits after the point."""
    whole = f"{value:.6f}".rstrip("0").rstrip(".")
    return f'"{"0" if whole == "-0" else whole}"^^<{XSD}decimal>'
