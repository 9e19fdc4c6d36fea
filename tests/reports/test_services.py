"""Services of short made-up reports: one of each, with its mentions."""

from __future__ import annotations

from kg.documents import Document, read_bytes
from kg.knowledge import load_knowledge
from kg.reports.evidence import Mention, Service, Unplaced
from kg.reports.outline import quote
from kg.reports.services import read_services

NAMES = load_knowledge().services


def read(text: str) -> tuple[tuple[Service, ...], tuple[Mention, ...], tuple[Unplaced, ...]]:
    """The services of a text of which every block counts; holds each quote against the text."""
    document = read_bytes(text.encode(), "made-up")
    body = [quote(document, block.body, block.end) for block in document.blocks]
    services, mentions, unplaced = read_services(document, body, "marlowe", NAMES)
    _check(document, services, mentions, unplaced)
    return services, mentions, unplaced


def _check(
    document: Document,
    services: tuple[Service, ...],
    mentions: tuple[Mention, ...],
    unplaced: tuple[Unplaced, ...],
) -> None:
    for each in (*services, *mentions, *unplaced):
        assert document.text[each.quote.start : each.quote.end] == each.quote.text
    keys = [service.key for service in services]
    assert len(keys) == len(set(keys))
    assert {mention.target for mention in mentions} == set(keys)
    assert all(mention.what == "service" for mention in mentions)
    starts = [mention.quote.start for mention in mentions]
    assert starts == sorted(starts)


def test_one_service_however_it_is_called() -> None:
    (service,), mentions, _ = read(
        "Calls go to the multi-agency safeguarding hub (MASH) first.\n\n"
        "Staff in the MASH act at once and ‘MASH’ decisions are sound.\n"
    )
    assert service.key == "marlowe/mash"
    assert service.kind == "front-door"
    assert service.name == "multi-agency safeguarding hub (MASH)"
    assert service.names == ("multi-agency safeguarding hub (MASH)", "MASH")
    assert service.quote.text == "multi-agency safeguarding hub (MASH)"
    assert len(mentions) == 3


def test_team_service_and_plural_are_one() -> None:
    services, mentions, _ = read(
        "The Marlowe permanence team plans well. The permanence service helps the social work "
        "permanence teams.\n"
    )
    assert [service.key for service in services] == ["marlowe/permanence-team"]
    assert len(mentions) == 3


def test_a_short_form_joins_its_service() -> None:
    services, mentions, _ = read(
        "The prevention and support service (PASS) helps families. The PASS team is small.\n"
    )
    assert [service.name for service in services] == ["prevention and support service (PASS)"]
    assert len(mentions) == 2


def test_a_short_form_alone_is_a_mention() -> None:
    (service,), mentions, _ = read(
        "The prevention and support service (PASS) helps families. Families like PASS very much.\n"
    )
    assert service.names == ("prevention and support service (PASS)", "PASS")
    assert [mention.quote.text for mention in mentions][1] == "PASS"


def test_the_regional_agency_is_one_with_its_name() -> None:
    (service,), mentions, _ = read(
        "The regional adoption agency, Adopt Fenland, finds families. Adopt Fenland is new.\n"
    )
    assert service.name == "Adopt Fenland"
    assert service.kind == "regional-adoption-agency"
    assert len(mentions) == 3


def test_a_plural_alone_names_no_service() -> None:
    assert read("Children can use advocacy services when they wish to.\n")[0] == ()
    (service,), mentions, _ = read(
        "Children can use advocacy services. The advocacy service is liked by all of them.\n"
    )
    assert service.name == "advocacy service"
    assert len(mentions) == 2


def test_relation() -> None:
    services, _, _ = read(
        "The emergency duty team, which is provided by Fenland, is quick. The advocacy service is "
        "commissioned from a charity. The adoption service is shared with Fenland. The fostering "
        "service is good.\n"
    )
    assert [service.relation for service in services] == [
        "provided by",
        "commissioned from",
        "shared with",
        None,
    ]


def test_doubtful_names_are_unplaced() -> None:
    services, _, (unplaced,) = read("Children spoke of ‘Better Days’, and liked it very much.\n")
    assert services == ()
    assert unplaced.text == "Better Days"


def test_nothing_outside_the_body() -> None:
    document = read_bytes(b"The virtual school helps children in care.\n", "made-up")
    assert read_services(document, [], "marlowe", NAMES) == ((), (), ())


def test_an_unknown_authority() -> None:
    document = read_bytes(b"The virtual school helps children in care.\n", "made-up")
    body = [quote(document, block.body, block.end) for block in document.blocks]
    (service,), _, _ = read_services(document, body, None, NAMES)
    assert service.key == "unknown/virtual-school"
