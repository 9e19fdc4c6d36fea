"""Random faults put into a valid report, the same ones on every run.

Which statement is struck is drawn from all that a kind of mutation can strike, those included
that a report may well do without: such a mutation cannot be caught.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.validation.made_up import (
    PREFIXES,
    READ,
    REPORT,
    Iri,
    Statements,
    placed,
    term,
    valid_report,
)

Row = tuple[str, str, str]
TYPE = term(Iri("rdf:type"))
GRADE = term(Iri("cs:grade"))
XSD = PREFIXES["xsd"]
DATATYPES = ("", *(f"^^<{XSD}{name}>" for name in ("integer", "decimal", "boolean", "date")))


@dataclass(frozen=True)
class Mutation:
    """One fault: what was done, to which statement, and the lines that came of it."""

    kind: str
    row: Row
    lines: tuple[str, ...]


def rich_report() -> Statements:
    """The valid report, with a board that a recommendation speaks to, a next step, a problem."""
    made = valid_report()
    made.add(
        "id:board/exampleshire/lscb",
        rdf_type=Iri("cs:Board"),
        skos_prefLabel="Exampleshire Safeguarding Children Board",
        cs_boardKind=Iri("vocab:board-kind/lscb"),
        cs_boardType="LSCB",
        cs_boardOf=Iri("id:authority/exampleshire"),
    )
    placed(made, "recommendation/2", "Recommendation", 3, "The work of the board.", cs_order=2)
    made.add(
        REPORT + "/recommendation/2",
        cs_kind=Iri("vocab:kind/what-needs-to-improve"),
        cs_addressedTo=Iri("id:board/exampleshire/lscb"),
        cs_addressee="board",
        cs_text="The work of the board.",
        cs_mentions=Iri("id:board/exampleshire/lscb"),
    )
    placed(made, "next-step/1", "NextStep", 3, "We will return in 18 months", cs_monthsAhead=18)
    made.add(REPORT + "/next-step/1", cs_stepKind=Iri("vocab:next-step/full-inspection"))
    made.add(
        REPORT + "/problem/1",
        rdf_type=Iri("cs:Problem"),
        cs_partOf=Iri(REPORT),
        cs_problemCode="no-theme",
        cs_message="No theme was found.",
    )
    return made


def mutations(number: int, seed: int) -> Iterator[Mutation]:
    """As many mutations of the rich report, each kind in turn."""
    chance = random.Random(seed)
    valid = rich_report()
    rows = sorted(valid.rows)
    for count in range(number):
        kind, (struck, change) = list(KINDS.items())[count % len(KINDS)]
        row = chance.choice([row for row in rows if struck(row)])
        changed = Statements()
        changed.graph = valid.graph
        changed.rows = change(rows, row, chance)
        assert set(changed.rows) != set(rows)
        yield Mutation(kind, row, changed.lines())


def _drop(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    return [each for each in rows if each != row]


def _duplicate(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    """A second value of the same sort, taken from another statement."""
    subject, predicate, value = row
    others = sorted({o for _, _, o in rows if o != value and _sort(o) == _sort(value)})
    if not others:
        others = [value[0] + "1" + value[1:]]
    return [*rows, (subject, predicate, chance.choice(others))]


def _retype(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    kinds = sorted({o for _, p, o in rows if p == TYPE} | {term(Iri(f"cs:{k}")) for k in READ})
    return _put(rows, row, chance.choice([kind for kind in kinds if kind != row[2]]))


def _wrong_scale(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    wrong = ("vocab:grade/positive", "vocab:strand/leaders", "vocab:theme/leadership")
    return _put(rows, row, term(Iri(chance.choice(wrong))))


def _dangling(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    return _put(rows, row, row[2][:-1] + "-gone>")


def _wrong_datatype(rows: Sequence[Row], row: Row, chance: random.Random) -> list[Row]:
    end = row[2].rindex('"') + 1
    other = chance.choice([each for each in DATATYPES if each != row[2][end:]])
    return _put(rows, row, row[2][:end] + other)


def _put(rows: Sequence[Row], row: Row, value: str) -> list[Row]:
    return [(row[0], row[1], value) if each == row else each for each in rows]


def _sort(value: str) -> str:
    return "IRI" if value[0] == "<" else value[value.rindex('"') :]


def _is_link(row: Row) -> bool:
    return row[2][0] == "<" and row[1] != TYPE


Change = Callable[[Sequence[Row], Row, random.Random], list[Row]]
#: kind -> which statements it strikes, and how
KINDS: dict[str, tuple[Callable[[Row], bool], Change]] = {
    "drop": (lambda row: True, _drop),
    "duplicate": (lambda row: True, _duplicate),
    "retype": (lambda row: row[1] == TYPE, _retype),
    "wrong scale": (lambda row: row[1] == GRADE, _wrong_scale),
    "dangling link": (_is_link, _dangling),
    "wrong datatype": (lambda row: row[2][0] == '"', _wrong_datatype),
}
