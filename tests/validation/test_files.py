"""``kg validate --data``: any RDF files against any shapes, by both engines, without a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import RDF, SH, Graph

from kg.errors import KnowledgeError, UnreadableFile
from kg.validation import Engine, validate_files, write_violations

HEAD = """
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
SHAPES = """
ex:Person a sh:NodeShape ; sh:targetClass ex:Person ; sh:closed true ;
    sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
    sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:uniqueLang true ] ,
        [ sh:path ex:knows ; sh:class ex:Person ; sh:severity sh:Info ] ,
        [ sh:path ( ex:knows [ sh:zeroOrMorePath ex:knows ] ex:name ) ; sh:languageIn ( "en" ) ;
          sh:message "Who is known has a name in English."@en ; sh:severity sh:Warning ] .
"""
DATA = """
ex:ann a ex:Person ; ex:name "Ann"@en , "Anne"@en , "Anna"@de , "Anja"@de ; ex:knows ex:bob .
ex:bob a ex:Person ; ex:knows ex:ann , _:someone ; ex:shoes 2 .
_:someone ex:name "Jemand"@de .
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    return turtle(tmp_path / "shapes.ttl", SHAPES)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return turtle(tmp_path / "data.ttl", DATA)


def turtle(file: Path, text: str) -> Path:
    file.write_text(HEAD + text, encoding="utf-8")
    return file


@pytest.mark.parametrize("format", ["text", "json", "turtle", "html"])
def test_both_engines_print_the_same(shapes, data, run_kg, format) -> None:
    command = ("validate", "--shapes", shapes, "--data", data, "--format", format, "--engine")
    fast, reference = (run_kg(*command, engine) for engine in ("fast", "pyshacl"))
    assert fast.stdout == reference.stdout
    assert (fast.returncode, reference.returncode) == (1, 1)


def test_what_is_printed(shapes, data, run_kg) -> None:
    done = run_kg("validate", "--shapes", shapes, "--data", data)
    rule = "http://example.org/ns#Person"
    name = f"{rule}, sh:property on <http://example.org/ns#name>"
    known = "Who is known has a name in English."
    assert done.stdout.splitlines() == [
        f"{data}: 3 violations, 6 warnings",
        "  violation: Several values of <http://example.org/ns#name> are in one language. "
        f"({name})",
        "    about: http://example.org/ns#ann",
        f"  violation: There is <http://example.org/ns#shoes>, which the shape does not have. "
        f"({rule})",
        "    found: 2",
        "    about: http://example.org/ns#bob",
        f"  violation: There are too few values of <http://example.org/ns#name>. ({name})",
        "    about: http://example.org/ns#bob",
        *(
            line
            for focus, value in (
                *(("ann", value) for value in ("Anja", "Anna", "Jemand")),
                *(("bob", value) for value in ("Anja", "Anna", "Jemand")),
            )
            for line in (
                f"  warning: {known}",
                f"    found: {value}",
                f"    about: http://example.org/ns#{focus}",
            )
        ),
        "In all: 3 violations, 6 warnings.",
    ]
    assert "1 notes not shown" in done.stderr


def test_the_standard_report_has_each_result_as_often_as_the_standard(shapes, data) -> None:
    report = Graph().parse(data=validate_files([data], shapes).results.turtle(), format="turtle")
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    results = list(report.objects(node, SH.result))
    languages = [
        each
        for each in results
        if report.value(each, SH.sourceConstraintComponent) == SH.UniqueLangConstraintComponent
    ]
    # one for English, one for German
    assert len(languages) == 2
    assert report.value(node, SH.conforms).toPython() is False


@pytest.mark.parametrize(
    ("ending", "format"),
    [
        ("nt", RdfFormat.N_TRIPLES),
        ("nq", RdfFormat.N_QUADS),
        ("trig", RdfFormat.TRIG),
        ("rdf", RdfFormat.RDF_XML),
        ("xml", RdfFormat.RDF_XML),
        ("owl", RdfFormat.RDF_XML),
        ("jsonld", RdfFormat.JSON_LD),
        ("json", RdfFormat.JSON_LD),
    ],
)
def test_every_format_says_the_same(shapes, data, tmp_path, ending, format) -> None:
    other = tmp_path / f"other.{ending}"
    serialize(
        [quad.triple for quad in parse(path=data, format=RdfFormat.TURTLE)], other, format=format
    )
    assert told(other, shapes) == told(data, shapes)


def told(data: Path, shapes: Path) -> set[tuple[str, ...]]:
    """What is found, but for the labels of blank nodes."""
    return {
        tuple("" if each.startswith("_:") else each for each in (v.focus, v.value, v.message))
        for v in validate_files([data], shapes).violations
    }


def test_several_files_are_one_graph(shapes, tmp_path) -> None:
    one = turtle(tmp_path / "one.ttl", "ex:ann a ex:Person . _:b ex:p 1 .")
    two = turtle(tmp_path / "two.ttl", "ex:ann ex:name 'Ann'@en . _:b ex:q 1 .")
    assert validate_files([one], shapes).violations
    assert validate_files([one, two], shapes).results.conforms


def test_data_that_conform_end_with_status_0(shapes, tmp_path, run_kg) -> None:
    right = turtle(tmp_path / "right.ttl", "ex:ann a ex:Person ; ex:name 'Ann'@en .")
    done = run_kg("validate", "--shapes", shapes, "--data", right, "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["conforms"] is True


def test_data_in_which_shapes_find_nothing_to_look_at_are_told_of(shapes, tmp_path, run_kg) -> None:
    other = turtle(tmp_path / "other.ttl", "ex:ann a ex:Human .")
    done = run_kg("validate", "--shapes", shapes, "--data", other)
    assert done.returncode == 0
    assert "no shape has a focus node in the data: nothing was checked" in done.stderr


@pytest.mark.parametrize("engine", list(Engine))
def test_what_cannot_be_read_is_named(shapes, data, tmp_path, engine) -> None:
    broken = turtle(tmp_path / "broken.ttl", "\nex:a ex:p .")
    with pytest.raises(UnreadableFile, match=r"broken\.ttl, line 5: "):
        validate_files([broken], shapes, engine)
    with pytest.raises(KnowledgeError, match=r"broken\.ttl, line 5: "):
        validate_files([data], broken, engine)
    with pytest.raises(UnreadableFile, match=r"missing\.ttl: it cannot be read"):
        validate_files([tmp_path / "missing.ttl"], shapes, engine)
    with pytest.raises(UnreadableFile, match=r"data\.csv: expected RDF in a file that ends with"):
        validate_files([tmp_path / "data.csv"], shapes, engine)
    with pytest.raises(KnowledgeError, match="no shape has a target"):
        validate_files([data], turtle(tmp_path / "none.ttl", "ex:a ex:p ex:b ."), engine)


def test_data_without_shapes_are_refused(data, run_kg) -> None:
    done = run_kg("validate", "--data", data)
    assert done.returncode == 2
    assert "name with --shapes the file or folder of shapes" in done.stderr


def test_a_severity_of_ones_own_counts_as_a_violation(tmp_path, data) -> None:
    shapes = turtle(
        tmp_path / "own.ttl",
        "ex:S sh:targetClass ex:Person ; sh:nodeKind sh:Literal ; sh:severity ex:Awful .",
    )
    checked = validate_files([data], shapes)
    assert {v.severity.value for v in checked.violations} == {"violation"}
    assert checked.results.turtle().count("sh:resultSeverity <http://example.org/ns#Awful>") == 2


SPARQL = """
ex:S a sh:NodeShape ; sh:targetClass ex:Person ;
    sh:sparql [ sh:message "Nobody knows themselves." ; sh:prefixes ex: ;
        sh:select "SELECT $this WHERE { $this ex:knows $this }" ] .
