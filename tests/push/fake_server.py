"""A triple store in this process that can be told to misbehave.  For tests only.

It speaks the SPARQL protocol and the Graph Store Protocol over an Oxigraph store in memory.
"""

from __future__ import annotations

import base64
import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import pyoxigraph

PAGE = b"<html><head><title>x</title></head><body><h1>Welcome to the proxy</h1></body></html>"

Server = TypeVar("Server", bound="FakeServer")


class FakeServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.graph = pyoxigraph.Store()
        #: requests that came: "PUT /store", with what they carried
        self.seen: list[tuple[str, dict[str, str], int]] = []
        #: what it does wrong: see Handler
        self.fault = ""
        #: so many requests go well before the fault
        self.spare = 0
        #: so many times the fault happens; -1: always
        self.times = -1
        self.password = ""
        self.rows: int | None = None
        self.header = "Oxigraph/test"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def misbehave(self, fault: str, spare: int = 0, times: int = -1) -> None:
        self.fault, self.spare, self.times = fault, spare, times

    def handle_error(self, request, client_address):
        """A client that went away is no news."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # head and body in one packet: sent apart they wait for each other
    wbufsize = -1
    server: FakeServer

    def version_string(self):
        return self.server.header

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.seen.append((f"GET {self.path}", dict(self.headers), 0))
        if self.server.fault == "moved":
            self.reply(308, "text/plain", b"", Location="https://elsewhere.example/")
            return
        self.reply(404, "text/plain", b"nothing here")

    def do_POST(self):
        self.answer()

    def do_PUT(self):
        self.answer()

    def answer(self):
        place = urlsplit(self.path)
        length = int(self.headers["Content-Length"])
        writes = place.path != "/query"
        self.server.seen.append((f"{self.command} {place.path}", dict(self.headers), length))
        fault = self.due(writes, length)
        if fault == "drop":
            self.rfile.read(length // 2)
            self.close_connection = True
            self.connection.close()
            return
        body = self.rfile.read(length)
        if fault in ("trickle", "half an answer"):
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"head": ')
            self.wfile.flush()
            for _ in range(20 if fault == "trickle" else 0):
                time.sleep(0.2)
                self.wfile.write(b" ")
                self.wfile.flush()
            self.close_connection = True
            return
        if fault in ("endless", "endless writes") and writes == (fault != "endless"):
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            while True:  # until the other side has had enough
                self.wfile.write(b"100000\r\n" + b" " * 2**20 + b"\r\n")
        if fault == "bomb":
            packed = gzip.compress(b" " * 2**27)
            self.reply(200, "application/json", packed, Content_Encoding="gzip")
            return
        if fault in ("no number", "the same again", "a variable less", "nested"):
            digest = {"value": "sha256:00"}
            row = {"g": {"value": "https://w3id.org/childrens-services-kg/graph/x"},
                   "end": {"value": "x"}, "digest": digest, "triples": {"value": "3"},
                   "n": {"value": "3"}}  # fmt: skip
            if fault == "no number":
                row |= {"triples": {"value": "many"}, "n": {"value": "many"}}
            if fault == "a variable less":
                row = {"digest": digest}
            content = json.dumps({"head": {}, "results": {"bindings": [row]}})
            content = "[" * 200_000 if fault == "nested" else content
            self.reply(200, "application/sparql-results+json", content.encode())
            return
        if fault == "slow":
            time.sleep(3)
        if fault in ("403", "405", "413", "503"):
            extra = {"Retry-After": "0"} if fault == "503" else {}
            self.reply(int(fault), "text/plain", b"not so", **extra)
            return
        if fault == "page":
            self.reply(200, "text/html; charset=utf-8", PAGE)
            return
        if self.server.password:
            pair = base64.b64encode(self.server.password.encode()).decode()
            if self.headers.get("Authorization") != f"Basic {pair}":
                self.reply(401, "text/plain", b"who are you")
                return
        if self.headers.get("Content-Encoding") == "gzip":
            if fault == "no gzip":
                self.reply(415, "text/plain", b"what is that")
                return
            body = gzip.decompress(body)
        if fault == "forget" and self.command == "PUT":
            self.reply(204, "", b"")
            return
        if fault.startswith("part"):
            # as Virtuoso 7 does when the time is up
            rows = b'{"head": {"vars": []}, "results": {"bindings": []}}'
            status = int(fault.removeprefix("part "))
            self.reply(status, "application/sparql-results+json", rows, X_SQL_State="S1TAT")
            return
        self.do(place, body.decode())

    def due(self, writes: bool, length: int) -> str:
        server = self.server
        wrong = server.fault
        if not writes and wrong in ("403", "405", "413", "forget", "no gzip", "drop", "503"):
            return ""
        if wrong == "no gzip":
            return wrong
        if (wrong == "413" and length < 3000) or (wrong == "405" and self.command != "PUT"):
            return ""
        if wrong and server.spare > 0:
            server.spare -= 1
            return ""
        if wrong and server.times == 0:
            return ""
        server.times -= 1
        return wrong

    def do(self, place, body):
        graph = self.server.graph
        try:
            if place.path == "/store":
                name = pyoxigraph.NamedNode(parse_qs(place.query)["graph"][0])
                if self.command == "PUT":
                    graph.remove_graph(name)
                graph.load(body, format=pyoxigraph.RdfFormat.N_TRIPLES, to_graph=name)
                self.reply(204, "", b"")
            elif place.path == "/update":
                graph.update(body)
                self.reply(204, "", b"")
            else:
                self.query(parse_qs(body)["query"][0])
        except (SyntaxError, ValueError) as error:
            self.reply(400, "text/plain", str(error).encode())

    def query(self, text):
        found = self.server.graph.query(text)
        if isinstance(found, pyoxigraph.QueryTriples):
            self.reply(200, "text/turtle", found.serialize(format=pyoxigraph.RdfFormat.TURTLE))
            return
        content = json.loads(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON))
        if "results" in content:
            content["results"]["bindings"] = content["results"]["bindings"][: self.server.rows]
        self.reply(200, "application/sparql-results+json", json.dumps(content).encode())

    def reply(self, status, kind, content, **headers):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """A server that answers as long as it is needed."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def fake_server() -> AbstractContextManager[FakeServer]:
    """A server that behaves, until it is told to misbehave."""
    return running(FakeServer())
