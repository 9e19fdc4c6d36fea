"""Findings, names, figures and history as quads."""

import re

from tests.rdf.test_mapping import BASE, GRAPH, INTEGER, ITEM, about, lines

DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"


def place(page: int, start: int, end: int, words: str) -> set[str]:
    return {
        f"<cs:partOf> {ITEM}>",
        f'<cs:page> "{page}"{INTEGER}',
        f'<cs:textStart> "{start}"{INTEGER}',
        f'<cs:textEnd> "{end}"{INTEGER}',
        f'<cs:quote> "{words}"',
    }


def without_place(name: str) -> set[str]:
    """What is said of a thing besides its place and class."""
    other = re.compile(
        r"<cs:(partOf|page|textStart|textEnd|quote)> |<http://www.w3.org/1999/02/22-rdf"
    )
    return {line for line in about(name, lines()) if not other.match(line)}


def test_a_finding_with_what_it_mentions():
    assert about("finding/1", lines()) >= place(1, 21, 34, "Help is good.")
    assert without_place("finding/1") == {
        f"<cs:inPart> {ITEM}/paragraph/1>",
        f"<cs:inSection> {ITEM}/section/1>",
        f"<cs:polarity> <{BASE}vocab/polarity/strength>",
        f'<cs:polarityProbability> "0.9"{DECIMAL}',
        f"<cs:aboutTheme> <{BASE}vocab/theme/early-help>",
        f"<cs:mainTheme> <{BASE}vocab/theme/early-help>",
        '<cs:themeProbabilities> "early-help 0.80"',
        '<cs:recommendationMark> "inferred"',
        f"<cs:leadsTo> {ITEM}/recommendation/1>",
        f"<cs:mentions> <{BASE}id/board/leeds/lscb>",
        f"<cs:mentions> <{BASE}id/service/leeds/mash>",
        f"<cs:mentions> <{BASE}id/authority/kent>",
    }


def test_a_recommendation_mentions_what_stands_in_it():
    law = "<https://www.legislation.gov.uk/id/ukpga/1989/41>"
    assert f"<cs:mentions> {law}" in about("recommendation/1", lines())


def test_a_board_and_its_names():
    assert without_place("board/leeds/lscb") == {
        f"<cs:names> <{BASE}id/board/leeds/lscb>",
        '<cs:name> "Leeds LSCB"',
        '<cs:alsoNamed> "LSCB"',
    }
    board = [line for line in lines() if line.startswith(f"<{BASE}id/board/leeds/lscb> ")]
    assert any('"Leeds Local Safeguarding Children Board"' in line for line in board)
    assert any('def#boardType> "LSCB"' in line for line in board)


def test_a_service_and_its_relation():
    assert without_place("service/leeds/mash") == {
        f"<cs:names> <{BASE}id/service/leeds/mash>",
        '<cs:name> "MASH"',
        '<cs:alsoNamed> "hub"',
        '<cs:relation> "shared with"',
    }
    service = [line for line in lines() if line.startswith(f"<{BASE}id/service/leeds/mash> ")]
    assert any(f"<{BASE}vocab/service-kind/front-door>" in line for line in service)


def test_a_figure():
    assert without_place("fact/1") == {
        f"<cs:measure> <{BASE}vocab/measure/children-in-need>",
        f'<cs:value> "421.5"{DECIMAL}',
        '<cs:unit> "children"',
        '<cs:when> "2024-03"',
        '<cs:comparison> "earlier"',
    }


def test_an_earlier_inspection():
    assert without_place("earlier/1") == {
        '<cs:what> "focused visit"',
        '<cs:familyThen> "ILACS-focused"',
        '<cs:when> "2022-04"',
        '<cs:until> "2022-05"',
        '<cs:gradePrinted> "good"',
        f"<cs:gradeThen> <{BASE}vocab/grade/good>",
        '<cs:subject> "help"',
    }


def test_a_name_that_fits_nothing_is_no_body():
    assert without_place("unplaced/1") == {'<cs:name> "Blue Sky"', '<cs:why> "of no known kind"'}
    assert not [line for line in lines() if "id/service" in line and "blue" in line.lower()]


def test_the_reading_names_the_model():
    reading = f"<{BASE}id/reading/{'ab' * 32}/1>"
    model = f"<{BASE}id/model/{'cd' * 32}>"
    assert f"{reading} <{BASE}def#ratedWith> {model} {GRAPH} ." in lines()
    assert f'{model} <{BASE}def#sha256> "{"cd" * 32}" {GRAPH} .' in lines()
