"""The example reports are read as the people who wrote them meant, and are made as they say."""

import json
from pathlib import Path

import pytest

from kg.documents import Document, read
from kg.explain import describe, html_page
from kg.ingest import check_quotes, corrections_of
from kg.ingest.corrections import read_corrections
from kg.knowledge import load_knowledge
from kg.rdf import missing, report_quads
from kg.reports import Report, load_profiles, read_report

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
INCOMPLETE = sorted((EXAMPLES / "incomplete").iterdir())
REPORTS = [*sorted((EXAMPLES / "reports").iterdir()), *INCOMPLETE]
KNOWLEDGE = load_knowledge((EXAMPLES / "register.ttl",))


def both(path: Path) -> tuple[Document, Report]:
    document = read(path)
    return document, read_report(document, KNOWLEDGE, load_profiles())


def expected(path: Path) -> dict:
    text = (EXAMPLES / "expected" / f"{path.stem}.json").read_text(encoding="utf-8")
    return json.loads(text)


def value(printed) -> str | None:
    return str(printed.value) if printed else None


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_header_is_read(path):
    _, report = both(path)
    wanted = expected(path)
    authority = report.authority and KNOWLEDGE.register.authorities[report.authority.value].name
    leads = [inspector.name for inspector in report.inspectors if inspector.role == "lead"]
    assert {
        "framework": report.framework,
        "framework_version": report.framework_version,
        "title": value(report.title),
        "authority": authority,
        "inspection_start": str(report.inspection_start),
        "inspection_end": str(report.inspection_end),
        "published": value(report.published),
        "lead_inspector": " | ".join(leads) or None,
        "variant": report.variant,
        "theme": value(report.theme),
    } == {key: wanted[key] for key in list(wanted)[1:11]}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_judgements_are_read(path):
    _, report = both(path)
    assert [
        {
            "subject": judgement.subject,
            "grade": judgement.grade,
            "grade_code": judgement.grade_code,
            "strand": judgement.strand or "",
            "subject_of": str(judgement.about),
            "basis": str(judgement.basis),
            "page": judgement.quote.page,
        }
        for judgement in report.judgements
    ] == expected(path)["judgements"]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_recommendations_are_read(path):
    _, report = both(path)
    assert [
        {
            "number": item.number,
            "kind": str(item.kind),
            "group": item.group,
            "addressee": str(item.addressee),
            "addressee_printed": item.addressee_printed,
            "timescale": item.timescale.printed if item.timescale else None,
            "due": str(item.timescale.due) if item.timescale and item.timescale.due else None,
            "page": item.quote.page,
            "text": item.text,
        }
        for item in report.recommendations
    ] == expected(path)["recommendations"]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_quote_is_in_the_text_and_can_be_found_on_its_page(path):
    document, report = both(path)
    check_quotes(document, report)
    for item in report.recommendations:
        places = document.places(item.quote.start, item.quote.end)
        assert places[0].page == item.quote.page
        raw = document.pages[places[-1].page - 1].text[places[-1].start : places[-1].end]
        assert raw.split()[-1].strip("*") == item.quote.text.split()[-1]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_what_was_read_can_be_shown(path):
    document, report = both(path)
    assert report.source in describe(document, report)
    page = html_page(document, report)
    assert page.count('<div class="page">') == len(document.pages)
    assert "http" not in page.split("</style>")[0]


def test_paragraphs_go_on_over_pages_and_keep_their_numbers():
    _, report = both(EXAMPLES / "reports" / "northmoor-ilacs-2024.pdf")
    assert [p.number for p in report.paragraphs if p.number] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert not any("3 to 7 June" in paragraph.text for paragraph in report.paragraphs)


def test_references_to_paragraphs_are_read():
    _, report = both(EXAMPLES / "reports" / "saltmarsh-sif-2016.pdf")
    assert [item.references for item in report.recommendations[:3]] == [(7,), (5, 6), ()]


def test_statements_and_next_steps_are_read():
    _, letter = both(EXAMPLES / "reports" / "saltmarsh-jtai-2023.pdf")
    (statement,) = letter.statements
    assert (statement.responsible, str(statement.due)) == (
        "Saltmarsh and Vale Council",
        "2024-03-09",
    )
    _, outcome = both(EXAMPLES / "reports" / "eastmere-send-2024.pdf")
    assert [(step.kind, step.months) for step in outcome.next_steps] == [
        ("monitoring-inspection", 18),
        ("full-inspection", 36),
    ]


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


@pytest.mark.parametrize("name", ["eastmere-ilacs-2025", "harrowick-ilacs-2026"])
def test_a_misprinted_label_shifts_no_grade_and_is_told(name):
    _, report = both(EXAMPLES / "reports" / f"{name}.pdf")
    printed = {judgement.strand: judgement.subject for judgement in report.judgements}
    assert printed["care-leavers"] == "The experiences and progress of children care leavers"
    assert codes(report).count("label-matched-loosely") == 1 + (name == "harrowick-ilacs-2026")
    assert ("overall" in printed) == (name == "eastmere-ilacs-2025")


def test_an_item_goes_on_over_a_page_and_its_footnote():
    document, report = both(EXAMPLES / "reports" / "eastmere-ilacs-2025.pdf")
    item = report.recommendations[1]
    places = document.places(item.quote.start, item.quote.end)
    assert (places[0].page, places[-1].page) == (1, 2)
    assert "national framework" not in item.text
    assert "unread-text" not in codes(report)


def test_a_box_that_is_drawn_last_is_read_where_it_stands():
    _, report = both(EXAMPLES / "reports" / "marlowe-jtai-2016.pdf")
    assert [section.heading for section in report.sections][-3:] == [
        "Case study: area for improvement",
        "Key strengths",
        "Next steps",
    ]
    assert not any("missing eleven times" in item.text for item in report.recommendations)


def test_the_partnership_of_a_letter_of_2016_is_that_of_its_inspection():
    _, report = both(EXAMPLES / "reports" / "marlowe-jtai-2016.pdf")
    lines = report_quads(report, KNOWLEDGE, program_version="1")
    bodies = {line.split()[2] for line in lines if "def#addressedTo>" in line}
    assert len(bodies) == 1
    assert bodies.pop().endswith("/board/marlowe/inspection-partnership>")
    assert codes(report) == ["year-inferred"]


def test_the_sample_of_corrections_answers_what_it_is_about():
    path = EXAMPLES / "incomplete" / "ghyllmoor-ilacs-2024.txt"
    document, before = both(path)
    given = corrections_of(path, document.sha256, read_corrections(EXAMPLES / "corrections.csv"))
    report = read_report(document, KNOWLEDGE, load_profiles(), corrections=given)
    assert [done.field for done in report.corrections] == ["authority", "grade:care-leavers"]
    assert "correction-unfit" not in codes(report)
    assert missing(before, KNOWLEDGE)
    assert missing(report, KNOWLEDGE) == ()


def test_a_report_of_no_known_family_says_so_and_is_read_all_the_same():
    _, report = both(EXAMPLES / "incomplete" / "harrowick-progress-2010.docx")
    assert "unknown-family" in [problem.code for problem in report.problems]
    assert [section.heading for section in report.sections][-2:] == [
        "Summary of key findings",
        "Priorities for further improvement",
    ]
    assert len(report.paragraphs) >= 2


def test_the_script_makes_the_same_bytes(tmp_path):
    pytest.importorskip("reportlab", reason="the example PDFs are made with reportlab")
    from examples.make_reports import main

    main(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert len(made) >= 15
    assert made == {name: (EXAMPLES / name).read_bytes() for name in made}
