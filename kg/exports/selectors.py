"""Standard selectors of the words that things were read from (W3C Web Annotation Data Model).

Each thing with a quote gets ``prov:wasQuotedFrom``, which leads to the place in the published
file: a specific resource with the exact words, a little of what stands around them, and the page.
They say nothing that page, quote and clean text do not; so they stand in an export that asks for
them, and not in the store.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.namespaces import DCTERMS, PROV, RDF
from kg.rdf.terms import iri, text
from kg.shacl.index import read_index
from kg.store import Store
from kg.validation.rules.graphview import GraphView

OA = "http://www.w3.org/ns/oa#"
#: How the fragment of an address names a page of a PDF (RFC 8118).
PAGES = "http://tools.ietf.org/rfc/rfc8118"
#: How many characters before and after the words are given.
AROUND = 32


def selector_lines(store: Store) -> Iterator[str]:
    """The N-Quads lines of the selectors of all records that have a clean text."""
    for key in store.entries:
        whole = store.text(key)
        if whole is not None:
            yield from of_record(store.record(key), whole)


def of_record(lines: list[str], whole: str) -> Iterator[str]:
    """The selectors of one record, whose clean text is ``whole``."""
    index = read_index(lines)
    own, end = GraphView(index), f" {index.graph} ."
    source = _source(own)
    for thing in own.having("cs:quote"):
        start, stop = own.number(thing, "cs:textStart"), own.number(thing, "cs:textEnd")
        page = own.text(thing, "cs:page")
        if start is None or stop is None or not source:
            continue
        place, words, fragment = (f"{thing[:-1]}#{name}>" for name in ("place", "words", "page"))
        for subject, namespace, name, value in (
            (thing, PROV, "wasQuotedFrom", place),
            (place, RDF, "type", iri(OA + "SpecificResource")),
            (place, OA, "hasSource", source),
            (place, OA, "hasSelector", words),
            (place, OA, "hasSelector", fragment),
            (words, RDF, "type", iri(OA + "TextQuoteSelector")),
            (words, OA, "exact", own.value(thing, "cs:quote")),
            (words, OA, "prefix", text(_flat(whole[max(0, start - AROUND) : start]))),
            (words, OA, "suffix", text(_flat(whole[stop : stop + AROUND]))),
            (fragment, RDF, "type", iri(OA + "FragmentSelector")),
            (fragment, DCTERMS, "conformsTo", iri(PAGES)),
            (fragment, RDF, "value", text(f"page={page}")),
        ):
            yield f"{subject} <{namespace}{name}> {value}{end}"


def _source(own: GraphView) -> str:
    """Where the report was published, or the file that it was read from."""
    for report in own.of_class("cs:Report"):
        return own.value(report, "dcterms:source") or own.value(report, "prov:wasDerivedFrom")
    return ""


def _flat(words: str) -> str:
    """Words without the form feed between two pages."""
    return words.replace("\f", " ")
