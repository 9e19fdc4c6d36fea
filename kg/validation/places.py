"""Where in the report a fault is: source name, page and words, from the report's own quads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.validation.graph import parse
from kg.validation.terms import EVIDENCE_FOR, EVIDENCE_OF, PAGE, PART_OF, QUOTE, SOURCE
from kg.validation.violations import Violation

if TYPE_CHECKING:
    from pyoxigraph import Quad

#: the properties of a path: "<a>/^<b>" has two
STEP = re.compile(r"<([^<>]*)>")

#: subject -> property -> values
Index = dict[str, dict[str, list[str]]]


def add_places(violations: Sequence[Violation], lines: Sequence[str]) -> tuple[Violation, ...]:
    """The violations with source, page and quote, as far as the report's lines have them.

    A report that lacks its source name goes by the IRI of its graph.
    """
    if not violations:
        return ()
    quads = parse(lines)
    index = _index(quads)
    graph = _text(quads[0].graph_name)
    source = next((about[SOURCE][0] for about in index.values() if SOURCE in about), graph)
    return tuple(_placed(violation, index, source) for violation in violations)


def _placed(violation: Violation, index: Index, source: str) -> Violation:
    """The place of the focus node; of a report or inspection, that of the evidence for it."""
    about = index.get(violation.focus, {})
    if PAGE not in about and QUOTE not in about:
        about = index.get(_witness(violation, index), {})
    page = about.get(PAGE, [""])[0]
    return replace(
        violation,
        source=source,
        page=int(page) if page.isdecimal() else None,
        quote=about.get(QUOTE, [""])[0],
    )


def _witness(violation: Violation, index: Index) -> str:
    """What else in the report shows where the fault is: "" if nothing does."""
    steps = STEP.findall(violation.path)
    if f"^<{PART_OF}>" in violation.path:
        # the value is one of something that is part of the focus node: the first that has it
        for subject, about in sorted(index.items()):
            if violation.focus in about.get(PART_OF, ()) and violation.value in about.get(
                steps[-1], ()
            ):
                return subject
    for subject, about in sorted(index.items()):
        if violation.focus in about.get(EVIDENCE_OF, ()) and set(steps) & set(
            about.get(EVIDENCE_FOR, ())
        ):
            return subject
    return ""


def _index(quads: Sequence[Quad]) -> Index:
    index: Index = {}
    for quad in quads:
        about = index.setdefault(_text(quad.subject), {})
        about.setdefault(quad.predicate.value, []).append(_text(quad.object))
    return index


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
