"""A store of made-up reports, each a few lines long, so that counts can be done by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from kg.corpus import Corpus, open_corpus
from kg.corpus.readmodel import make_beside_index
from kg.store import Store, open_store, writing

BASE = "https://w3id.org/childrens-services-kg/"
PREFIXES = f"""
@prefix cs: <{BASE}def#> .
@prefix authority: <{BASE}id/authority/> .
@prefix report: <{BASE}id/report/> .
@prefix framework: <{BASE}vocab/framework/> .
@prefix grade: <{BASE}vocab/grade/> .
@prefix kind: <{BASE}vocab/kind/> .
@prefix polarity: <{BASE}vocab/polarity/> .
@prefix scheme: <{BASE}vocab/> .
@prefix section: <{BASE}vocab/section-kind/> .
@prefix strand: <{BASE}vocab/strand/> .
@prefix theme: <{BASE}vocab/theme/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
#: Ambershire and Bexmoor are of the North, Cawley and Dunmere of the South; Ambershire's
#: statistical neighbour is Cawley.
AUTHORITIES = {"ambershire": "North", "bexmoor": "North", "cawley": "South", "dunmere": "South"}
THEMES = ("governance", "plans", "recording", "supervision", "voice")
GRADES = {"outstanding": 1, "good": 2, "requires-improvement": 3, "adequate": 3, "inadequate": 4}
SEND = {"positive": 1, "inconsistent": 2, "systemic-failings": 3}


@dataclass(frozen=True)
class Made:
    """A report: ``findings`` are "weakness plans voice" (or "weakness"), ``items`` (text, themes).

    ``summary`` has findings that stand in a section that says the body again.
    """

    authority: str
    day: str
    grade: str = ""
    family: str = "ILACS"
    findings: Sequence[str] = ()
    items: Sequence[tuple[str, str]] = ()
    strand: str = "overall"
    inspectors: Sequence[str] = field(default=())
    summary: Sequence[str] = ()

    @property
    def name(self) -> str:
        return f"{self.authority}-{self.day}"


def iri(made: Made, part: str = "") -> str:
    return f"{BASE}id/report/{made.name}{part}"


def authority(name: str) -> str:
    return f"{BASE}id/authority/{name}"


def theme(code: str) -> str:
    return f"{BASE}vocab/theme/{code}"


def make(folder: Path, reports: Sequence[Made], vocabulary: str = "") -> Corpus:
    """The corpus of a store of reports; ``vocabulary`` is more Turtle for the vocabulary."""
    return open_corpus(make_store(folder, reports, vocabulary))


def make_store(folder: Path, reports: Sequence[Made], vocabulary: str = "") -> Store:
    """A store of reports, made as a build makes one."""
    with writing(folder, (make_beside_index,)) as writer:
        _put(writer, "vocabulary", _vocabulary() + vocabulary, "")
        for made in reports:
            _put(writer, made.name, _report(made), made.name)
        writer.commit()
    return open_store(folder)


def _put(writer: object, name: str, turtle: str, source: str) -> None:
    graph = f"{BASE}graph/{name}"
    node = pyoxigraph.NamedNode(graph)
    quads = pyoxigraph.parse(PREFIXES + turtle, format=pyoxigraph.RdfFormat.TURTLE)
    lines = {f"{pyoxigraph.Quad(q.subject, q.predicate, q.object, node)} ." for q in quads}
    writer.put(name, sorted(lines), graph=graph, source=source, fingerprint="made up")  # type: ignore[attr-defined]


