"""The IRIs that a check has to know, and what an RDF term says, taken from how it is written.

A term is kept as it stands in a line of canonical N-Quads (``<iri>``, ``"text"``,
``"text"^^<datatype>``, ``"text"@en``): two terms are the same if and only if their strings are.
"""

from __future__ import annotations

import re

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

RDF_TYPE = RDF + "type"
RDF_FIRST = RDF + "first"
RDF_REST = RDF + "rest"
RDF_NIL = RDF + "nil"
LANG_STRING = RDF + "langString"
SUBCLASS_OF = RDFS + "subClassOf"
XSD_STRING = XSD + "string"

#: The same as terms.
TYPE = f"<{RDF_TYPE}>"
SUBCLASS = f"<{SUBCLASS_OF}>"

_ESCAPE = re.compile(r"\\(u[0-9A-F]{4}|.)")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_NAMED = {character: letter for letter, character in _ESCAPED.items()} | {'"': '"', "\\": "\\"}


def is_literal(term: str) -> bool:
    """Whether a term is a literal."""
    return term[0] == '"'


def text_of(term: str) -> str:
    """The lexical form of a literal, the IRI of an IRI, the label of a blank node."""
    if term[0] == "<":
        return term[1:-1]
    if term[0] != '"':
        return term
    text = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def datatype_of(term: str) -> str:
    """The datatype IRI of a literal, "" for any other term."""
    if term[-1] == '"':
        return XSD_STRING
    if term[0] != '"':
        return ""
    return LANG_STRING if term[-1] != ">" else term[term.rindex('"') + 4 : -1]


def language_of(term: str) -> str:
    """The language tag of a literal in lower case, "" if it has none."""
    if term[0] != '"' or term[-1] in '">':
        return ""
    return term[term.rindex('"') + 2 :].lower()


def written(text: str) -> str:
    """A text as a plain literal."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    named = _NAMED.get(character)
    return f"\\{named}" if named else f"\\u{ord(character):04X}"


def _character(match: re.Match[str]) -> str:
    escape = match[1]
    return chr(int(escape[1:], 16)) if len(escape) == 5 else _ESCAPED.get(escape, escape)