ex: sh:declare [ sh:prefix "ex" ;
    sh:namespace "http://example.org/ns#"^^<http://www.w3.org/2001/XMLSchema#anyURI> ] .
"""


def test_shacl_sparql_is_refused_by_the_fast_engine_and_done_by_pyshacl(tmp_path) -> None:
    shapes = turtle(tmp_path / "sparql.ttl", SPARQL)
    data = turtle(tmp_path / "data.ttl", "ex:ann a ex:Person ; ex:knows ex:ann .")
    with pytest.raises(KnowledgeError, match="uses sh:sparql, which the fast checker does not"):
        validate_files([data], shapes)
    checked = validate_files([data], shapes, Engine.PYSHACL)
    assert [(v.focus, v.component, v.message) for v in checked.violations] == [
        (
            "http://example.org/ns#ann",
            "SPARQLConstraintComponent",
            "Nobody knows themselves.",
        )
    ]
    assert "Nobody knows themselves." in write_violations(checked.violations)


def test_a_component_of_ones_own_is_done_by_pyshacl(tmp_path) -> None:
    shapes = turtle(
        tmp_path / "component.ttl",
        """
        ex:S a sh:PropertyShape ; sh:targetClass ex:Person ; sh:path ex:age ; ex:most 3 .
        ex:Most a sh:ConstraintComponent ; sh:parameter [ sh:path ex:most ] ;
            sh:validator [ a sh:SPARQLAskValidator ; sh:message "It is too much." ;
                sh:ask "ASK { FILTER ($value <= $most) }" ] .
        """,
    )
    data = turtle(tmp_path / "data.ttl", "ex:ann a ex:Person ; ex:age 2 , 7 .")
    (fault,) = validate_files([data], shapes, Engine.PYSHACL).violations
    assert (fault.component, fault.message) == ("http://example.org/ns#Most", "It is too much.")


@pytest.mark.parametrize("word", ["sh:rule", "sh:js", "sh:entailment"])
def test_what_changes_the_data_is_refused_by_pyshacl_too(tmp_path, data, word) -> None:
    shapes = turtle(tmp_path / "odd.ttl", f"ex:S sh:targetClass ex:Person ; {word} ex:x .")
    with pytest.raises(KnowledgeError, match=f"odd.ttl: http://example.org/ns#S uses {word}"):
        validate_files([data], shapes, Engine.PYSHACL)
