"""Kinds of service praised and criticised, on reports whose counts are made by hand."""

from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.analysis.result import Result
from kg.analysis.statistics import ratio_interval
from kg.errors import QueryError
from tests.analysis.made_up_sentences import Made, Said, finding, made_up_store
from tests.analysis.tables import table

PRAISED = Said("strength", "front-door", ("early-help",))
BLAMED = Said("weakness", "front-door", ("early-help",))
OTHER = Said("weakness", "plans")


def reports() -> list[Made]:
    """Six reports: each praises early help and blames plans twice; the last blames early help."""
    made = [Made(f"authority-{n}", f"201{n + 3}-05-01", "good", [PRAISED, OTHER, OTHER])
            for n in range(5)]  # fmt: skip
    return [*made, Made("authority-5", "2018-05-01", "good", [BLAMED, OTHER, OTHER])]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("services") / "s"
    return pattern("services").find(made_up_store(folder, reports()))


def test_praise_and_blame_are_counted(found: Result) -> None:
    (told,) = table(found, "kinds")
    assert (told["reports"], told["strengths"], told["weaknesses"]) == (6, 5, 1)
    assert told["weak_share"] == 16.7
    between = ratio_interval([0, 0, 0, 0, 0, 1], [1] * 6)
    assert (told["low"], told["high"]) == tuple(round(100 * end, 1) for end in between)


def test_a_kind_is_compared_with_all_sentences_of_the_same_reports(found: Result) -> None:
    """Two of three sentences of five reports are weaknesses, and three of three of the sixth."""
    (told,) = table(found, "kinds")
    assert told["expected"] == round(100 * (5 * 2 / 3 + 1) / 6, 1)
    assert told["difference"] == round(100 * (1 - 5 * 2 / 3 - 1) / 6, 1)


def test_it_is_told_since_when(found: Result) -> None:
    (told,) = table(found, "since")
    assert (told["first_named"], told["first_praised"], told["first_blamed"]) == (2013, 2013, 2018)
    made = reports()
    assert told["evidence"] == (finding(made[0], 0), finding(made[5], 0))


def test_it_is_told_where_and_when(found: Result) -> None:
    assert [(row["region"], row["findings"]) for row in table(found, "where")] == [("North", 6)]
    spans = [(row["period"], row["reports"], row["weak_share"]) for row in table(found, "when")]
    assert spans == [("2012-2013", 1, None), ("2014-2015", 2, None), ("2016-2017", 2, None),
                     ("2018-2019", 1, None)]  # fmt: skip


def test_each_service_is_listed(found: Result) -> None:
    told = table(found, "named")
    assert len(told) == 6
    assert (told[0]["authority"], told[0]["service"]) == ("Authority-0", "early-help")


def test_a_kind_that_no_report_mentions_is_told_and_one_that_is_not_known_an_error(
    tmp_path: Path,
) -> None:
    store = made_up_store(tmp_path / "s", [Made("north", "2016-05-01", "good", [OTHER])])
    told = pattern("services").find(store, {"kind": "early-help"})
    assert any("a service of the kind early-help" in note for note in told.notes)
    with pytest.raises(QueryError, match="no kind of service is called 'nosuch'"):
        pattern("services").find(store, {"kind": "nosuch"})
