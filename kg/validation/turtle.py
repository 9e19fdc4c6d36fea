"""Results as a ``sh:ValidationReport`` (SHACL, section 3.6), with IRIs in place of blank nodes.

The IRI of a result comes from what the result says, and that of the report from its results, so
that the same faults give the same bytes and two reports can be compared line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from kg.namespaces import BASE
from kg.rdf.terms import text
from kg.shacl.terms import SH, XSD
from kg.validation.rules import RULES
from kg.validation.violations import Violation, describe

#: a path of one step: "<iri>"
_ONE_STEP = re.compile(r"<[^<>]*>")


def turtle_report(violations: Sequence[Violation]) -> str:
    """The results as Turtle.

    ``sh:resultMessage`` names report and page.  ``sh:resultPath`` is given where it is a single
    property; a longer path would need blank nodes, and stands at the ``sh:sourceShape``.
    """
    results = {_name("result", *_facts(v)): v for v in violations}
    report = _name("report", *results)
    lines = [
        f"@prefix sh: <{SH}> .",
        f"@prefix xsd: <{XSD}> .",
        "",
        f"<{report}> a sh:ValidationReport ;",
    ]
    lines += [f"    sh:result <{result}> ;" for result in results]
    lines.append(f"    sh:conforms {'false' if violations else 'true'} .")
    for result, violation in results.items():
        lines += ["", f"<{result}> a sh:ValidationResult ;", *_statements(violation)]
    return "\n".join(lines) + "\n"


def _statements(v: Violation) -> list[str]:
    lines = [
        f"    sh:resultSeverity sh:{v.severity.value.capitalize()} ;",
        f"    sh:focusNode {_node(v.focus)} ;",
    ]
    if _ONE_STEP.fullmatch(v.path):
        lines.append(f"    sh:resultPath {v.path} ;")
    if v.datatype:
        datatype = "" if v.datatype == XSD + "string" else f"^^<{v.datatype}>"
        lines.append(f"    sh:value {text(v.value)}{datatype} ;")
    elif v.value:
        lines.append(f"    sh:value {_node(v.value)} ;")
    lines += [
        f"    sh:sourceConstraintComponent {_component(v)} ;",
        # a shape without an IRI is some blank node of the shapes
        f"    sh:sourceShape {_node(v.shape) if ' ' not in v.shape else '[]'} ;",
        f"    sh:resultMessage {text(describe(v))} .",
    ]
    return lines


def _component(v: Violation) -> str:
    """A component of the standard's, one of a user's, or that of the project's rules."""
    if ":" in v.component:
        return f"<{v.component}>"
    return f"<{RULES}{v.component}>" if v.shape.startswith(RULES) else f"sh:{v.component}"


def _node(text: str) -> str:
    return text if text.startswith("_:") else f"<{text}>"


def _name(kind: str, *facts: str) -> str:
    digest = sha256("\0".join(facts).encode()).hexdigest()
    return f"{BASE}id/validation/{kind}/{digest[:24]}"


def _facts(v: Violation) -> tuple[str, ...]:
    return (v.severity.value, v.shape, v.focus, v.path, v.value, v.datatype, v.component)
