"""Regular expressions that stand in data files, compiled and checked where they are read.

They are case-insensitive, verbose and multi-line: white space in them must be written ``\\s`` or
``[ ]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

#: Stands in a `GradePattern` for the grades of the framework version.
GRADE = "{grade}"


@cache
def compiled(text: str) -> re.Pattern[str]:
    """The regular expression.  Raises `ValueError` that says what is wrong with it."""
    if not text.strip():
        raise ValueError("is empty")
    try:
        return re.compile(text, re.I | re.M | re.X)
    except (re.error, OverflowError, RecursionError) as error:
        words = " ".join(str(error).split())
        raise ValueError(f"is not a regular expression: {words}") from error


@dataclass(frozen=True, slots=True)
class GradePattern:
    """A regular expression in which ``{grade}`` stands for the grades of a framework version."""

    text: str

    def of(self, grades: str) -> re.Pattern[str]:
        """The regular expression for a version whose grades the expression ``grades`` matches."""
        return compiled(self.text.replace(GRADE, grades))


@dataclass(frozen=True, slots=True)
class Groups:
    """The named groups that a pattern must have, in the type of a field: ``Annotated[...]``."""

    names: tuple[str, ...]

    def missing(self, pattern: re.Pattern[str]) -> str | None:
        """The first name that the pattern has no group for, or None."""
        return next((name for name in self.names if name not in pattern.groupindex), None)
