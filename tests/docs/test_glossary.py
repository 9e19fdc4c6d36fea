"""The glossary names what is there, every class of the ontology, and no reason without need."""

from __future__ import annotations

import importlib
import re

import pytest
from rdflib import OWL, RDF, Graph

from kg.knowledge import folder
from kg.namespaces import CS
from scripts.check_text import classes, shared_names
from tests.conftest import REPOSITORY

TEXT = (REPOSITORY / "docs" / "glossary.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (?P<field>[^|]+) \| (?:`(?P<held>kg[\w.]+)`)? ?\| `cs:(?P<term>\w+)` \|", re.M
)
ROWS = list(ROW.finditer(TEXT))
ONTOLOGY = Graph().parse(folder("ontology") / "children-services-kg.ttl")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["field"])
def test_a_row_names_a_class_and_a_term_that_are_there(row: re.Match[str]) -> None:
    if row["held"]:
        module, _, name = row["held"].rpartition(".")
        assert isinstance(getattr(importlib.import_module(module), name), type)
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    assert kinds & set(ONTOLOGY.objects(next(_subjects(row["term"])), RDF.type))


def _subjects(term: str):
    return (each for each in set(ONTOLOGY.subjects()) if str(each) == CS + term)


def test_every_class_of_the_ontology_is_there() -> None:
    named = {CS + row["term"] for row in ROWS}
    own = {str(each) for each in ONTOLOGY.subjects(RDF.type, OWL.Class) if str(each).startswith(CS)}
    assert len(own) > 30
    assert own - named == set()


def test_a_name_that_no_two_classes_share_needs_no_reason() -> None:
    found = classes(sorted((REPOSITORY / "kg").rglob("*.py")))
    assert {name for name in shared_names() if len(found.get(name, ())) < 2} == set()
