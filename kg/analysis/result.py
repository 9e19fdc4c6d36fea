"""What a pattern found: tables of plain values, each row with the statements behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

#: ``None`` is a value that is not given, such as a rate of fewer than `FEWEST` cases.
Cell = str | int | float | bool | date | None

#: Fewer cases than this give no rate.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name (lower case, no blanks), what it holds, and its unit if it has one."""

    name: str
    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell a column, and the IRIs of the statements that it was counted from."""

    cells: tuple[Cell, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a result.  Raises `ValueError` if a row has not one cell a column."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"{self.name}: {len(row.cells)} cells, {len(self.columns)} columns"
                )


@dataclass(frozen=True, slots=True)
class Result:
    """What one run of a pattern found.

    ``parameters`` are those that the run used, defaults among them; ``inputs`` the IRIs of the
    reports that it counted; ``notes`` plain sentences on what a reader must know before quoting a
    figure: what was left out, where numbers are small.
    """

    pattern: str
    title: str
    tables: tuple[Table, ...]
    parameters: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
