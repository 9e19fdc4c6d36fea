"""Grades that some words of the report bear out, and the whole does not."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri

REQUIRES = Iri("vocab:grade/requires-improvement")
GOOD, OUTSTANDING = Iri("vocab:grade/good"), Iri("vocab:grade/outstanding")


def good_of_requires_improvement_to_be_good(record: FalsifiedRecord) -> None:
    """Of 'requires improvement to be good' only the last word was read."""
    for judged in record.things("cs:Judgement", "cs:gradePrinted"):
        if "to be good" in record.words(judged, "cs:gradePrinted"):
            record.put(judged, cs_grade=GOOD, cs_gradePrinted="good")
            return
    raise NotApplicable


def earlier_good_of_requires_improvement_to_be_good(record: FalsifiedRecord) -> None:
    """Of an earlier 'requires improvement to be good' only the last word was read."""
    for earlier in record.things("cs:EarlierInspection", "cs:gradePrinted"):
        if "to be good" in record.words(earlier, "cs:gradePrinted"):
            record.put(earlier, cs_gradeThen=GOOD, cs_gradePrinted="good")
            return
    raise NotApplicable


def judgement_at_the_words_of_a_better_one(record: FalsifiedRecord) -> None:
    """A judgement has subject, grade and words of another strand's; its own are nowhere."""
    one, other = record.two("cs:Judgement", "cs:ofStrand", unlike="cs:grade")
    for name in ("cs:subject", "cs:grade", "cs:gradePrinted"):
        record.put(one, **{name.replace(":", "_"): record.value(other, name)})
    record.place_like(one, other)


def grade_of_a_finding_given_to_a_strand(record: FalsifiedRecord) -> None:
    """A judgement stands at a finding in which a grade's word is used of something else."""
    for finding in record.things("cs:Finding"):
        words = record.words(finding)
        if " good" in words and record.things("cs:Judgement", "cs:gradePrinted"):
            judged = record.first("cs:Judgement", "cs:gradePrinted")
            record.place_like(judged, finding)
            record.put(judged, cs_grade=GOOD, cs_gradePrinted="good")
            return
    raise NotApplicable


def last_grade_better_than_printed(record: FalsifiedRecord) -> None:
    """The last judgement is outstanding; the printed grade stays."""
    record.only("ILACS", "SIF", "CP2012", "LAC")
    judged = [
        each
        for each in record.things("cs:Judgement", "cs:gradePrinted")
        if record.link(each, "cs:grade") != OUTSTANDING.whole
    ]
    record.put(judged[-1], cs_grade=OUTSTANDING)


def grade_in_passing_better_than_printed(record: FalsifiedRecord) -> None:
    """What is judged in passing is outstanding; the printed grade stays."""
    record.put(record.where("cs:Judgement", cs_basis="narrative"), cs_grade=OUTSTANDING)


def judgement_in_passing_made_up(record: FalsifiedRecord) -> None:
    """A further judgement in passing stands at the words of a graded one, with another grade."""
    judged = record.where("cs:Judgement", cs_basis="graded")
    other = Iri(f"{record.report}/judgement/other-1")
    record.copy(judged, other)
    record.put(other, cs_basis="narrative")
    record.drop(other, "cs:ofStrand")
    worst = "systemic-failings" if record.family == "AreaSEND" else "inadequate"
    best = "positive" if record.family == "AreaSEND" else "outstanding"
    mine = record.link(judged, "cs:grade").rpartition("/")[2]
    record.put(other, cs_grade=Iri(f"vocab:grade/{best if mine == worst else worst}"))


def kind_of_body_of_the_board_is_the_authority(record: FalsifiedRecord) -> None:
    """A judgement about a board is said to be of the authority by its kind of body only."""
    record.put(record.where("cs:Judgement", cs_aboutKind="board"), cs_aboutKind="authority")


def strands_of_three_judgements_moved_on(record: FalsifiedRecord) -> None:
    """Each of three judgements has the strand of the next."""
    three = record.some("cs:Judgement", 3, "cs:ofStrand")[:3]
    strands = [record.link(each, "cs:ofStrand") for each in three]
    for judged, strand in zip(three, [*strands[1:], strands[0]], strict=True):
        record.put(judged, cs_ofStrand=strand)


def printed_grade_of_another_scale(record: FalsifiedRecord) -> None:
    """A grade is printed as 'Satisfactory', which no scale of the day has."""
    record.only("ILACS", "SIF", "LAC", "CP2012")
    record.put(record.first("cs:Judgement", "cs:gradePrinted"), cs_gradePrinted="Satisfactory")
