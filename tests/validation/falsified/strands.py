"""Concepts, strands and frameworks that nearly fit."""

from __future__ import annotations

from datetime import date

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri, Typed

ADOPTION = Iri("vocab:strand/SIF-2013/adoption")
SIF, ILACS = Iri("vocab:framework/SIF-2013"), Iri("vocab:framework/ILACS-2023")
PLANS = Iri("vocab:theme/plans")


def strand_of_another_code_than_its_iri(record: FalsifiedRecord) -> None:
    """A strand's code is not the one in its IRI."""
    record.put(ADOPTION, skos_notation="fostering")


def two_strands_of_one_code(record: FalsifiedRecord) -> None:
    """Two strands of a framework have one code."""
    record.put(ADOPTION, skos_notation="overall")


def strand_without_its_scheme(record: FalsifiedRecord) -> None:
    """A strand is in no scheme."""
    record.drop(ADOPTION, "skos:inScheme")


def strand_without_its_order(record: FalsifiedRecord) -> None:
    """A strand has no place among the others."""
    record.drop(ADOPTION, "cs:order")


def strand_about_a_board_is_about_the_authority(record: FalsifiedRecord) -> None:
    """The judgement of a safeguarding board judges the authority."""
    record.put(Iri("vocab:strand/SIF-2013/lscb"), cs_judges="authority")


def framework_with_a_theme_for_a_grade(record: FalsifiedRecord) -> None:
    """One of a framework's grades is a theme."""
    record.add(ILACS, cs_hasGrade=PLANS)


def framework_of_a_misspelt_family(record: FalsifiedRecord) -> None:
    """A framework is of a family of another code."""
    record.put(ILACS, cs_familyCode="ILAC")


def framework_that_is_never_in_force(record: FalsifiedRecord) -> None:
    """A framework begins when the next one has begun."""
    record.put(ILACS, cs_validFrom=date(2026, 5, 1))


def framework_of_two_scales(record: FalsifiedRecord) -> None:
    """A framework has two scales."""
    record.add(ILACS, cs_hasScale=Iri("vocab:scale/area-send-2023"))


def framework_with_the_code_of_another(record: FalsifiedRecord) -> None:
    """Two frameworks have one code."""
    record.put(ILACS, skos_notation="SIF-2013")


def grade_of_two_ranks(record: FalsifiedRecord) -> None:
    """A grade has two ranks."""
    record.add(Iri("vocab:grade/good"), cs_rank=4)


def grade_beyond_the_scale(record: FalsifiedRecord) -> None:
    """A grade has the ninth rank of a scale of four."""
    record.put(Iri("vocab:grade/inadequate"), cs_rank=9)


def months_below_nought(record: FalsifiedRecord) -> None:
    """A timescale ends before it begins."""
    record.put(Iri("vocab:timescale/within-three-months"), cs_months=-3)


def hidden_name_that_is_anothers_name(record: FalsifiedRecord) -> None:
    """A grade is recognised by another grade's name."""
    record.add(Iri("vocab:grade/inadequate"), skos_hiddenLabel=Typed('"Good"@en'))


def problem_without_a_severity(record: FalsifiedRecord) -> None:
    """A code of problems has no severity."""
    record.drop(Iri("vocab:problem-code/no-title"), "cs:severity")


def problem_without_a_meaning(record: FalsifiedRecord) -> None:
    """Nothing says what a code of problems means."""
    record.drop(Iri("vocab:problem-code/no-title"), "skos:definition")


def board_kind_that_ended_before_its_law(record: FalsifiedRecord) -> None:
    """Safeguarding boards ended before the first of them was made."""
    record.put(Iri("vocab:board-kind/lscb"), cs_validTo=date(1999, 1, 1))


def exact_match_of_two_grades(record: FalsifiedRecord) -> None:
    """Adequate and requires improvement are said to be exactly the same."""
    record.add(Iri("vocab:grade/adequate"), skos_exactMatch=Iri("vocab:grade/requires-improvement"))
