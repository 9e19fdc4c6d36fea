"""Rows put into the order that their query asks for, where a server orders them wrongly.

https://www.w3.org/TR/sparql11-query/#modOrderBy
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {f"{XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long")}
#: "?ended", "DESC(?ended)"
CONDITION = re.compile(r"\s*(?:(ASC|DESC)\s*\(\s*[?$](\w+)\s*\)|[?$](\w+))", re.I)

#: A term of SPARQL results in JSON; None where a variable is unbound.
Term = Mapping[str, str] | None


def conditions(order: str, names: Sequence[str]) -> list[tuple[int, bool]]:
    """What stands after ORDER BY as columns with "is descending".

    Only the first conditions count that are variables of the rows: what comes after another one
    is left as the server ordered it.
    """
    found = []
    place = 0
    while match := CONDITION.match(order, place):
        name = match[2] or match[3]
        if name not in names:
            break
        found.append((names.index(name), (match[1] or "").upper() == "DESC"))
        place = match.end()
    return found


def hidden(order: str, names: Sequence[str]) -> list[str]:
    """The variables after ORDER BY that the rows do not show."""
    found = []
    place = 0
    while match := CONDITION.match(order, place):
        name = match[2] or match[3]
        if name not in names and name not in found:
            found.append(name)
        place = match.end()
    return found


def ordered(
    rows: Sequence[tuple[Term, ...]], by: Sequence[tuple[int, bool]]
) -> list[tuple[Term, ...]]:
    """The rows by these columns; rows that are alike in them stay as they are."""
    done = list(rows)
    for column, descending in reversed(by):
        done.sort(key=lambda row: _key(row[column]), reverse=descending)
    return done


def _key(term: Term) -> tuple[int, int, Decimal, str]:
    """Unbound before IRIs before literals; numbers by value, all else by code points."""
    if term is None:
        return 0, 0, Decimal(0), ""
    text = term["value"]
    if term["type"] == "uri":
        return 2, 0, Decimal(0), text
    if term.get("datatype") in NUMBERS:
        try:
            return 3, 0, Decimal(text), ""
        except InvalidOperation:
            return 3, 1, Decimal(0), text
    return 3, 1, Decimal(0), text
