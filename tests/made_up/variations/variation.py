"""One way in which a report may be printed otherwise than its design prints it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.made_up.pieces import MadeUp

#: Gives the report as printed otherwise, or None where it has nothing to change.
Change = Callable[[Random, MadeUp], MadeUp | None]

ILACS = ("ILACS",)
TABLES = ("ILACS 2018", "ILACS 2021", "ILACS 2023", "ILACS 2026")
LETTERS = ("focused", "monitoring")
SIF = ("SIF",)
BOARD = ("SIF A", "SIF A2", "SIF B")
JTAI = ("JTAI",)
SEND = ("SEND",)
EARLY = ("CP", "LAC")
ALL = ("ILACS", "focused", "monitoring", "SIF", "JTAI", "SEND", "CP", "LAC")


@dataclass(frozen=True, slots=True)
class Variation:
    """A kind of change, and what is asked of a reader of the changed report."""

    kind: str
    #: which reader it tries: "header", "judgements", "lists", "documents", "figures", "boards"
    area: str
    #: beginnings of the names of designs that can be printed so
    designs: tuple[str, ...]
    change: Change
    formats: tuple[str, ...] = ("pdf", "text")
    #: whether a person reads it as its truth: then nine in ten must be read rightly
    readable: bool = True
    #: whether something must be said even if all is read as its truth
    must_tell: bool = False
    #: whether it is the usual form of the design itself
    usual: bool = False
    #: how the text is written to the file
    encode: Callable[[Random, str], bytes] | None = None

    def fits(self, design: str) -> bool:
        """Whether reports of a design can be printed so."""
        return design.startswith(self.designs)


def doubtful(
    kind: str, area: str, designs: tuple[str, ...], change: Change,
    formats: tuple[str, ...] = ("pdf", "text"),
) -> Variation:  # fmt: skip
    """A change after which something must be said, for a person would ask what is meant."""
    return Variation(kind, area, designs, change, formats, readable=False, must_tell=True)
