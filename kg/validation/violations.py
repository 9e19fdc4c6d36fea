"""What a check found: one value a fault, and its plain English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

#: how many characters of a value or quote stand in a description
SHOWN = 160


class Severity(StrEnum):
    """How bad a fault is (SHACL, section 2.1.4); only a violation keeps a report out."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


#: worst first
RANK = {Severity.VIOLATION: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Violation:
    """One validation result (SHACL, section 3.6.2), with its place in the report."""

    severity: Severity
    #: IRI of the shape that it breaks
    shape: str
    #: the shape's ``sh:name``
    name: str
    #: the shape's ``sh:message``: the rule in plain English
    message: str
    #: IRI of the thing that is wrong
    focus: str
    #: SPARQL property path with full IRIs ("<...#page>"), "" where the whole thing is wrong
    path: str
    #: the wrong value: an IRI or a literal's text; "" where the fault is that there is none
    value: str
    #: datatype IRI of a value that is a literal, "" for an IRI or no value
    datatype: str
    #: local name of the SHACL constraint component ("MinCountConstraintComponent")
    component: str
    #: source name of the report, "" for the shared vocabulary
    source: str = ""
    #: 1-based page, None where the thing has none
    page: int | None = None
    #: exact words on that page, "" where there are none
    quote: str = ""

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """What makes two results the same fault."""
        return (self.focus, self.path, self.component, self.value, self.datatype, self.shape)


def describe(violation: Violation) -> str:
    """One line of plain English: severity, report and page, what is wrong, value and quote.

    >>> describe(Violation(Severity.WARNING, "s", "page", "It must have a page.", "f", "", "0",
    ...                    "d", "C", "example-2024", 3, "Leaders know."))
    'Warning: example-2024, page 3: It must have a page. Found: 0. At: "Leaders know."'
    """
    parts = [f"{violation.severity.value.capitalize()}: {_where(violation)}: {violation.message}"]
    if violation.value and violation.value != violation.focus:
        parts.append(f"Found: {shortened(violation.value)}.")
    if violation.quote:
        parts.append(f'At: "{shortened(violation.quote)}"')
    elif violation.focus:
        parts.append(f"At: {violation.focus}")
    return " ".join(parts)


def distinct(violations: Iterable[Violation]) -> tuple[Violation, ...]:
    """Each fault once (by focus, path, component, value and shape), in a fixed order.

    By report, then worst first, then by page.  The shape counts because two rules that are told
    as ``sh:not`` have focus and value in common and yet say different things.
    """
    found: dict[tuple[str, str, str, str, str, str], Violation] = {}
    for violation in sorted(violations, key=lambda v: v.source):
        found.setdefault(violation.key, violation)
    return tuple(sorted(found.values(), key=_order))


def worst(violations: Iterable[Violation]) -> Severity | None:
    """The worst severity among the results, None where there are none."""
    return min((v.severity for v in violations), key=RANK.__getitem__, default=None)


def shortened(text: str) -> str:
    """``text`` on one line, cut at a word where it is longer than `SHOWN`."""
    line = " ".join(_printable(text).split())
    return line if len(line) <= SHOWN else line[:SHOWN].rsplit(" ", 1)[0] + " …"


def _where(violation: Violation) -> str:
    if not violation.source:
        return "the shared vocabulary"
    return f"{violation.source}, page {violation.page}" if violation.page else violation.source


def _order(v: Violation) -> tuple[str, int, int, str, str, str, str, str, str]:
    rank, page = RANK[v.severity], v.page or 0
    return (v.source, rank, page, v.focus, v.shape, v.path, v.value, v.datatype, v.component)


def _printable(text: str) -> str:
    """``text`` with a mark in place of each control character: it may go to a terminal."""
    return "".join(
        c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text
    )
