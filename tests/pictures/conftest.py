"""What the tests of pictures start from: the example reports in a store."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph
import pytest

from kg.store import Store, open_store
from tests.conftest import REPOSITORY, RunKg

pytest.importorskip("matplotlib", reason="pictures need the extra `pictures`")

REGISTER = REPOSITORY / "examples" / "register.ttl"
Build = Callable[..., Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, run_kg: RunKg) -> Build:
    """Builds a store from example reports, all if none is named."""

    def made(*names: str) -> Path:
        folder = tmp_path_factory.mktemp("pictures") / "store"
        reports = REPOSITORY / "examples" / "reports"
        paths = [reports / name for name in names] or [reports]
        done = run_kg("build", *paths, "--vocabulary", REGISTER, "--store", folder, "--quiet")
        assert done.returncode == 0, done.stderr
        return folder

    return made


@pytest.fixture(scope="session")
def folder(build: Build) -> Path:
    return build()


@pytest.fixture(scope="session")
def store(folder: Path) -> Store:
    return open_store(folder)


@pytest.fixture
def endpoint(store: Store) -> Iterator[str]:
    """A SPARQL endpoint on this machine that holds the example store."""
    graph = pyoxigraph.Store()
    lines = {line.rpartition(" <")[0] + " ." for line in store.lines()}
    graph.load("\n".join(lines), format=pyoxigraph.RdfFormat.N_TRIPLES)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            found = graph.query(parse_qs(body)["query"][0])
            assert isinstance(found, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean)
            answer = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(answer or b"")))
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()
        thread.join()
