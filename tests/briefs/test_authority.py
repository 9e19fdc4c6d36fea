"""A brief on one authority: what it says of a store that can be counted by eye."""

from pathlib import Path

import pytest

from kg.briefs import Brief, authority_brief
from kg.briefs.model import Block, Chart, More, Paragraph, Points, Quotes, Table, Text, places
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, make

# Ambershire was inadequate, is good, and visited since; plans were blamed each time
A1 = Made(
    "ambershire", "2014-01-01", "inadequate", family="CP2012",
    findings=["weakness plans", "weakness plans voice", "strength recording"],
    items=[("Write better plans", "plans")],
)  # fmt: skip
A2 = Made(
    "ambershire", "2019-06-07", "good",
    findings=["weakness plans"] * 4 + ["strength plans"] + ["strength voice"] * 5,
    items=[("Make the plans of children shorter", "plans"), ("Hear children", "voice")],
)  # fmt: skip
A3 = Made("ambershire", "2021-01-01", family="JTAI", items=[("Meet more often", "governance")])
# Bexmoor is of the same region and was good; Cawley, the neighbour, was good and got out
B = Made("bexmoor", "2018-01-01", "good", findings=["strength plans"] * 8 + ["weakness plans"] * 2)
C1 = Made("cawley", "2014-01-01", "good", findings=["weakness plans", "weakness supervision"])
C2 = Made("cawley", "2018-01-01", "outstanding", findings=["strength plans"] * 6)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("brief") / "store", [A1, A2, A3, B, C1, C2])


@pytest.fixture(scope="module")
def brief(store: Corpus) -> Brief:
    return authority_brief(store, "Ambershire")


def blocks(brief: Brief, title: str) -> tuple[Block, ...]:
    return next(part.blocks for part in brief.parts if part.title.startswith(title))


def table(brief: Brief, title: str) -> Table:
    every = (block for part in brief.parts for block in part.blocks)
    return next(b for b in every if isinstance(b, Table) and b.title.startswith(title))


def quotes(brief: Brief, title: str) -> Quotes:
    every = (block for part in brief.parts for block in part.blocks)
    return next(b for b in every if isinstance(b, Quotes) and b.title.startswith(title))


def short(brief: Brief) -> dict[str, Text]:
    (points,) = blocks(brief, "In short")
    assert isinstance(points, Points)
    return {point.lead: point for point in points.items}


def test_the_first_part_is_the_answer(brief: Brief) -> None:
    told = {lead: text.words for lead, text in short(brief).items()}
    assert list(told) == ["Stands", "Moved", "Recurs", "Last told", "Themes", "Solved by"]
    assert told["Stands"] == "Good overall at the inspection that ended on 7 June 2019 (ILACS)."
    assert told["Moved"] == "Inadequate (2014, CP2012), Good (2019, ILACS): 2 places better " \
        "than at first."  # fmt: skip
    # voice was blamed once and told once
    assert told["Recurs"] == "Of 3 reports: plans (told to improve in 2 and blamed in 2)."
    assert told["Last told"] == (
        "1 item in the report on the inspection that ended on 1 January 2021 (JTAI); none is "
        "marked as done."
    )
    assert told["Themes"].startswith("Weakest beside others: plans (4 of 5 blame).")
    assert told["Solved by"] == "Graded so, and better later: Cawley (Outstanding in 2018)."


def test_every_line_of_the_answer_has_its_page(brief: Brief) -> None:
    for text in short(brief).values():
        assert text.where, text.lead
        assert all(where.page for where in text.where)


def test_every_quote_has_a_page_of_a_report_that_is_listed(brief: Brief) -> None:
    listed = {source.name for source in brief.sources}
    assert len(listed) == len(brief.sources)
    assert {where.source for where in places(brief.parts)} == listed
    every = [b for part in brief.parts for b in part.blocks if isinstance(b, Quotes)]
    assert every
    assert all(quote.where.page for block in every for quote in block.items)


def test_each_inspection_is_listed_the_latest_first(brief: Brief) -> None:
    rows = table(brief, "Every inspection").rows
    assert [[cell.words for cell in row] for row in rows] == [
        ["1 Jan 2021", "JTAI", "not graded", ""],
        ["7 Jun 2019", "ILACS", "Good", ""],
        ["1 Jan 2014", "CP2012", "Inadequate", ""],
    ]


def test_the_chart_says_the_same_in_words(brief: Brief) -> None:
    (chart,) = [b for b in blocks(brief, "Where it stands") if isinstance(b, Chart)]
    assert chart.says == "2014 Inadequate; 2019 Good"
    assert [rung for _, rung, _ in chart.steps] == [3, 1]
    assert [year for *_, year in chart.steps] == ["2014", "2019"]
    assert chart.rungs[2] == "Adequate / Requires improvement"


def test_what_recurs_has_its_chain_of_quotes(brief: Brief) -> None:
    row = table(brief, "Themes that come back").rows[0]
    assert [cell.words for cell in row] == ["Plans", "2014 (1), 2019 (1)", "2014 (2), 2019 (4)"]
    chain = quotes(brief, "Plans: what was said")
    assert [(q.lead, q.words) for q in chain.items] == [
        ("1 January 2014, CP2012, told", "Write better plans"),
        ("7 June 2019, ILACS, told", "Make the plans of children shorter"),
    ]


