"""What comes from the list of fields is as the list says now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.knowledge.recordfields import FieldList, RecordField, record_fields
from scripts import make_fields


@pytest.mark.parametrize("path", make_fields.made(), ids=lambda path: path.name)
def test_a_made_file_is_what_the_list_makes(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == make_fields.made()[path], (
        "run scripts/make_fields.py"
    )


def test_every_query_of_a_table_is_made() -> None:
    assert {path.stem for path in make_fields.TABLES.glob("*.rq")} == set(record_fields().tables)


def with_field(field: RecordField, column: str | None = None) -> FieldList:
    """The list with one more field of a recommendation, cs:cost."""
    fields = record_fields()
    item = fields.classes["Recommendation"]
    more = replace(item, fields={**item.fields, "cost": field})
    table = fields.tables["recommendations"]
    columns = {**table.columns, **({column: "what it costs"} if column else {})}
    return replace(
        fields,
        classes={**fields.classes, "Recommendation": more},
        tables={**fields.tables, "recommendations": replace(table, columns=columns)},
    )


COST = RecordField("cost", "0..1", ("number",), "It costs one sum.", least=0, column="cost")


def test_a_new_field_gets_its_shapes() -> None:
    fields = with_field(COST)
    made = make_fields.shapes(fields)
    assert "        shape:Recommendation-cost" in made
    assert (
        """\
shape:Recommendation-cost a sh:PropertyShape ;
    sh:name "cost"@en ;
    sh:path cs:cost ;
    sh:maxCount 1 ;
    sh:datatype xsd:decimal ;
    sh:minInclusive 0 ;
    sh:severity sh:Violation ;
    sh:message "It costs one sum."@en .
"""
        in made
    )
    assert "Only a recommendation has cs:cost." in make_fields.what_has_what(fields)


@pytest.mark.parametrize(
    ("value", "words", "asked"),
    [
        (("text",), (), 'sh:pattern "\\\\S"'),
        (("day",), (), "sh:datatype xsd:date"),
        (("true or false",), (), "sh:in ( true false )"),
        (("one of",), ("high", "low"), 'sh:in ( "high" "low" )'),
        (("thing",), (), "sh:nodeKind sh:IRI"),
        (("Grade",), (), "sh:class cs:Grade"),
        (("skos:Concept",), (), "sh:class skos:Concept"),
        (("Board", "skos:Concept"), (), "sh:or ( shape:IsBoard shape:IsConcept )"),
    ],
)
def test_a_shape_asks_for_the_values_of_its_field(
    value: tuple[str, ...], words: tuple[str, ...], asked: str
) -> None:
    field = RecordField("cost", "1", value, "It costs.", words=words)
    made = make_fields.shapes(with_field(field)).partition("shape:Recommendation-cost a ")[2]
    own = made.partition("\n\n")[0]
    assert f"    {asked} ;\n" in own
    assert "sh:minCount 1 ;\n    sh:maxCount 1 ;" in own


def test_a_new_column_is_told_chosen_and_asked_for() -> None:
    before = make_fields.table(record_fields(), "recommendations")
    after = make_fields.table(with_field(COST, "cost"), "recommendations")
    added = set(after.splitlines()) - set(before.splitlines())
    assert "# column cost: what it costs" in added
    assert "  OPTIONAL { ?recommendation cs:cost ?cost }" in added
    assert len(added) == 3, "and the line of SELECT"


def test_a_column_that_is_no_plain_field_wants_a_pattern_of_its_own() -> None:
    fields = with_field(replace(COST, value=("Grade",), least=None), "cost")
    with pytest.raises(AssertionError, match="cost is no plain field: write its pattern"):
        make_fields.table(fields, "recommendations")
