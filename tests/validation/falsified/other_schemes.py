"""Strands, themes and kinds of another framework or list."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri

OTHER_STRAND = Iri("vocab:strand/SLAC-2009/safeguarding-health")


def missing_strand_of_another_framework(record: FalsifiedRecord) -> None:
    """What the report lacks is a strand of another framework."""
    record.add(record.report, cs_incomplete=OTHER_STRAND)


def strand_not_judged_of_another_framework(record: FalsifiedRecord) -> None:
    """What the report does not judge is a strand of another framework."""
    record.add(record.report, cs_notJudged=OTHER_STRAND)


def section_of_a_strand_of_another_framework(record: FalsifiedRecord) -> None:
    """A section is about a strand of another framework."""
    section = record.first("cs:Section", "cs:ofStrand")
    record.put(section, cs_ofStrand=OTHER_STRAND)


def section_of_a_strand_where_there_are_none(record: FalsifiedRecord) -> None:
    """A section of an ungraded report is about a strand."""
    record.only("JTAI", "ILACS-focused", "ILACS-monitoring")
    record.add(record.first("cs:Section"), cs_ofStrand=OTHER_STRAND)


def finding_mentions_a_theme(record: FalsifiedRecord) -> None:
    """A finding mentions a theme, which is neither a body nor a law."""
    record.add(record.last("cs:Finding"), cs_mentions=Iri("vocab:theme/plans"))


def finding_mentions_a_board_kind(record: FalsifiedRecord) -> None:
    """A finding mentions a kind of board in place of a board."""
    record.add(record.last("cs:Finding"), cs_mentions=Iri("vocab:board-kind/lscb"))


def board_kind_is_a_grade(record: FalsifiedRecord) -> None:
    """A board's kind is a grade."""
    record.put(record.first("cs:Board"), cs_boardKind=Iri("vocab:grade/good"))


def board_kind_is_a_name_of_boards(record: FalsifiedRecord) -> None:
    """A board's kind is a form in which boards are named."""
    record.put(record.first("cs:Board"), cs_boardKind=Iri("vocab:board-name"))


def measure_is_a_polarity(record: FalsifiedRecord) -> None:
    """A figure's measure is a polarity."""
    record.put(record.last("cs:Fact"), cs_measure=Iri("vocab:polarity/none"))


def service_kind_is_a_usual_service(record: FalsifiedRecord) -> None:
    """A service's kind is the usual name of a service."""
    record.put(record.first("cs:Service"), cs_serviceKind=Iri("vocab:usual-service/0-19"))


def last_theme_is_a_field(record: FalsifiedRecord) -> None:
    """The only theme of the last finding is a field of the header."""
    finding = record.last("cs:Finding", "cs:mainTheme")
    field = Iri("vocab:field/title")
    record.put(finding, cs_aboutTheme=field, cs_mainTheme=field)
    record.put(finding, cs_themeProbabilities="title 0.90")


def kind_is_a_problem_code(record: FalsifiedRecord) -> None:
    """A recommendation's kind is a code of problems."""
    record.put(record.last("cs:Recommendation"), cs_kind=Iri("vocab:problem-code/no-list"))


def earlier_grade_is_a_strand(record: FalsifiedRecord) -> None:
    """An earlier grade is a strand."""
    record.put(record.first("cs:EarlierInspection", "cs:gradeThen"), cs_gradeThen=OTHER_STRAND)
