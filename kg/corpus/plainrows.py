"""Rows whose plain fields are taken as the record has them."""

from __future__ import annotations

import re

from kg.corpus.record import Facts, text
from kg.corpus.schema import plain_columns, tables
from kg.corpus.vocabulary import Row

#: What `themeProbabilities` has behind each code.
PROBABILITY = re.compile(r" [01][.0-9]*")


def plain_row(table: str, facts: Facts, **given: object) -> Row:
    """The row of a table: what is given by column, and the plain fields as they are written."""
    plain = plain_columns(table)
    return tuple(
        given[name] if name in given else text(facts, plain[name])
        for name in tables()[table].columns
    )


def codes(rated: str | None) -> str | None:
    """The codes of "plans 0.91 drift 0.40", without the probabilities."""
    return PROBABILITY.sub("", rated) if rated else None
