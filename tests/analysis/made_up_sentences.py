"""Stores of made-up reports, told in a few words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.corpus import Corpus, open_corpus
from kg.corpus.readmodel import make_beside_index
from kg.store import open_store, writing

BASE = "https://w3id.org/childrens-services-kg/"
CS, VOCAB, ID = f"{BASE}def#", f"{BASE}vocab/", f"{BASE}id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
GRADES = {"outstanding": 1, "good": 2, "requires-improvement": 3, "inadequate": 4}
THEMES = ("front-door", "governance", "leadership", "plans", "supervision")
BOARDS = {
    "lscb": "LSCB",
    "hwb": "HealthAndWellbeingBoard",
    "partnership": "SafeguardingPartnership",
}


@dataclass(frozen=True)
class Said:
    """A sentence: its polarity, its themes, and the boards and services that it mentions."""

    polarity: str
    themes: str
    mentions: tuple[str, ...] = ()
    section: str = "findings"
    text: str = "Something is said."


@dataclass(frozen=True)
class Made:
    """A report; its grade is the overall one, ``board`` the grade of its safeguarding board."""

    authority: str
    ended: str
    grade: str
    said: Sequence[Said]
    framework: str = "SIF-2013"
    board: str = ""

    @property
    def iri(self) -> str:
        return f"{ID}report/{self.authority}/{self.ended}"


def made_up_store(folder: Path, reports: Sequence[Made]) -> Corpus:
    """A corpus of the reports, with a small vocabulary."""
    with writing(folder, (make_beside_index,)) as writer:
        writer.put("vocabulary", _record(_vocabulary(reports), "vocabulary"),
                   graph=f"{BASE}graph/vocabulary", source="vocabulary")  # fmt: skip
        for number, report in enumerate(reports):
            key = f"report-{number:03}"
            lines = _record(_report(report), key)
            writer.put(key, lines, graph=f"{BASE}graph/{key}", source=key)
        writer.commit()
    return open_corpus(open_store(folder))


def finding(report: Made, number: int) -> str:
    """The IRI of a sentence of a report, counted from 0."""
    return f"{report.iri}/finding/{number:03}"


def _record(triples: Sequence[tuple[str, str, str]], key: str) -> list[str]:
    return sorted({f"<{s}> <{p}> {o} <{BASE}graph/{key}> ." for s, p, o in triples})


def _vocabulary(reports: Sequence[Made]) -> list[tuple[str, str, str]]:
    made = []
    for code, rank in GRADES.items():
        grade = f"{VOCAB}grade/{code}"
        made += [(grade, f"{SKOS}notation", _text(code)),
                 (grade, f"{SKOS}prefLabel", _text(code.title())),
                 (grade, f"{CS}rank", _number(rank)),
                 (grade, f"{CS}level", _number(rank))]  # fmt: skip
    for code in THEMES:
        theme = f"{VOCAB}theme/{code}"
        made += [(theme, f"{SKOS}notation", _text(code)),
                 (theme, f"{SKOS}prefLabel", _text(code.title())),
                 (theme, f"{SKOS}inScheme", f"<{VOCAB}theme>")]  # fmt: skip
    for polarity in ("strength", "weakness", "mixed", "none"):
        made.append((f"{VOCAB}polarity/{polarity}", f"{SKOS}notation", _text(polarity)))
    for order, (strand, judges) in enumerate((("overall", "authority"), ("lscb", "board")), 1):
        made += [(f"{VOCAB}strand/{strand}", f"{SKOS}notation", _text(strand)),
                 (f"{VOCAB}strand/{strand}", f"{SKOS}prefLabel", _text(strand.title())),
                 (f"{VOCAB}strand/{strand}", f"{CS}order", _number(order)),
                 (f"{VOCAB}strand/{strand}", f"{CS}judges", _text(judges))]  # fmt: skip
    for framework in {report.framework for report in reports}:
        version = f"{VOCAB}framework/{framework}"
        made += [(version, RDF_TYPE, f"<{CS}FrameworkVersion>"),
                 (version, f"{SKOS}notation", _text(framework)),
                 (version, f"{SKOS}prefLabel", _text(framework)),
                 (version, f"{CS}familyCode", _text(framework.partition("-")[0]))]  # fmt: skip
        made += [(version, f"{CS}hasGrade", f"<{VOCAB}grade/{code}>") for code in GRADES]
    summary = f"{VOCAB}section-kind/summary"
    made += [(summary, RDF_TYPE, f"<{CS}SectionKind>"),
             (summary, f"{SKOS}notation", _text("summary")),
             (summary, f"{CS}trait", _text("counts")),
             (summary, f"{CS}trait", _text("summary"))]  # fmt: skip
    kind = f"{VOCAB}service-kind/early-help"
    made += [(kind, f"{SKOS}notation", _text("early-help")),
             (kind, f"{SKOS}prefLabel", _text("Early help")),
             (kind, f"{SKOS}inScheme", f"<{VOCAB}service-kind>")]  # fmt: skip
    for name in {report.authority for report in reports}:
        authority = f"{ID}authority/{name}"
        made += [(authority, RDF_TYPE, f"<{CS}Authority>"),
                 (authority, f"{SKOS}prefLabel", _text(name.title())),
                 (authority, f"{CS}region", _text("North"))]  # fmt: skip
    return made


def _report(report: Made) -> list[tuple[str, str, str]]:
    iri, authority = report.iri, f"{ID}authority/{report.authority}"
    made = [
        (iri, RDF_TYPE, f"<{CS}Report>"),
        (iri, f"{CS}source", _text(f"{report.authority}-{report.ended}")),
        (iri, f"{CS}about", f"<{authority}>"),
        (iri, f"{CS}family", _text(report.framework.partition("-")[0])),
        (iri, f"{CS}framework", f"<{VOCAB}framework/{report.framework}>"),
        (iri, f"{CS}reportsOn", f"<{iri}/inspection>"),
        (iri, f"{CS}pageCount", _number(9)),
        (iri, f"{PROV}wasDerivedFrom", f"<{iri}/file>"),
        (f"{iri}/file", f"{CS}sha256", _text("aa")),
        (f"{iri}/inspection", RDF_TYPE, f"<{CS}Inspection>"),
        (f"{iri}/inspection", f"{CS}endDate", f'"{report.ended}"^^<{XSD}date>'),
    ]
    if report.grade:
        made += _judgement(iri, "overall", report.grade, "authority", authority)
    if report.board:
        board = f"{ID}board/{report.authority}/lscb"
        made += _judgement(iri, "lscb", report.board, "board", board)
    for number, said in enumerate(report.said):
        one = finding(report, number)
        section = f"{iri}/section/{said.section}"
        made += [
            (one, RDF_TYPE, f"<{CS}Finding>"),
            (one, f"{CS}partOf", f"<{iri}>"),
            (one, f"{CS}polarity", f"<{VOCAB}polarity/{said.polarity}>"),
            (one, f"{CS}quote", _text(said.text)),
            (one, f"{CS}page", _number(number + 1)),
            (one, f"{CS}textStart", _number(100 * (number + 1))),
            (one, f"{CS}inSection", f"<{section}>"),
            (section, RDF_TYPE, f"<{CS}Section>"),
            (section, f"{CS}partOf", f"<{iri}>"),
            (section, f"{CS}order", _number(1)),
            (section, f"{CS}heading", _text(said.section.title())),
            (section, f"{CS}page", _number(1)),
            (section, f"{CS}textStart", _number(0)),
            (section, f"{CS}sectionKind", _text(said.section)),
        ]  # fmt: skip
        if rated := " ".join(f"{theme} 0.9" for theme in said.themes.split()):
            made.append((one, f"{CS}themeProbabilities", _text(rated)))
        for name in said.mentions:
            if name in BOARDS:
                body = f"{ID}board/{report.authority}/{name}"
                made += [(body, RDF_TYPE, f"<{CS}Board>"),
                         (body, f"{SKOS}prefLabel", _text(name)),
                         (body, f"{CS}boardType", _text(BOARDS[name]))]  # fmt: skip
            else:
                body = f"{ID}service/{report.authority}/{name}"
                made += [(body, RDF_TYPE, f"<{CS}Service>"),
                         (body, f"{CS}serviceKind", f"<{VOCAB}service-kind/{name}>"),
                         (body, f"{SKOS}prefLabel", _text(name))]  # fmt: skip
            made.append((one, f"{CS}mentions", f"<{body}>"))
    return made


def _judgement(
    iri: str, strand: str, grade: str, kind: str, about: str
) -> list[tuple[str, str, str]]:
    judgement = f"{iri}/judgement/{strand}"
    return [
        (judgement, RDF_TYPE, f"<{CS}Judgement>"),
        (judgement, f"{CS}partOf", f"<{iri}>"),
        (judgement, f"{CS}basis", _text("graded")),
        (judgement, f"{CS}aboutKind", _text(kind)),
        (judgement, f"{CS}about", f"<{about}>"),
        (judgement, f"{CS}ofStrand", f"<{VOCAB}strand/{strand}>"),
        (judgement, f"{CS}grade", f"<{VOCAB}grade/{grade}>"),
        (judgement, f"{CS}subject", _text(strand.title())),
        (judgement, f"{CS}page", _number(1)),
        (judgement, f"{CS}quote", _text(grade)),
    ]


def _text(words: str) -> str:
    return f'"{words}"'


def _number(number: int) -> str:
    return f'"{number}"^^<{XSD}integer>'
