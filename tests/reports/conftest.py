"""A register with made-up authorities, and short made-up reports read against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents import Document, read_bytes
from kg.knowledge import Knowledge, load_knowledge
from kg.reports import load_profiles, recognise
from kg.reports.corrections import Corrector
from kg.reports.header import Header, read_header

REGISTER = """\
@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

authority:marlowe a cs:Authority ;
    skos:prefLabel "Marlowe" ; cs:gss "E99000001" .
authority:north-marlowe a cs:Authority ;
    skos:prefLabel "North Marlowe" ; cs:gss "E99000002" .
authority:st-aldate a cs:Authority ;
    skos:prefLabel "St. Aldate" ; skos:altLabel "St Aldate" ; cs:gss "E99000003" .
authority:old-fenland a cs:Authority ;
    skos:prefLabel "Fenland" ; cs:gss "E99000004" ; cs:validTo "2019-03-31"^^xsd:date .
authority:fenland a cs:Authority ;
    skos:prefLabel "Fenland" ; cs:gss "E99000005" ; cs:validFrom "2019-04-01"^^xsd:date .
authority:oldshire a cs:Authority ;
    skos:prefLabel "Oldshire" ; cs:gss "E99000006" ; cs:validTo "2019-03-31"^^xsd:date .
<urn:change> a org:ChangeEvent ;
    org:originalOrganization authority:oldshire ;
    org:resultingOrganization authority:marlowe , authority:fenland .
<urn:together> a org:FormalOrganization ; skos:prefLabel "Together for Marlowe" .
<urn:first> a cs:Delivery ; cs:deliveredBy <urn:together> ; cs:deliveredFor authority:marlowe .
<urn:both> a org:FormalOrganization ; skos:prefLabel "Doing Well for Children" .
<urn:second> a cs:Delivery ; cs:deliveredBy <urn:both> ; cs:deliveredFor authority:marlowe .
<urn:third> a cs:Delivery ; cs:deliveredBy <urn:both> ; cs:deliveredFor authority:st-aldate .
"""


@pytest.fixture(scope="session")
def made_up_knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The package's vocabulary with made-up authorities and who delivers for them."""
    path: Path = tmp_path_factory.mktemp("vocabulary") / "made-up.ttl"
    path.write_text(REGISTER, encoding="utf-8")
    return load_knowledge((path,))


@pytest.fixture(scope="session")
def example_knowledge(repository: Path) -> Knowledge:
    """The package's vocabulary with the authorities of the example reports."""
    return load_knowledge((repository / "examples" / "register.ttl",))


@pytest.fixture
def header_of(made_up_knowledge: Knowledge) -> Callable[[str], Header]:
    """The header of a report given as text; holds each of its quotes against the text."""

    def read(text: str) -> Header:
        document = read_bytes(text.encode(), "made-up")
        profile = recognise(document, load_profiles())
        corrector = Corrector(document, (), made_up_knowledge, profile)
        header = read_header(document, profile, made_up_knowledge, corrector)
        _check_quotes(document, header)
        return header

    return read


def _check_quotes(document: Document, header: Header) -> None:
    printed = (header.title, header.authority, header.published, header.theme)
    quotes = [each.quote for each in printed if each]
    quotes += [each.quote for each in (*header.visits, *header.inspectors)]
    for quote in quotes:
        assert quote.text
        assert document.text[quote.start : quote.end] == quote.text
        assert quote.page == document.page_at(quote.start)
