"""Words, pages and offsets that do not say where the report says it."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri


def quote_reworded(record: FalsifiedRecord) -> None:
    """One word of a finding is another one of the same length."""
    finding = record.last("cs:Finding")
    first, blank, rest = record.words(finding).partition(" ")
    record.put(finding, cs_quote=first[::-1].capitalize() + blank + rest)


def quote_negated(record: FalsifiedRecord) -> None:
    """A finding says the opposite; its offsets stay."""
    finding = next((f for f in record.things("cs:Finding") if " are " in record.words(f)), None)
    if finding is None:
        raise NotApplicable
    record.put(finding, cs_quote=record.words(finding).replace(" are ", " are not ", 1))


def quote_cut_short(record: FalsifiedRecord) -> None:
    """A finding has lost its last word; its offsets stay."""
    finding = record.first("cs:Finding")
    record.put(finding, cs_quote=record.words(finding).rpartition(" ")[0])


def quote_cut_short_with_its_offsets(record: FalsifiedRecord) -> None:
    """A judgement's words end before the grade, and the offsets with them."""
    judged = record.first("cs:Judgement")
    start, printed = record.number(judged, "cs:textStart"), record.words(judged, "cs:gradePrinted")
    record.place(judged, start, record.number(judged, "cs:textEnd") - len(printed) - 1)


def quote_in_small_letters(record: FalsifiedRecord) -> None:
    """The words of a paragraph are all in small letters."""
    paragraph = record.first("cs:Paragraph")
    record.put(paragraph, cs_quote=record.words(paragraph).lower())


def quotes_of_two_findings_swapped(record: FalsifiedRecord) -> None:
    """Two findings have each other's words, each at its own offsets."""
    record.swap(*record.two("cs:Finding"), "cs:quote")


def offsets_one_too_far(record: FalsifiedRecord) -> None:
    """A finding's offsets are one too far: a blank was counted twice."""
    record.shift(record.last("cs:Finding"), 1)


def all_offsets_one_too_far(record: FalsifiedRecord) -> None:
    """All offsets of paragraphs and findings count one character too many."""
    things = [*record.things("cs:Finding"), *record.things("cs:Paragraph")]
    for thing in things:
        record.shift(thing, 1)


def offsets_of_another_place(record: FalsifiedRecord) -> None:
    """A recommendation's offsets are a hundred characters before its words."""
    record.shift(record.last("cs:Recommendation"), -100)


def offsets_beyond_the_text(record: FalsifiedRecord) -> None:
    """An inspector stands behind the end of the text."""
    record.shift(record.last("cs:Inspector"), len(record.text))


def end_moved_back(record: FalsifiedRecord) -> None:
    """A section ends before its heading does."""
    section = record.last("cs:Section")
    record.put(section, cs_textEnd=record.number(section, "cs:textEnd") - 3)


def start_moved_back(record: FalsifiedRecord) -> None:
    """A judgement begins before its words do."""
    judged = record.last("cs:Judgement")
    record.put(judged, cs_textStart=record.number(judged, "cs:textStart") - 3)


def next_page(record: FalsifiedRecord) -> None:
    """A recommendation is on the page after its own, which the report has."""
    advice = record.first("cs:Recommendation")
    page = record.number(advice, "cs:page") + 1
    if page > record.number(record.report, "cs:pageCount"):
        raise NotApplicable
    record.put(advice, cs_page=page)


def page_before(record: FalsifiedRecord) -> None:
    """A finding is on the page before its own."""
    finding = record.last("cs:Finding")
    page = record.number(finding, "cs:page") - 1
    if page < 1:
        raise NotApplicable
    record.put(finding, cs_page=page)


def pages_going_back(record: FalsifiedRecord) -> None:
    """The pages of two paragraphs are swapped."""
    record.swap(*record.two("cs:Paragraph", unlike="cs:page"), "cs:page")


def figure_at_other_words(record: FalsifiedRecord) -> None:
    """A figure stands at a heading."""
    record.place_like(record.first("cs:Fact"), record.first("cs:Section"))


def finding_outside_its_paragraph(record: FalsifiedRecord) -> None:
    """A finding is in another paragraph than the one that it stands in."""
    finding = record.first("cs:Finding", "cs:inPart")
    mine = record.link(finding, "cs:inPart")
    other = next((p for p in record.things("cs:Paragraph") if p != mine), None)
    if other is None:
        raise NotApplicable
    record.put(finding, cs_inPart=other)


