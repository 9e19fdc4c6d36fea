"""Names of services in short texts about made-up places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.knowledge import load_knowledge
from kg.language.propernames import find_doubtful_names
from kg.language.services import find_services

NAMES = load_knowledge().services
MARLOWE = frozenset({"marlowe"})


def found(text: str) -> list[tuple[str, str]]:
    """Each name with its kind; the places given must hold what is printed there."""
    spans = list(find_services(text, NAMES, MARLOWE))
    for span in spans:
        assert text[span.start : span.end].startswith(span.name)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    return [(span.name, span.kind) for span in spans]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Staff in the virtual school know the children.", "virtual school", "virtual-school"),
        ("The out-of-hours emergency duty team acts.", "out-of-hours emergency duty team", None),
        ("Calls to the MASH are answered.", "MASH", "front-door"),
        ("Few children see CAMHS.", "CAMHS", "camhs"),
        ("Work in children’s centres is good.", "children’s centres", "childrens-centre"),
        ("Two new child in need teams began.", "child in need teams", "assessment"),
        ("The edge of care service helps.", "edge of care service", "edge-of-care"),
        ("The referral and assessment team acts.", "referral and assessment team", "front-door"),
        ("The private fostering team visits.", "private fostering team", "fostering"),
        ("Marlowe’s permanence team plans.", "permanence team", "adoption"),
        ("Now the Phoenix team helps.", "Phoenix team", "other"),
        ("Parents join the ‘Better Days’ programme.", "‘Better Days’ programme", "programme"),
        ("They use the ‘Harbour Lights Hub’ often.", "Harbour Lights Hub", "other"),
        ("He was seen at Fen Royal Hospital.", "Fen Royal Hospital", "health-provider"),
        ("Help from Fen and Marlowe NHS Foundation Trust.", None, "health-provider"),
        ("The Engagement for Adolescents service helps.", None, "other"),
        ("Services from Marlowe Children’s Trust.", "Marlowe Children’s Trust", "trust-company"),
        ("It joined Adopt Fenland in May.", "Adopt Fenland", "regional-adoption-agency"),
        ("It began Project Lantern in May.", "Project Lantern", "programme"),
        ("There is a pilot called Lantern for girls.", "Lantern", "other"),
        ("The Women’s Aid worker came.", "Women’s Aid", "voluntary"),
    ],
)
def test_a_name(text: str, name: str | None, kind: str | None) -> None:
    names = found(text)
    assert len(names) == 1
    assert name in (None, names[0][0])
    assert kind in (None, names[0][1])


@pytest.mark.parametrize(
    "text",
    [
        "Children’s services are good and the service improves.",
        "Social work teams and partner agencies share information.",
        "Adult services, health services and universal services meet.",
        "The senior leadership team and the inspection team met.",
        "Early help services are well used.",
        "An effective team with a good service.",
        "Marlowe’s team and Marlowe’s services.",
        "The adoption panel and the Fostering Team Panel met.",
        "The Marlowe Children’s Trust Board met.",
        "The Adoption Register is used and the Project Manager left.",
        "Staff joined a training programme.",
        "The trust alone is not named.",
    ],
)
def test_no_name(text: str) -> None:
    assert found(text) == []


def test_an_abbreviation_belongs_to_the_name() -> None:
    text = "The prevention and support service (PASS) helps. The PASS team grows."
    first, second = find_services(text, NAMES)
    assert (first.name, first.short) == ("prevention and support service", "PASS")
    assert text[first.start : first.end].endswith("(PASS)")
    assert second.name == "PASS team"


def test_an_abbreviation_makes_a_name_of_plain_words() -> None:
    assert found("Calls go to the advice and guidance service (AGS).") == [
        ("advice and guidance service", "other")
    ]


def test_the_regional_agency_has_its_own_name_too() -> None:
    assert [name for name, _ in found("The regional adoption agency, Fen Adoption, helps.")] == [
        "regional adoption agency",
        "Fen Adoption",
    ]


def test_names_do_not_reach_over_sentences_or_lines() -> None:
    assert found("They work in Fenland. Assessment teams act.") == [
        ("Assessment teams", "assessment")
    ]
    assert found("Phoenix\nteam") == []


def test_a_name_in_brackets() -> None:
    assert [
        name for name, _ in found("the Phoenix team (young people’s alcohol service) helps")
    ] == [
        "Phoenix team",
        "young people’s alcohol service",
    ]


def test_doubtful_names() -> None:
    text = "Operation Harbour began, and ‘Better Days’, too."
    assert [text[start:end] for start, end, _ in find_doubtful_names(text)] == [
        "Operation Harbour",
        "Better Days",
    ]
