"""What each command does with the name of an authority, and what it says of it."""

from pathlib import Path

import pytest

from kg.cli import main
from tests.analysis.made_up_reports import Made, make

CHANGES = """
@prefix change: <https://w3id.org/childrens-services-kg/id/change/> .
@prefix org: <http://www.w3.org/ns/org#> .
authority:ambershire skos:hiddenLabel "Ambs" .
authority:dunmere cs:validFrom "2019-04-01"^^xsd:date .
authority:oldmere a cs:Authority ; skos:prefLabel "Oldmere" ; cs:gss "E06999801" ;
    cs:validTo "2012-03-31"^^xsd:date .
authority:splitmere a cs:Authority ; skos:prefLabel "Splitmere" ;
    cs:validTo "2012-03-31"^^xsd:date .
authority:dunmere-county a cs:Authority ; skos:prefLabel "Dunmere" ;
    cs:validTo "2019-03-31"^^xsd:date .
change:one a org:ChangeEvent ; org:originalOrganization authority:oldmere ;
    org:resultingOrganization authority:ambershire .
change:two a org:ChangeEvent ; org:originalOrganization authority:splitmere ;
    org:resultingOrganization authority:ambershire , authority:bexmoor .
change:three a org:ChangeEvent ; org:originalOrganization authority:dunmere-county ;
    org:resultingOrganization authority:dunmere .
"""
GONE = "the store has no report on Oldmere, which ended on 31 March 2012; now: Ambershire"
SPLIT = (
    "the store has no report on Splitmere, which ended on 31 March 2012; now: "
    "Ambershire (ambershire), Bexmoor (bexmoor)"
)
EARLIER = "Dunmere began on 1 April 2019; before it: Dunmere until 31 March 2019 (dunmere-county)"
#: Each command that asks of an authority, with the name in place of @.
COMMANDS = (
    ("brief", "@"),
    ("patterns", "trajectories", "-p", "authority=@"),
    ("draw", "timeline", "-", "--format", "svg", "-p", "authority=@"),
    ("query", "QUESTION", "-p", "authority=@"),
)
#: A question of somebody's own.
QUESTION = """# param authority: authority: whose reports
SELECT ?source WHERE {
  ?report <https://w3id.org/childrens-services-kg/def#about> ?authority ;
    <https://w3id.org/childrens-services-kg/def#source> ?source
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("places") / "store"
    items = [("Write better plans", "plans")]
    make(
        path,
        [
            Made("ambershire", "2020-01-01", "good", findings=["weakness plans"], items=items),
            Made("dunmere", "2021-01-01", "good", items=items),
            Made("dunmere-county", "2015-01-01", "good", items=items),
        ],
        CHANGES,
    )
    return path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]):
    """Runs a command: exit status, what it gave, what it said."""
    question = folder.parent / "whose.rq"
    question.write_text(QUESTION)

    def run(command: tuple[str, ...], name: str) -> tuple[int, str, str]:
        words = (str(question) if each == "QUESTION" else each for each in command)
        status = main([*(each.replace("@", name) for each in words), "--store", str(folder)])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_one_that_is_no_more_is_answered_for_by_the_one_that_took_over(run, command) -> None:
    status, given, said = run(command, "Oldmere")
    assert (status, said) == (0, f"{GONE} (ambershire), which answers for it\n")
    assert "mbershire" in given or command[0] == "draw"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_where_several_took_over_they_are_offered(run, command) -> None:
    status, given, said = run(command, "Splitmere")
    assert SPLIT in said
    # the answer to a query is right: there is no row
    assert (status, given == "") == ((0, False) if command[0] == "query" else (2, True))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_name_that_two_bear_is_that_of_the_present_one_which_is_said(run, command) -> None:
    status, given, said = run(command, "Dunmere")
    assert (status, said) == (0, f"{EARLIER}\n")
    # the letters of a picture are drawn
    assert "2021-01-01" in given or command[0] == "draw"
    assert "2015-01-01" not in given


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_year_behind_a_name_gives_the_one_of_then(run, command) -> None:
    status, given, said = run(command, "Dunmere@2015")
    assert (status, said) == (0, "Dunmere ended on 31 March 2019; now: Dunmere (dunmere)\n")
    assert "2015-01-01" in given or command[0] == "draw"
    assert "2021-01-01" not in given


def test_a_short_name_is_said_to_be_taken_for_one(run) -> None:
    for command in COMMANDS:
        status, _, said = run(command, "ambs")
        assert (status, said) == (0, "'ambs' is taken for Ambershire\n")


def test_quiet_says_nothing(run) -> None:
    assert run(("brief", "@", "-q"), "ambs")[2] == ""
    assert run(("patterns", "trajectories", "-q", "-p", "authority=@"), "Cawley")[2] == ""


def test_one_without_reports_is_told(run) -> None:
    status, _, said = run(("patterns", "trajectories", "-p", "authority=@"), "Cawley")
    assert (status, said) == (0, "the store has no report on Cawley\n")
    status, given, said = run(("query", "QUESTION", "-p", "authority=@"), "Cawley")
    assert (status, said) == (0, "the store has no report on Cawley\n")
    assert given.endswith("0 rows\n")
