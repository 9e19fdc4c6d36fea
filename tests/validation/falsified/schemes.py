"""Concepts of one scheme where another scheme's belong."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri

THEME = Iri("vocab:theme/plans")
POLARITY = Iri("vocab:polarity/weakness")
BOARD = Iri("vocab:board-kind/scrutiny-committee")
MEASURE = Iri("vocab:measure/looked-after")
STEP = Iri("vocab:next-step/full-inspection")
SERVICE = Iri("vocab:service-kind/front-door")
KIND = Iri("vocab:kind/recommendation")
GRADE = Iri("vocab:grade/good")
UNIT = Iri("vocab:unit/children")
GROUP = Iri("vocab:theme-group/help-and-protection")
ROLE = Iri("vocab:inspector-role/lead")
TIMESCALE = Iri("vocab:timescale/within-three-months")


def timescale_is_a_theme(record: FalsifiedRecord) -> None:
    """A timescale is a theme."""
    record.put(record.first("cs:Recommendation", "cs:timescale"), cs_timescale=THEME)


def timescale_is_a_next_step(record: FalsifiedRecord) -> None:
    """A timescale is a kind of next step."""
    record.put(record.first("cs:Recommendation", "cs:timescale"), cs_timescale=STEP)


def kind_is_a_polarity(record: FalsifiedRecord) -> None:
    """A recommendation's kind is a polarity."""
    record.put(record.first("cs:Recommendation"), cs_kind=POLARITY)


def kind_is_a_grade(record: FalsifiedRecord) -> None:
    """A recommendation's kind is a grade."""
    record.put(record.first("cs:Recommendation"), cs_kind=GRADE)


def kind_is_a_timescale(record: FalsifiedRecord) -> None:
    """A recommendation's kind is a timescale."""
    record.put(record.first("cs:Recommendation"), cs_kind=TIMESCALE)


def kind_is_a_section_kind(record: FalsifiedRecord) -> None:
    """A recommendation's kind is a kind of section."""
    record.put(record.first("cs:Recommendation"), cs_kind=Iri("vocab:section-kind/improvements"))


def main_theme_is_a_board_kind(record: FalsifiedRecord) -> None:
    """A finding's only theme is a kind of board."""
    _only_theme(record, "cs:Finding", BOARD)


def main_theme_of_a_recommendation_is_a_measure(record: FalsifiedRecord) -> None:
    """A recommendation's only theme is a measure."""
    _only_theme(record, "cs:Recommendation", MEASURE)


def main_theme_is_a_group_of_themes(record: FalsifiedRecord) -> None:
    """A finding's only theme is a group of themes."""
    _only_theme(record, "cs:Finding", GROUP)


def main_theme_is_a_polarity(record: FalsifiedRecord) -> None:
    """A finding's only theme is a polarity."""
    _only_theme(record, "cs:Finding", POLARITY)


def one_more_theme_is_a_service_kind(record: FalsifiedRecord) -> None:
    """One of a finding's themes is a kind of service."""
    finding = record.first("cs:Finding", "cs:mainTheme")
    main = record.link(finding, "cs:mainTheme")
    record.put(finding, cs_aboutTheme=[main, SERVICE])
    record.put(finding, cs_themeProbabilities=f"{main.rpartition('/')[2]} 0.90 front-door 0.50")


def polarity_is_a_theme(record: FalsifiedRecord) -> None:
    """A finding's polarity is a theme."""
    record.put(record.first("cs:Finding"), cs_polarity=THEME)


def polarity_is_a_grade(record: FalsifiedRecord) -> None:
    """A finding's polarity is a grade."""
    record.put(record.first("cs:Finding"), cs_polarity=GRADE)


def next_step_is_a_theme(record: FalsifiedRecord) -> None:
    """The kind of a next step is a theme."""
    record.put(record.first("cs:NextStep"), cs_stepKind=THEME)


def next_step_is_an_inspection_kind(record: FalsifiedRecord) -> None:
    """The kind of a next step is a kind of inspection."""
    record.put(record.first("cs:NextStep"), cs_stepKind=Iri("vocab:inspection-kind/ilacs"))


def measure_is_a_theme(record: FalsifiedRecord) -> None:
    """A figure's measure is a theme."""
    record.put(record.first("cs:Fact"), cs_measure=THEME)


def measure_is_a_unit(record: FalsifiedRecord) -> None:
    """A figure's measure is its unit."""
    record.put(record.first("cs:Fact"), cs_measure=UNIT)


def service_kind_is_a_board_kind(record: FalsifiedRecord) -> None:
    """A service's kind is a kind of board."""
    record.put(record.first("cs:Service"), cs_serviceKind=BOARD)


