"""The whole graph in a serialisation of RDF, and what it is, as a file beside it.

That file is in VoID and DCAT, for catalogues and editors: counts, licence, version and origin.
Nothing in it depends on the day, so that the same graph has the same description.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from kg import __version__
from kg.exports.files import is_stream, outputs
from kg.exports.registry import Options, Written
from kg.exports.selectors import selector_lines
from kg.namespaces import BASE, CS, DCTERMS, FOAF, ID, PREFIXES, PROV, RDF, XSD
from kg.rdf import convert
from kg.rdf.terms import integer, iri, text
from kg.store import Store


def export(store: Store, path: Path, options: Options) -> Written:
    """Write all records, the shared vocabulary included, in one of `kg.rdf.FORMATS`.

    What the file is, is written beside it, if it is to be; a stream or a pipe has no beside.
    """
    lines = store.sorted_lines()
    if options.selectors:
        lines = sorted([*lines, *selector_lines(store)])
    with outputs() as files:
        with files.output(path) as stream:
            convert(lines, options.format, stream)
            size = 0 if is_stream(path) else stream.tell()
        if not options.described or is_stream(path):
            return Written((path,))
        place = beside(path)
        with files.output(place) as stream:
            write_description(count(lines), options.format, path, size, stream)
    return Written((path, place))


DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"
#: Reports say that they may be reused under it; what is read from them follows.
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
RIGHTS = "The quotations are Crown copyright, from reports that Ofsted published."
#: format -> media type, IRI of the format
MEDIA = {
    "turtle": ("text/turtle", "Turtle"),
    "ntriples": ("application/n-triples", "N-Triples"),
    "nquads": ("application/n-quads", "N-Quads"),
    "trig": ("application/trig", "TriG"),
    "jsonld": ("application/ld+json", "JSON-LD"),
    "rdfxml": ("application/rdf+xml", "RDF_XML"),
}
FORMAT_IRI = "http://www.w3.org/ns/formats/"


@dataclass(slots=True)
class Counts:
    """What is in a graph."""

    #: distinct statements, whatever graphs they are in
    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    first_day: str = ""
    last_day: str = ""
    #: SHA-256 of the sorted N-Quads lines
    digest: str = ""


def beside(path: Path) -> Path:
    """The file that describes another: ``graph.nt`` is described in ``graph.nt.void.ttl``.

    The name is the file's own: graphs in several forms stand in one folder, each with its own.
    """
    return path.with_name(f"{path.name}.void.ttl")


def count(lines: Iterable[str]) -> Counts:
    """The counts of sorted N-Quads lines."""
    found = Counts()
    digest = hashlib.sha256()
    day = f"<{CS}endDate>"
    type_ = f"<{RDF}type>"
    for subject, of_subject in groupby(lines, lambda line: line.partition(" ")[0]):
        found.subjects += 1
        last = ""
        for line in of_subject:
            digest.update(line.encode() + b"\n")
            triple = line.rpartition(" <")[0]
            if triple == last:
                continue
            last = triple
            predicate, _, value = triple[len(subject) + 1 :].partition(" ")
            found.triples += 1
            found.properties[predicate[1:-1]] += 1
            if predicate == type_:
                found.classes[value[1:-1]] += 1
            elif predicate == day and subject.startswith(f"<{ID}inspection/"):
                when = value[1:11]
                found.first_day = min(found.first_day or when, when)
                found.last_day = max(found.last_day, when)
    found.digest = digest.hexdigest()
    return found


def write_description(
    counts: Counts, name: str, exported: Path, size: int, stream: BinaryIO
) -> None:
    """Describe a file of so many bytes that was written in the format ``name``."""
    lines = description(counts, name, exported.name, size)
    convert(lines, "turtle", stream, prefixes=PREFIXES | {"dcat": DCAT, "void": VOID})


def description(counts: Counts, name: str, file: str, size: int) -> list[str]:
    """The sorted N-Quads lines of a description; what it describes is named by its content."""
    lines: set[str] = set()
    dataset = f"{BASE}dataset/{counts.digest[:16]}"
    dump = f"{dataset}/{file}"

    def say(subject: str, predicate: str, *values: str) -> None:
        lines.update(
            f"{iri(subject)} <{predicate}> {value} {iri(BASE + 'dataset')} ." for value in values
        )

    media, format_name = MEDIA[name]
    say(dataset, RDF + "type", iri(DCAT + "Dataset"), iri(VOID + "Dataset"))
    say(dataset, DCTERMS + "title", text("Inspection reports on English children's services"))
    say(
        dataset,
        DCTERMS + "description",
        text(
            "What Ofsted's inspection reports on children's services of English local authorities "
            "say: judgements, recommendations and findings, each with its page and exact words."
        ),
    )
    say(dataset, DCTERMS + "license", iri(LICENCE))
    say(dataset, DCTERMS + "rights", text(RIGHTS))
    say(dataset, DCTERMS + "identifier", text(counts.digest))
    say(dataset, DCTERMS + "conformsTo", iri(BASE + "def"))
    say(
        dataset,
        DCTERMS + "spatial",
        iri("http://statistics.data.gov.uk/id/statistical-geography/E92000001"),
    )
    say(dataset, DCAT + "version", text(__version__))
    software = f"{ID}software/{__version__}"
    say(dataset, PROV + "wasAttributedTo", iri(software), iri(ID + "organisation/ofsted"))
    say(software, RDF + "type", iri(PROV + "SoftwareAgent"))
    say(software, CS + "softwareVersion", text(__version__))
    if counts.first_day:
        period = f"{dataset}/period"
        say(dataset, DCTERMS + "temporal", iri(period))
        say(period, RDF + "type", iri(DCTERMS + "PeriodOfTime"))
        say(period, DCAT + "startDate", f'"{counts.first_day}"^^<{XSD}date>')
        say(period, DCAT + "endDate", f'"{counts.last_day}"^^<{XSD}date>')
    _counts(say, dataset, counts)
    say(dataset, VOID + "feature", iri(FORMAT_IRI + format_name))
    say(dataset, VOID + "dataDump", iri(dump))
    say(dataset, DCAT + "distribution", iri(dump))
    say(dump, RDF + "type", iri(DCAT + "Distribution"))
    say(dump, DCTERMS + "title", text(file))
    say(dump, DCTERMS + "license", iri(LICENCE))
    say(dump, DCAT + "mediaType", iri(f"https://www.iana.org/assignments/media-types/{media}"))
    say(dump, DCAT + "byteSize", f'"{size}"^^<{XSD}nonNegativeInteger>')
    return sorted(lines)


def _counts(say: Callable[..., None], dataset: str, counts: Counts) -> None:
    say(dataset, VOID + "triples", integer(counts.triples))
    say(dataset, VOID + "distinctSubjects", integer(counts.subjects))
    say(dataset, VOID + "classes", integer(len(counts.classes)))
    say(dataset, VOID + "properties", integer(len(counts.properties)))
    say(dataset, VOID + "documents", integer(counts.classes[CS + "Report"]))
    say(dataset, VOID + "uriSpace", text(BASE))
    for namespace in (CS, DCTERMS, FOAF, PROV, PREFIXES["skos"], PREFIXES["org"]):
        say(dataset, VOID + "vocabulary", iri(namespace))
    for kind, of, number, found in (
        ("class", "class", "entities", counts.classes),
        ("property", "property", "triples", counts.properties),
    ):
        for term, times in found.items():
            part = f"{dataset}/{kind}/{hashlib.sha256(term.encode()).hexdigest()[:12]}"
            say(dataset, f"{VOID}{kind}Partition", iri(part))
            say(part, VOID + of, iri(term))
            say(part, VOID + number, integer(times))
