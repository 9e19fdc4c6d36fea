"""Where in the report a fault is: source name, page and words, from the report's statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.namespaces import CS
from kg.shacl.index import GraphIndex
from kg.shacl.terms import text_of
from kg.validation.violations import Violation

#: the properties by which a fault is placed, as terms
SOURCE = f"<{CS}source>"
PART_OF = f"<{CS}partOf>"
PAGE = f"<{CS}page>"
QUOTE = f"<{CS}quote>"
EVIDENCE_FOR = f"<{CS}evidenceFor>"
EVIDENCE_OF = f"<{CS}evidenceOf>"

#: the properties of a path: "<a>/^<b>" has two
STEP = re.compile(r"<[^<>]*>")


def add_places(violations: Sequence[Violation], index: GraphIndex) -> tuple[Violation, ...]:
    """The violations with source, page and quote, as far as the report has them.

    A report that lacks its source name goes by the IRI of its graph.
    """
    sources = sorted(map(text_of, index.column(SOURCE).distinct))
    source = sources[0] if sources else text_of(index.graph or '""')
    return tuple(_placed(violation, index, source) for violation in violations)


def _placed(violation: Violation, index: GraphIndex, source: str) -> Violation:
    """The place of the focus node; of a report or inspection, that of the evidence for it."""
    about = f"<{violation.focus}>"
    pages, quotes = index.column(PAGE), index.column(QUOTE)
    if about not in pages.first and about not in quotes.first:
        about = _witness(violation, about, index)
    page = text_of(pages.first.get(about, '""'))
    return replace(
        violation,
        source=source,
        page=int(page) if page.isdecimal() else None,
        quote=text_of(quotes.first.get(about, '""')),
    )


def _witness(violation: Violation, focus: str, index: GraphIndex) -> str:
    """What else in the report shows where the fault is: "" if nothing does."""
    steps = STEP.findall(violation.path)
    if f"^{PART_OF}" in violation.path:
        # the value is one of something that is part of the focus node: the first that has it
        column = index.column(steps[-1])
        for part in sorted(index.column(PART_OF).backward.get(focus, ())):
            if violation.value in map(text_of, column.values(part)):
                return part
    evidence = index.column(EVIDENCE_FOR)
    for part in sorted(index.column(EVIDENCE_OF).backward.get(focus, ())):
        if not set(steps).isdisjoint(evidence.values(part)):
            return part
    return ""
