"""Values that are not those of the words they were read from."""

from __future__ import annotations

from datetime import timedelta

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Typed

DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"


def value_of_a_figure_changed(record: FalsifiedRecord) -> None:
    """A figure has another value than its words."""
    record.put(record.first("cs:Fact"), cs_value=Typed(f'"997"{DECIMAL}'))


def inspector_renamed(record: FalsifiedRecord) -> None:
    """An inspector has another name than its words."""
    record.put(record.first("cs:Inspector"), cs_name="Jo Falsely")


def title_of_an_inspector_changed(record: FalsifiedRecord) -> None:
    """An inspector has another title than its words."""
    record.put(record.first("cs:Inspector", "cs:personTitle"), cs_personTitle="Senior Ofsted HMI")


def title_of_the_report_changed(record: FalsifiedRecord) -> None:
    """The report has another title than its evidence."""
    record.put(record.report, dcterms_title="Inspection of children’s services: all is well")


def heading_changed(record: FalsifiedRecord) -> None:
    """A section has another heading than its words."""
    record.put(record.last("cs:Section"), cs_heading="All is well")


def headings_of_two_sections_swapped(record: FalsifiedRecord) -> None:
    """Two sections have each other's headings."""
    record.swap(*record.two("cs:Section", unlike="cs:heading"), "cs:heading")


def text_of_a_recommendation_weakened(record: FalsifiedRecord) -> None:
    """A recommendation's text is not its words: it asks for less."""
    advice = record.first("cs:Recommendation")
    record.put(advice, cs_text="Consider whether anything should change.")


def text_of_a_recommendation_cut(record: FalsifiedRecord) -> None:
    """A recommendation's text has lost its second half."""
    advice = record.first("cs:Recommendation")
    words = record.words(advice, "cs:text").split()
    record.put(advice, cs_text=" ".join(words[: len(words) // 2]) + ".")


def one_word_more_in_a_recommendation(record: FalsifiedRecord) -> None:
    """A recommendation's text has a word more than its words."""
    advice = record.last("cs:Recommendation")
    first, _, rest = record.words(advice, "cs:text").partition(" ")
    record.put(advice, cs_text=f"{first} sometimes {rest}")


def day_of_publication_unlike_its_evidence(record: FalsifiedRecord) -> None:
    """The day of publication is five days after the one in its evidence."""
    issued = record.day(record.report, "dcterms:issued")
    record.put(record.report, dcterms_issued=issued + timedelta(5))


def visit_begins_a_day_before_its_words(record: FalsifiedRecord) -> None:
    """Inspection and visit begin a day before the printed one."""
    for thing in (record.inspection, record.first("cs:Visit")):
        record.put(thing, cs_startDate=record.day(thing, "cs:startDate") - timedelta(1))


def theme_that_is_not_printed(record: FalsifiedRecord) -> None:
    """The theme of a joint inspection is one that its words do not have."""
    record.put(record.report, cs_theme="the care of ponies")


def addressee_that_is_not_printed(record: FalsifiedRecord) -> None:
    """The addressee as printed is nowhere in the report."""
    advice = record.first("cs:Recommendation", "cs:addresseePrinted")
    record.put(advice, cs_addresseePrinted="Everyone but the council")


def timescale_that_is_not_printed(record: FalsifiedRecord) -> None:
    """The timescale as printed is nowhere in the report."""
    advice = record.first("cs:Recommendation", "cs:timescalePrinted")
    record.put(advice, cs_timescalePrinted="Whenever convenient")


def group_that_is_not_printed(record: FalsifiedRecord) -> None:
    """A recommendation stands under a heading that the report has not."""
    advice = record.first("cs:Recommendation", "cs:groupHeading")
    record.put(advice, cs_groupHeading="For schools only")


def body_renamed(record: FalsifiedRecord) -> None:
    """A board has a name that its words are not."""
    record.put(record.first("cs:NamedBody"), cs_name="Board of Nobody")


def other_name_that_is_not_printed(record: FalsifiedRecord) -> None:
    """A board has another name that the report nowhere prints."""
    record.add(record.first("cs:NamedBody"), cs_alsoNamed="The Falsified Panel")


def words_of_a_problem_not_printed(record: FalsifiedRecord) -> None:
    """A problem is about words that the report does not print."""
    record.put(record.first("cs:Problem", "cs:words"), cs_words="nothing of the sort")


def months_ahead_unlike_the_words(record: FalsifiedRecord) -> None:
    """The next step is twice as many months away as its words say."""
    step = record.first("cs:NextStep", "cs:monthsAhead")
    record.put(step, cs_monthsAhead=2 * record.number(step, "cs:monthsAhead"))


def responsible_that_is_not_printed(record: FalsifiedRecord) -> None:
    """Another body than the printed one must answer."""
    statement = record.first("cs:StatementRequirement", "cs:responsible")
    record.put(statement, cs_responsible="Marlowe parish church")


def authority_that_is_not_printed(record: FalsifiedRecord) -> None:
    """The authority's name as printed is nowhere in the report."""
    record.put(record.report, cs_authorityPrinted="Shire of Nowhere")


def subject_that_is_not_printed(record: FalsifiedRecord) -> None:
    """A judgement's subject is not in its words."""
    judged = record.first("cs:Judgement")
    if record.words(judged, "cs:subject") not in record.words(judged):
        raise NotApplicable
    record.put(judged, cs_subject="The happiness of ponies")


def number_of_a_recommendation_changed(record: FalsifiedRecord) -> None:
    """A recommendation has another number than the printed one."""
    record.put(record.first("cs:Recommendation", "cs:number"), cs_number="77")
