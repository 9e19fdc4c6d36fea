"""Roles of inspectors: what they mean is in the vocabulary, and a role of your own is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import Document, read
from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.inspectorroles import InspectorPart, InspectorWords
from kg.reports.inspectorforms import inspector_forms
from kg.reports.inspectornames import inspectors_at

WORDS = load_knowledge().inspectors
HEAD = """
@prefix inspector-role: <https://w3id.org/childrens-services-kg/vocab/inspector-role/> .
@prefix scheme: <https://w3id.org/childrens-services-kg/vocab/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

inspector-role:observer a skos:Concept ;
    skos:inScheme scheme:inspector-role ;
    skos:notation "observer" ;
"""
OBSERVER = """skos:prefLabel "Observer"@en ; skos:hiddenLabel "observing" ;"""


def own_words(tmp_path: Path, rest: str) -> InspectorWords:
    path = tmp_path / f"{abs(hash(rest))}.ttl"
    path.write_text(f"{HEAD} {rest} .\n", encoding="utf-8")
    return load_knowledge((path,)).inspectors


@pytest.mark.parametrize(
    ("called", "part"),
    [
        ("Lead inspector", {InspectorPart.LEAD}),
        ("Deputy lead inspector", {InspectorPart.TEAM}),
        ("Deputy\nLead HMI", {InspectorPart.TEAM}),
        ("Shadow inspector:", {InspectorPart.TEAM}),
        ("Seconded Ofsted inspector", {InspectorPart.TEAM}),
        ("Her Majesty’s Inspectors", set()),
        ("Leader of steam", set()),
    ],
)
def test_what_a_title_says_that_its_bearer_is(called: str, part: set[InspectorPart]) -> None:
    assert inspector_forms(WORDS).parts(called) == part


def test_each_role_leads_or_is_one_of_the_team() -> None:
    parts = {role.notation: role.part for role in WORDS.roles}
    assert [name for name, part in parts.items() if part is InspectorPart.LEAD] == ["lead"]
    assert parts["quality-assurance"] is InspectorPart.TEAM


@pytest.fixture
def listed(tmp_path: Path) -> Document:
    path = tmp_path / "list.txt"
    path.write_text("Jo Marsh HMI and Observing inspector Ada Quill, Ben Ray HMI", "utf-8")
    return read(path)


def test_a_role_of_your_own_is_none_of_a_name_and_counts(listed: Document, tmp_path: Path) -> None:
    def people(words: InspectorWords) -> list[tuple[str, str]]:
        forms = inspector_forms(words)
        found = inspectors_at(listed, 0, len(listed.text), InspectorPart.LEAD, forms)
        return [(each.name, each.role) for each in found]

    mine = own_words(tmp_path, f"{OBSERVER} skos:broader inspector-role:team")
    assert people(mine) == [("Jo Marsh", "lead"), ("Ada Quill", "team"), ("Ben Ray", "lead")]
    assert ("Ada Quill", "team") not in people(WORDS)


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (OBSERVER, "has no skos:broader that is one of lead, team; add it"),
        (
            f"{OBSERVER} skos:broader inspector-role:led",
            "/vocab/inspector-role/led> has no skos:notation; add it",
        ),
        (
            'skos:prefLabel "Observer"@en ; skos:broader inspector-role:team',
            "has no skos:hiddenLabel; add it",
        ),
        (
            f'{OBSERVER} skos:hiddenLabel "Deputy" ; skos:broader inspector-role:team',
            "'Deputy' tells the role",
        ),
    ],
)
def test_what_is_wrong_with_a_role_is_one_line(tmp_path: Path, rest: str, said: str) -> None:
    with pytest.raises(KnowledgeError) as fault:
        own_words(tmp_path, rest)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)
