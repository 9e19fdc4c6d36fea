"""A board's successor is joined to it by one change, and no board is made that nobody spoke of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.knowledge import load_knowledge
from kg.rdf import report_quads
from kg.reports.evidence import Board
from kg.reports.model import Printed
from tests.rdf.made_up import quote, report

ID = "https://w3id.org/childrens-services-kg/id/"
ORG = "http://www.w3.org/ns/org#"
CHANGE = f"<{ID}change/leeds/lscb-to-safeguarding-partnership>"
OLD, NEW = f"<{ID}board/leeds/lscb>", f"<{ID}board/leeds/safeguarding-partnership>"


def lines(kind: str, authority: str = "leeds") -> set[str]:
    """The statements of a report that names one board of its authority, without the graph."""
    named = Board(f"{authority}/{kind}", kind, authority, "the board", (), quote("Help"))
    made = replace(
        report(),
        authority=Printed(authority, quote("Leeds")),
        boards=(named,),
        mentions=(),
        judgements=(),
        recommendations=(),
        sections=(),
    )
    quads = report_quads(made, load_knowledge(), program_version="1")
    return {" ".join(quad.split(" ")[:-2]) for quad in quads}


def test_the_old_board_says_that_it_was_changed() -> None:
    said = lines("lscb")
    assert f"{CHANGE} <{ORG}originalOrganization> {OLD}" in said
    assert f"{OLD} <{ORG}changedBy> {CHANGE}" in said
    assert not any(NEW in line for line in said)


def test_the_new_board_says_that_it_resulted() -> None:
    said = lines("safeguarding-partnership")
    assert f"{CHANGE} <{ORG}resultingOrganization> {NEW}" in said
    assert f"{NEW} <{ORG}resultedFrom> {CHANGE}" in said
    assert not any(OLD in line for line in said)


def test_a_board_of_a_kind_without_successor_says_nothing() -> None:
    assert not any("ChangeEvent" in line for line in lines("corporate-parenting-board"))


@pytest.mark.parametrize("authority", ["cumberland", "bournemouth", "dorset"])
def test_an_authority_that_began_or_ended_meanwhile_has_no_such_change(authority: str) -> None:
    for kind in ("lscb", "safeguarding-partnership"):
        assert not any("ChangeEvent" in line for line in lines(kind, authority))


def test_the_kinds_say_when_one_gave_way_to_the_other() -> None:
    kinds = load_knowledge().bodies.kinds
    assert kinds["lscb"].replaced_by == "safeguarding-partnership"
    assert kinds["lscb"].valid_to == date(2019, 9, 29)
    assert kinds["safeguarding-partnership"].replaced_by is None
