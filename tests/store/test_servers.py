"""What is known of servers: addresses from any of theirs, and each has its place in the docs."""

import pytest

from kg.store.servers import load_servers, recognise


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu", "virtuoso"),
        ("Oxigraph/0.5.13", "oxigraph"),
        ("Apache Jena Fuseki (5.2.0)", "fuseki"),
        ("nginx/1.22", "other"),
        ("", "other"),
    ],
)
def test_a_server_is_known_by_its_header(header, key):
    assert recognise(header).key == key


@pytest.mark.parametrize(
    ("key", "address", "base"),
    [
        ("virtuoso", "http://h:8890", "http://h:8890"),
        ("virtuoso", "http://h:8890/sparql/", "http://h:8890"),
        ("virtuoso", "http://h:8890/sparql-auth", "http://h:8890"),
        ("oxigraph", "http://h:7878/query", "http://h:7878"),
        ("fuseki", "https://h/data/kg/sparql", "https://h/data/kg"),
        ("graphdb", "http://h:7200/repositories/kg", "http://h:7200/repositories/kg"),
        ("neptune", "https://h:8182/sparql", "https://h:8182"),
    ],
)
def test_any_address_of_a_server_leads_to_all(key, address, base):
    assert load_servers()[key].base(address) == base


def test_a_timeout_is_told_in_the_unit_of_the_server():
    servers = load_servers()
    told = {key: servers[key].limit(90) for key in ("virtuoso", "fuseki", "qlever")}
    assert told == {"virtuoso": "90000", "fuseki": "90", "qlever": "90s"}


def test_the_documentation_tells_of_each_server_and_its_addresses(repository):
    text = (repository / "docs" / "stores.md").read_text()
    for key, server in load_servers().items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{key}`"))
        for end in (server.query, server.update, server.graphs):
            assert (end or "").rstrip("/") in row
        assert ("| yes" in row) == server.tested
