"""Results as a ``sh:ValidationReport`` in Turtle (SHACL, section 3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.shacl.engine import Fault
from kg.shacl.paths import turtle
from kg.shacl.terms import SH, written


def turtle_report(faults: Iterable[Fault]) -> str:
    """The report; blank nodes keep the labels that they have in this process."""
    results = [_result(fault) for fault in faults]
    lines = [f"@prefix sh: <{SH}> .", "", "[] a sh:ValidationReport ;"]
    lines += [f"    sh:result {result} ;" for result in results]
    lines.append(f"    sh:conforms {'false' if results else 'true'} .")
    return "\n".join(lines) + "\n"


def _result(fault: Fault) -> str:
    return "[\n" + "".join(f"        {said} ;\n" for said in _said(fault)) + "    ]"


def _said(fault: Fault) -> Iterator[str]:
    shape = fault.shape
    yield "a sh:ValidationResult"
    yield f"sh:resultSeverity <{shape.severity}>"
    yield f"sh:focusNode {fault.focus}"
    if fault.beyond:
        yield f"sh:resultPath {fault.beyond}"
    elif shape.path:
        yield f"sh:resultPath {turtle(shape.path)}"
    if fault.value:
        yield f"sh:value {fault.value}"
    component = fault.component
    # one of somebody's own is given by its IRI
    component = f"<{component}>" if ":" in component else f"sh:{component}"
    yield f"sh:sourceConstraintComponent {component}"
    yield f"sh:sourceShape {shape.term}"
    yield f"sh:resultMessage {written(fault.message)}"
