"""One graph at a server: replaced, taken out, and kept in step with the merge of all graphs.

The questions of the catalogue are asked of the merge, in which a statement stands once that
stands in several graphs.  Where a server does not merge so by itself, the merge is kept there as
a graph of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.namespaces import BASE
from kg.push.connection import Connection, PushError
from kg.store.servers import MERGED, PUSHED

#: A server that refuses even so few bytes will not be pushed to.
LEAST_BYTES = 50_000


class Graphs:
    """Changes graphs by the Graph Store Protocol, or by updates where there is none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._put_bytes = connection.server.put_bytes
        self._update_bytes = connection.server.update_bytes
        self.by_protocol = "graphs" in connection.addresses
        self._merge = {"default": "DEFAULT", "graph": f"<{MERGED}>"}.get(connection.server.merge)

    def replace(self, graph: str, triples: bytes) -> None:
        """Let the graph hold these N-Triples and nothing else.  Raises `PushError`."""
        while True:
            try:
                if self.by_protocol:
                    self._put(graph, triples)
                else:
                    self._insert(graph, triples)
                return
            except PushError as error:
                if self.by_protocol and error.status in (404, 405, 501):
                    # no Graph Store Protocol: a server that cannot be written to at all will
                    # say so again at the update
                    self.by_protocol = False
                elif error.status == 413 and self._smaller():
                    pass
                else:
                    raise

    def remove(self, graph: str) -> None:
        """Take a graph out; one that is not there is no error.  Raises `PushError`."""
        self._connection.update(f"DROP SILENT GRAPH <{graph}>")

    def begin_merge(self, others: Iterable[str]) -> str:
        """The update that forgets all marks and makes the merge anew from these graphs only.

        From a default graph nothing is taken but what has a subject of this project; the rest of
        it may be of other people.
        """
        statements = [f"DROP SILENT GRAPH <{PUSHED}>"]
        if self._merge == "DEFAULT":
            statements.append(
                f'DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{BASE}")) }}'
            )
        elif self._merge:
            statements.append(f"DROP SILENT GRAPH {self._merge}")
        if self._merge:
            statements += map(self.join_merge, others)
        return " ;\n".join(statements)

    def leave_merge(self, graph: str) -> str:
        """The update that takes from the merge what only this graph says; "" if there is none."""
        if self._merge is None:
            return ""
        pattern = "?s ?p ?o"
        merged = pattern if self._merge == "DEFAULT" else f"GRAPH {self._merge} {{ {pattern} }}"
        return (
            f"DELETE {{ {merged} }} WHERE {{ GRAPH <{graph}> {{ {pattern} }} FILTER NOT EXISTS {{ "
            f"GRAPH ?other {{ {pattern} }} "
            f"FILTER(?other NOT IN (<{graph}>, <{MERGED}>, <{PUSHED}>)) }} }}"
        )

    def join_merge(self, graph: str) -> str:
        """The update that puts a graph into the merge; "" if there is none."""
        return f"ADD <{graph}> TO {self._merge}" if self._merge else ""

    def _put(self, graph: str, triples: bytes) -> None:
        for number, piece in enumerate(_pieces(triples, self._put_bytes)):
            self._connection.put(graph, piece, more=number > 0)

    def _insert(self, graph: str, triples: bytes) -> None:
        self.remove(graph)
        for piece in _pieces(triples, self._update_bytes):
            self._connection.update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{piece.decode()}}} }}")

    def _smaller(self) -> bool:
        """Whether smaller requests can be tried."""
        if self.by_protocol:
            self._put_bytes //= 4
            return self._put_bytes >= LEAST_BYTES
        self._update_bytes //= 4
        return self._update_bytes >= LEAST_BYTES


def _pieces(triples: bytes, size: int) -> Iterator[bytes]:
    """Whole lines, so many bytes at most unless one line is longer; at least one piece."""
    start = 0
    while len(triples) - start > size:
        end = triples.rfind(b"\n", start, start + size) + 1 or triples.find(b"\n", start) + 1
        yield triples[start:end]
        start = end
    if start < len(triples) or not start:
        yield triples[start:]
