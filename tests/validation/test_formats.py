"""Results in each format, about the same three faults."""

from __future__ import annotations

import json
import random
from html.parser import HTMLParser

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from kg.validation import FORMATS, Severity, Violation, write_violations

SH = "http://www.w3.org/ns/shacl#"
FAULTS = (
    Violation(
        Severity.VIOLATION,
        "https://example.org/shape#page",
        "page",
        "It must have a page.",
        "https://example.org/paragraph/1",
        "<https://example.org/page>",
        "",
        "",
        "MinCountConstraintComponent",
        "exampleshire-2024",
        3,
        'Leaders say <b>"yes"</b> & mean it.',
    ),
    Violation(
        Severity.WARNING,
        "https://example.org/shape#text",
        "text",
        "The text seems cut short.",
        "https://example.org/recommendation/1",
        "<https://example.org/partOf>/<https://example.org/text>",
        'the "\\quality\n\x1b[31m of',
        "http://www.w3.org/2001/XMLSchema#string",
        "NotConstraintComponent",
        "otherham-2019",
    ),
    Violation(
        Severity.VIOLATION,
        "https://example.org/shape#gss",
        "code",
        "A code must be a code.",
        "https://example.org/authority/otherham",
        "<https://example.org/gss>",
        "E9",
        "http://www.w3.org/2001/XMLSchema#string",
        "PatternConstraintComponent",
    ),
)


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_results_does_not_matter(format):
    shuffled = [*FAULTS, *FAULTS]
    random.Random(4).shuffle(shuffled)
    assert write_violations(shuffled, format) == write_violations(FAULTS, format)


def test_text_names_report_page_and_fault():
    text = write_violations(FAULTS)
    assert text.index("the shared vocabulary: 1 violation\n") < text.index(
        "exampleshire-2024: 1 violation\n  violation: page 3: It must have a page.\n"
    )
    assert text.endswith("In all: 2 violations, 1 warning.\n")
    assert "\x1b" not in text


def test_text_of_nothing():
    assert write_violations(()) == "In all: no faults.\n"


def test_json_is_grouped_by_report():
    document = json.loads(write_violations(FAULTS, "json"))
    assert document["conforms"] is False
    assert document["counts"] == {"violation": 2, "warning": 1, "info": 0}
    found = {r["source"]: [x["value"] for x in r["results"]] for r in document["reports"]}
    assert found == {
        "the shared vocabulary": ["E9"],
        "exampleshire-2024": [None],
        "otherham-2019": ['the "\\quality\n\x1b[31m of'],
    }


def test_json_conforms_if_there_is_no_violation():
    lesser = [fault for fault in FAULTS if fault.severity is not Severity.VIOLATION]
    assert lesser
    document = json.loads(write_violations(lesser, "json"))
    assert document["conforms"] is True
    assert sum(document["counts"].values()) == len(lesser)


def test_turtle_is_a_validation_report_without_blank_nodes():
    turtle = write_violations(FAULTS, "turtle")
    quads = list(parse(turtle, format=RdfFormat.TURTLE))
    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))
    values = {q.object.value for q in quads if q.predicate == NamedNode(SH + "value")}
    assert values == {'the "\\quality\n\x1b[31m of', "E9"}
    messages = [q.object.value for q in quads if q.predicate == NamedNode(SH + "resultMessage")]
    assert any(m.startswith("Violation: exampleshire-2024, page 3: ") for m in messages)
    paths = [q.object.value for q in quads if q.predicate == NamedNode(SH + "resultPath")]
    assert sorted(paths) == ["https://example.org/gss", "https://example.org/page"]
    results = [q for q in quads if q.predicate == NamedNode(SH + "result")]
    assert len(results) == len(FAULTS)


def test_turtle_of_nothing_conforms():
    quads = list(parse(write_violations((), "turtle"), format=RdfFormat.TURTLE))
    assert [q.object.value for q in quads if q.predicate == NamedNode(SH + "conforms")] == ["true"]


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


def test_html_shows_the_faults_and_loads_nothing():
    page = Page()
    page.feed(write_violations(FAULTS, "html"))
    assert not {"script", "link", "img", "b"} & set(page.tags)
    assert not {"src", "href"} & {name for name, _ in page.attributes}
    assert page.tags.count("h2") == 3
    words = "".join(page.words)
    assert 'Leaders say <b>"yes"</b> & mean it.' in words
    assert "exampleshire-2024: 1 violation" in words