def finding_in_another_section(record: FalsifiedRecord) -> None:
    """A finding is in another section than its paragraph."""
    record.swap(*record.two("cs:Finding", unlike="cs:inSection"), "cs:inSection")


def paragraph_in_another_section(record: FalsifiedRecord) -> None:
    """A paragraph, with its findings, is in a section that it does not stand in."""
    paragraph = record.last("cs:Paragraph", "cs:inSection")
    mine = record.link(paragraph, "cs:inSection")
    other = next(s for s in record.things("cs:Section") if s != mine)
    record.put(paragraph, cs_inSection=other)
    for finding in record.things("cs:Finding"):
        if paragraph in record.values(finding, "cs:inPart"):
            record.put(finding, cs_inSection=other)


def two_findings_at_one_place(record: FalsifiedRecord) -> None:
    """A finding is there twice."""
    finding = record.last("cs:Finding")
    record.copy(finding, Iri(f"{record.report}/finding/999"))


def finding_at_the_words_of_another(record: FalsifiedRecord) -> None:
    """A finding has the words and offsets of another one."""
    one, other = record.two("cs:Finding")
    record.place_like(one, other)


def places_of_two_judgements_swapped(record: FalsifiedRecord) -> None:
    """Two judgements stand at each other's words; subject and grade stay."""
    one, other = record.two("cs:Judgement", unlike="cs:subject")
    record.swap(one, other, "cs:quote", "cs:textStart", "cs:textEnd")


def judgement_at_a_heading(record: FalsifiedRecord) -> None:
    """A judgement stands at words without a grade."""
    judged = record.first("cs:Judgement", "cs:gradePrinted")
    record.place_like(judged, record.first("cs:Evidence"))


def evidence_of_the_title_elsewhere(record: FalsifiedRecord) -> None:
    """The title's evidence is a finding."""
    evidence = record.where("cs:Evidence", cs_evidenceFor=Iri("dcterms:title"))
    record.place_like(evidence, record.last("cs:Finding"))


def evidence_of_the_day_elsewhere(record: FalsifiedRecord) -> None:
    """The evidence for the day of publication names no day."""
    evidence = record.where("cs:Evidence", cs_evidenceFor=Iri("dcterms:issued"))
    record.place_like(evidence, record.last("cs:Finding"))


def evidence_of_the_authority_elsewhere(record: FalsifiedRecord) -> None:
    """The evidence for the authority does not name it."""
    evidence = record.where("cs:Evidence", cs_evidenceFor=Iri("cs:about"))
    record.place_like(evidence, record.last("cs:Recommendation"))


def visit_at_words_without_days(record: FalsifiedRecord) -> None:
    """The visit's words name no day."""
    record.place_like(record.first("cs:Visit"), record.last("cs:Finding"))


def correction_on_a_page_that_there_is_not(record: FalsifiedRecord) -> None:
    """A person read a value on the ninetieth page."""
    record.put(record.first("cs:Correction"), cs_page=90)


def another_hash_of_the_text(record: FalsifiedRecord) -> None:
    """The reading names another text than the one beside it."""
    record.put(record.reading, cs_textSha256="5a" * 32)


def a_word_of_the_text_changed(record: FalsifiedRecord) -> None:
    """The text beside the record is not the one that was read: a grade is another one."""
    judged = record.first("cs:Judgement")
    start, end = record.number(judged, "cs:textStart"), record.number(judged, "cs:textEnd")
    record.text = record.text[:start] + "x" * (end - start) + record.text[end:]


def a_page_break_of_the_text_lost(record: FalsifiedRecord) -> None:
    """The text beside the record has a page less."""
    if "\f" not in record.text:
        raise NotApplicable
    record.text = record.text.replace("\f", "\n", 1)


def text_of_another_report(record: FalsifiedRecord) -> None:
    """The text beside the record is another report's."""
    record.text = "Another report\n" + record.text


def earlier_inspection_at_other_words(record: FalsifiedRecord) -> None:
    """What is said of an earlier inspection stands at a heading."""
    record.place_like(record.first("cs:EarlierInspection", "cs:when"), record.first("cs:Section"))
