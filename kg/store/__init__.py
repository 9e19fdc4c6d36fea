"""Records and an index: where a graph is kept, and how it is asked.

The *records* are the truth: the sorted N-Quads of a report and its clean text.  The *index* is an
embedded Oxigraph store made from them, which can be thrown away and made again at any time.

``writing(folder)`` is for builds, ``open_store(folder)`` for readers; `SparqlEndpoint` asks any
other SPARQL 1.1 server through the same few methods.
"""

from kg.store.answers import Answers, Rows
from kg.store.endpoint import SparqlEndpoint
from kg.store.limits import Limits
from kg.store.nquads import graph_of, without_graph
from kg.store.packing import Packed, content_of, pack, pack_lines
from kg.store.reading import Store, open_store
from kg.store.records import Entry, Records, text_beside
from kg.store.sparql import gives_triples
from kg.store.writing import Writer, writing

__all__ = [
    "Answers",
    "Entry",
    "Limits",
    "Packed",
    "Records",
    "Rows",
    "SparqlEndpoint",
    "Store",
    "Writer",
    "content_of",
    "gives_triples",
    "graph_of",
    "open_store",
    "pack",
    "pack_lines",
    "text_beside",
    "without_graph",
    "writing",
]