def test_what_was_last_told_is_of_the_latest_report_that_gave_any(brief: Brief) -> None:
    part = blocks(brief, "What it was last told")
    assert isinstance(part[0], Paragraph)
    assert "nobody has marked any of them as done" in part[0].text.words
    (latest,) = [block for block in part if isinstance(block, Quotes)]
    assert [quote.words for quote in latest.items] == ["Meet more often"]
    more = part[-1]
    assert isinstance(more, More)
    assert more == More(
        "3 items of these and earlier reports left out; all:",
        "kg query recommendations -p authority=ambershire",
    )


def test_themes_stand_beside_region_and_neighbours(brief: Brief) -> None:
    # blame of plans: 4 of 5 here, 2 of 10 at Bexmoor, 0 of 6 at Cawley, 2 of 16 at both
    weakest = table(brief, "Weakest themes")
    assert weakest.columns[3:] == ("North", "Neighbours", "All others")
    assert [[cell.words for cell in row] for row in weakest.rows] == [
        ["Plans", "4 of 5, few", "80%", "20%", "0%", "12%"]
    ]


def test_who_got_out_is_told_with_what_was_praised(brief: Brief) -> None:
    out = quotes(brief, "Cawley: Good (1 January 2014), then Outstanding (1 January 2018)")
    assert [(quote.lead, quote.where.source) for quote in out.items] == [
        ("Plans", "cawley-2018-01-01")
    ]
    praised = quotes(brief, "Who is praised for what is weak here")
    assert praised.items[0].lead == (
        "Plans: Cawley (Outstanding, 2018), a statistical neighbour, praised in 6 of 6 sentences"
    )


def test_the_classifiers_error_is_said_once(brief: Brief) -> None:
    from kg.briefs.markdown import markdown

    assert markdown(brief).count("docs/model-card.md") == 1


def test_an_overall_grade_that_is_gone_is_called_so_and_the_others_are_given(
    tmp_path: Path,
) -> None:
    """Since April 2026 inspections give no overall grade: that of before is not the present one."""
    since = Made("ambershire", "2026-06-05", "outstanding", findings=["strength plans"] * 5,
                 strand="leadership")  # fmt: skip
    made = authority_brief(make(tmp_path / "store", [A1, A2, since, B, C1, C2]), "Ambershire")
    said = short(made)
    assert said["Stands"].words == (
        "No overall grade at the inspection that ended on 5 June 2026 (ILACS): leadership "
        "outstanding. Its last overall grade, good (2019), is not its grade any more."
    )
    assert said["Moved"].words.endswith("No overall grade since 5 June 2026.")
    assert said["Solved by"].words.startswith("It has no overall grade now")
    (chart,) = [b for b in blocks(made, "Where it stands") if isinstance(b, Chart)]
    assert chart.title == "Overall grades over time (none since 2026)"


def test_one_report_gives_a_brief_that_says_so(tmp_path: Path) -> None:
    brief = authority_brief(make(tmp_path / "store", [A2]), "ambershire")
    told = {lead: text.words for lead, text in short(brief).items()}
    assert told["Moved"] == "One overall grade is in the store, so that no movement can be told."
    assert told["Recurs"] == "One report is in the store, so that nothing can recur."
    assert (
        told["Solved by"]
        == "Nobody in the store who was graded so was graded better later and held it."
    )
    # as many praise as blame is the middle where nobody stands beside it
    assert told["Themes"] == (
        "Weakest beside others: plans (4 of 5 blame). Strongest: voice (0 of 5 blame)."
    )


def test_a_report_that_says_nothing_gives_a_brief_that_says_so(tmp_path: Path) -> None:
    empty = Made("ambershire", "2020-01-01", family="JTAI")
    brief = authority_brief(make(tmp_path / "store", [empty, B]), "ambershire")
    told = {lead: text.words for lead, text in short(brief).items()}
    assert told["Stands"] == "No report in the store gives it a grade on the common scale."
    assert told["Last told"] == (
        "No report in the store told it to do anything in a list of its own."
    )
    assert told["Themes"] == "No sentence of its reports is rated, so that themes cannot be told."


def test_nothing_to_write_about_is_told_in_one_sentence(store: Corpus, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="did you mean 'Ambershire"):
        authority_brief(store, "ambershyre")
    with pytest.raises(QueryError, match="the store has no report on Dunmere"):
        authority_brief(store, "dunmere")
    with pytest.raises(QueryError, match="there is nothing to write about; read some with: kg b"):
        authority_brief(make(tmp_path / "store", []), "ambershire")


def test_a_store_of_an_older_version_is_told(tmp_path: Path) -> None:
    # a store that says nothing of what its sentences are about
    old = make(tmp_path / "store", [Made("ambershire", "2020-01-01", "good")])
    with pytest.raises(QueryError, match="made by an older version; build it again"):
        authority_brief(old, "ambershire")
