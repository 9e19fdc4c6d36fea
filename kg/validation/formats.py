"""Results as text, JSON, Turtle or HTML, grouped by report and the same for the same results."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from kg.validation.page import html_page
from kg.validation.turtle import turtle_report
from kg.validation.violations import Severity, Violation, distinct, shortened

#: what stands for the source name of results on the vocabulary
VOCABULARY = "the shared vocabulary"


def write_violations(violations: Iterable[Violation], format: str = "text") -> str:
    """All results as one document, which ends with a newline.

    Raises `KeyError` for a format that is not in `FORMATS`.
    """
    return FORMATS[format](distinct(violations))


def by_report(violations: Sequence[Violation]) -> list[tuple[str, list[Violation]]]:
    """(source name or "the shared vocabulary", its results), for results in their fixed order."""
    return [
        (source or VOCABULARY, list(group))
        for source, group in groupby(violations, key=lambda v: v.source)
    ]


def counted(violations: Iterable[Violation]) -> str:
    """How many of each severity, in words: "2 violations, 1 warning"; "no faults" of none."""
    found = [v.severity for v in violations]
    parts = []
    for severity in Severity:
        if number := found.count(severity):
            noun = "note" if severity is Severity.INFO else severity.value
            parts.append(f"{number} {noun}{'' if number == 1 else 's'}")
    return ", ".join(parts) or "no faults"


def _text(violations: Sequence[Violation]) -> str:
    lines = []
    for source, group in by_report(violations):
        lines.append(f"{source}: {counted(group)}")
        for v in group:
            place = f"page {v.page}: " if v.page else ""
            lines.append(f"  {v.severity.value}: {place}{v.message}")
            if v.value and v.value != v.focus:
                lines.append(f"    found: {shortened(v.value)}")
            if v.quote:
                lines.append(f'    words: "{shortened(v.quote)}"')
            lines.append(f"    about: {v.focus}")
    lines.append(f"In all: {counted(violations)}.")
    return "\n".join(lines) + "\n"


def _json(violations: Sequence[Violation]) -> str:
    reports = [
        {
            "source": source,
            "results": [
                {
                    "severity": v.severity.value,
                    "shape": v.shape,
                    "name": v.name,
                    "message": v.message,
                    "page": v.page,
                    "quote": v.quote or None,
                    "focus": v.focus,
                    "path": v.path or None,
                    "value": v.value if v.value or v.datatype else None,
                    "datatype": v.datatype or None,
                    "component": v.component,
                }
                for v in group
            ],
        }
        for source, group in by_report(violations)
    ]
    found = [v.severity for v in violations]
    document = {
        # as the exit status has it: warnings and notes contradict no shape
        "conforms": Severity.VIOLATION not in found,
        "counts": {severity.value: found.count(severity) for severity in Severity},
        "reports": reports,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _html(violations: Sequence[Violation]) -> str:
    return html_page(by_report(violations), counted)


#: format name -> its writer
FORMATS: dict[str, Callable[[Sequence[Violation]], str]] = {
    "text": _text,
    "json": _json,
    "turtle": turtle_report,
    "html": _html,
}
