"""Frameworks and registers that lack something, or say nonsense: one line each, or right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import folder, load_knowledge, vocabulary_files
from kg.knowledge.bodies import read_bodies
from kg.knowledge.concepts import read_fields, read_measures
from kg.knowledge.frameworks import read_versions
from kg.knowledge.inspections import read_inspection_words
from kg.knowledge.inspectorroles import read_inspector_words
from kg.knowledge.problems import read_problem_codes
from kg.knowledge.register import read_register
from kg.knowledge.sectionkinds import read_section_kinds
from kg.knowledge.turtle import Statements, read_table
from tests.conftest import REPOSITORY

READERS: dict[str, Callable[[Statements], object]] = {
    "frameworks": read_versions,
    "examples": read_register,
    "section-kinds.ttl": read_section_kinds,
    "problem-codes.ttl": read_problem_codes,
    "inspector-roles.ttl": read_inspector_words,
}
#: Those of longer files, of which each thing is dropped and none is made nonsense.
LONGER: dict[str, Callable[[Statements], object]] = {
    "inspection-kinds.ttl": read_inspection_words,
    "measures.ttl": read_measures,
    "board-kinds.ttl": read_bodies,
    "fields.ttl": read_fields,
}
WHOLE = read_table((*vocabulary_files(), REPOSITORY / "examples" / "register.ttl"))


def own(name: str) -> list[str]:
    """The subjects of one of the files that the readers above read."""
    if name == "examples":
        files = [REPOSITORY / "examples" / "register.ttl"]
    elif name == "frameworks":
        files = sorted((folder("ontology") / name).glob("*.ttl"))
    else:
        files = [folder("ontology") / "vocabularies" / name]
    return list(read_table(files))


def changed(subject: str, predicate: str, values: list[str] | None) -> Statements:
    """The vocabularies, with one property of one thing dropped or of other values."""
    table = Statements()
    table.update(WHOLE)
    table.files = WHOLE.files
    properties = dict(WHOLE[subject])
    if values is None:
        del properties[predicate]
    else:
        properties[predicate] = values
    table[subject] = properties
    return table


def refused(read: Callable[[Statements], object], table: Statements) -> bool:
    """Whether the vocabularies are refused, in one line that names a file or a thing."""
    try:
        read(table)
    except KnowledgeError as error:
        assert re.fullmatch(r"[^\n]*(\.ttl|<)[^\n]*", str(error)), error
        return True
    return False


def properties(name: str) -> Iterator[tuple[str, str]]:
    for subject in own(name):
        for predicate in WHOLE[subject]:
            yield subject, predicate


@pytest.mark.parametrize("name", READERS | LONGER)
def test_what_lacks_something_is_refused_in_one_line_or_read(name: str) -> None:
    read = (READERS | LONGER)[name]
    counts = [refused(read, changed(s, p, None)) for s, p in properties(name)]
    assert any(counts)
    assert not all(counts)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "nonsense", ["", "\u2028", "31 February", "-1", "urn:nothing", "\U0001f600"]
)
def test_nonsense_is_refused_in_one_line_or_read(name: str, nonsense: str) -> None:
    for subject, predicate in properties(name):
        refused(READERS[name], changed(subject, predicate, [nonsense]))


def test_an_authority_without_a_code_or_a_name_is_told(tmp_path: Path) -> None:
    head = "@prefix cs: <https://w3id.org/childrens-services-kg/def#> .\n"
    head += "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    path = tmp_path / "mine.ttl"
    for lacking, said in (
        ('skos:prefLabel "Marlowe"', "cs:gss"),
        ('cs:gss "E06999903"', "skos:prefLabel"),
    ):
        path.write_text(f"{head}<{MARLOWE}> a cs:Authority ; {lacking} .\n")
        with pytest.raises(KnowledgeError, match=rf"mine\.ttl: .* has no {said}; add it$"):
            read_register(read_table([path]))


MARLOWE = "https://w3id.org/childrens-services-kg/id/authority/marlowe"
AUTHORITIES = """\
@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

authority:marlowe a cs:Authority ; skos:prefLabel "Marlowe" ; cs:gss "E06999903" .
authority:eastmere a cs:Authority ; skos:prefLabel "Eastmere" ; cs:gss "E10999901" .
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id/authority/>", "id/la/>", "no IRI of an authority; write <https"),
        ("authority:marlowe", "authority:Marlowe", "no IRI of an authority"),
    ],
)
def test_an_iri_of_another_form_is_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(AUTHORITIES.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"mine\.ttl.*{said}") as told:
        read_register(read_table([path]))
    assert "\n" not in str(told.value)


