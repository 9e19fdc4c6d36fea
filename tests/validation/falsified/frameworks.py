"""Frameworks, their strands, grades and scales, that contradict one another."""

from __future__ import annotations

from datetime import date

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri

SIF, ILACS = Iri("vocab:framework/SIF-2013"), Iri("vocab:framework/ILACS-2023")
GOOD, INADEQUATE = Iri("vocab:grade/good"), Iri("vocab:grade/inadequate")
PLANS = Iri("vocab:theme/plans")
SCALE = "vocab:scale/outstanding-to-inadequate-2013"


def framework_without_strands(record: FalsifiedRecord) -> None:
    """A framework with grades judges nothing."""
    record.drop(ILACS, "cs:hasStrand", "cs:requiresStrand")


def framework_that_requires_nothing(record: FalsifiedRecord) -> None:
    """A framework with grades asks for none of its strands."""
    record.drop(ILACS, "cs:requiresStrand")


def framework_without_grades(record: FalsifiedRecord) -> None:
    """A framework has strands and a scale, and no grades."""
    record.drop(ILACS, "cs:hasGrade")


def framework_without_its_scale(record: FalsifiedRecord) -> None:
    """A framework has grades of no scale."""
    record.drop(ILACS, "cs:hasScale")


def frameworks_that_overlap(record: FalsifiedRecord) -> None:
    """Two versions of a family are in force on the same days."""
    record.put(ILACS, cs_validFrom=date(2019, 1, 1))


def frameworks_of_one_day(record: FalsifiedRecord) -> None:
    """Two versions of a family begin on the same day."""
    older = Iri("vocab:framework/ILACS-2018")
    record.put(ILACS, cs_validFrom=record.day(older, "cs:validFrom"))


def framework_that_ends_before_it_begins(record: FalsifiedRecord) -> None:
    """A framework ended the year before it began."""
    record.put(SIF, cs_validTo=date(2012, 12, 31))


def framework_without_a_first_day(record: FalsifiedRecord) -> None:
    """A framework began on no day."""
    record.drop(SIF, "cs:validFrom")


def framework_without_a_family(record: FalsifiedRecord) -> None:
    """A framework is of no family."""
    record.drop(SIF, "cs:familyCode")


def framework_with_a_strand_of_another(record: FalsifiedRecord) -> None:
    """A framework has a strand of another version."""
    record.add(ILACS, cs_hasStrand=Iri("vocab:strand/SIF-2013/adoption"))


def framework_that_requires_what_it_has_not(record: FalsifiedRecord) -> None:
    """A framework asks for a strand that it does not judge."""
    record.add(ILACS, cs_requiresStrand=Iri("vocab:strand/SIF-2013/adoption"))


def framework_with_a_grade_off_its_scale(record: FalsifiedRecord) -> None:
    """A framework gives a grade that its scale has not."""
    record.add(ILACS, cs_hasGrade=Iri("vocab:grade/satisfactory"))


def framework_that_lacks_a_grade_of_its_scale(record: FalsifiedRecord) -> None:
    """A framework does not give one of the grades of its scale."""
    grades = [grade for grade in record.values(ILACS, "cs:hasGrade") if grade != GOOD.whole]
    record.put(ILACS, cs_hasGrade=grades)


def framework_with_another_scale(record: FalsifiedRecord) -> None:
    """A framework's scale is that of Area SEND inspections."""
    record.put(ILACS, cs_hasScale=Iri("vocab:scale/area-send-2023"))


def framework_that_means_a_theme(record: FalsifiedRecord) -> None:
    """The board of a framework is a theme."""
    record.put(SIF, cs_meansBoard=Iri("vocab:theme/safeguarding-board"))


def rank_twice(record: FalsifiedRecord) -> None:
    """Two grades of a scale have the same rank."""
    record.put(GOOD, cs_rank=1)


def rank_against_the_scale(record: FalsifiedRecord) -> None:
    """Good is below inadequate by rank."""
    record.swap(Iri("vocab:grade/good"), INADEQUATE, "cs:rank")


def level_against_the_rank(record: FalsifiedRecord) -> None:
    """Good is below inadequate by level, above it by rank."""
    record.swap(GOOD, INADEQUATE, "cs:level")


def rank_missing(record: FalsifiedRecord) -> None:
    """A grade has no rank."""
    record.drop(GOOD, "cs:rank")


def scale_in_another_order(record: FalsifiedRecord) -> None:
    """Two grades of a scale have each other's places."""
    record.swap(Iri(f"{SCALE}/2"), Iri(f"{SCALE}/3"), "rdf:first")


def scale_with_a_grade_twice(record: FalsifiedRecord) -> None:
    """A scale has a grade at two places, and lacks another."""
    record.put(Iri(f"{SCALE}/3"), rdf_first=GOOD)


def scale_cut_off(record: FalsifiedRecord) -> None:
    """A scale's list breaks off in the middle."""
    record.drop(Iri(f"{SCALE}/2"), "rdf:rest")


def scale_that_is_a_circle(record: FalsifiedRecord) -> None:
    """A scale's list leads back to its beginning."""
    record.put(Iri(f"{SCALE}/4"), rdf_rest=Iri(f"{SCALE}/1"))


def scale_with_a_theme(record: FalsifiedRecord) -> None:
    """A place on a scale is a theme."""
    record.put(Iri(f"{SCALE}/2"), rdf_first=PLANS)


def strand_in_no_framework(record: FalsifiedRecord) -> None:
    """A strand is judged by no framework."""
    strand = Iri("vocab:strand/SIF-2013/adoption")
    for name in ("cs:hasStrand", "cs:requiresStrand"):
        others = [each for each in record.values(SIF, name) if each != strand.whole]
        record.put(SIF, **{name.replace(":", "_"): others})


def strand_derived_from_another_framework(record: FalsifiedRecord) -> None:
    """A strand comes from another framework than its IRI says."""
    strand = Iri("vocab:strand/SIF-2013/adoption")
    record.put(strand, **{"http://data.europa.eu/m8g/isDerivedFrom": ILACS})


def strand_order_twice(record: FalsifiedRecord) -> None:
    """Two strands of a framework have the same place."""
    record.put(Iri("vocab:strand/SIF-2013/adoption"), cs_order=1)


def strand_that_judges_a_school(record: FalsifiedRecord) -> None:
    """A strand is about a school."""
    record.put(Iri("vocab:strand/SIF-2013/adoption"), cs_judges="school")


def strand_that_judges_nobody(record: FalsifiedRecord) -> None:
    """A strand is about nobody."""
    record.drop(Iri("vocab:strand/SIF-2013/adoption"), "cs:judges")


def grade_that_is_no_grade(record: FalsifiedRecord) -> None:
    """A grade is a concept of its scheme, and not a grade."""
    record.put(GOOD, rdf_type=Iri("skos:Concept"))
