"""Makes the reference: pages of the ontology and vocabularies, the class diagram, the examples.

Usage: python scripts/make_reference.py [OUT] [--committed]

HTML pages go to OUT (default build/reference) and are not committed: pyLODE makes the same bytes
from the same ontology at any time, and they load nothing from elsewhere.  With ``--committed``
the two pages that are committed are made anew: docs/reference/classes.svg (needs graphviz's
``dot``) and docs/reference/examples.md (Turtle that was read from an example report).
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
import types
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg import __version__
from kg.documents import read
from kg.knowledge import load_knowledge, vocabulary_files
from kg.namespaces import CS, ID
from kg.rdf import convert, report_quads
from kg.reports import load_profiles, read_report

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "children-services-kg.ttl"
COMMITTED = ROOT / "docs" / "reference"
EXAMPLE = ROOT / "examples" / "reports" / "northmoor-ilacs-2024.pdf"
#: What of the example is shown: heading -> ends of the subjects' IRIs.
SHOWN = {
    "A report and its inspection": ("report/{end}", "inspection/{end}"),
    "A judgement": ("report/{end}/judgement/overall",),
    "A recommendation": ("report/{end}/recommendation/1",),
    "A finding": ("report/{end}/finding/8",),
    "An earlier inspection": ("report/{end}/earlier/1",),
    "The place of a fact of the header": ("report/{end}/evidence/title",),
}
ITEM = CS + "ReportedItem"
#: Links that the ontology does not say of these classes alone: they are of other vocabularies, or
#: of anything.
DRAWN_TOO = {
    ("Report", "SourceFile"): ["prov:wasDerivedFrom"],
    ("Report", "Reading"): ["prov:wasGeneratedBy"],
    ("Reading", "SourceFile"): ["prov:used"],
    ("Problem", "Report"): ["partOf"],
    ("Judgement", "Strand"): ["ofStrand"],
    ("Judgement", "Body"): ["about"],
    ("Finding", "Section"): ["inSection"],
}


def main() -> None:
    """Write the pages and name the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "build" / "reference")
    parser.add_argument("--committed", action="store_true", help="also docs/reference")
    args = parser.parse_args()
    if args.committed:
        (COMMITTED / "examples.md").write_text(examples(), encoding="utf-8")
        (COMMITTED / "classes.svg").write_text(drawn(diagram()), encoding="utf-8")
    write_pages(args.out)
    print(f"wrote {args.out}/index.html")


def write_pages(out: Path) -> None:
    """The HTML pages: one of the ontology, one a concept scheme, and an index."""
    OntPub, VocPub = _pylode()
    out.mkdir(parents=True, exist_ok=True)
    pages = {"ontology.html": "The ontology"}
    _write(out / "ontology.html", OntPub(ontology=str(ONTOLOGY)).make_html())
    whole = Graph()
    for path in sorted(vocabulary_files()):
        whole.parse(path)
    for scheme in sorted(whole.subjects(RDF.type, SKOS.ConceptScheme)):
        title = str(whole.value(scheme, SKOS.prefLabel) or scheme)
        name = re.sub(r"[^a-z0-9]+", "-", str(scheme).rpartition("/vocab/")[2].lower()).strip("-")
        part = Graph()
        for subject in (scheme, *whole.subjects(SKOS.inScheme, scheme)):
            part += whole.triples((subject, None, None))
        # pyLODE wants a title of all that is named, also of what another page describes
        for named in set(part.objects()) - set(part.subjects()):
            for label in whole.objects(named, SKOS.prefLabel):
                part.add((named, DCTERMS.title, label))
        if len(part) > 5:
            pages[f"{name}.html"] = title
            _write(out / f"{name}.html", VocPub(ontology=part).make_html())
    shutil.copyfile(COMMITTED / "classes.svg", out / "classes.svg")
    links = "\n".join(
        f'<li><a href="{name}">{html.escape(title)}</a></li>' for name, title in pages.items()
    )
    _write(
        out / "index.html",
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        "<title>Reference</title></head>\n<body>\n<h1>Ontology and vocabularies</h1>\n"
        f'<ul>\n{links}\n</ul>\n<img src="classes.svg" alt="The classes and what links them">\n'
        "</body>\n</html>",
    )


