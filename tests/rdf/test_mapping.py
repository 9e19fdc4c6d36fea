"""A report becomes sorted, canonical quads."""

from dataclasses import replace

import pyoxigraph
import pytest

from kg.knowledge import load_knowledge
from kg.rdf import report_graph, report_quads
from kg.reports.quotes import Printed
from kg.validation import Severity, validate_report
from tests.rdf.made_up import quote, report

CS = "https://w3id.org/childrens-services-kg/def#"
BASE = "https://w3id.org/childrens-services-kg/"
GRAPH = f"<{BASE}graph/leeds/ilacs/2024-03-15>"
ITEM = f"<{BASE}id/report/leeds/ilacs/2024-03-15"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def lines(**more) -> list[str]:
    return report_quads(report(**more), load_knowledge(), program_version="1")


def about(subject: str, quads: list[str]) -> set[str]:
    start = f"{ITEM}/{subject}> "
    return {
        line[len(start) :].removesuffix(f" {GRAPH} .").replace(f"<{CS}", "<cs:")
        for line in quads
        if line.startswith(start)
    }


def test_a_judgement():
    assert about("judgement/help-and-protection", lines()) == {
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <cs:Judgement>",
        f"<cs:partOf> {ITEM}>",
        f'<cs:page> "1"{INTEGER}',
        '<cs:quote> "Help is good"',
        f'<cs:textStart> "21"{INTEGER}',
        f'<cs:textEnd> "33"{INTEGER}',
        '<cs:subject> "Help"',
        '<cs:gradePrinted> "Good"',
        f"<cs:grade> <{BASE}vocab/grade/good>",
        f"<cs:ofStrand> <{BASE}vocab/strand/ILACS-2023/help-and-protection>",
        '<cs:aboutKind> "authority"',
        f"<cs:about> <{BASE}id/authority/leeds>",
        '<cs:basis> "graded"',
    }


@pytest.mark.parametrize(
    "code", [code for code, _ in load_knowledge().inspections.grade_iris], ids=str
)
def test_every_grade_of_an_earlier_inspection_has_its_code(code):
    (earlier,) = report().earlier
    made = lines(earlier=(replace(earlier, grade=code, grade_code=code),))
    assert f"<cs:gradeThen> <{BASE}vocab/grade/{code}>" in about("earlier/1", made)


def test_a_recommendation_with_a_timescale():
    found = about("recommendation/1", lines())
    day = "^^<http://www.w3.org/2001/XMLSchema#date>"
    assert {
        '<cs:number> "1"',
        f"<cs:kind> <{BASE}vocab/kind/priority-action>",
        '<cs:addresseePrinted> "NHS Made-Up"',
        f"<cs:addressedTo> <{BASE}id/board/leeds/safeguarding-partnership>",
        f"<cs:timescale> <{BASE}vocab/timescale/within-three-months>",
        f'<cs:dueDate> "2024-08-01"{day}',
        f"<cs:refersToParagraph> {ITEM}/paragraph/1>",
        f'<cs:citesParagraphNumber> "9"{INTEGER}',
    } <= found


def test_lines_are_sorted_distinct_and_the_same_twice():
    once = lines()
    assert once == sorted(set(once)) == lines()


def test_lines_are_canonical_and_without_blank_nodes():
    quads = lines()
    parsed = list(pyoxigraph.parse("\n".join(quads).encode(), format=pyoxigraph.RdfFormat.N_QUADS))
    written = pyoxigraph.serialize(parsed, format=pyoxigraph.RdfFormat.N_QUADS).decode()
    assert sorted(written.splitlines()) == quads
    assert not any(isinstance(quad.subject, pyoxigraph.BlankNode) for quad in parsed)


def test_a_suffix_changes_nothing_but_iris():
    plain = report_quads(report(), load_knowledge(), program_version="1")
    suffixed = report_quads(report(), load_knowledge(), program_version="1", suffix="ab12")
    assert sorted(line.replace("2024-03-15-ab12", "2024-03-15") for line in suffixed) == plain
    assert report_graph(report(), suffix="ab12")[1] == report_graph(report())[1]


def test_what_a_report_does_not_give_is_said_in_its_iri():
    unknown = report(authority=None, framework=None, framework_version=None, judgements=())
    graph, identity = report_graph(unknown)
    assert identity == "unknown-authority/unknown-family/2024-03-15-abababab"
    assert graph.endswith(identity)


def test_quotes_of_any_characters_come_back_the_same():
    words = 'a "quote" with \\ and\nnewline, <angle>, \t tab and \u0007 bell, \u2019 and \U0001f600'
    title = Printed(words, quote("Leeds"))
    quads = report_quads(report(title=title), load_knowledge(), program_version="1")
    parsed = pyoxigraph.parse("\n".join(quads).encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    titles = [q.object.value for q in parsed if q.predicate.value.endswith("terms/title")]
    assert titles == [words]


def test_a_mapped_report_lacks_only_the_strands_that_it_was_not_given():
    from kg.rdf import vocabulary_quads

    found = validate_report(lines(), tuple(vocabulary_quads()))
    assert not [v.message for v in found if v.severity is Severity.VIOLATION]
    lacked = {v.value.rpartition("/")[2] for v in found if v.name == "complete"}
    assert lacked == {"overall", "leadership", "in-care", "care-leavers"}
