"""Concepts of the vocabulary that contradict one another."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri, Typed

GOOD, INADEQUATE = Iri("vocab:grade/good"), Iri("vocab:grade/inadequate")
PLANS, VOICE = Iri("vocab:theme/plans"), Iri("vocab:theme/voice")
GROUP = Iri("vocab:theme-group/help-and-protection")
THREE_MONTHS = Iri("vocab:timescale/within-three-months")


def code_twice(record: FalsifiedRecord) -> None:
    """Two themes have the same code."""
    record.put(VOICE, skos_notation="plans")


def code_unlike_its_iri(record: FalsifiedRecord) -> None:
    """A theme's code is not the one in its IRI."""
    record.put(PLANS, skos_notation="planning")


def code_in_capitals(record: FalsifiedRecord) -> None:
    """A theme's code is written in capitals."""
    record.put(PLANS, skos_notation="PLANS")


def name_twice(record: FalsifiedRecord) -> None:
    """Two themes have the same name."""
    record.put(VOICE, skos_prefLabel=Typed('"Plans and planning"@en'))


def two_names_in_one_language(record: FalsifiedRecord) -> None:
    """A theme has two names in English."""
    record.add(PLANS, skos_prefLabel=Typed('"Schemes"@en'))


def other_name_that_is_anothers_name(record: FalsifiedRecord) -> None:
    """A grade is also called what another grade of its scheme is."""
    record.add(INADEQUATE, skos_altLabel=Typed('"Good"@en'))


def name_missing(record: FalsifiedRecord) -> None:
    """A theme has no name."""
    record.drop(PLANS, "skos:prefLabel")


def scheme_missing(record: FalsifiedRecord) -> None:
    """A theme is in no scheme."""
    record.drop(PLANS, "skos:inScheme")


def scheme_that_is_a_concept(record: FalsifiedRecord) -> None:
    """A theme is in a scheme that is a theme."""
    record.put(PLANS, skos_inScheme=VOICE)


def two_schemes(record: FalsifiedRecord) -> None:
    """A theme is a kind of recommendation as well."""
    record.add(PLANS, skos_inScheme=Iri("vocab:kind"))


def scheme_unlike_its_iri(record: FalsifiedRecord) -> None:
    """A theme is in the scheme of kinds of board only."""
    record.put(PLANS, skos_inScheme=Iri("vocab:board-kind"))


def broader_than_itself(record: FalsifiedRecord) -> None:
    """A theme is a part of itself."""
    record.add(PLANS, skos_broader=PLANS)


def broader_in_a_circle(record: FalsifiedRecord) -> None:
    """A group of themes is a part of one of its themes."""
    record.add(GROUP, skos_broader=PLANS)


def broader_of_another_scheme(record: FalsifiedRecord) -> None:
    """A theme is a part of a grade."""
    record.put(PLANS, skos_broader=GOOD)


def related_and_broader(record: FalsifiedRecord) -> None:
    """A theme is related to what it is a part of."""
    record.add(PLANS, skos_related=GROUP)


def replaced_by_itself(record: FalsifiedRecord) -> None:
    """A kind of board was replaced by itself."""
    lscb = Iri("vocab:board-kind/lscb")
    record.put(lscb, dcterms_isReplacedBy=lscb)


def replaced_by_a_theme(record: FalsifiedRecord) -> None:
    """A kind of board was replaced by a theme."""
    record.put(Iri("vocab:board-kind/lscb"), dcterms_isReplacedBy=PLANS)


def replaced_by_what_there_is_not(record: FalsifiedRecord) -> None:
    """A kind of board was replaced by one that no list has."""
    record.put(
        Iri("vocab:board-kind/lscb"), dcterms_isReplacedBy=Iri("vocab:board-kind/council-of-elders")
    )


def months_unlike_the_name(record: FalsifiedRecord) -> None:
    """Within three months is within six."""
    record.put(THREE_MONTHS, cs_months=6)


def months_missing(record: FalsifiedRecord) -> None:
    """A timescale lasts for no number of months."""
    record.drop(THREE_MONTHS, "cs:months")


def severity_that_there_is_not(record: FalsifiedRecord) -> None:
    """A problem is catastrophic."""
    record.put(Iri("vocab:problem-code/no-title"), cs_severity="catastrophic")


def trait_that_there_is_not(record: FalsifiedRecord) -> None:
    """A kind of section is funny."""
    record.add(Iri("vocab:section-kind/strengths"), cs_trait="funny")


def board_kind_without_a_type(record: FalsifiedRecord) -> None:
    """A kind of board has no type."""
    record.drop(Iri("vocab:board-kind/lscb"), "cs:boardType")


def measure_of_a_theme(record: FalsifiedRecord) -> None:
    """A measure counts a theme in place of a unit."""
    record.put(Iri("vocab:measure/looked-after"), skos_related=PLANS)


def theme_order_twice(record: FalsifiedRecord) -> None:
    """Two themes have the same place."""
    record.put(VOICE, cs_order=record.number(PLANS, "cs:order"))


def misspelt_property_of_a_concept(record: FalsifiedRecord) -> None:
    """A theme has a property that the ontology does not declare."""
    record.add(PLANS, cs_prefLable="Plans")


def concept_of_a_foreign_class(record: FalsifiedRecord) -> None:
    """A theme is a person as well."""
    record.add(PLANS, rdf_type=Iri("https://schema.org/Person"))


def subclass_in_a_circle(record: FalsifiedRecord) -> None:
    """What is read from a report is a judgement."""
    record.add(Iri("cs:ReportedItem"), rdfs_subClassOf=Iri("cs:Judgement"))
