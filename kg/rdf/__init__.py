"""Reports become quads: the only room that mints IRIs and knows namespaces.

Quads are canonical N-Quads lines, sorted, without blank nodes, in one named graph a report; the
same report gives the same lines, whatever else is read and in whatever order.
"""

from kg.rdf.formats import FORMATS, convert, vocabulary_quads
from kg.rdf.incomplete import Missing, missing
from kg.rdf.iris import report_graph
from kg.rdf.mapping import report_quads
from kg.rdf.notstored import not_stored_graph, not_stored_quads

__all__ = [
    "FORMATS",
    "Missing",
    "convert",
    "missing",
    "not_stored_graph",
    "not_stored_quads",
    "report_graph",
    "report_quads",
    "vocabulary_quads",
]
