"""Where a report was published, as a manifest lists it, held against what the report says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kg.knowledge import Knowledge
from kg.reports.model import Problem, Report
from kg.reports.publication import Publication

#: How far the listed day may be from the printed one.
APART = timedelta(days=7)


def published_at(report: Report, publication: Publication, knowledge: Knowledge) -> Report:
    """The report with where it was published, and a problem for each thing in which they differ."""
    problems = (*report.problems, *_differences(report, publication, knowledge))
    return replace(report, publication=publication, problems=problems)


def _differences(
    report: Report, publication: Publication, knowledge: Knowledge
) -> Iterator[Problem]:
    printed, listed = report.published, publication.listed
    if printed and listed and abs(printed.value - listed) > APART:
        quote = printed.quote
        yield Problem(
            "listed-date-differs",
            f"the manifest lists the report under {listed}, and it prints {printed.value}: is "
            f"{publication.address} its address?",
            quote.page,
            quote.text,
        )
    if told := _other_authority(report, publication, knowledge):
        yield Problem(
            "listed-authority-differs",
            f"the manifest lists the report under {told}, and it is about "
            f"{report.authority.value if report.authority else 'no known authority'}: is "
            f"{publication.address} its address?",
        )
    if publication.kind:
        families = knowledge.listed_kinds.get(spoken(publication.kind))
        if families is None or (report.framework and report.framework not in families):
            known = "of that kind" if families else "of a kind that is in no vocabulary"
            yield Problem(
                "listed-kind-differs",
                f"the manifest lists the report as {publication.kind!r}, which is {known}, and it "
                f"is of the family {report.framework or 'unknown'}",
            )


def _other_authority(report: Report, publication: Publication, knowledge: Knowledge) -> str:
    """The authority that a manifest names, where it is not the report's; "" if it is."""
    if not report.authority:
        return ""
    own = knowledge.register.authorities[report.authority.value]
    if publication.urn and own.urn and publication.urn != own.urn:
        return f"the number {publication.urn}"
    named = knowledge.register.resolve(publication.authority, report.inspection_end)
    if publication.authority and (named is None or named.slug != own.slug):
        return publication.authority
    return ""


def spoken(kind: str) -> str:
    """A kind as its vocabulary has it: without the format and day behind a comma, in small letters.

    >>> spoken("Children’s services inspection, pdf - 18 May 2026")
    "children's services inspection"
    """
    return " ".join(kind.partition(",")[0].replace("’", "'").casefold().split())
