"""What a report lacks that every report of its framework has."""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge import FrameworkVersion, Knowledge
from kg.reports.model import Basis, Report


@dataclass(frozen=True, slots=True)
class Missing:
    """A field, or a strand without a grade."""

    #: of the field or strand
    iri: str
    #: the column of reports.csv ("authority"), or the strand's code ("overall")
    notation: str
    label: str


def missing(report: Report, knowledge: Knowledge) -> tuple[Missing, ...]:
    """The required fields that a report lacks, then the strands that it should judge."""
    fields = (field for field in knowledge.fields if field.required)
    lacking = [
        Missing(field.iri, field.notation, field.label)
        for field in fields
        if not getattr(report, field.notation)
    ]
    version = knowledge.version(report.framework_version) if report.framework_version else None
    return (*lacking, *_ungraded(report, version))


def _ungraded(report: Report, version: FrameworkVersion | None) -> list[Missing]:
    told = {each.strand for each in report.judgements if each.basis is Basis.GRADED}
    told |= {each.strand for each in report.unjudged}
    return [
        Missing(strand.iri, strand.notation, strand.label)
        for strand in (version.strands if version else ())
        if strand.required and strand.notation not in told
    ]
