"""A report becomes quads.

The lines are built as strings: at two hundred thousand quads a corpus, term objects would cost
more than the reading of the files.
"""

from __future__ import annotations

import hashlib

from kg.knowledge import FrameworkVersion, Knowledge
from kg.namespaces import CS, DCTERMS, ID, PROV
from kg.rdf.bodies import add_board, add_bodies
from kg.rdf.findings import add_earlier, add_facts, add_findings, add_themes
from kg.rdf.graph import TYPE, ReportGraph, maybe, maybe_text
from kg.rdf.incomplete import missing
from kg.rdf.iris import authority_iri, identity, place
from kg.rdf.terms import boolean, day, integer, iri, text
from kg.reports.model import Corrected, Judgement, Recommendation, Report
from kg.reports.quotes import About

#: The fields of a correction that are about a part of the report, and what its IRI is made of.
PARTS = {"grade": "judgement", "addressee": "recommendation", "lead_inspector": "inspector"}
OFSTED = iri(ID + "organisation/ofsted")


def text_digest(report: Report) -> str:
    """The SHA-256 of a report's clean text, pages parted by form feeds, in UTF-8."""
    return hashlib.sha256(report.text.text.encode()).hexdigest()


def report_quads(
    report: Report, knowledge: Knowledge, *, program_version: str, suffix: str = ""
) -> list[str]:
    """The sorted, distinct N-Quads lines of a report's graph."""
    return _Mapping(report, knowledge, program_version, suffix).lines()


