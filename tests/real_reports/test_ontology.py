"""Every term of the ontology is used in the graph of the real reports, as the ontology says."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.knowledge import folder, load_knowledge
from kg.knowledge.turtle import read_table
from tests.conftest import RunKg
from tests.real_reports.conftest import Built

CS = "https://w3id.org/childrens-services-kg/def#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
ONTOLOGY = folder("ontology") / "children-services-kg.ttl"
PREFIXES = f"""\
PREFIX cs: <{CS}>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
Ask = Callable[[str], list[Mapping[str, str]]]


@pytest.fixture(scope="module")
def with_a_result(built: Built, run_kg: RunKg) -> Built:
    """The store with the result of a pattern kept in it, whose terms are those of all results."""
    ran = run_kg("patterns", "trajectories", "--save", "--store", built.store, timeout=900)
    assert ran.returncode == 0, ran.stderr
    return built


@pytest.fixture
def ask(with_a_result: Built, run_kg: RunKg, tmp_path: Path) -> Ask:
    def asked(query: str) -> list[Mapping[str, str]]:
        path = tmp_path / "asked.rq"
        path.write_text(PREFIXES + query, encoding="utf-8")
        ran = run_kg(
            "query",
            path,
            "--store",
            with_a_result.store,
            "--format",
            "csv",
            "--timeout",
            "600",
            timeout=900,
        )
        assert ran.returncode == 0, ran.stderr
        return list(csv.DictReader(io.StringIO(ran.stdout)))

    return asked


#: What only a person's correction brings into a graph; the real reports have none beside them.
OF_CORRECTIONS = {
    "Correction", "correctedBecause", "correctedBy", "correctedField", "correctedValue",
    "corrects", "valueRead",
}  # fmt: skip


#: What only a manifest brings into a graph; likewise.
OF_MANIFESTS = {"listedDate", "providerPage"}


def test_no_class_is_empty(ask: Ask) -> None:
    empty = ask(f"""
        SELECT ?class WHERE {{
          ?class a owl:Class FILTER(STRSTARTS(STR(?class), "{CS}"))
          FILTER NOT EXISTS {{ ?kind rdfs:subClassOf* ?class . ?thing a ?kind }}
        }}""")
    assert {row["class"].removeprefix(CS) for row in empty} <= OF_CORRECTIONS


def test_no_property_is_unused(ask: Ask) -> None:
    unused = ask(f"""
        SELECT ?property WHERE {{
          ?property a ?kind FILTER(?kind IN (owl:ObjectProperty, owl:DatatypeProperty))
          FILTER(STRSTARTS(STR(?property), "{CS}"))
          FILTER NOT EXISTS {{ ?thing ?property ?value }}
        }}""")
    names = {row["property"].removeprefix(CS) for row in unused}
    assert names <= OF_CORRECTIONS | OF_MANIFESTS


def test_nothing_is_used_and_not_defined(ask: Ask) -> None:
    used = {row["term"] for row in ask("SELECT DISTINCT ?term WHERE { ?thing ?term ?value }")}
    used |= {row["term"] for row in ask("SELECT DISTINCT ?term WHERE { ?thing a ?term }")}
    defined = {
        row["term"] for row in ask("SELECT DISTINCT ?term WHERE { ?term rdfs:isDefinedBy ?o }")
    }
    assert {term for term in used if term.startswith(CS)} - defined == set()


def test_a_functional_property_has_one_value(ask: Ask) -> None:
    several = ask("""
        SELECT ?property (COUNT(*) AS ?times) WHERE {
          { SELECT ?thing ?property (COUNT(?value) AS ?values)
            WHERE { ?property a owl:FunctionalProperty . ?thing ?property ?value }
            GROUP BY ?thing ?property }
          FILTER(?values > 1)
        } GROUP BY ?property""")
    assert several == []


def above(table: Mapping[str, Mapping[str, list[str]]], kind: str) -> set[str]:
    """A class and all that the ontology says it is under."""
    found, todo = set[str](), [kind]
    while todo:
        each = todo.pop()
        if each not in found:
            found.add(each)
            todo += table.get(each, {}).get(RDFS + "subClassOf", [])
    return found


def test_disjoint_classes_share_nothing(ask: Ask) -> None:
    table = read_table([ONTOLOGY])
    pairs = ask("SELECT DISTINCT ?one ?other WHERE { ?thing a ?one , ?other }")
    shared = {
        (one, other)
        for pair in pairs
        for one in above(table, pair["one"])
        for other in above(table, pair["other"])
        if other in table.get(one, {}).get(OWL + "disjointWith", ())
    }
    assert shared == set()


@pytest.mark.parametrize(("end", "subject"), [("domain", "?thing"), ("range", "?value")])
def test_what_a_property_joins_is_of_its_domain_and_range(ask: Ask, end: str, subject: str) -> None:
    table = read_table([ONTOLOGY])
    pairs = ask(f"""
        SELECT ?property ?kind WHERE {{ ?thing ?property ?value . {subject} a ?kind
          FILTER(STRSTARTS(STR(?property), "{CS}") && STRSTARTS(STR(?kind), "{CS}"))
        }} GROUP BY ?property ?kind""")
    assert len(pairs) > 30
    wrong = [
        (pair["property"], pair["kind"])
        for pair in pairs
        for wanted in table[pair["property"]][RDFS + end]
        if wanted != OWL + "Thing" and wanted not in above(table, pair["kind"])
    ]
    assert wrong == []


def test_the_register_departs_from_the_given_list_only_where_it_says_so(corpus: Path) -> None:
    table = read_table(sorted(folder("ontology").rglob("*.ttl")))
    note = "http://www.w3.org/2004/02/skos/core#editorialNote"
    listed = corpus / "facts" / "authorities.csv"
    with listed.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    by_number = {
        number: iri for iri, values in table.items() for number in values.get(CS + "dfeCode", ())
    }
    fields = {
        "gss_code": "gss",
        "ofsted_urn": "ofstedUrn",
        "region": "region",
        "region_gss": "regionGss",
        "authority_type": "authorityType",
    }
    silent = [
        (row["ons_name"], column)
        for row in rows
        for column, term in fields.items()
        if table[by_number[row["dfe_code"]]].get(CS + term) != [row[column]]
        and note not in table[by_number[row["dfe_code"]]]
    ]
    assert silent == []
    resolved = load_knowledge().register.resolve
    assert [row["ons_name"] for row in rows if resolved(row["ons_name"]) is None] == []
