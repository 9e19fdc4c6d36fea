"""Patterns across reports: what no single report says.

Each pattern is a module with a function from answers of the store to a `Result`: tables of plain
values, every row with the statements that it was counted from.  How results are written (as CSV,
JSON, Markdown and RDF) and drawn is told elsewhere.
"""

from kg.analysis.registry import NAMES, Parameter, Pattern, pattern
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table

__all__ = [
    "FEWEST",
    "NAMES",
    "Cell",
    "Column",
    "Parameter",
    "Pattern",
    "Result",
    "Row",
    "Table",
    "pattern",
]
