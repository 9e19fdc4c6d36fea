"""What the IRIs of a report are made of: authority, family, last day of fieldwork."""

from __future__ import annotations

from kg.namespaces import GRAPH, ID
from kg.reports.model import Report

#: Stand in an IRI for what a report does not give; the hash then parts it from others.
NO_AUTHORITY = "unknown-authority"
NO_FAMILY = "unknown-family"
NO_DATE = "undated"


def identity(report: Report) -> str:
    """``leeds/ilacs/2022-03-04``: what a report is, as the end of its IRIs.

    What the report does not give is said in words, with the first letters of the file's hash
    behind, so that two unknown things are never one.
    """
    authority = report.authority.value if report.authority else NO_AUTHORITY
    family = (report.framework or NO_FAMILY).lower()
    end = report.inspection_end
    if end:
        date = end.isoformat()
    elif report.published:
        date = report.published.value.isoformat()
    else:
        date = NO_DATE
    known = report.authority and report.framework and date != NO_DATE
    return f"{authority}/{family}/{date}" + ("" if known else f"-{report.sha256[:8]}")


def report_graph(report: Report, *, suffix: str = "") -> tuple[str, str]:
    """The IRI of a report's named graph, and the report's identity without the suffix."""
    whole = identity(report)
    return GRAPH + whole + (f"-{suffix}" if suffix else ""), whole


def place(report: Report) -> str:
    """What stands for the authority in the IRIs of its bodies: its slug.

    Where the authority is not known, the file's hash parts its bodies from those of other reports:
    two boards of unknown authorities are never one.
    """
    return report.authority.value if report.authority else f"{NO_AUTHORITY}-{report.sha256[:8]}"


def authority_iri(slug: str) -> str:
    """The IRI of an authority."""
    return f"{ID}authority/{slug}"
