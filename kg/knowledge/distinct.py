"""Whether framework versions, and the strands and grades within one, can be told apart.

Of two that cannot, one would be taken in silence: the version that stands first, the strand whose
label is looked at first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from kg.errors import KnowledgeError
from kg.knowledge.frameworks import FrameworkVersion, Grade, Strand
from kg.knowledge.turtle import Statements
from kg.knowledge.words import letters


def check_distinct(table: Statements, versions: Iterable[FrameworkVersion]) -> None:
    """Raises `KnowledgeError` of one line that names the file and the two.

    At fault are two versions with one notation, two of a family on one day, one that ends before
    it begins, and two strands or grades of a version with one notation or one printed form.
    """
    listed = list(versions)
    for version in listed:
        if version.valid_to is not None and version.valid_to < version.valid_from:
            raise KnowledgeError(
                f"{table.place(version.iri)}: <{version.iri}> ends on {version.valid_to}, before "
                f"it begins on {version.valid_from}; mend cs:validFrom or cs:validTo"
            )
        _check(table, version.strands)
        _check(table, version.grades)
    for one, other in combinations(listed, 2):
        if one.notation == other.notation:
            _refuse(table, one, other, f"both have the notation {one.notation!r}")
        day = max(one.valid_from, other.valid_from)
        if one.family == other.family and one.covers(day) and other.covers(day):
            _refuse(table, one, other, f"are both versions of {one.family} on {day}")


def _check(table: Statements, things: Sequence[Strand | Grade]) -> None:
    for one, other in combinations(things, 2):
        if one.notation == other.notation:
            _refuse(table, one, other, f"both have the notation {one.notation!r}")
        forms = {letters(form) for form in one.labels}
        shared = next((form for form in other.labels if letters(form) in forms), None)
        if shared is not None:
            _refuse(table, one, other, f"are both printed as {shared!r}")


def _refuse(
    table: Statements,
    one: FrameworkVersion | Strand | Grade,
    other: FrameworkVersion | Strand | Grade,
    what: str,
) -> None:
    raise KnowledgeError(
        f"{table.place(other.iri)}: <{one.iri}> and <{other.iri}> {what}; "
        "they could not be told apart"
    )
