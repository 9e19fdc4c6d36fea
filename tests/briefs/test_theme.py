"""A brief on one theme."""

from pathlib import Path

import pytest

from kg.briefs import Brief, theme_brief
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, make
from tests.briefs.test_authority import blocks, quotes, short, table

# Ambershire got better at supervision; Bexmoor is blamed for it, Cawley less
A1 = Made("ambershire", "2014-01-01", "inadequate", findings=["weakness supervision"] * 3)
A2 = Made("ambershire", "2018-01-01", "good", findings=["strength supervision"] * 2)
B = Made(
    "bexmoor", "2018-05-01", "inadequate",
    findings=["weakness supervision"] * 2 + ["strength supervision"],
    items=[("Supervise often", "supervision"), ("Write plans", "plans")],
)  # fmt: skip
C = Made("cawley", "2020-01-01", "good", findings=["weakness supervision", "strength plans"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("theme") / "store", [A1, A2, B, C])


@pytest.fixture(scope="module")
def brief(store: Corpus) -> Brief:
    return theme_brief(store, "supervision")


def test_the_first_part_is_the_answer(brief: Brief) -> None:
    told = {lead: text.words for lead, text in short(brief).items()}
    assert told["How often"] == "Praised in 3 sentences and blamed in 6, in 4 of 4 reports."
    assert told["Most blamed"] == "Bexmoor (2 of 3 sentences) and Cawley (1 of 1 sentences)."
    assert told["Got better"] == "Ambershire."
    assert told["Recommended"] == "1 item in 1 report."


def test_years_are_counted(brief: Brief) -> None:
    rows = [[cell.words for cell in row] for row in table(brief, "Sentences that").rows]
    assert rows == [
        ["2014 (few reports)", "1", "1", "0", "3", "too few"],
        ["2018 (few reports)", "2", "1", "3", "2", "40%"],
        ["2020 (few reports)", "1", "1", "0", "1", "too few"],
    ]


def test_who_got_better_is_told_with_quotes_of_before_and_after(brief: Brief) -> None:
    change = quotes(brief, "Ambershire: 3 of 3 blamed in 2014 (Inadequate), 0 of 2 in 2018 (Good)")
    assert [(quote.lead, quote.where.source) for quote in change.items] == [
        ("2014", "ambershire-2014-01-01"),
        ("2018", "ambershire-2018-01-01"),
    ]


def test_recommendations_on_it_are_quoted(brief: Brief) -> None:
    latest = quotes(brief, "The latest, one an authority")
    assert [(q.lead, q.words) for q in latest.items] == [("Bexmoor, 1 May 2018", "Supervise often")]


def test_both_sides_are_quoted_from_latest_inspections(brief: Brief) -> None:
    assert {q.lead for q in quotes(brief, "Praise").items} == {"Ambershire, 2018", "Bexmoor, 2018"}
    assert {q.lead for q in quotes(brief, "Blame").items} == {"Bexmoor, 2018", "Cawley, 2020"}


def test_by_grade_needs_more_reports(brief: Brief) -> None:
    assert len(blocks(brief, "By overall grade")) == 1


def test_shares_by_grade_where_reports_suffice(tmp_path: Path) -> None:
    many = [
        Made(name, f"{year}-01-01", grade, findings=[f"{side} supervision"] * 2)
        for year, grade, side in ((2018, "inadequate", "weakness"), (2019, "good", "strength"))
        for name in ("ambershire", "bexmoor", "cawley")
    ] + [
        Made(name, f"{year}-06-01", grade, findings=[f"{side} supervision"] * 2)
        for year, grade, side in ((2018, "inadequate", "weakness"), (2019, "good", "strength"))
        for name in ("dunmere", "bexmoor")
    ]
    brief = theme_brief(make(tmp_path / "store", many), "Supervision")
    rows = [[cell.words for cell in row] for row in table(brief, "Reports in which").rows]
    # Wilson's interval of 5 of 5 is 57 to 100%, of 0 of 5 it is 0 to 43%
    assert rows == [
        ["Inadequate", "5 of 5, 100% (57 to 100%)", "0 of 5, 0% (0 to 43%)"],
        ["Good", "0 of 5, 0% (0 to 43%)", "5 of 5, 100% (57 to 100%)"],
    ]


def test_a_theme_is_known_by_code_and_by_name_in_any_case(store: Corpus) -> None:
    assert theme_brief(store, "SuperVision") == theme_brief(store, "supervision")


def test_an_unknown_theme_is_told_with_the_nearest(store: Corpus) -> None:
    with pytest.raises(QueryError, match="no theme is called 'supervison'; did you mean 'superv"):
        theme_brief(store, "supervison")
    with pytest.raises(QueryError, match="nothing in the store is about 'Voice'"):
        theme_brief(store, "voice")
