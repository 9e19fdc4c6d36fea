"""Things that stand at words of the text which are not theirs."""

from __future__ import annotations

from hashlib import sha256

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable


def quote_with_straight_marks(record: FalsifiedRecord) -> None:
    """The curly marks of a quote are straight ones."""
    for thing in record.placed():
        words = record.words(thing)
        if "’" in words:
            record.put(thing, cs_quote=words.replace("’", "'"))
            return
    raise NotApplicable


def quote_with_a_blank_more(record: FalsifiedRecord) -> None:
    """A quote has two blanks where the text has one; its end is one further on."""
    finding = record.last("cs:Finding")
    record.put(finding, cs_quote=record.words(finding).replace(" ", "  ", 1))
    record.put(finding, cs_textEnd=record.number(finding, "cs:textEnd") + 1)


def quote_without_its_full_stop(record: FalsifiedRecord) -> None:
    """A quote ends before its full stop; the end counts it."""
    for paragraph in record.things("cs:Paragraph"):
        words = record.words(paragraph)
        if words.endswith("."):
            record.put(paragraph, cs_quote=words[:-1])
            return
    raise NotApplicable


def section_at_the_heading_of_another(record: FalsifiedRecord) -> None:
    """A section stands at another section's heading, and keeps its own name."""
    one, other = record.two("cs:Section", unlike="cs:heading")
    record.place_like(one, other)


def paragraph_cut_in_two(record: FalsifiedRecord) -> None:
    """A paragraph ends in its middle; its findings go on."""
    longest = max(record.some("cs:Paragraph", 1), key=lambda each: len(record.words(each)))
    start, end = record.number(longest, "cs:textStart"), record.number(longest, "cs:textEnd")
    record.place(longest, start, (start + end) // 2)


def paragraph_at_the_words_of_another(record: FalsifiedRecord) -> None:
    """A paragraph stands where the one before it does."""
    one, other = record.two("cs:Paragraph")
    record.place_like(other, one)


def judgement_on_another_page(record: FalsifiedRecord) -> None:
    """A judgement is on the last page of the report."""
    judged, pages = record.first("cs:Judgement"), record.number(record.report, "cs:pageCount")
    if record.number(judged, "cs:page") == pages:
        raise NotApplicable
    record.put(judged, cs_page=pages)


def evidence_on_another_page(record: FalsifiedRecord) -> None:
    """The title is on the last page of the report."""
    evidence, pages = record.last("cs:Evidence"), record.number(record.report, "cs:pageCount")
    if record.number(evidence, "cs:page") == pages:
        raise NotApplicable
    record.put(evidence, cs_page=pages)


def inspector_at_the_words_of_another(record: FalsifiedRecord) -> None:
    """An inspector stands at the name of another one."""
    one, other = record.two("cs:Inspector", unlike="cs:name")
    record.place_like(one, other)


def names_of_two_inspectors_swapped(record: FalsifiedRecord) -> None:
    """Two inspectors have each other's names; the roles and places stay."""
    record.swap(*record.two("cs:Inspector", unlike="cs:name"), "cs:name")


def recommendation_that_goes_on_too_far(record: FalsifiedRecord) -> None:
    """A recommendation's words go on by half a line into what follows; its text stays."""
    advice = record.first("cs:Recommendation")
    start, end = record.number(advice, "cs:textStart"), record.number(advice, "cs:textEnd")
    record.place(advice, start, min(end + 40, len(record.text) - 1))


def texts_of_two_recommendations_swapped(record: FalsifiedRecord) -> None:
    """Two recommendations have each other's texts; their words stay."""
    record.swap(*record.two("cs:Recommendation"), "cs:text")


def named_body_at_a_heading(record: FalsifiedRecord) -> None:
    """A board is named where its name is not printed."""
    record.place_like(record.first("cs:NamedBody"), record.first("cs:Inspector"))


def statement_at_a_recommendation(record: FalsifiedRecord) -> None:
    """A required statement stands at the words of a recommendation."""
    statement = record.first("cs:StatementRequirement")
    record.place_like(statement, record.last("cs:Recommendation"))


def next_step_at_a_recommendation(record: FalsifiedRecord) -> None:
    """A next step stands at the words of a recommendation."""
    step = record.first("cs:NextStep", "cs:monthsAhead")
    record.place_like(step, record.last("cs:Recommendation"))


def a_line_before_the_text(record: FalsifiedRecord) -> None:
    """The text has a line more at its beginning, and its hash is the new one."""
    record.text = "OFFICIAL\n" + record.text
    record.put(record.reading, cs_textSha256=sha256(record.text.encode()).hexdigest())


def the_last_page_of_the_text_lost(record: FalsifiedRecord) -> None:
    """The text has lost its last page, and its hash is the new one."""
    if "\f" not in record.text:
        raise NotApplicable
    record.text = record.text.rpartition("\f")[0]
    record.put(record.reading, cs_textSha256=sha256(record.text.encode()).hexdigest())


def the_end_of_the_text_lost(record: FalsifiedRecord) -> None:
    """The text breaks off in its middle, and its hash is the new one."""
    record.text = record.text[: len(record.text) // 2]
    record.put(record.reading, cs_textSha256=sha256(record.text.encode()).hexdigest())
