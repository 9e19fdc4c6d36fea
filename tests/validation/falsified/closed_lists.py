"""Words, codes and numbers that are none of those there can be."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri, Typed

DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"


def variant_in_free_words(record: FalsifiedRecord) -> None:
    """The variant is a remark."""
    record.put(record.report, cs_variant="a rather short one")


def variant_where_the_family_has_none(record: FalsifiedRecord) -> None:
    """A joint inspection is a short one."""
    record.only("JTAI", "AreaSEND", "CP2012", "LAC")
    record.add(record.report, cs_variant="short", cs_variantInferred=True)


def section_kind_in_free_words(record: FalsifiedRecord) -> None:
    """A section's kind is a remark."""
    record.put(record.first("cs:Section", "cs:sectionKind"), cs_sectionKind="miscellaneous")


def section_kind_misspelt(record: FalsifiedRecord) -> None:
    """A section's kind has a letter too few."""
    section = record.last("cs:Section", "cs:sectionKind")
    record.put(section, cs_sectionKind=record.words(section, "cs:sectionKind")[:-1])


def unit_in_free_words(record: FalsifiedRecord) -> None:
    """A figure counts ponies."""
    record.put(record.first("cs:Fact"), cs_unit="ponies")


def percent_580(record: FalsifiedRecord) -> None:
    """A figure is 580 per cent."""
    record.put(record.first("cs:Fact"), cs_unit="percent", cs_value=Typed(f'"580"{DECIMAL}'))


def half_a_child(record: FalsifiedRecord) -> None:
    """A number of children has a fraction."""
    fact = record.where("cs:Fact", cs_unit="children")
    record.put(fact, cs_value=Typed(f'"40.5"{DECIMAL}'))


def problem_code_that_there_is_not(record: FalsifiedRecord) -> None:
    """A problem has a code that no list has."""
    record.put(record.first("cs:Problem"), cs_problemCode="all-is-well")


def probability_of_a_theme_above_one(record: FalsifiedRecord) -> None:
    """A theme's probability is 1.7."""
    finding = record.first("cs:Finding", "cs:mainTheme")
    code = record.link(finding, "cs:mainTheme").rpartition("/")[2]
    record.put(finding, cs_themeProbabilities=f"{code} 1.70")


def probability_of_a_polarity_above_one(record: FalsifiedRecord) -> None:
    """A polarity's probability is 1.5."""
    record.put(record.first("cs:Finding"), cs_polarityProbability=Typed(f'"1.5"{DECIMAL}'))


def probability_of_an_unknown_theme(record: FalsifiedRecord) -> None:
    """A probability is of a theme that there is not."""
    record.put(record.first("cs:Finding", "cs:mainTheme"), cs_themeProbabilities="ponies 0.80")


def probability_of_another_theme(record: FalsifiedRecord) -> None:
    """A probability is of a theme that the finding is not about."""
    finding = record.first("cs:Finding", "cs:mainTheme")
    record.put(finding, cs_themeProbabilities="private-fostering 0.80")


def probability_of_one_theme_more(record: FalsifiedRecord) -> None:
    """A recommendation has a probability of one theme more than it is about."""
    advice = record.first("cs:Recommendation", "cs:themeProbabilities")
    words = record.words(advice, "cs:themeProbabilities")
    record.put(advice, cs_themeProbabilities=f"{words} private-fostering 0.41")


def one_theme_more_than_probabilities(record: FalsifiedRecord) -> None:
    """A finding is about a theme without a probability."""
    finding = record.first("cs:Finding", "cs:mainTheme")
    record.add(finding, cs_aboutTheme=Iri("vocab:theme/private-fostering"))


def main_theme_is_not_the_likeliest(record: FalsifiedRecord) -> None:
    """The main theme is the one that is second by its probability."""
    for finding in record.things("cs:Finding", "cs:mainTheme"):
        main = record.link(finding, "cs:mainTheme")
        others = [each for each in record.values(finding, "cs:aboutTheme") if each != main]
        if others:
            record.put(finding, cs_mainTheme=others[0])
            return
    raise NotApplicable


def due_at_once_in_three_months(record: FalsifiedRecord) -> None:
    """What is to be done at once is due when what is to be done in months is."""
    one = record.where("cs:Recommendation", cs_timescalePrinted="Immediately")
    later = next(
        (a for a in record.things("cs:Recommendation", "cs:dueDate")
         if record.day(a, "cs:dueDate") != record.day(one, "cs:dueDate")), None
    )  # fmt: skip
    if later is None:
        raise NotApplicable
    record.put(one, cs_dueDate=record.day(later, "cs:dueDate"))


def timescale_unlike_its_printed_words(record: FalsifiedRecord) -> None:
    """A timescale of a year stands beside other printed words."""
    advice = record.first("cs:Recommendation", "cs:timescale")
    record.put(advice, cs_timescale=Iri("vocab:timescale/within-twelve-months"))


def timescale_and_day_unlike_the_printed_words(record: FalsifiedRecord) -> None:
    """Timescale and due date are another recommendation's; the printed words stay."""
    one, other = record.two("cs:Recommendation", "cs:timescale", unlike="cs:timescale")
    record.put(one, cs_timescale=record.link(other, "cs:timescale"))
    record.put(one, cs_dueDate=record.day(other, "cs:dueDate"))


def due_date_counted_from_elsewhere(record: FalsifiedRecord) -> None:
    """A due date is counted from the publication, and was from the fieldwork."""
    advice = record.where("cs:Recommendation", cs_dueCountedFrom="fieldwork")
    record.put(advice, cs_dueCountedFrom="published")


