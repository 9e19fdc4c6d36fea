"""Orders that are whole numbers without gaps, and not the report's."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri


def last_recommendation_first(record: FalsifiedRecord) -> None:
    """The last recommendation is the first, and all others follow."""
    found = record.some("cs:Recommendation", 3)
    _renumber(record, [found[-1], *found[:-1]])


def sections_in_reverse(record: FalsifiedRecord) -> None:
    """The sections are in the order from the last to the first."""
    _renumber(record, record.some("cs:Section", 2)[::-1])


def paragraphs_in_reverse(record: FalsifiedRecord) -> None:
    """The paragraphs are in the order from the last to the first."""
    _renumber(record, record.some("cs:Paragraph", 2)[::-1])


def paragraphs_in_even_places(record: FalsifiedRecord) -> None:
    """The paragraphs have the places 2, 4, 6 ..."""
    for paragraph in record.some("cs:Paragraph", 2):
        record.put(paragraph, cs_order=2 * record.number(paragraph, "cs:order"))


def sentence_in_two_paragraphs(record: FalsifiedRecord) -> None:
    """A sentence is a finding of its own paragraph and of the next one."""
    one, other = record.two("cs:Finding", "cs:inPart", unlike="cs:inPart")
    again = Iri(f"{record.report}/finding/997")
    record.copy(one, again)
    record.put(again, cs_inPart=record.link(other, "cs:inPart"))


def inspector_in_two_roles(record: FalsifiedRecord) -> None:
    """The lead inspector is there again, as one of the team."""
    lead = record.where("cs:Inspector", cs_role="lead")
    again = Iri(f"{record.report}/inspector/98")
    record.copy(lead, again)
    record.put(again, cs_role="team")
    record.add(record.inspection, cs_hasInspector=again)


def recommendation_of_two_orders(record: FalsifiedRecord) -> None:
    """A recommendation has two places."""
    record.add(record.last("cs:Recommendation"), cs_order=99)


def section_of_two_headings(record: FalsifiedRecord) -> None:
    """A section has two headings."""
    record.add(record.first("cs:Section"), cs_heading="All is well")


def judgement_of_two_grades(record: FalsifiedRecord) -> None:
    """A judgement has two grades of one scale."""
    judged = record.first("cs:Judgement")
    other = "positive" if record.family == "AreaSEND" else "outstanding"
    if record.link(judged, "cs:grade").endswith(f"/{other}"):
        other = "inconsistent" if record.family == "AreaSEND" else "good"
    record.add(judged, cs_grade=Iri(f"vocab:grade/{other}"))


def two_frameworks(record: FalsifiedRecord) -> None:
    """The report stands under two frameworks."""
    record.add(record.report, cs_framework=Iri("vocab:framework/SLAC-2009"))


def same_problem_twice(record: FalsifiedRecord) -> None:
    """A problem is told twice."""
    record.copy(record.first("cs:Problem"), Iri(f"{record.report}/problem/99"))


def same_next_step_twice(record: FalsifiedRecord) -> None:
    """A next step is there again, at the same words, a year later."""
    step = record.first("cs:NextStep", "cs:monthsAhead")
    again = Iri(f"{record.report}/next-step/99")
    record.copy(step, again)
    record.put(again, cs_monthsAhead=record.number(step, "cs:monthsAhead") + 12)


def same_figure_twice(record: FalsifiedRecord) -> None:
    """A figure is there again, at the same words."""
    record.copy(record.first("cs:Fact"), Iri(f"{record.report}/fact/99"))


def _renumber(record: FalsifiedRecord, things: list[Iri]) -> None:
    for order, thing in enumerate(things, 1):
        record.drop(thing, "cs:order")
        record.add(thing, cs_order=order)
