"""What a server says it holds: a graph there with a mark for each graph that has been pushed.

    <GRAPH> a void:Dataset ; dcterms:identifier "sha256:..." ; void:triples 3832 .

The identifier is the hash of the record's bytes.  A mark is written after its graph was counted
at the server, and taken away before the graph is touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.namespaces import DCTERMS, GRAPH, RDF, XSD
from kg.push.answers import PushError, number
from kg.push.connection import Connection
from kg.store.servers import MERGED, PUSHED

VOID = "http://rdfs.org/ns/void#"
#: Fewer rows than any known server's limit.
PAGE = 1000
#: More graphs are counted together, as many are counted each by a query.
FEW = 20


@dataclass(frozen=True, slots=True)
class PushedGraph:
    """A graph at the server: the hash of its record, and how many statements it has."""

    digest: str
    triples: int


def read_marks(connection: Connection) -> dict[str, PushedGraph]:
    """The marks at a server by graph."""
    found: dict[str, PushedGraph] = {}
    last = ""
    while True:
        page = connection.select(
            f"SELECT ?g ?digest ?triples WHERE {{ GRAPH <{PUSHED}> {{ "
            f"?g <{DCTERMS}identifier> ?digest ; <{VOID}triples> ?triples }} "
            f'FILTER(STR(?g) > "{last}") }} ORDER BY STR(?g) LIMIT {PAGE}',
            "g",
            "digest",
            "triples",
        )
        before = len(found)
        for row in page:
            triples = number(row["triples"], connection.name)
            found[row["g"]] = PushedGraph(row["digest"].removeprefix("sha256:"), triples)
        if not page:
            return found
        _refuse_the_same_again(len(found) == before, connection)
        last = page[-1]["g"]


def graphs_there(connection: Connection) -> frozenset[str]:
    """The project's graphs that have statements at a server, marked or not."""
    found: set[str] = set()
    last = ""
    while True:
        # Virtuoso puts in no order what begins alike: only the ends are compared
        page = connection.select(
            f'SELECT DISTINCT ?g (STRAFTER(STR(?g), "{GRAPH}") AS ?end) WHERE {{ '
            f'GRAPH ?g {{ ?s ?p ?o }} FILTER(STRAFTER(STR(?g), "{GRAPH}") > "{last}") }} '
            f"ORDER BY ?end LIMIT {PAGE}",
            "g",
            "end",
        )
        if not page:
            return frozenset(found - {MERGED, PUSHED})
        before = len(found)
        found.update(row["g"] for row in page)
        _refuse_the_same_again(len(found) == before, connection)
        last = page[-1]["end"]


def counts(connection: Connection, graphs: Iterable[str]) -> dict[str, int]:
    """How many statements each of these graphs has at the server."""
    wanted = tuple(graphs)
    found: dict[str, int] = {}
    if len(wanted) > FEW:
        # one look at all graphs; a server that cuts the answer off is asked for the rest below
        page = connection.select(
            "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        )
        found = {row["g"]: number(row.get("n", ""), connection.name) for row in page if "g" in row}
    return {
        graph: found[graph] if graph in found else _count(connection, graph) for graph in wanted
    }


def _count(connection: Connection, graph: str) -> int:
    return connection.count(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")


def _refuse_the_same_again(same: bool, connection: Connection) -> None:
    """Raises `PushError` for a page of which all was known: there would be no end of them."""
    if same:
        raise PushError(
            f"{connection.name}: sends the same rows again where the next ones are asked; "
            "see what stands between it and us"
        )


def mark(graph: str, is_: PushedGraph) -> str:
    """The update that writes a mark."""
    return (
        f"INSERT DATA {{ GRAPH <{PUSHED}> {{ <{graph}> <{RDF}type> <{VOID}Dataset> ; "
        f'<{DCTERMS}identifier> "sha256:{is_.digest}" ; '
        f'<{VOID}triples> "{is_.triples}"^^<{XSD}integer> }} }}'
    )


def unmark(graph: str) -> str:
    """The update that takes a mark away."""
    return f"DELETE WHERE {{ GRAPH <{PUSHED}> {{ <{graph}> ?p ?o }} }}"
