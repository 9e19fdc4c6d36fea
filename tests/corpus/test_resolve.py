"""What a user's words mean to a store."""

from datetime import date
from pathlib import Path

import pyoxigraph
import pytest

from kg.corpus import resolve
from kg.corpus.register import ROWS, RegisteredAuthority, from_rows
from kg.corpus.resolve import Meant
from kg.errors import QueryError
from kg.store import Store, open_store, writing
from kg.store.answers import Rows, answer
from kg.text.words import normalise
from tests.conftest import REPOSITORY

ID = "https://w3id.org/childrens-services-kg/id/authority/"
TODAY = date(2026, 12, 1)
GRAPH = "https://w3id.org/childrens-services-kg/graph/vocabulary"

PREFIXES = """
@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix change: <https://w3id.org/childrens-services-kg/id/change/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix report: <https://w3id.org/childrens-services-kg/id/report/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
MADE_UP = """
# the county became two, and its one town, with a report, a part of a larger authority
authority:fenland-county a cs:Authority ; skos:prefLabel "Fenland" ; cs:gss "E10999801" ;
    skos:altLabel "Fenland County Council" ; cs:validTo "2019-03-31"^^xsd:date .
authority:fenland a cs:Authority ; skos:prefLabel "Fenland" ; cs:gss "E06999802" ;
    cs:validFrom "2019-04-01"^^xsd:date .
authority:east-fenland a cs:Authority ; skos:prefLabel "East Fenland" ; cs:gss "E06999803" ;
    cs:validFrom "2019-04-01"^^xsd:date .
authority:dykeham a cs:Authority ; skos:prefLabel "Dykeham" ; cs:gss "E06999804" ;
    cs:validTo "2012-03-31"^^xsd:date .
authority:dykeham-and-holme a cs:Authority ; skos:prefLabel "Dykeham and Holme" ;
    cs:gss "E06999805" ; cs:validFrom "2012-04-01"^^xsd:date ; cs:validTo "2023-03-31"^^xsd:date .
authority:holme-and-vale a cs:Authority ; skos:prefLabel "Holme and Vale" ; cs:gss "E06999806" ;
    skos:hiddenLabel "HaV" ; cs:dfeCode "998" ; cs:validFrom "2023-04-01"^^xsd:date .
authority:west-marlowe a cs:Authority ; skos:prefLabel "West Marlowe" ; cs:gss "E06999807" .
authority:sandby-on-sea a cs:Authority ; skos:prefLabel "Sandby-on-Sea" ; cs:gss "E06999808" .
authority:whitcombe-on-sea a cs:Authority ; skos:prefLabel "Whitcombe-on-Sea" ;
    cs:gss "E06999809" .
change:fenland a org:ChangeEvent ; org:originalOrganization authority:fenland-county ;
    org:resultingOrganization authority:fenland , authority:east-fenland .
change:dykeham a org:ChangeEvent ; org:originalOrganization authority:dykeham ;
    org:resultingOrganization authority:dykeham-and-holme .
change:holme a org:ChangeEvent ; org:originalOrganization authority:dykeham-and-holme ;
    org:resultingOrganization authority:holme-and-vale .
# a boundary moved: both go on
change:coast a org:ChangeEvent ;
    org:originalOrganization authority:sandby-on-sea , authority:whitcombe-on-sea ;
    org:resultingOrganization authority:sandby-on-sea , authority:whitcombe-on-sea .
