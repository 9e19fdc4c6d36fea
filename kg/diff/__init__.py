"""What changed between two graphs, told in the terms of inspections and not of statements.

`compare` takes two `Side`s (a store or an exported file each) and gives a `Difference`;
`write_difference` says it as text, Markdown or JSON.
"""

from kg.diff.compare import Change, Difference, ReportChange, compare
from kg.diff.sides import Side, open_side
from kg.diff.words import DIFF_FORMATS, write_difference

__all__ = [
    "DIFF_FORMATS",
    "Change",
    "Difference",
    "ReportChange",
    "Side",
    "compare",
    "open_side",
    "write_difference",
]
