"""The list of fields fits the ontology and what is read, and says what is wrong with it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from kg.errors import KnowledgeError
from kg.knowledge import folder, load_knowledge
from kg.knowledge.recordfields import RecordField, Value, read_fields, record_fields
from kg.namespaces import CS, PREFIXES
from kg.rdf import report_quads
from kg.reports import evidence, model
from tests.rdf.made_up import report

LIST = record_fields()
ONTOLOGY = Graph().parse(folder("ontology") / "children-services-kg.ttl")
#: Class of the ontology -> the class of `kg.reports` that holds one, where the names differ.
HELD = {
    "StatementRequirement": model.StatementRequired,
    "UnplacedName": evidence.Unplaced,
    "Correction": model.Corrected,
}
FIELDS = [
    pytest.param(name, key, field, id=f"{name}-{key}")
    for name, each in LIST.classes.items()
    for key, field in each.fields.items()
]
RANGES = {
    Value.TEXT: XSD.string,
    Value.ONE_OF: XSD.string,
    Value.WHOLE: XSD.integer,
    Value.NUMBER: XSD.decimal,
    Value.BOOLEAN: XSD.boolean,
    # OWL 2 has no datatype for a day
    Value.DAY: RDFS.Literal,
}


def iri(name: str) -> URIRef:
    prefix, colon, local = name.partition(":")
    return URIRef(PREFIXES[prefix] + local if colon else CS + name)


def is_under(name: URIRef, above: URIRef) -> bool:
    return above == OWL.Thing or above in ONTOLOGY.transitive_objects(name, RDFS.subClassOf)


@pytest.mark.parametrize(("name", "key", "field"), FIELDS)
def test_a_field_is_what_the_ontology_says_of_its_property(
    name: str, key: str, field: RecordField
) -> None:
    property_ = iri(field.predicate or key)
    if not property_.startswith(CS):
        return
    domain, range_ = (ONTOLOGY.value(property_, each) for each in (RDFS.domain, RDFS.range))
    assert isinstance(domain, URIRef)
    assert is_under(iri(name), domain)
    if (property_, RDF.type, OWL.FunctionalProperty) in ONTOLOGY:
        assert field.maximum == 1
    if field.plain:
        assert range_ == RANGES[Value(field.value[0])]
    else:
        assert (property_, RDF.type, OWL.ObjectProperty) in ONTOLOGY


@pytest.mark.parametrize(("name", "key", "field"), FIELDS)
def test_an_attribute_is_one_of_the_value_that_is_read(
    name: str, key: str, field: RecordField
) -> None:
    if field.attribute:
        held = HELD.get(name) or getattr(model, name, None) or getattr(evidence, name)
        assert field.attribute in {each.name for each in dataclasses.fields(held)}


def test_whatever_stands_in_a_report_graph_is_in_the_list() -> None:
    """Each statement of a thing of our own classes has a field."""
    graph = Graph()
    lines = report_quads(report(), load_knowledge(), program_version="1")
    graph.parse(data="\n".join(f"{line.rsplit(' <', 1)[0]} ." for line in lines), format="nt")
    known = {
        (iri(name), iri(field.predicate or key))
        for name, each in LIST.classes.items()
        for key, field in each.fields.items()
    }
    others = {RDF.type, *map(iri, LIST.terms.values())}
    used = {
        (kind, predicate)
        for subject, kind in graph.subject_objects(RDF.type)
        for predicate in graph.predicates(subject)
        if kind.startswith(CS) and predicate not in others
    }
    assert len(used) > 80
    above = iri("ReportedItem")
    place = {predicate for kind, predicate in known if kind == above}
    missing = {
        (kind, predicate)
        for kind, predicate in used - known
        if not (predicate in place and is_under(kind, above))
    }
    assert missing == set()


SMALL = """
[classes.Report]
name = "Report"
one = "a report"
description = "A report."
table = "reports"

[classes.Report.fields.theme]
name = "theme"
count = "0..1"
value = "text"
message = "A report has at most one theme."
column = "theme"

[elsewhere]
[terms]

[tables.reports.columns]
theme = "the theme"
"""


def test_a_small_list_is_read(tmp_path: Path) -> None:
    (tmp_path / "fields.toml").write_text(SMALL, encoding="utf-8")
    field = read_fields(tmp_path / "fields.toml").classes["Report"].fields["theme"]
    assert (field.required, field.maximum, field.plain) == (False, 1, True)


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('count = "0..1"', 'count = "many"', "classes.Report.fields.theme.count: is 'many'"),
        ('value = "text"', 'value = "one of"', "words: belong to the value 'one of'"),
        ('value = "text"', 'value = "day"\npattern = "x"', "pattern: is for the value 'text'"),
        ('value = "text"', 'value = "text"\nleast = 1', "least: and most are for the values"),
        ('value = "text"', 'value = "Board"\nattribute = "theme"', "attribute: is for plain"),
        ('column = "theme"', 'column = "themes"', "'themes' is not one of theme"),
        ('table = "reports"', 'table = "report"', "'report' is not one of reports"),
        ('message = "A report has at most one theme."\n', "", "message: is missing; add it"),
        ('column = "theme"', 'colum = "theme"', "colum: is not a key"),
    ],
)
def test_what_no_list_says_is_refused(tmp_path: Path, good: str, bad: str, said: str) -> None:
    assert good in SMALL
    path = tmp_path / "fields.toml"
    path.write_text(SMALL.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as refused:
        read_fields(path)
    assert str(refused.value).startswith(f"{path}: classes.Report.")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
