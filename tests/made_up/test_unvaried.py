"""Made-up reports in the usual form of their design are read as they are."""

import pytest

pytest.importorskip("reportlab", reason="made-up reports are laid out with reportlab")

from kg.documents import Document
from kg.documents.reading import read_bytes
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report
from tests.made_up import pdf, register, text
from tests.made_up.bounds import WRONG
from tests.made_up.compare import differences
from tests.made_up.layout import lay_out
from tests.made_up.making import DESIGNS, make, places
from tests.made_up.pieces import MadeUp, Owner
from tests.made_up.writing import Size

SEEDS = 6
PLACES = places()
SHORT = Size(0.15)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    file = tmp_path_factory.mktemp("made_up") / "register.ttl"
    file.write_text(register.turtle(PLACES), encoding="utf-8")
    return load_knowledge((file,))


def document(report: MadeUp, kind: str) -> Document:
    data = pdf.draw(report) if kind == "pdf" else text.plain(report).encode()
    return read_bytes(data, report.name)


@pytest.mark.parametrize("kind", ["pdf", "text"])
@pytest.mark.parametrize("design", DESIGNS)
def test_unvaried_reports_are_read_as_they_are(design, kind, knowledge):
    profiles = load_profiles()
    wrong = {}
    for seed in range(SEEDS):
        report = make(design, seed, PLACES[seed], SHORT)
        read = read_report(document(report, kind), knowledge, profiles, rate=False)
        if found := differences(report.truth, read):
            wrong[seed] = found
    assert len(wrong) <= WRONG.get((design, kind), 0), wrong


@pytest.mark.parametrize("design", DESIGNS)
def test_a_seed_decides_everything(design):
    first, second = (make(design, 7, PLACES[3], SHORT) for _ in range(2))
    assert (first.truth, first.pieces) == (second.truth, second.pieces)
    assert pdf.draw(first) == pdf.draw(second)
    assert make(design, 8, PLACES[3], SHORT).truth != first.truth


@pytest.mark.parametrize("design", DESIGNS)
def test_no_two_sentences_are_alike(design):
    report = make(design, 1, PLACES[1], SHORT)
    texts = [each.text for each in (*report.truth.paragraphs, *report.truth.items)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("design", DESIGNS)
def test_every_printed_line_has_an_owner(design):
    report = make(design, 2, PLACES[2], SHORT)
    owned = {line.owner for page in lay_out(report) for line in page}
    assert {Owner.TITLE, Owner.HEADING, Owner.ITEM, Owner.PARAGRAPH} <= owned
    printed = [line for page in lay_out(report) for line in page if line.piece >= 0]
    assert {line.piece for line in printed} == {
        index for index, piece in enumerate(report.pieces) if piece.text
    }


def test_made_up_authorities_bear_no_real_name():
    real = {name for each in load_knowledge().register.authorities.values() for name in each.names}
    assert not {each.name for each in register.authorities(5, 300)} & real
    assert len({each.slug for each in register.authorities(5, 300)}) == 300