def _vocabulary() -> str:
    found = ["authority:ambershire cs:statisticalNeighbour authority:cawley ."]
    for name, region in AUTHORITIES.items():
        found.append(
            f'authority:{name} a cs:Authority ; skos:prefLabel "{name.title()}" ; '
            f'cs:region "{region}" .'
        )
    for code in THEMES:
        found.append(
            f'theme:{code} skos:inScheme scheme:theme ; skos:notation "{code}" ; '
            f'skos:prefLabel "{code.title()}"@en .'
        )
    for version, grades in (
        ("CP2012", ("outstanding", "good", "adequate", "inadequate")),
        ("ILACS", ("outstanding", "good", "requires-improvement", "inadequate")),
        ("AreaSEND", tuple(SEND)),
        ("JTAI", ()),
    ):
        found.append(
            f'framework:{version} a cs:FrameworkVersion ; skos:notation "{version}" ; '
            f'skos:prefLabel "{version}"@en ; cs:familyCode "{version}" .'
        )
        found += [f"framework:{version} cs:hasGrade grade:{code} ." for code in grades]
    for code, rank in (GRADES | SEND).items():
        label = code.replace("-", " ").capitalize()
        found.append(
            f'grade:{code} skos:notation "{code}" ; skos:prefLabel "{label}"@en ; cs:rank {rank} .'
        )
    found += [f"grade:{code} cs:level {rank} ." for code, rank in GRADES.items()]
    for order, code in enumerate(("overall", "leadership", "send"), 1):
        found.append(
            f'strand:{code} skos:notation "{code}" ; skos:prefLabel "{code.title()}"@en ; '
            f'cs:order {order} ; cs:judges "{"partnership" if code == "send" else "authority"}" .'
        )
    for code in ("strength", "weakness", "mixed", "none"):
        found.append(f'polarity:{code} skos:notation "{code}" .')
    found.append('kind:recommendation skos:notation "recommendation" ; '
                 'skos:prefLabel "recommendation"@en .')  # fmt: skip
    found.append('section:summary a cs:SectionKind ; skos:notation "summary" ; '
                 'cs:trait "counts" , "summary" .')  # fmt: skip
    return "\n".join(found)


def _report(made: Made) -> str:
    base = f"<{iri(made)}>"
    found = [
        f'{base} a cs:Report ; cs:source "{made.name}" ; cs:about authority:{made.authority} ; '
        f"cs:pageCount 9 ; prov:wasDerivedFrom <{iri(made, '/file')}> ; "
        f'cs:family "{made.family}" ; cs:framework framework:{made.family} ; '
        f"cs:reportsOn <{iri(made, '/inspection')}> .",
        f'<{iri(made, "/file")}> cs:sha256 "aa" .',
        f'<{iri(made, "/inspection")}> a cs:Inspection ; cs:endDate "{made.day}"^^xsd:date .',
    ]
    if made.grade:
        about = "partnership" if made.family == "AreaSEND" else "authority"
        found.append(
            f"<{iri(made, '/judgement')}> a cs:Judgement ; cs:partOf {base} ; cs:basis "
            f'"graded" ; cs:aboutKind "{about}" ; cs:about authority:{made.authority} ; '
            f"cs:ofStrand strand:{made.strand} ; cs:grade grade:{made.grade} ; cs:page 1 ; "
            f'cs:subject "{made.strand}" ; cs:quote "{made.grade}" .'
        )
    summary = f"<{iri(made, '/section/summary')}>"
    found.append(f'{summary} a cs:Section ; cs:sectionKind "summary" ; cs:partOf {base} ; '
                 'cs:order 1 ; cs:heading "Summary" ; cs:page 1 ; cs:textStart 0 .')  # fmt: skip
    for number, said in enumerate((*made.findings, *made.summary), 1):
        polarity, *codes = said.split()
        rated = " ".join(f"{code} 0.9" for code in codes)
        about = f'; cs:themeProbabilities "{rated}" ' if codes else ""
        about += "".join(f"; cs:mainTheme theme:{code} " for code in codes[:1])
        found.append(
            f"<{iri(made, f'/finding/{number}')}> a cs:Finding ; cs:partOf {base} ; cs:polarity "
            f"polarity:{polarity} {about}; cs:page {number} ; cs:textStart {100 * number} ; "
            f'cs:quote "{polarity} {number}" .'
        )
        if number > len(made.findings):
            found.append(f"<{iri(made, f'/finding/{number}')}> cs:inSection {summary} .")
    for number, (text, codes) in enumerate(made.items, 1):
        rated = " ".join(f"{code} 0.9" for code in codes.split())
        about = "".join(f" ; cs:aboutTheme theme:{code}" for code in codes.split())
        found.append(
            f"<{iri(made, f'/item/{number}')}> a cs:Recommendation ; cs:partOf {base} ; "
            f'cs:kind kind:recommendation ; cs:addressee "authority" ; cs:text "{text}" ; '
            f'cs:quote "{text}" ; cs:page 2 ; cs:order {number} ; '
            f'cs:textStart {9000 + number} ; cs:themeProbabilities "{rated}"{about} .'
        )
    for number, name in enumerate(made.inspectors, 1):
        seat = f"<{iri(made, f'/inspector/{number}')}>"
        found.append(f"<{iri(made, '/inspection')}> cs:hasInspector {seat} .")
        found.append(f'{seat} a cs:Inspector ; cs:name "{name}" ; cs:role "team" ; '
                     f"cs:partOf {base} ; cs:page 1 ; cs:textStart {number} .")  # fmt: skip
    return "\n".join(found)
