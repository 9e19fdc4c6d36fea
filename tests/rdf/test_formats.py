"""The same lines give the same bytes in every format, and the same triples back."""

import io
import os
import subprocess
import sys

import pyoxigraph
import pytest

from kg.knowledge import load_knowledge
from kg.rdf import FORMATS, convert, report_quads, vocabulary_quads
from tests.rdf.made_up import report

PARSERS = {
    "turtle": "TURTLE",
    "ntriples": "N_TRIPLES",
    "rdfxml": "RDF_XML",
    "trig": "TRIG",
    "nquads": "N_QUADS",
    "jsonld": "JSON_LD",
}
SCRIPT = """
import io, sys, hashlib
from kg.rdf import convert, vocabulary_quads
out = io.BytesIO()
convert(vocabulary_quads(), sys.argv[1], out)
print(hashlib.sha256(out.getvalue()).hexdigest())
"""


def written(lines, name: str) -> bytes:
    output = io.BytesIO()
    convert(lines, name, output)
    return output.getvalue()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_what_is_written_is_read_back_the_same(name):
    lines = report_quads(report(), load_knowledge(), program_version="1")
    parsed = pyoxigraph.parse(
        written(lines, name), format=getattr(pyoxigraph.RdfFormat, PARSERS[name])
    )
    triples = {str(quad.triple) for quad in parsed}
    wanted = pyoxigraph.parse("\n".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    assert triples == {str(quad.triple) for quad in wanted}


@pytest.mark.parametrize("name", ["jsonld", "rdfxml", "trig", "turtle"])
def test_the_bytes_are_the_same_under_any_hash_seed(name):
    hashes = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, name],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(hashes) == 1


def test_literals_keep_their_lexical_form():
    line = '<urn:s> <urn:p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .'
    assert b'"007"^^' in written([line], "ntriples")
    assert b"007" in written([line], "turtle")


def test_a_statement_made_in_two_graphs_stands_once_in_turtle():
    line = '<urn:s> <urn:p> "a" <urn:{}> .'
    assert written([line.format("g"), line.format("h")], "ntriples").count(b"\n") == 1


def test_the_vocabulary_is_one_graph():
    assert len({line.rsplit(" ", 2)[1] for line in vocabulary_quads()}) == 1


def test_turtle_is_written_like_this_whatever_the_version_of_the_library():
    graph = "<https://w3id.org/childrens-services-kg/graph/leeds/ilacs/2022-03-04> ."
    report = "<https://w3id.org/childrens-services-kg/id/report/leeds/ilacs/2022-03-04>"
    cs = "https://w3id.org/childrens-services-kg/def#"
    lines = [
        f'{report} <http://purl.org/dc/terms/title> "Leeds\\n\\"City\\"" {graph}',
        f"{report} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{cs}Report> {graph}",
        f'{report} <{cs}pageCount> "12"^^<http://www.w3.org/2001/XMLSchema#integer> {graph}',
    ]
    text = written(sorted(lines), "turtle").decode()
    head, body = text.split("@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n")
    assert head.splitlines() == sorted(head.splitlines())
    assert body == (
        f'{report} dcterms:title "Leeds\\n\\"City\\"" ;\n\ta cs:Report ;\n\tcs:pageCount 12 .\n'
    )