def with_register(tmp_path: Path, old: str, new: str) -> str:
    """What is said of a register with a change made to it; its authorities if nothing is."""
    # what was loaded from a file is kept: each text has its own
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}-mine.ttl"
    assert old in AUTHORITIES
    path.write_text(AUTHORITIES.replace(old, new), encoding="utf-8")
    try:
        return " ".join(load_knowledge((path,)).register.authorities)
    except KnowledgeError as error:
        assert re.fullmatch(r"\S*mine\.ttl: [^\n]*", str(error)), error
        return str(error)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("eastmere a cs:Authority", "eastmere a cs:Autority", "did you mean 'cs:Authority'?"),
        ("eastmere a cs:Authority", "eastmere a cs:authority", "did you mean 'cs:Authority'?"),
        ("eastmere a cs:Authority", "eastmere a cs:Xyzzy", "of the class cs:Xyzzy, which does"),
        ("cs:Authority ;", "cs:Authority , skos:Concpt ;", "did you mean 'skos:Concept'?"),
        (" .\nauthority:e", ' ; cs:valdTo "2024-01-01" .\nauthority:e', "mean 'cs:validTo'?"),
        (" .\nauthority:e", ' ; skos:altLable "Mar" .\nauthority:e', "mean 'skos:altLabel'?"),
        ('"E10999901"', '"E06999903"', "both have the code 'E06999903'"),
        ('"E10999901"', '"E08000035"', "authority/leeds> both have the code"),
        ('"Eastmere"', '"Marlowe"', "are both called 'Marlowe' at the same time"),
        ('"Eastmere"', '"Eastmere" ; skos:altLabel "MARLOWE"', "are both called 'MARLOWE'"),
        ('"Eastmere"', '"Leeds"', "authority/leeds> are both called 'Leeds'"),
        ("authority:eastmere", "authority:marlowe", "has 2 values of cs:gss"),
        ("authority:eastmere", "<urn:marlowe/marlowe>", "both end in 'marlowe'"),
        ('"Eastmere"', '""', "has an empty skos:prefLabel; write it or take it out"),
        ('"Eastmere"', '" "', "has an empty skos:prefLabel"),
        ('"Eastmere"', "<urn:eastmere>", "skos:prefLabel of <https"),
        ('"E10999901"', '""', "has an empty cs:gss"),
        ('"E10999901"', '"E1099990"', "is 'E1099990'; write E and eight digits"),
        ('"E10999901"', '"Eastmere"', "is 'Eastmere'; write E and eight digits"),
        (
            '"E10999901"',
            '"E10999901" ; cs:validFrom "2020-01-02"^^xsd:date ; cs:validTo "2020-01-01"^^xsd:date',
            "ends on 2020-01-01, before it begins on 2020-01-02",
        ),
    ],
)
def test_a_register_with_a_slip_of_the_pen_is_told(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert said in with_register(tmp_path, old, new)


def test_two_authorities_may_bear_a_name_one_after_the_other(tmp_path: Path) -> None:
    last, first = '"2019-03-31"^^xsd:date', '"2019-04-01"^^xsd:date'
    one = f'"Marlowe" ; cs:validTo {last} ; cs:gss "E06999903"'
    other = f'"Marlowe" ; cs:validFrom {first} ; cs:gss "E10999901"'
    old = AUTHORITIES[AUTHORITIES.index("authority:marlowe a") :]
    new = (
        f"authority:marlowe a cs:Authority ; skos:prefLabel {one} .\n"
        f"authority:eastmere a cs:Authority ; skos:prefLabel {other} .\n"
    )
    assert "marlowe eastmere" in with_register(tmp_path, old, new)
    new = new.replace("2019-03-31", "2019-04-02")
    assert "are both called 'Marlowe' at the same time" in with_register(tmp_path, old, new)


def test_words_of_others_that_are_not_used_here_are_let_be(tmp_path: Path) -> None:
    others = ("exactMatch", "relatedMatch", "narrower", "historyNote", "member", "broadMatch")
    more = " ; ".join(f"skos:{each} <urn:m>" for each in others)
    terms = ("created", "isReferencedBy", "requires", "references", "identifier", "relation")
    more += "".join(f' ; <http://purl.org/dc/terms/{each}> "x"' for each in terms)
    more = f' ; {more} ; <urn:mine#colour> "blue" .\nauthority:e'
    assert "eastmere" in with_register(tmp_path, " .\nauthority:e", more)


@pytest.mark.parametrize(
    ("name", "said"), [("gone.ttl", "there is no such file"), ("", "it is a folder; name a file")]
)
def test_a_vocabulary_that_is_not_there_is_told(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge((path,))
    assert str(caught.value) == f"{path}: cannot be read: {said}"


EXAMPLE = (folder("ontology") / "frameworks" / "ilacs-2027.ttl.example").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"ILACS-2027" ;', '"ILACS-2026" ;', "both have the notation 'ILACS-2026'"),
        ('From "2027-04-01"', 'From "2027-03-31"', "are both versions of ILACS on 2027-03-31"),
        (
            'cs:validFrom "2027-04-01"^^xsd:date ;',
            'cs:validFrom "2027-04-01"^^xsd:date ; cs:validTo "2027-03-31"^^xsd:date ;',
            "ends on 2027-03-31, before it begins on 2027-04-01",
        ),
        ('"family-help"', '"leadership"', "both have the notation 'leadership'"),
        (
            "The experiences and progress of children and families who need help",
            "the impact of leaders on social work practice with children & families",
            "are both printed as 'the impact of leaders",
        ),
        ("The experiences and progress of children and families who need help", "", "has an empty"),
    ],
)  # fmt: skip
def test_what_could_not_be_told_apart_is_refused(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "mine.ttl"
    assert old in EXAMPLE
    path.write_text(EXAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as fault:
        load_knowledge((path,))
    assert said in str(fault.value)
    assert re.fullmatch(r"\S*mine\.ttl: [^\n]*", str(fault.value))


def test_the_example_of_a_framework_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(EXAMPLE, encoding="utf-8")
    assert load_knowledge((path,)).version("ILACS-2027") is not None


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (None, "has no skos:related; add the kinds"),
        (["urn:nothing"], "is of <urn:nothing>, which no file describes as a kind of inspection"),
    ],
)
def test_what_is_so_of_some_kinds_of_inspection_is_so_of_kinds_there_are(
    kinds: list[str] | None, said: str
) -> None:
    trait = "https://w3id.org/childrens-services-kg/vocab/inspection-name/no-grade"
    related = "http://www.w3.org/2004/02/skos/core#related"
    with pytest.raises(KnowledgeError) as fault:
        read_inspection_words(changed(trait, related, kinds))
    assert said in str(fault.value)
    assert "inspection-kinds.ttl: " in str(fault.value)