def service_kind_is_a_theme(record: FalsifiedRecord) -> None:
    """A service's kind is a theme."""
    record.put(record.first("cs:Service"), cs_serviceKind=THEME)


def board_kind_is_a_service_kind(record: FalsifiedRecord) -> None:
    """A board's kind is a kind of service."""
    record.put(record.first("cs:Board"), cs_boardKind=SERVICE)


def board_kind_is_a_theme(record: FalsifiedRecord) -> None:
    """A board's kind is a theme of nearly the same name."""
    record.put(record.first("cs:Board"), cs_boardKind=Iri("vocab:theme/safeguarding-board"))


def strand_is_a_theme(record: FalsifiedRecord) -> None:
    """A judgement's strand is a theme."""
    record.put(record.first("cs:Judgement", "cs:ofStrand"), cs_ofStrand=THEME)


def strand_of_a_section_is_a_field(record: FalsifiedRecord) -> None:
    """A section's strand is a field of the header."""
    record.put(record.first("cs:Section", "cs:ofStrand"), cs_ofStrand=Iri("vocab:field/title"))


def grade_is_a_strand(record: FalsifiedRecord) -> None:
    """A judgement's grade is its strand."""
    judged = record.first("cs:Judgement", "cs:ofStrand")
    record.put(judged, cs_grade=record.link(judged, "cs:ofStrand"))


def grade_is_a_polarity(record: FalsifiedRecord) -> None:
    """A judgement's grade is a polarity."""
    record.put(record.first("cs:Judgement"), cs_grade=Iri("vocab:polarity/strength"))


def grade_is_a_place_on_a_scale(record: FalsifiedRecord) -> None:
    """A judgement's grade is a member of a scale's list, not the grade."""
    place = Iri("vocab:scale/outstanding-to-inadequate-2013/2")
    record.put(record.first("cs:Judgement"), cs_grade=place)


def framework_is_an_inspection_kind(record: FalsifiedRecord) -> None:
    """The framework is a kind of inspection."""
    other = Iri("vocab:inspection-kind/ilacs")
    record.put(record.report, cs_framework=other)
    record.put(record.inspection, cs_underFramework=other)


def missing_field_is_a_theme(record: FalsifiedRecord) -> None:
    """What the report lacks is a theme."""
    record.add(record.report, cs_incomplete=THEME)


def missing_field_is_a_problem_code(record: FalsifiedRecord) -> None:
    """What the report lacks is a code of problems."""
    record.add(record.report, cs_incomplete=Iri("vocab:problem-code/no-title"))


def not_judged_is_a_grade(record: FalsifiedRecord) -> None:
    """What the report does not judge is a grade."""
    record.add(record.report, cs_notJudged=GRADE)


def finding_mentions_a_unit(record: FalsifiedRecord) -> None:
    """A finding mentions a unit, which is neither a body nor a law."""
    record.add(record.first("cs:Finding"), cs_mentions=UNIT)


def recommendation_mentions_a_grade(record: FalsifiedRecord) -> None:
    """A recommendation mentions a grade, which is neither a body nor a law."""
    record.add(record.first("cs:Recommendation"), cs_mentions=GRADE)


def recommendation_mentions_a_role(record: FalsifiedRecord) -> None:
    """A recommendation mentions the role of an inspector."""
    record.add(record.last("cs:Recommendation"), cs_mentions=ROLE)


def earlier_grade_is_a_timescale(record: FalsifiedRecord) -> None:
    """An earlier grade is a timescale."""
    record.put(record.first("cs:EarlierInspection", "cs:gradeThen"), cs_gradeThen=TIMESCALE)


def report_about_an_organisation(record: FalsifiedRecord) -> None:
    """The report is about an inspectorate."""
    record.rename(record.authority, Iri("id:organisation/cqc"))


def recommendation_to_an_organisation(record: FalsifiedRecord) -> None:
    """The inspectorate is told what to do."""
    advice = record.first("cs:Recommendation")
    record.put(advice, cs_addressedTo=Iri("id:organisation/ofsted"))


def scheme_in_place_of_its_concept(record: FalsifiedRecord) -> None:
    """A recommendation's kind is the scheme of kinds."""
    record.put(record.first("cs:Recommendation"), cs_kind=Iri("vocab:kind"))


def _only_theme(record: FalsifiedRecord, kind: str, concept: Iri) -> None:
    thing = record.first(kind, "cs:mainTheme")
    record.put(thing, cs_aboutTheme=concept, cs_mainTheme=concept)
    record.put(thing, cs_themeProbabilities=f"{concept.rpartition('/')[2]} 0.90")
