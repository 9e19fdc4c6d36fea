"""The IRIs that a check has to know: those of RDF, RDFS and SHACL, and of a place in a report."""

from __future__ import annotations

from kg.rdf.namespaces import BASE, CS, RDF, RDFS, XSD

__all__ = ["BASE", "SH", "XSD"]

SH = "http://www.w3.org/ns/shacl#"

RDF_TYPE = RDF + "type"
RDF_FIRST = RDF + "first"
RDF_REST = RDF + "rest"
SUBCLASS_OF = RDFS + "subClassOf"
XSD_STRING = XSD + "string"

SOURCE = CS + "source"
PART_OF = CS + "partOf"
PAGE = CS + "page"
QUOTE = CS + "quote"
EVIDENCE_FOR = CS + "evidenceFor"
EVIDENCE_OF = CS + "evidenceOf"
