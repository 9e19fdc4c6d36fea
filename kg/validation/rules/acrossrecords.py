"""Across the records of a store: two reports of one identity, and bodies that they describe apart.

A record can be held against others only as a whole, so each leaves a `Summary`, which is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.namespaces import GRAPH
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule
from kg.validation.violations import Severity, Violation

#: What two records must not say differently of one body.
OF_BODIES = ("cs:boardKind", "cs:boardOf", "cs:serviceKind", "cs:serviceIn", "skos:prefLabel")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record leaves for the comparison with others."""

    #: name of the report's file, as its violations have it
    source: str
    #: the report, a term
    report: str
    #: authority, family and last day, "" where one is not known
    identity: tuple[str, str, str]
    #: hash of the file
    file: str
    #: (body, property) -> its values
    bodies: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: RecordView) -> Summary:
        """What a record leaves."""
        own = record.own
        bodies = {
            (body, name): tuple(values)
            for kind in ("cs:Board", "cs:Service")
            for body in own.of_class(kind)
            for name in OF_BODIES
            if (values := own.values(body, name))
        }
        return cls(
            own.text(record.report, "cs:source") or GRAPH + record.end,
            record.report,
            (record.authority, record.family, own.text(record.inspection, "cs:endDate")),
            own.value(record.report, "prov:wasDerivedFrom"),
            bodies,
        )


def across_records(summaries: Sequence[Summary]) -> Iterator[Violation]:
    """What records say against each other."""
    for rule in ACROSS:
        yield from rule.broken_by(summaries)


def _one_identity(summaries: Sequence[Summary]) -> Iterator[Broken]:
    seen: set[tuple[str, str, str]] = set()
    for each in summaries:
        if all(each.identity) and each.identity in seen:
            yield Broken(each.report, source=each.source)
        seen.add(each.identity)


def _one_record(summaries: Sequence[Summary]) -> Iterator[Broken]:
    reports: set[str] = set()
    files: set[str] = set()
    for each in summaries:
        if each.report in reports or (each.file and each.file in files):
            yield Broken(each.report, "prov:wasDerivedFrom", each.file, each.source)
        reports.add(each.report)
        files.add(each.file)


def _alike(summaries: Sequence[Summary]) -> Iterator[Broken]:
    told: dict[tuple[str, str], tuple[str, ...]] = {}
    for each in summaries:
        for (body, name), values in each.bodies.items():
            if told.setdefault((body, name), values) != values:
                yield Broken(body, name, values[0], each.source)


ACROSS = (
    Rule(
        "one-report-of-a-day",
        "Two reports are of the same authority, family and last day.",
        _one_identity,
        Severity.WARNING,
    ),
    Rule("one-record-of-a-file", "Two records are of one report, or of one file.", _one_record),
    Rule(
        "described-alike",
        "Two reports describe one board or service differently.",
        _alike,
        # a service whose name tells two kinds ("MASH") is placed by the words around it
        Severity.WARNING,
    ),
)