class _Mapping(ReportGraph):
    """One report on its way to lines."""

    def __init__(
        self, report: Report, knowledge: Knowledge, program_version: str, suffix: str
    ) -> None:
        end = identity(report) + (f"-{suffix}" if suffix else "")
        super().__init__(end, report.text)
        self.report = report
        self.knowledge = knowledge
        self.program_version = program_version
        self.version: FrameworkVersion | None = (
            knowledge.version(report.framework_version) if report.framework_version else None
        )
        self.inspection = iri(f"{ID}inspection/{end}")
        self.authority = iri(authority_iri(report.authority.value)) if report.authority else None

    def lines(self) -> list[str]:
        self._report()
        self._provenance()
        self._inspection()
        for judgement in self.report.judgements:
            self._judgement(judgement)
        self._structure()
        for item in self.report.recommendations:
            self._recommendation(item)
        self._steps()
        self._problems()
        self._corrections()
        add_findings(self, self.report)
        add_bodies(self, self.report, self.knowledge)
        add_facts(self, self.report)
        add_earlier(self, self.report, self.knowledge)
        return sorted(self.found)

    def _report(self) -> None:
        report, subject = self.report, self.subject
        self.typed(subject, "Report")
        self.add(subject, DCTERMS, "publisher", OFSTED)
        self.add(subject, CS, "source", text(report.source))
        self.add(subject, CS, "pageCount", integer(report.pages))
        self.add(subject, CS, "family", maybe_text(report.framework))
        self.add(subject, CS, "framework", iri(self.version.iri) if self.version else None)
        self.add(subject, CS, "variant", maybe_text(report.variant))
        if report.variant:
            self.add(subject, CS, "variantInferred", boolean(report.variant_inferred))
        self.add(subject, CS, "authorityPrinted", maybe_text(report.authority_printed))
        self.add(subject, CS, "about", self.authority)
        self.add(subject, CS, "reportsOn", self.inspection)
        for each in missing(report, self.knowledge):
            self.add(subject, CS, "incomplete", iri(each.iri))
        for unjudged in report.unjudged:
            strand = self.version.strand_of(unjudged.strand) if self.version else None
            self.add(subject, CS, "notJudged", iri(strand.iri) if strand else None)
            self.evidence("notJudged", CS, subject, unjudged.quote, unjudged.strand)
        if report.title:
            self.add(subject, DCTERMS, "title", text(report.title.value))
            self.evidence("title", DCTERMS, subject, report.title.quote)
        if report.published:
            self.add(subject, DCTERMS, "issued", day(report.published.value))
            self.evidence("issued", DCTERMS, subject, report.published.quote)
        if report.authority:
            self.evidence("about", CS, subject, report.authority.quote)
        if report.publication:
            given = report.publication
            self.add(subject, DCTERMS, "source", iri(given.address))
            self.add(subject, CS, "providerPage", maybe(iri, given.provider_page or None))
            self.add(subject, CS, "listedDate", maybe(day, given.listed))
        if report.theme:
            self.add(subject, CS, "theme", text(report.theme.value))
            self.evidence("theme", CS, subject, report.theme.quote)

    def _provenance(self) -> None:
        report = self.report
        file = iri(f"{ID}file/{report.sha256}")
        reading = iri(f"{ID}reading/{report.sha256}/{self.program_version}")
        software = iri(f"{ID}software/{self.program_version}")
        self.add(self.subject, PROV, "wasDerivedFrom", file)
        self.add(self.subject, PROV, "wasGeneratedBy", reading)
        self.typed(file, "SourceFile")
        self.add(file, CS, "sha256", text(report.sha256))
        self.add(file, CS, "fileName", text(report.source))
        self.add(file, DCTERMS, "format", text(report.media_type))
        self.typed(reading, "Reading")
        self.add(reading, PROV, "used", file)
        self.add(reading, CS, "textSha256", text(text_digest(report)))
        self.add(reading, PROV, "wasAssociatedWith", software)
        self.found.add(f"{software} {TYPE} <{PROV}SoftwareAgent>{self.end}")
        if report.model:
            model = iri(f"{ID}model/{report.model}")
            self.add(reading, CS, "ratedWith", model)
            self.typed(model, "Model")
            self.add(model, CS, "sha256", text(report.model))
        self.add(software, CS, "softwareVersion", text(self.program_version))

    def _inspection(self) -> None:
        report, subject = self.report, self.inspection
        self.typed(subject, "Inspection")
        self.add(subject, CS, "inspected", self.authority)
        self.add(subject, CS, "underFramework", iri(self.version.iri) if self.version else None)
        if report.inspection_start and report.inspection_end:
            self.add(subject, CS, "startDate", day(report.inspection_start))
            self.add(subject, CS, "endDate", day(report.inspection_end))
        for number, visit in enumerate(report.visits, 1):
            node = self.node(f"visit/{number}", "Visit", visit.quote)
            self.plain(node, "Visit", visit)
            self.add(subject, CS, "hasVisit", node)
        for number, inspector in enumerate(report.inspectors, 1):
            node = self.node(f"inspector/{number}", "Inspector", inspector.quote)
            self.plain(node, "Inspector", inspector)
            self.add(subject, CS, "hasInspector", node)

    def _judgement(self, judgement: Judgement) -> None:
        strand = self.version.strand_of(judgement.strand) if self.version else None
        grades = self.version.grades if self.version else ()
        grade = next((g for g in grades if g.notation == judgement.grade_code), None)
        name = f"judgement/{judgement.strand or 'other'}"
        if judgement.basis != "graded" or not judgement.strand:
            # several may be said in passing: the place in the text tells them apart
            name += f"-{judgement.quote.start}"
        node = self.node(name, "Judgement", judgement.quote)
        self.plain(node, "Judgement", judgement)
        self.add(node, CS, "grade", iri(grade.iri) if grade else None)
        self.add(node, CS, "ofStrand", iri(strand.iri) if strand else None)
        self.add(node, CS, "about", self._body(judgement.about))

    def _recommendation(self, item: Recommendation) -> None:
        node = self.node(f"recommendation/{item.order}", "Recommendation", item.quote)
        self.plain(node, "Recommendation", item)
        self.add(node, CS, "kind", iri(self.knowledge.kinds[item.kind.replace(" ", "-")]))
        self.add(node, CS, "addressedTo", self._body(item.addressee))
        if item.rating:
            add_themes(self, node, item.rating)
        if item.timescale:
            self.add(node, CS, "timescalePrinted", text(item.timescale.printed))
            known = self.knowledge.timescale(item.timescale.printed)
            self.add(node, CS, "timescale", iri(known.iri) if known else None)
            self.add(node, CS, "dueDate", maybe(day, item.timescale.due))
            self.add(node, CS, "dueCountedFrom", maybe_text(item.timescale.counted_from))
        numbered = {paragraph.number: paragraph.order for paragraph in self.report.paragraphs}
        for number in item.references:
            if number in numbered:
                cited = iri(f"{self.base}/paragraph/{numbered[number]}")
                self.add(node, CS, "refersToParagraph", cited)

    def _structure(self) -> None:
        strands = {s.notation: iri(s.iri) for s in self.version.strands} if self.version else {}
        for section in self.report.sections:
            node = self.node(f"section/{section.order}", "Section", section.quote)
            self.plain(node, "Section", section)
            self.add(node, CS, "ofStrand", strands.get(section.strand or ""))
            self.add(node, CS, "about", self._body(section.about))
        for paragraph in self.report.paragraphs:
            node = self.node(f"paragraph/{paragraph.order}", "Paragraph", paragraph.quote)
            self.plain(node, "Paragraph", paragraph)
            if paragraph.bullet:
                self.add(node, CS, "bullet", boolean(True))
            if paragraph.section:
                inside = iri(f"{self.base}/section/{paragraph.section}")
                self.add(node, CS, "inSection", inside)
            if paragraph.text != paragraph.quote.text:
                self.add(node, CS, "text", text(paragraph.text))

    def _steps(self) -> None:
        for number, statement in enumerate(self.report.statements, 1):
            node = self.node(f"statement/{number}", "StatementRequirement", statement.quote)
            self.plain(node, "StatementRequirement", statement)
        for number, step in enumerate(self.report.next_steps, 1):
            node = self.node(f"next-step/{number}", "NextStep", step.quote)
            self.add(node, CS, "stepKind", iri(self.knowledge.next_steps[step.kind]))
            self.plain(node, "NextStep", step)

    def _corrections(self) -> None:
        for number, done in enumerate(self.report.corrections, 1):
            node = iri(f"{self.base}/correction/{number}")
            self.typed(node, "Correction")
            self.add(node, CS, "partOf", self.subject)
            self.add(node, CS, "corrects", self._corrected(done))
            self.plain(node, "Correction", done)

    def _corrected(self, done: Corrected) -> str:
        """What a correction is about: the report, its inspection, or a part of the report."""
        name, _, of = done.field.partition(":")
        part = PARTS.get(name)
        if part:
            return iri(f"{self.base}/{part}/{of or 1}")
        return self.inspection if done.attribute == "visits" else self.subject

    def _problems(self) -> None:
        for number, problem in enumerate(self.report.problems, 1):
            node = iri(f"{self.base}/problem/{number}")
            self.typed(node, "Problem")
            self.add(node, CS, "partOf", self.subject)
            self.plain(node, "Problem", problem)

    def _body(self, about: About) -> str | None:
        """The authority, or the board or partnership of its area, which is described here.

        None if the framework does not tell which kind of board is meant.
        """
        if about is About.AUTHORITY:
            return self.authority
        slug = self.report.authority.value if self.report.authority else None
        report = self.report
        kind = self.knowledge.body_kind(
            about, report.framework, self.version, report.inspection_start
        )
        if kind is None:
            return None
        return add_board(self, f"{place(self.report)}/{kind}", kind, slug, self.knowledge)