report:one a cs:Report ; cs:about authority:sandby-on-sea .
"""


def known_from(*turtle: str) -> tuple[RegisteredAuthority, ...]:
    """The authorities of some Turtle, as a store would give them."""
    store = pyoxigraph.Store()
    for each in turtle:
        store.load((PREFIXES + each).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    found = answer(store, ROWS)
    assert isinstance(found, Rows)
    return from_rows(found.rows)


KNOWN = known_from(MADE_UP)
REPORTED = known_from(
    MADE_UP,
    "report:two a cs:Report ; cs:about authority:fenland-county , authority:fenland .",
    "report:three a cs:Report ; cs:about authority:dykeham .",
)
REGISTER = known_from(
    *(path.read_text("utf-8") for path in (REPOSITORY / "ontology" / "register").glob("*.ttl"))
)


def meant(words: str, known: tuple[RegisteredAuthority, ...] = KNOWN) -> Meant:
    return resolve.among(known, words, TODAY)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        # in the order of precedence
        (f"{ID}fenland-county", "fenland-county"),
        ("fenland", "fenland"),
        ("Fenland County", "fenland-county"),
        ("e10999801", "fenland-county"),
        ("998", "holme-and-vale"),
        ("FENLAND COUNTY COUNCIL", "fenland-county"),
        ("the Borough of Holme & Vale", "holme-and-vale"),
        ("hav", "holme-and-vale"),
        ("Sandby", "sandby-on-sea"),
        # of a day; a year of change is its end
        ("Fenland@2018", "fenland-county"),
        ("fenland 2018", "fenland-county"),
        ("Fenland (2018)", "fenland-county"),
        ("Fenland @ 2020", "fenland"),
        ("Fenland@2019", "fenland"),
        ("Fenland@2019-03-31", "fenland-county"),
        ("Sandby-on-Sea@1990", "sandby-on-sea"),
        ("Dykeham@2020", "dykeham-and-holme"),
    ],
)
def test_words_name_an_authority(words: str, slug: str) -> None:
    assert meant(words).slug == slug


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Whitcomb", "no authority is called 'Whitcomb'; did you mean 'Whitcombe-on-Sea'?"),
        # "West" makes of Marlowe a part of something larger
        ("Marlowe", "no authority is called 'Marlowe'; did you mean 'West Marlowe'?"),
        ("council", "no authority is called 'council'"),
        ("", "no authority is called ''"),
        ("Fenland@2019-02-31", "'Fenland@2019-02-31': 2019-02-31 is no day of the calendar"),
        (
            "sea",
            "'sea' may be one of several authorities; write what stands in brackets: "
            "Sandby-on-Sea (sandby-on-sea), Whitcombe-on-Sea (whitcombe-on-sea)",
        ),
        (
            "East Fenland@2010",
            "East Fenland began on 1 April 2019; there in 2010: "
            "Fenland until 31 March 2019 (fenland-county)",
        ),
        (
            "E06999804@2020-05-01",
            "Dykeham ended on 31 March 2012; there on 1 May 2020: "
            "Dykeham and Holme until 31 March 2023 (dykeham-and-holme)",
        ),
    ],
)
def test_words_that_name_none_or_several_are_told(words: str, says: str) -> None:
    with pytest.raises(QueryError) as told:
        meant(words)
    assert str(told.value) == says


def test_what_was_taken_for_what_is_said_only_where_it_may_surprise() -> None:
    assert meant("HaV").remarks == ("'HaV' is taken for Holme and Vale",)
    assert meant("Sandby").remarks == ("'Sandby' is taken for Sandby-on-Sea",)
    assert meant("Sandby on Sea Council").remarks == ()


def test_one_that_is_no_more_names_those_that_took_over() -> None:
    county = meant("fenland-county")
    after = "; now: East Fenland (east-fenland), Fenland (fenland)"
    assert (
        county.missing == f"the store has no report on Fenland, which ended on 31 March 2019{after}"
    )
    assert county.successors == ("east-fenland", "fenland")
    with_report = meant("fenland-county", REPORTED)
    assert (with_report.missing, with_report.successors) == ("", ())
    assert with_report.remarks == (f"Fenland ended on 31 March 2019{after}",)


def test_those_that_took_over_and_are_no_more_give_way_to_theirs() -> None:
    assert meant("Dykeham").successors == ("holme-and-vale",)


def test_one_that_is_there_now_tells_whose_reports_are_older() -> None:
    before = "began on 1 April 2019; before it: Fenland until 31 March 2019 (fenland-county)"
    assert meant("fenland", REPORTED).remarks == (f"Fenland {before}",)
    assert meant("fenland").remarks == ()
    east = meant("east-fenland", REPORTED)
    assert east.missing == f"the store has no report on East Fenland, which {before}"
    assert east.successors == ()


def test_a_boundary_that_moved_makes_nobody_a_successor() -> None:
    assert [each.taken_over_by for each in KNOWN if each.slug == "sandby-on-sea"] == [()]
    assert meant("Sandby-on-Sea").missing == ""


def test_one_whose_end_is_still_to_come_is_there() -> None:
    day_before = date(2019, 3, 31)
    assert resolve.among(KNOWN, "Fenland County Council", day_before).successors == ()
    # the end of an IRI is its own authority, though it has yet to begin
    assert resolve.among(KNOWN, "fenland", day_before).slug == "fenland"
    assert resolve.among(KNOWN, "the Borough of Fenland", day_before).slug == "fenland-county"


@pytest.mark.parametrize("authority", REGISTER, ids=lambda each: each.slug)
def test_each_authority_is_named_by_all_that_is_its_own(authority: RegisteredAuthority) -> None:
    for words in (authority.iri, authority.slug, *authority.codes, *authority.short_names):
        assert meant(words, REGISTER).slug == authority.slug, words
    for name in authority.names:
        for words in (name, name.upper(), f"{name} Council", f"London Borough of {name}"):
            found = meant(words, REGISTER)
            bearers = {each.slug for each in REGISTER if name in each.names}
            assert authority.slug in bearers
            assert found.slug in bearers, words
            # where a former and a present authority share a name, the present one is meant
            assert found.slug == authority.slug or authority.last_day, words


@pytest.mark.parametrize("authority", REGISTER, ids=lambda each: each.slug)
def test_each_authority_is_named_with_a_year_of_its_own(authority: RegisteredAuthority) -> None:
    last = authority.last_day.year - 1 if authority.last_day else TODAY.year
    for name in authority.names:
        assert meant(f"{name}@{last}", REGISTER).slug == authority.slug
        assert meant(f"{name} ({last})", REGISTER).slug == authority.slug


def test_a_short_name_is_one_authoritys_alone() -> None:
    every = [normalise(name) for each in REGISTER for name in each.short_names]
    printed = {normalise(name) for each in REGISTER for name in each.names}
    assert len(every) == len(set(every)) > 30
    assert printed.isdisjoint(every)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Dorset", "dorset"),
        ("Dorset 2015", "dorset-county"),
        ("Westmorland", "westmorland-and-furness"),
        ("Brum", "birmingham"),
        ("BANES", "bath-and-north-east-somerset"),
        ("Hull", "kingston-upon-hull"),
        ("St Helens", "st-helens"),
        ("RBKC", "kensington-and-chelsea"),
        ("Bournemouth, Christchurch & Poole Council", "bournemouth-christchurch-and-poole"),
        ("Fulham", "hammersmith-and-fulham"),
    ],
)
def test_what_people_write(words: str, slug: str) -> None:
    assert meant(words, REGISTER).slug == slug


@pytest.mark.parametrize(
    ("words", "successors"),
    [
        ("Cumbria", ("cumberland", "westmorland-and-furness")),
        ("Northants", ("north-northamptonshire", "west-northamptonshire")),
        ("Poole", ("bournemouth-christchurch-and-poole",)),
        ("Cornwall", ()),
    ],
)
def test_who_took_over(words: str, successors: tuple[str, ...]) -> None:
    assert meant(words, REGISTER).successors == successors


@pytest.mark.parametrize("words", ["Yorkshire", "Berkshire", "Tyneside", "London", "Sussex"])
def test_a_part_of_the_country_is_no_authority(words: str) -> None:
    with pytest.raises(QueryError, match=r"did you mean|may be one of several"):
        meant(words, REGISTER)


def small_register(folder: Path) -> Store:
    """A store of the made-up authorities."""
    lines = [
        f"{quad.subject} {quad.predicate} {quad.object} <{GRAPH}> ."
        for quad in pyoxigraph.parse(PREFIXES + MADE_UP, format=pyoxigraph.RdfFormat.TURTLE)
    ]
    with writing(folder) as writer:
        writer.put("vocabulary", sorted(lines), graph=GRAPH)
        writer.commit()
    return open_store(folder)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_register(tmp_path_factory.mktemp("names") / "store")


def test_a_store_answers_for_itself_and_its_successor_where_it_has_no_report(store: Store) -> None:
    assert resolve.authority(store, "Dykeham") == f"{ID}dykeham"
    found = resolve.answering(store, "Dykeham")
    assert found.slug == "holme-and-vale"
    assert found.remarks == (
        "the store has no report on Dykeham, which ended on 31 March 2012; now: Holme and Vale "
        "(holme-and-vale), which answers for it",
    )
    assert found.missing == "the store has no report on Holme and Vale"
    with pytest.raises(
        QueryError, match=r"now: East Fenland \(east-fenland\), Fenland \(fenland\)"
    ):
        resolve.answering(store, "Fenland County")


def test_two_of_one_name_are_not_guessed() -> None:
    twin = 'authority:other a cs:Authority ; skos:prefLabel "West Marlowe" .'
    with pytest.raises(QueryError, match=r"West Marlowe \(other\), West Marlowe \(west-marlowe\)"):
        meant("West Marlowe Council", known_from(MADE_UP, twin))


@pytest.fixture
def coded(tmp_path) -> Store:
    vocab = "https://w3id.org/childrens-services-kg/vocab/"
    skos = "http://www.w3.org/2004/02/skos/core#"
    lines = []
    for scheme, code in (("theme", "plans"), ("grade", "good"), ("service-kind", "front-door")):
        concept = f"<{vocab}{scheme}/{code}>"
        lines += [
            f'{concept} <{skos}notation> "{code}" <{GRAPH}> .',
            f"{concept} <{skos}inScheme> <{vocab}{scheme}> <{GRAPH}> .",
        ]
    with writing(tmp_path / "coded") as writer:
        writer.put("vocabulary", sorted(lines), graph=GRAPH)
        writer.commit()
    return open_store(tmp_path / "coded")


def test_a_code_must_be_of_the_vocabulary_that_is_asked_for(coded: Store) -> None:
    assert resolve.notation(coded, "plans", "theme") == "plans"
    assert resolve.notation(coded, "front-door", "kind") == "front-door"
    with pytest.raises(QueryError, match="no theme has the code 'good'"):
        resolve.notation(coded, "good", "theme")


def test_the_nearest_code_is_of_that_vocabulary_too(coded: Store) -> None:
    with pytest.raises(QueryError, match="did you mean 'good"):
        resolve.notation(coded, "Goood", "grade")


def test_without_a_vocabulary_any_code_will_do(coded: Store) -> None:
    assert resolve.notation(coded, "good") == resolve.notation(coded, "good", "colour") == "good"
