"""What was read from reports."""

from pathlib import Path

import pytest

from kg.documents import read
from kg.knowledge import load_knowledge
from kg.rdf import report_quads
from kg.reports import Report, load_profiles, read_report
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"
KNOWLEDGE = load_knowledge((EXAMPLES / "register.ttl",))
#: A focused visit of the examples, which is plain text.
LETTER = (EXAMPLES / "reports" / "marlowe-focused-visit-2022.txt").read_text("utf-8")


def report_of(path: Path) -> Report:
    return read_report(read(path), KNOWLEDGE, load_profiles())


def letter(tmp_path: Path, old: str, new: str) -> Report:
    """The letter with other words in one place."""
    assert old in LETTER
    (tmp_path / "letter.txt").write_text(LETTER.replace(old, new), "utf-8")
    return report_of(tmp_path / "letter.txt")


@pytest.mark.parametrize("dates", ["8 an9 November 2022", "8 a?d 9 November 2022"])
def test_half_a_period_is_no_day(dates: str, tmp_path: Path) -> None:
    report = letter(tmp_path, "8 and 9 November 2022", dates)
    assert report.visits == ()
    assert {"unclear-date", "no-dates"} & {each.code for each in report.problems}


@pytest.mark.parametrize("opening", ["Mr. Marlowe led the visit", "The board met, e.g. In spring,"])
def test_an_earlier_inspection_is_quoted_with_its_whole_sentence(
    opening: str, tmp_path: Path
) -> None:
    sentence = f"{opening} before the inspection of children's services in May 2019 found drift."
    report = letter(tmp_path, "Plans are clear,", f"Help is quick. {sentence} Plans are clear,")
    (earlier,) = [each for each in report.earlier if str(each.when) == "2019-05"]
    assert earlier.quote.text == sentence


@pytest.mark.parametrize("name", ["marlowe-jtai-2016", "northmoor-jtai-2017"])
def test_a_joint_inspection_before_2018_speaks_to_no_statutory_partnership(name: str) -> None:
    quads = report_quads(
        report_of(EXAMPLES / "reports" / f"{name}.pdf"), KNOWLEDGE, program_version="1"
    )
    boards = {quad.partition(" ")[0] for quad in quads if "/id/board/" in quad.partition(" ")[0]}
    assert len(boards) == 1
    assert boards.pop().endswith("/inspection-partnership>")
    assert not any("ChangeEvent" in quad for quad in quads)
