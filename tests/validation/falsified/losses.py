"""Parts that are lost, with what would tell it."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri


def every_second_finding_missing(record: FalsifiedRecord) -> None:
    """Of the sentences of the report every second one is gone."""
    for finding in record.some("cs:Finding", 2)[1::2]:
        record.remove(finding)


def last_findings_missing(record: FalsifiedRecord) -> None:
    """The last three sentences of the report are gone."""
    for finding in record.some("cs:Finding", 4)[-3:]:
        record.remove(finding)


def recommendation_missing_without_a_gap(record: FalsifiedRecord) -> None:
    """A recommendation is gone with its findings, and the others have moved up."""
    first, *others = record.some("cs:Recommendation", 2)
    _with_findings(record, first)
    for order, advice in enumerate(others, 1):
        record.drop(advice, "cs:order")
        record.add(advice, cs_order=order)


def paragraph_missing_without_a_gap(record: FalsifiedRecord) -> None:
    """A paragraph is gone with its findings, and the others have moved up."""
    first, *others = record.some("cs:Paragraph", 2)
    _with_findings(record, first)
    for order, paragraph in enumerate(others, 1):
        record.drop(paragraph, "cs:order")
        record.add(paragraph, cs_order=order)


def all_sections_missing(record: FalsifiedRecord) -> None:
    """The report has no sections; paragraphs and findings are there."""
    for section in record.some("cs:Section", 1):
        record.remove(section)


def first_section_missing(record: FalsifiedRecord) -> None:
    """The first section is gone; what stands in it is there."""
    record.remove(record.some("cs:Section", 2)[0])


def name_of_a_mentioned_board_missing(record: FalsifiedRecord) -> None:
    """A board is mentioned by a finding, and nothing says where the report names it."""
    for named in record.things("cs:NamedBody"):
        record.remove(named)
        return
    raise NotApplicable


def timescale_of_one_recommendation_missing(record: FalsifiedRecord) -> None:
    """One of the recommendations with timescales has none, nor a due date."""
    advice = record.some("cs:Recommendation", 3, "cs:timescale", "cs:dueDate")[1]
    record.drop(advice, "cs:timescale", "cs:timescalePrinted", "cs:dueDate", "cs:dueCountedFrom")


def addressee_missing(record: FalsifiedRecord) -> None:
    """One recommendation is addressed to nobody."""
    record.drop(record.first("cs:Recommendation", "cs:addressedTo"), "cs:addressedTo")


def text_of_a_section_unread(record: FalsifiedRecord) -> None:
    """All that stands in the longest section is gone; its heading is there."""
    sections = record.some("cs:Section", 2)
    parts = {s: [p for p in record.things("cs:Paragraph", "cs:inSection")
                 if record.link(p, "cs:inSection") == s] for s in sections}  # fmt: skip
    longest = max(sections, key=lambda section: len(parts[section]))
    if not parts[longest]:
        raise NotApplicable
    for paragraph in parts[longest]:
        _with_findings(record, paragraph)


def evidence_of_the_title_missing(record: FalsifiedRecord) -> None:
    """The title has no words that it was read from."""
    record.remove(record.where("cs:Evidence", cs_evidenceFor=Iri("dcterms:title")))


def probabilities_of_a_recommendation_missing(record: FalsifiedRecord) -> None:
    """A recommendation has themes and no probabilities of them."""
    record.drop(record.last("cs:Recommendation", "cs:themeProbabilities"), "cs:themeProbabilities")


def source_name_missing(record: FalsifiedRecord) -> None:
    """The report has no source."""
    record.drop(record.report, "cs:source")


def hash_of_the_text_missing(record: FalsifiedRecord) -> None:
    """The reading does not name its text."""
    record.drop(record.reading, "cs:textSha256")


def _with_findings(record: FalsifiedRecord, part: Iri) -> None:
    for finding in record.things("cs:Finding", "cs:inPart"):
        if record.link(finding, "cs:inPart") == part:
            record.remove(finding)
    record.remove(part)
