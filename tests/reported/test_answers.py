"""What questions answered."""

from pathlib import Path

import pyoxigraph
import pytest

from kg.corpus.catalogue import bind, find, load_catalogue
from kg.errors import QueryError
from kg.store import Rows
from kg.store.answers import answer
from tests.analysis.made_up_reports import make

PREFIXES = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .
"""
#: Three reports: one without authority, one on an authority without a code, one that has both.
THREE_REPORTS = """
:northmoor a cs:Authority ; skos:prefLabel "Northmoor" ; cs:gss "E08999904" .
:nameless a cs:Authority ; skos:prefLabel "Codeless" .
:old cs:codeOf :northmoor ; skos:notation "E08999903" ; cs:validTo "2020-03-31"^^xsd:date .
:older cs:codeOf :northmoor ; skos:notation "E08999902" ; cs:validTo "2012-03-31"^^xsd:date .
:a a cs:Report ; cs:source "a" ; cs:pageCount 1 ; prov:wasDerivedFrom :file ; cs:reportsOn :on .
:b a cs:Report ; cs:source "b" ; cs:pageCount 1 ; prov:wasDerivedFrom :file ; cs:reportsOn :on ;
    cs:about :nameless .
:c a cs:Report ; cs:source "c" ; cs:pageCount 1 ; prov:wasDerivedFrom :file ; cs:reportsOn :on ;
    cs:about :northmoor .
:file cs:sha256 "00" .
:on cs:endDate "2011-01-01"^^xsd:date .
"""
#: A board and an overall grade that a report gives, and one that it speaks of.
BOARD = """
:report cs:source "made-up" .
:board a cs:Judgement ; cs:partOf :report ; cs:aboutKind "board" ; cs:basis "graded" ;
    cs:grade :good ; cs:page 2 .
:overall a cs:Judgement ; cs:partOf :report ; cs:ofStrand :strand ; cs:basis "graded" ;
    cs:grade :inadequate .
:passing a cs:Judgement ; cs:partOf :report ; cs:ofStrand :strand ; cs:basis "narrative" ;
    cs:grade :good .
:strand skos:notation "overall" .
:good skos:notation "good" .
:inadequate skos:notation "inadequate" .
"""
DELIVERY = """
:delivery cs:deliveredFor :northmoor ; cs:deliveredBy :trust .
:northmoor skos:prefLabel "Northmoor" .
:trust skos:prefLabel "Northmoor Trust" .
"""
QUESTION = """# param whole: integer default 1: a whole number
# param part: decimal default 0.5: a number
SELECT ?whole ?part WHERE { }
"""


def rows(question: str, turtle: str) -> list[dict[str, str]]:
    """What a question of the catalogue answers from a graph."""
    graph = pyoxigraph.Store()
    graph.load((PREFIXES + turtle).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    found = answer(graph, load_catalogue()[question].text)
    assert isinstance(found, Rows)
    return [dict(zip(found.variables, row, strict=True)) for row in found.rows]


def test_a_report_has_one_row_and_no_code_of_another_authority() -> None:
    found = rows("tables/reports", THREE_REPORTS)
    assert [(row["source"], row["authority"], row["gss"]) for row in found] == [
        ("a", "", ""),
        ("b", "Codeless", ""),
        ("c", "Northmoor", "E08999902"),
    ]


def test_a_board_stands_beside_the_grade_that_was_given() -> None:
    (row,) = rows("boards-judged", BOARD)
    assert (row["board_grade"], row["authority_grade"]) == ("good", "inadequate")


def test_a_delivery_of_an_unknown_day_is_one() -> None:
    (row,) = rows("trusts", DELIVERY)
    assert (row["trust"], row["since"]) == ("Northmoor Trust", "")


@pytest.mark.parametrize(
    ("name", "value"), [("whole", "9" * 5000), ("whole", "٣"), ("part", "٣.٥"), ("part", "1e5")]
)
def test_a_number_is_one_of_xml_schema_or_refused(name: str, value: str, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(QUESTION)
    with pytest.raises(QueryError, match=rf"mine: {name}=.*: must be a (whole )?number"):
        bind(find(str(tmp_path / "mine.rq")), {name: value}, make(tmp_path / "store", []))