def cites_a_paragraph_that_there_is_not(record: FalsifiedRecord) -> None:
    """A recommendation cites a paragraph of a number that none has."""
    advice = record.first("cs:Recommendation", "cs:citesParagraphNumber")
    record.put(advice, cs_citesParagraphNumber=888)


def cites_another_paragraph_than_it_refers_to(record: FalsifiedRecord) -> None:
    """A recommendation refers to another paragraph than the one of the number it cites."""
    advice = record.first("cs:Recommendation", "cs:refersToParagraph")
    mine = record.values(advice, "cs:refersToParagraph")
    others = [p for p in record.things("cs:Paragraph") if p not in mine]
    record.put(advice, cs_refersToParagraph=others[0])


def refers_to_a_paragraph_that_it_does_not_cite(record: FalsifiedRecord) -> None:
    """A recommendation that cites no number refers to a paragraph."""
    for advice in record.things("cs:Recommendation"):
        if not record.has(advice, "cs:refersToParagraph"):
            record.add(advice, cs_refersToParagraph=record.last("cs:Paragraph"))
            return
    raise NotApplicable


def role_that_there_is_not(record: FalsifiedRecord) -> None:
    """An inspector is the chief."""
    record.put(record.first("cs:Inspector"), cs_role="chief")


def addressee_that_there_is_not(record: FalsifiedRecord) -> None:
    """A recommendation is addressed to a council, and not to an authority."""
    record.put(record.first("cs:Recommendation"), cs_addressee="council")


def addressee_of_another_kind_than_the_body(record: FalsifiedRecord) -> None:
    """A recommendation to the authority is said to be one to a board."""
    advice = record.where("cs:Recommendation", cs_addressee="authority")
    record.put(advice, cs_addressee="board")


def basis_that_there_is_not(record: FalsifiedRecord) -> None:
    """A judgement is guessed."""
    record.put(record.first("cs:Judgement"), cs_basis="guessed")


def start_of_a_due_date_that_there_is_not(record: FalsifiedRecord) -> None:
    """A due date is counted from the day of writing."""
    advice = record.first("cs:Recommendation", "cs:dueCountedFrom")
    record.put(advice, cs_dueCountedFrom="written")


def type_of_a_board_unlike_its_kind(record: FalsifiedRecord) -> None:
    """A board's type is not the one of its kind."""
    board = record.first("cs:Board")
    type_ = "LSCB" if record.value(board, "cs:boardType") != "LSCB" else "ScrutinyCommittee"
    record.put(board, cs_boardType=type_)


def type_of_a_board_in_free_words(record: FalsifiedRecord) -> None:
    """A board's type is no type of any kind."""
    record.put(record.first("cs:Board"), cs_boardType="Committee")


def family_that_there_is_not(record: FalsifiedRecord) -> None:
    """The family is misspelt."""
    record.put(record.report, cs_family="ILAC")


def earlier_family_that_there_is_not(record: FalsifiedRecord) -> None:
    """An earlier inspection was of a family that there is not."""
    earlier = record.first("cs:EarlierInspection")
    if record.has(earlier, "cs:familyThen"):
        record.drop(earlier, "cs:familyThen")
    record.add(earlier, cs_familyThen="XYZ")


def kind_of_statement_in_free_words(record: FalsifiedRecord) -> None:
    """A required statement is a letter of thanks."""
    record.put(record.first("cs:StatementRequirement"), cs_statementKind="letter of thanks")


def earlier_inspection_called_a_party(record: FalsifiedRecord) -> None:
    """An earlier inspection is called what its words do not call it."""
    record.put(record.first("cs:EarlierInspection"), cs_what="summer party")


def media_type_that_there_is_not(record: FalsifiedRecord) -> None:
    """The file is a film."""
    record.put(record.file, dcterms_format="video/mp4")


def evidence_for_an_unknown_property(record: FalsifiedRecord) -> None:
    """Evidence is for a property that there is not."""
    record.put(record.first("cs:Evidence"), cs_evidenceFor=Iri("cs:happiness"))


def evidence_for_a_property_that_the_report_lacks(record: FalsifiedRecord) -> None:
    """Evidence is for a theme that the report has not."""
    if record.has(record.report, "cs:theme"):
        raise NotApplicable
    record.put(record.first("cs:Evidence"), cs_evidenceFor=Iri("cs:theme"))


def comparison_that_there_is_not(record: FalsifiedRecord) -> None:
    """A figure is compared with the neighbours'."""
    fact = record.first("cs:Fact")
    if record.has(fact, "cs:comparison"):
        record.drop(fact, "cs:comparison")
    record.add(fact, cs_comparison="neighbours")


def relation_that_there_is_not(record: FalsifiedRecord) -> None:
    """A body is owned by the authority."""
    record.add(record.first("cs:NamedBody"), cs_relation="owned by")


def mark_that_there_is_not(record: FalsifiedRecord) -> None:
    """A finding has a mark of a recommendation that there is not."""
    record.add(record.first("cs:Finding"), cs_recommendationMark="perhaps")


def kind_unlike_its_section(record: FalsifiedRecord) -> None:
    """A priority action is an area for improvement; its section says what it is."""
    advice = record.where("cs:Recommendation", cs_kind=Iri("vocab:kind/priority-action"))
    record.put(advice, cs_kind=Iri("vocab:kind/area-for-improvement"))


def correction_of_a_field_that_there_is_not(record: FalsifiedRecord) -> None:
    """A person corrected the weather."""
    record.put(record.first("cs:Correction"), cs_correctedField="weather")


def polarity_turned(record: FalsifiedRecord) -> None:
    """A weakness is a strength, as sure as it was."""
    weak = record.where("cs:Finding", cs_polarity=Iri("vocab:polarity/weakness"))
    record.put(weak, cs_polarity=Iri("vocab:polarity/strength"))