def diagram() -> str:
    """The classes and the properties between them, for graphviz."""
    graph = Graph().parse(ONTOLOGY)
    classes = sorted(
        str(iri) for iri in graph.subjects(RDF.type, OWL.Class) if str(iri).startswith(CS)
    )
    items = {iri for iri in classes if (URIRef(iri), RDFS.subClassOf, URIRef(ITEM)) in graph}
    lines = [
        "digraph classes {",
        'graph [rankdir=LR fontname="Helvetica" ranksep=1.1 nodesep=0.2 compound=true]',
        'node [shape=box style="rounded,filled" fillcolor="#EEF3F8" fontname="Helvetica"]',
        'edge [fontname="Helvetica" fontsize=10 color="#5B6B7B"]',
        'subgraph cluster_items { label="each a ReportedItem: page, quote, place in the text" '
        'style="rounded,dashed" color="#8899AA"',
        *(f"{_name(iri)};" for iri in sorted(items)),
        "}",
        *(f"{_name(iri)};" for iri in classes if iri not in items and iri != ITEM),
    ]
    for sub, above in sorted(graph.subject_objects(RDFS.subClassOf)):
        if str(sub) in classes and str(above) in classes and str(above) != ITEM:
            lines.append(f"{_name(sub)} -> {_name(above)} [arrowhead=empty style=dashed]")
    between = {ends: list(names) for ends, names in DRAWN_TOO.items()}
    for name in sorted(graph.subjects(RDF.type, OWL.ObjectProperty)):
        domain, range_ = str(graph.value(name, RDFS.domain)), str(graph.value(name, RDFS.range))
        if domain in classes and range_ in classes and ITEM not in (domain, range_):
            between.setdefault((_name(domain), _name(range_)), []).append(_name(name))
    for (domain, range_), names in sorted(between.items()):
        label = "\\n".join(names)
        lines.append(f'{domain} -> {range_} [label="{label}"]')
    lines.append('Finding -> Report [label="partOf" ltail=cluster_items]')
    return "\n".join([*lines, "}"])


def drawn(dot: str) -> str:
    """An SVG, without graphviz's own version in it."""
    if shutil.which("dot") is None:
        sys.exit("the class diagram is drawn by graphviz: install its program dot")
    done = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True)
    return re.sub(r"<!-- (Generated by|Title|Pages).*?-->\n?", "", done.stdout, flags=re.DOTALL)


def examples() -> str:
    """A page of Turtle that was read from one example report."""
    knowledge = load_knowledge((ROOT / "examples" / "register.ttl",))
    report = read_report(read(EXAMPLE), knowledge, load_profiles())
    lines = report_quads(report, knowledge, program_version=__version__)
    end = lines[-1].rpartition("<")[2].partition("/graph/")[2].partition(">")[0]
    page = [
        "# Worked examples",
        "",
        f"What is read from [examples/reports/{EXAMPLE.name}](../../examples/reports/"
        f"{EXAMPLE.name}), a report on a made-up authority. Made by scripts/make_reference.py.",
    ]
    for heading, subjects in SHOWN.items():
        starts = tuple(f"<{ID}{subject.format(end=end)}> " for subject in subjects)
        some = [line for line in lines if line.startswith(starts)]
        page += ["", f"## {heading}", "", "```turtle", _turtle(some).strip(), "```"]
    return "\n".join(page) + "\n"


def _turtle(lines: list[str]) -> str:
    """Turtle with the prefixes that it uses."""
    import io

    stream = io.BytesIO()
    convert(lines, "turtle", stream)
    text = stream.getvalue().decode().replace("\t", "    ")
    head = [line for line in text.splitlines() if line.startswith("@prefix")]
    body = [line for line in text.splitlines() if not line.startswith("@prefix")]
    used = [line for line in head if re.search(rf"\b{line.split()[1]}", "\n".join(body))]
    return "\n".join([*used, "", *body])


def _name(iri: object) -> str:
    return str(iri).removeprefix(CS)


def _write(path: Path, text: str) -> None:
    path.write_text(text.rstrip() + "\n", encoding="utf-8")


def _pylode() -> tuple[type, type]:
    """pyLODE's profiles.

    Its release looks for its version in a file that it does not bring along; it is told here.
    """
    try:
        installed = version("pylode")
    except PackageNotFoundError:
        sys.exit("the pages are made by pyLODE: pip install pylode")
    told = types.ModuleType("pylode.version")
    told.__dict__["__version__"] = installed
    sys.modules.setdefault("pylode.version", told)
    from pylode import OntPub, VocPub

    return OntPub, VocPub


if __name__ == "__main__":
    main()
