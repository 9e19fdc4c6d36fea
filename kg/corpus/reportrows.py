"""The rows of the tables that one report's record makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.corpus.plainrows import codes, plain_row
from kg.corpus.record import Facts, Record, iri, iris, number, text, texts
from kg.corpus.vocabulary import Row, Vocabulary
from kg.namespaces import ID


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A board or service as one record describes it; several records may give one several kinds."""

    iri: str
    what: str
    name: str | None
    type: str


@dataclass(frozen=True, slots=True)
class ReportRows:
    """The rows by table, and the bodies, whose types other records may add to.

    Rows of ``boards``, ``services`` and ``mentions`` have None where the type of the body goes.
    """

    rows: dict[str, list[Row]]
    bodies: tuple[BodyKind, ...]


def report_rows(record: Record, vocabulary: Vocabulary) -> ReportRows:
    """What a record of a report, or of a file of which there is none, adds to the tables."""
    return _Reader(record, vocabulary).read()


class _Reader:
    """One record, with what all its rows have in common."""

    def __init__(self, record: Record, vocabulary: Vocabulary) -> None:
        self.record = record
        self.known = vocabulary
        self.kinds = tuple(self._bodies())
        self.bodies = {body.iri: body for body in self.kinds}
        self.items = {one for one, _ in record.of_class("Recommendation")}
        self.sources = {
            report: source
            for report, facts in record.of_class("Report")
            if (source := text(facts, "source"))
        }
        #: the reports whose sentences before the first heading are a summary
        self.opening = {
            report
            for report, facts in record.of_class("Report")
            if vocabulary.fact(iri(facts, "framework"), "opensWithSummary") == "true"
        }
        self.boards_graded = {
            iri(facts, "about")
            for _, facts in record.of_class("Judgement")
            if text(facts, "aboutKind") == "board" and text(facts, "basis") == "graded"
        } - {None}

    def read(self) -> ReportRows:
        """All rows of the record."""
        rows = {
            "reports": self._reports(),
            "sections": self._sections(),
            "judgements": self._judgements(),
            "recommendations": self._recommendations(),
            "findings": self._findings(),
            "mentions": self._mentions(),
            "boards": self._named("board"),
            "services": self._named("service"),
            "inspectors": self._inspectors(),
            "previous": self._previous(),
            "facts": self._facts(),
            "problems": self._problems(),
        }
        return ReportRows({name: list(made) for name, made in rows.items()}, self.kinds)

    def _of(self, facts: Facts) -> tuple[str | None, str | None]:
        """The report of a thing and its source."""
        report = iri(facts, "partOf")
        return report, self.sources.get(report or "")

    def _each(self, name: str) -> Iterator[tuple[str, Facts, str | None, str]]:
        """The things of a class that stand in a report with a source: with report and source."""
        for one, facts in self.record.of_class(name):
            report, source = self._of(facts)
            if source is not None:
                yield one, facts, report, source

    def _bodies(self) -> Iterator[BodyKind]:
        for one, facts in self.record.of_class("Board"):
            for type_ in texts(facts, "boardType"):
                yield BodyKind(one, "board", text(facts, "skos:prefLabel"), type_)
        for one, facts in self.record.of_class("Service"):
            for kind in iris(facts, "serviceKind"):
                if code := self.known.code(kind):
                    yield BodyKind(one, "service", text(facts, "skos:prefLabel"), code)

    def _reports(self) -> Iterator[Row]:
        for one, facts in self.record.of_class("Report"):
            inspection = iri(facts, "reportsOn")
            on = self.record.about(inspection)
            file = self.record.about(iri(facts, "prov:wasDerivedFrom"))
            authority, version = iri(facts, "about"), iri(facts, "framework")
            ended = text(on, "endDate")
            lacks = sorted(filter(None, map(self.known.code, iris(facts, "incomplete"))))
            yield (
                text(facts, "source"), one, text(facts, "family"), text(facts, "dcterms:title"),
                self.known.label(authority), self.known.gss(authority, ended),
                text(on, "startDate"), ended, text(facts, "dcterms:issued"),
                self._leads(on), number(facts, "pageCount"), text(file, "sha256"),
                self.known.code(version), text(facts, "variant"), text(facts, "theme"),
                " ".join(lacks) or None, authority, inspection,
                iri(facts, "dcterms:source"), iri(facts, "providerPage"),
                text(facts, "listedDate"),
            )  # fmt: skip

    def _leads(self, inspection: Facts) -> str | None:
        people = [self.record.about(each) for each in iris(inspection, "hasInspector")]
        leads = [each for each in people if text(each, "role") == "lead"]
        leads.sort(key=lambda each: number(each, "textStart") or 0)
        return " | ".join(text(each, "name") or "" for each in leads) or None

    def _sections(self) -> Iterator[Row]:
        for one, facts, report, source in self._each("Section"):
            yield (
                source, one, number(facts, "order"), text(facts, "heading"),
                text(facts, "sectionKind"), self.known.code(iri(facts, "ofStrand")),
                iri(facts, "about"), number(facts, "page"), number(facts, "textStart"), report,
            )  # fmt: skip

    def _judgements(self) -> Iterator[Row]:
        people = {
            judgement: text(facts, "correctedBy")
            for facts in self.record.things.values()
            for judgement in iris(facts, "corrects")
        }
        for one, facts, report, source in self._each("Judgement"):
            strand, grade = iri(facts, "ofStrand"), iri(facts, "grade")
            order = self.known.fact(strand, "order")
            yield plain_row(
                "judgements", facts, source=source, report=report, judgement=one,
                strand=self.known.code(strand), grade_code=self.known.code(grade),
                about=text(facts, "aboutKind"), page=number(facts, "page"),
                quote=text(facts, "quote"), corrected=people.get(one),
                grade_name=self.known.label(grade), body=iri(facts, "about"),
                order=int(order) if order else None,
            )  # fmt: skip

    def _recommendations(self) -> Iterator[Row]:
        for one, facts, report, source in self._each("Recommendation"):
            kind, rated = iri(facts, "kind"), text(facts, "themeProbabilities")
            yield plain_row(
                "recommendations", facts, source=source, report=report, recommendation=one,
                kind=self.known.label(kind), kind_code=self.known.code(kind),
                addressee=text(facts, "addressee"), themes=codes(rated),
                theme_probabilities=rated, page=number(facts, "page"),
                order=number(facts, "order"), text=text(facts, "text"),
                quote=text(facts, "quote"), start=number(facts, "textStart"),
            )  # fmt: skip

    def _findings(self) -> Iterator[Row]:
        sections = {
            section: (
                text(facts, "heading"),
                self.known.code(iri(facts, "ofStrand")),
                self._set_aside(facts),
            )
            for section, facts in self.record.of_class("Section")
        }
        for one, facts, report, source in self._each("Finding"):
            part = iri(facts, "inPart")
            section = iri(facts, "inSection")
            heading, strand, aside = sections.get(section or "", (None, None, ""))
            paragraph = text(self.record.about(part), "paragraphNumber")
            left_out = (
                part in self.items
                or aside == ALWAYS
                or (aside == UNNUMBERED and paragraph is None)
                or (section is None and report in self.opening)
            )
            boards, services = self._names_of(facts)
            rated = text(facts, "themeProbabilities")
            yield (
                source, one, heading, paragraph, number(facts, "page"),
                self.known.code(iri(facts, "polarity")), codes(rated), boards, services,
                text(facts, "quote"), strand, text(facts, "polarityProbability"), rated, report,
                section, number(facts, "textStart"), "no" if left_out else "yes",
            )  # fmt: skip

    def _set_aside(self, section: Facts) -> str:
        """Whether the findings of a section are left out where one counts what is said.

        See ``queries/patterns/set-aside.rq``, which says the same.
        """
        heading = (text(section, "heading") or "").lower()
        traits = self.known.traits.get(text(section, "sectionKind") or "")
        if iri(section, "about") in self.boards_graded:
            return ALWAYS
        if self.known.fact(iri(section, "ofStrand"), "judges") == "board":
            return ALWAYS
        if traits is None:
            return ""
        if "counts" not in traits or ("summary" in traits and "because" in heading):
            return ALWAYS
        return UNNUMBERED if "summary" in traits else ""

    def _names_of(self, facts: Facts) -> tuple[str | None, str | None]:
        """The names of the boards and of the services that a finding mentions."""
        found: dict[str, set[str]] = {"board": set(), "service": set()}
        for one in iris(facts, "mentions"):
            body = self.bodies.get(one)
            if body and body.name:
                found[body.what].add(body.name)
        return " | ".join(sorted(found["board"])) or None, " | ".join(
            sorted(found["service"])
        ) or None

    def _mentions(self) -> Iterator[Row]:
        for one, facts in self.record.things.items():
            if "mentions" not in facts:
                continue
            report, source = self._of(facts)
            for other in iris(facts, "mentions"):
                body = self.bodies.get(other)
                if body:
                    what, name = body.what, body.name
                else:
                    is_authority = other.startswith(f"{ID}authority/")
                    what, name = "authority" if is_authority else "law", self.known.label(other)
                yield source, one, what, other, name, None, report

    def _named(self, what: str) -> Iterator[Row]:
        for _, facts, report, source in self._each("NamedBody"):
            named = iri(facts, "names")
            body = self.bodies.get(named or "")
            if body is None or body.what != what:
                continue
            others = " | ".join(sorted(texts(facts, "alsoNamed"))) or None
            start, page = number(facts, "textStart"), number(facts, "page")
            of = iri(self.record.about(named), "boardOf")
            more = (others, report, of) if what == "board" else (text(facts, "relation"), report)
            yield source, named, text(facts, "name"), None, page, *more, start

    def _inspectors(self) -> Iterator[Row]:
        for inspection, facts in self.record.of_class("Inspection"):
            for one in iris(facts, "hasInspector"):
                person = self.record.about(one)
                report, source = self._of(person)
                yield (
                    source, one, text(person, "name"), text(person, "role"),
                    number(person, "page"), number(person, "textStart"), inspection, report,
                )  # fmt: skip

    def _previous(self) -> Iterator[Row]:
        for one, facts, report, source in self._each("EarlierInspection"):
            yield plain_row(
                "previous", facts, source=source, report=report, earlier=one,
                date=text(facts, "when"), grade_code=self.known.code(iri(facts, "gradeThen")),
                family=text(facts, "familyThen"), page=number(facts, "page"),
                text=text(facts, "quote"), start=number(facts, "textStart"),
            )  # fmt: skip

    def _facts(self) -> Iterator[Row]:
        for one, facts, report, source in self._each("Fact"):
            yield plain_row(
                "facts", facts, source=source, report=report, fact=one,
                measure=self.known.code(iri(facts, "measure")), date=text(facts, "when"),
                page=number(facts, "page"), text=text(facts, "quote"),
                start=number(facts, "textStart"),
            )  # fmt: skip

    def _problems(self) -> Iterator[Row]:
        for _, facts in self.record.of_class("Problem"):
            report, source = self._of(facts)
            if source is None:
                report = None
                source = text(self.record.about(iri(facts, "ofFile")), "source")
            code = text(facts, "problemCode")
            yield (
                source, code, self.known.severities.get(code or ""), text(facts, "message"),
                number(facts, "page"), text(facts, "words"), report,
            )  # fmt: skip


#: What a section means for the counting of its findings.
ALWAYS, UNNUMBERED = "all are left out", "those without a number are left out"
