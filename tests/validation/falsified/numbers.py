"""Numbers and codes that are written well and cannot be."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri, Typed

XSD = "^^<http://www.w3.org/2001/XMLSchema#"


def probabilities_in_another_order(record: FalsifiedRecord) -> None:
    """The probabilities of themes begin with the least."""
    for finding in record.things("cs:Finding", "cs:themeProbabilities"):
        words = record.words(finding, "cs:themeProbabilities").split()
        if len(words) > 2 and words[1] != words[3]:
            turned = [*words[2:4], *words[:2], *words[4:]]
            record.put(finding, cs_themeProbabilities=" ".join(turned))
            return
    raise NotApplicable


def probability_of_one_theme_twice(record: FalsifiedRecord) -> None:
    """A theme has two probabilities."""
    finding = record.first("cs:Finding", "cs:themeProbabilities")
    words = record.words(finding, "cs:themeProbabilities")
    record.put(finding, cs_themeProbabilities=f"{words} {words.split()[0]} 0.40")


def negative_figure(record: FalsifiedRecord) -> None:
    """A figure is less than nothing."""
    record.put(record.first("cs:Fact"), cs_value=Typed(f'"-3"{XSD}decimal>'))


def figure_ten_times_too_high(record: FalsifiedRecord) -> None:
    """A figure has a nought too many."""
    fact = record.first("cs:Fact")
    value = record.words(fact, "cs:value").split('"')[1]
    record.put(fact, cs_value=Typed(f'"{value.partition(".")[0]}0"{XSD}decimal>'))


def next_step_at_once(record: FalsifiedRecord) -> None:
    """The next step is in no months, where words give a number."""
    record.put(record.first("cs:NextStep", "cs:monthsAhead"), cs_monthsAhead=0)


def board_addressed_as_a_partnership(record: FalsifiedRecord) -> None:
    """A recommendation to the safeguarding board is said to be one to a partnership."""
    advice = record.where("cs:Recommendation", cs_addressee="board")
    record.put(advice, cs_addressee="partnership")


def kind_of_section_turned(record: FalsifiedRecord) -> None:
    """A section of weaknesses is one of strengths."""
    section = record.where("cs:Section", cs_sectionKind="weaknesses")
    record.put(section, cs_sectionKind="strengths")


def problem_of_another_code(record: FalsifiedRecord) -> None:
    """A problem has another code than its message is about."""
    problem = record.where("cs:Problem", cs_problemCode="no-publication-date")
    record.put(problem, cs_problemCode="no-lead-inspector")


def order_with_leading_noughts(record: FalsifiedRecord) -> None:
    """A place is written 007."""
    record.put(record.first("cs:Recommendation"), cs_order=Typed(f'"007"{XSD}integer>'))


def day_with_a_time_zone(record: FalsifiedRecord) -> None:
    """The first day is one of a time zone."""
    day = record.day(record.inspection, "cs:startDate").isoformat()
    record.put(record.inspection, cs_startDate=Typed(f'"{day}+14:00"{XSD}date>'))


def polarity_surer_than_sure(record: FalsifiedRecord) -> None:
    """A finding of no polarity is surely a strength."""
    finding = record.where("cs:Finding", cs_polarity=Iri("vocab:polarity/none"))
    record.put(finding, cs_polarity=Iri("vocab:polarity/strength"))
    record.put(finding, cs_polarityProbability=Typed(f'"1.01"{XSD}decimal>'))


def title_in_capitals(record: FalsifiedRecord) -> None:
    """An inspector is titled with a remark."""
    record.put(record.last("cs:Inspector", "cs:personTitle"), cs_personTitle="(not a real one)")


def empty_name(record: FalsifiedRecord) -> None:
    """An inspector's name is a blank."""
    record.put(record.first("cs:Inspector"), cs_name=" ")
