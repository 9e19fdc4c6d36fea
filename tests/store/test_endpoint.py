"""An endpoint answers as a store does; what is not an endpoint is said to be none."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.store import SparqlEndpoint, open_store
from tests.store.made_up import ALL_WORDS, SAYS, THING, build


class Handler(BaseHTTPRequestHandler):
    """SPARQL 1.1 protocol over an Oxigraph store in memory."""

    graph = pyoxigraph.Store()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            found = self.graph.query(parse_qs(body)["query"][0])
        except SyntaxError as error:
            self.reply(400, "text/plain", str(error).encode())
            return
        if self.path == "/page":
            self.reply(200, "text/html", b"<html>welcome</html>")
        elif isinstance(found, pyoxigraph.QueryTriples):
            self.reply(200, "text/turtle", found.serialize(format=pyoxigraph.RdfFormat.TURTLE))
        else:
            answer = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            json.loads(answer)
            self.reply(200, "application/sparql-results+json", answer)

    def reply(self, status, kind, content):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def endpoint(tmp_path):
    """The address of a server that holds what the store in ``tmp_path / "s"`` holds."""
    build(tmp_path / "s", a=("one", "007"), b=('" } #', "two"))
    Handler.graph = pyoxigraph.Store()
    for line in open_store(tmp_path / "s").lines():
        triple = line.rpartition(" <")[0] + " ."
        Handler.graph.load(triple, format=pyoxigraph.RdfFormat.N_TRIPLES)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_it_answers_as_a_store(tmp_path, endpoint):
    store, remote = open_store(tmp_path / "s"), SparqlEndpoint(endpoint + "/sparql")
    assert remote.select(ALL_WORDS) == store.select(ALL_WORDS)
    unbound = "SELECT ?x ?y { VALUES ?x { 1 } }"
    assert remote.select(unbound).rows == store.select(unbound).rows == (("1", ""),)
    about = f"CONSTRUCT WHERE {{ <{THING}b> ?p ?o }}"
    assert remote.construct(about) == store.construct(about) != []
    for word, there in (("two", True), ("three", False)):
        ask = f'ASK {{ ?x {SAYS} "{word}" }}'
        assert remote.ask(ask) is store.ask(ask) is there
        assert remote.select(ask) == store.select(ask)


def test_values_are_bound_as_in_a_store(tmp_path, endpoint):
    query, value = f"SELECT ?x WHERE {{ ?x {SAYS} ?w }}", {"w": '"\\" } #"'}
    found = SparqlEndpoint(endpoint + "/sparql").select(query, value)
    assert found == open_store(tmp_path / "s").select(query, value)
    assert found.rows == ((f"{THING}b",),)


@pytest.mark.filterwarnings("ignore:unknown response content type:RuntimeWarning")
def test_a_web_page_is_no_endpoint(endpoint):
    with pytest.raises(QueryError, match="is this the address of an endpoint"):
        SparqlEndpoint(endpoint + "/page").select(ALL_WORDS)


def test_a_server_that_refuses_or_is_not_there(endpoint):
    with pytest.raises(QueryError, match="could not be asked"):
        SparqlEndpoint(endpoint + "/sparql").select("SELECT")
    with pytest.raises(QueryError, match=r"http://127\.0\.0\.1:1/: could not be asked"):
        SparqlEndpoint("http://127.0.0.1:1/", timeout=2).select(ALL_WORDS)
