"""An endpoint answers as a store does; what is not an endpoint is said to be none."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph
import pytest

from kg import __version__
from kg.errors import QueryError
from kg.store import SparqlEndpoint, open_store
from tests.push.fake_server import fake_server
from tests.push.made_up import push_all, three_graphs
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


def test_a_web_page_is_no_endpoint(endpoint):
    with pytest.raises(QueryError, match="is this the address of an endpoint"):
        SparqlEndpoint(endpoint + "/page").select(ALL_WORDS)


def test_a_server_that_refuses_or_is_not_there(endpoint):
    with pytest.raises(QueryError, match="could not be asked"):
        SparqlEndpoint(endpoint + "/sparql").select("SELECT")
    with pytest.raises(QueryError, match=r"http://127\.0\.0\.1:1/: could not be asked"):
        SparqlEndpoint("http://127.0.0.1:1/", timeout=2).select(ALL_WORDS)


class TestServersThatMisbehave:
    """With the misbehaving server of the tests of pushing, filled by a push."""

    @pytest.fixture
    def server(self, tmp_path, monkeypatch):
        monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
        self.store = three_graphs(tmp_path / "t", {"a": 500, "b": 5})
        with fake_server() as running:
            push_all(self.store, running.url)
            running.seen.clear()
            yield running

    def test_a_silent_limit_of_rows_is_noticed_and_told(self, server):
        server.rows = 120
        said = []
        remote = SparqlEndpoint(server.url + "/query", say=said.append)
        query = "SELECT ?o WHERE { ?s <urn:x:says> ?o } ORDER BY DESC(?o)"
        assert remote.select(query) == self.store.select(query)
        assert said == [
            f"{server.url}/query: gave 120 of 504 rows and said nothing of the rest, "
            "which is now asked for page by page"
        ]

    def test_a_whole_answer_is_counted_and_no_more(self, server):
        said = []
        remote = SparqlEndpoint(server.url + "/query", say=said.append)
        assert len(remote.select("SELECT * WHERE { ?s ?p ?o }").rows) == 504
        # the merge, the query, the count
        assert (len(server.seen), said) == (3, [])
        assert len(remote.select("SELECT * WHERE { ?s ?p ?o } LIMIT 9").rows) == 9
        assert len(server.seen) == 4

    def test_who_asks(self, server):
        SparqlEndpoint(server.url + "/query").ask("ASK { ?s ?p ?o }")
        agents = {headers["User-Agent"] for _, headers, _ in server.seen}
        assert agents == {f"childrens-services-kg/{__version__}"}

    def test_a_server_that_is_slow_or_trickles(self, server):
        server.misbehave("slow")
        with pytest.raises(QueryError, match=r"no answer within 1 seconds; .* --timeout"):
            SparqlEndpoint(server.url + "/query", timeout=1).select("SELECT * { ?s ?p ?o }")
        server.misbehave("trickle")
        start = time.monotonic()
        with pytest.raises(QueryError, match=r"no answer within 1 seconds"):
            SparqlEndpoint(server.url + "/query", timeout=1).select("SELECT * { ?s ?p ?o }")
        assert time.monotonic() - start < 60

    @pytest.mark.parametrize("status", [200, 500])
    def test_a_part_of_an_answer_is_no_answer(self, server, status):
        server.misbehave(f"part {status}")
        with pytest.raises(QueryError, match="gave up after 60 seconds with part of the answer"):
            SparqlEndpoint(server.url + "/query").select("SELECT * { ?s ?p ?o }")

    def test_a_connection_that_breaks(self, server):
        server.misbehave("half an answer")
        with pytest.raises(QueryError, match="broke off in the middle"):
            SparqlEndpoint(server.url + "/query").select("SELECT * { ?s ?p ?o }")

    def test_a_password_comes_from_the_environment(self, server, monkeypatch):
        server.password = "ann:secret"
        remote = SparqlEndpoint(server.url + "/query")
        with pytest.raises(QueryError, match=r"HTTP 401|Unauthorized"):
            remote.ask("ASK { ?s ?p ?o }")
        monkeypatch.setenv("KG_QUERY_USER", "ann")
        monkeypatch.setenv("KG_QUERY_PASSWORD", "secret")
        assert remote.ask("ASK { ?s ?p ?o }")

    def test_a_comment_that_sounds_like_an_update_is_none(self, server):
        query = "# the address: insert, delete\nSELECT * { ?s ?p ?o } LIMIT 1"
        assert len(SparqlEndpoint(server.url + "/query").select(query).rows) == 1
