"""Across the records of a store: two reports of one identity, and bodies that they describe apart.

A record can be held against others only as a whole, so each leaves a `Summary`, which is small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.namespaces import GRAPH
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule
from kg.validation.rules.words import plain
from kg.validation.violations import Severity, Violation

#: What two records must not say differently of one body.
OF_BODIES = ("cs:boardKind", "cs:boardOf", "cs:serviceKind", "cs:serviceIn", "skos:prefLabel")


#: Subjects of an earlier grade that name no part of the services.
OF_ALL = frozenset(
    ("", "overall effectiveness", "children s services", "services", "the local authority overall")
)


class EarlierGrade(NamedTuple):
    """A grade that a report gives for an earlier inspection as a whole."""

    thing: str
    #: as precise as it is printed
    when: str
    #: code of the family, "" if it is not told
    family: str
    grade: str


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
    #: first and last day of fieldwork and day of publication, those that are known
    days: tuple[str, ...] = ()
    #: the overall grade, "" if none is given
    overall: str = ""
    #: what is said of earlier inspections without naming a part of the services
    earlier: tuple[EarlierGrade, ...] = ()

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
            tuple(filter(None, _days(record))),
            _overall(record),
            tuple(_earlier(record)),
        )


def _days(record: RecordView) -> Iterator[str]:
    for name in ("cs:startDate", "cs:endDate"):
        yield record.own.text(record.inspection, name)
    yield record.own.text(record.report, "dcterms:issued")


def _overall(record: RecordView) -> str:
    own = record.own
    for judgement in own.of_class("cs:Judgement"):
        strand = record.known.text(own.value(judgement, "cs:ofStrand"), "skos:notation")
        if strand == "overall" and own.text(judgement, "cs:basis") == "graded":
            return own.value(judgement, "cs:grade")
    return ""


def _earlier(record: RecordView) -> Iterator[EarlierGrade]:
    own = record.own
    for thing in own.of_class("cs:EarlierInspection"):
        when, grade = own.text(thing, "cs:when"), own.value(thing, "cs:gradeThen")
        if when and grade and plain(own.text(thing, "cs:subject")) in OF_ALL:
            yield EarlierGrade(thing, when, own.text(thing, "cs:familyThen"), grade)


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


def _as_given_then(summaries: Sequence[Summary]) -> Iterator[Broken]:
    """The grade of an earlier inspection is the one that its own report gives, if that is here."""
    of_authority: dict[str, list[Summary]] = {}
    for each in summaries:
        if each.overall and each.identity[0]:
            of_authority.setdefault(each.identity[0], []).append(each)
    for each in summaries:
        for said in each.earlier:
            meant = [
                held
                for held in of_authority.get(each.identity[0], ())
                if any(day.startswith(said.when) for day in held.days)
                and said.family in ("", held.identity[1])
                and held.report != each.report
            ]
            if len(meant) == 1 and meant[0].overall != said.grade:
                yield Broken(said.thing, "cs:gradeThen", said.grade, each.source)


ACROSS = (
    Rule(
        "grade-as-given-then",
        "The report of the earlier inspection gives another overall grade; what is said here may"
        " be of a part of the services.",
        _as_given_then,
        # the sentence may name its subject in words that were not understood
        Severity.WARNING,
    ),
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
