"""Anchoring: what was read stands in the clean text, at its offsets and on its page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.words import labels, letters
from kg.validation.violations import Severity

#: Class -> the properties whose value is printed in the quote.
PRINTED = {
    "cs:Inspector": ("cs:name", "cs:personTitle"),
    "cs:Judgement": ("cs:gradePrinted",),
    "cs:StatementRequirement": ("cs:responsible", "cs:statementKind"),
    "cs:UnplacedName": ("cs:name",),
    "cs:Section": ("cs:heading",),
    "cs:Recommendation": ("cs:text",),
    "cs:Paragraph": ("cs:text",),
}


#: Property of the report -> the property of its evidence, in whose words it stands, and the field
#: of a correction that gives it instead.
IN_EVIDENCE = {
    "dcterms:title": ("dcterms:title", "title"),
    "cs:authorityPrinted": ("cs:about", "authority"),
    "cs:theme": ("cs:theme", "theme"),
}


def _text_as_read(record: RecordView) -> Iterator[Broken]:
    if record.text is None:
        return
    digest = hashlib.sha256(record.text.encode()).hexdigest()
    for reading in record.own.of_class("cs:Reading"):
        if record.own.text(reading, "cs:textSha256") != digest:
            yield wrong(record.own, reading, "cs:textSha256")


def _pages_counted(record: RecordView) -> Iterator[Broken]:
    if record.text is not None:
        pages = record.own.number(record.report, "cs:pageCount")
        if pages != record.text.count("\f") + 1:
            yield wrong(record.own, record.report, "cs:pageCount")


def _quotes(record: RecordView) -> Iterator[Broken]:
    own, text = record.own, record.text
    for thing, start, end in record.places:
        quote = own.text(thing, "cs:quote")
        if not _is_at(quote, start, end, text):
            yield wrong(own, thing, "cs:quote")


def _is_at(quote: str, start: int, end: int, text: str | None) -> bool:
    """Whether a quote is what stands at its offsets; as long as they say, where no text is."""
    if text is None:
        # a page's end may stand in place of a space or be one more character
        return 0 <= end - start - len(quote) <= 1
    shown = text[start:end]
    if "\f" in shown:
        return "".join(shown.split()) == "".join(quote.split())
    return shown == quote


def _pages(record: RecordView) -> Iterator[Broken]:
    if record.text is None:
        return
    page, at = 1, 0
    for thing, start, _ in record.places:
        page += record.text.count("\f", at, start)
        at = start
        if record.own.number(thing, "cs:page") != page:
            yield wrong(record.own, thing, "cs:page")


def _values(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for kind, names in PRINTED.items():
        for thing in sorted({*own.of_class(kind)} - record.corrected):
            quote = own.text(thing, "cs:quote")
            for name in names:
                for value in own.values(thing, name):
                    if not _stands_in(text_of(value), quote):
                        yield Broken(thing, name, value)


def _stands_in(value: str, quote: str) -> bool:
    """Whether a value is printed in a quote, lines that are none of it (a foot of a page) aside."""
    wanted = letters(value)
    if wanted in letters(quote):
        return True
    done = 0
    for line in map(letters, quote.split("\n")):
        if wanted.startswith(line, done):
            done += len(line)
    return done == len(wanted)


def _authority_named(record: RecordView) -> Iterator[Broken]:
    """The evidence for the authority names it."""
    own, known = record.own, record.known
    names = {letters(name) for name in labels(known, record.authority)}
    for evidence in own.of_class("cs:Evidence"):
        if own.value(evidence, "cs:evidenceFor") == term("cs:about"):
            quote = letters(own.text(evidence, "cs:quote"))
            named = any(name in quote for name in names)
            if not named and "authority" not in record.corrected:
                yield wrong(own, evidence, "cs:quote")


def _problem_words(record: RecordView) -> Iterator[Broken]:
    """The words that a problem is about are printed, unless it lists several."""
    own = record.own
    for thing in own.having("cs:words"):
        for part in own.text(thing, "cs:words").split(", "):
            if record.letters is not None and letters(part) not in record.letters:
                yield wrong(own, thing, "cs:words")


def _names(record: RecordView) -> Iterator[Broken]:
    """One of a body's names stands in the quote, and each somewhere in the text."""
    own, whole = record.own, record.letters
    for thing in own.of_class("cs:NamedBody"):
        names = [*own.values(thing, "cs:name"), *own.values(thing, "cs:alsoNamed")]
        quote = letters(own.text(thing, "cs:quote"))
        if not any(letters(text_of(name)) in quote for name in names):
            yield wrong(own, thing, "cs:quote")
        for name in names:
            if whole is not None and letters(text_of(name)) not in whole:
                yield Broken(thing, "cs:name", name)


def _evidence(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for name, (shown_by, field) in IN_EVIDENCE.items():
        value = own.value(record.report, name)
        quotes = [
            letters(own.text(evidence, "cs:quote"))
            for evidence in own.of_class("cs:Evidence")
            if own.value(evidence, "cs:evidenceFor") == term(shown_by)
        ]
        shown = any(letters(text_of(value)) in quote for quote in quotes) if value else True
        if quotes and not shown and field not in record.corrected:
            yield Broken(record.report, name, value)


def _nested(record: RecordView) -> Iterator[Broken]:
    """A finding stands within its part, and in the section that its part stands in."""
    own, span = record.own, record.span
    for finding in own.of_class("cs:Finding"):
        part, section = own.value(finding, "cs:inPart"), own.value(finding, "cs:inSection")
        if part and finding in span and part in span and not _within(span[finding], span[part]):
            yield Broken(finding, "cs:inPart", part)
        within = own.value(part, "cs:inSection") if part else ""
        if within and section and within != section:
            yield Broken(finding, "cs:inSection", section)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _apart(record: RecordView) -> Iterator[Broken]:
    """Two findings share no words; nor do two paragraphs, or two items."""
    for kind in ("cs:Finding", "cs:Paragraph", "cs:Recommendation", "cs:Section"):
        things = record.own.index.instances.get(term(kind), ())
        last = 0
        for thing, start, end in record.places:
            if thing in things:
                if start < last:
                    yield wrong(record.own, thing, "cs:textStart")
                last = max(last, end)


def _mentions(record: RecordView) -> Iterator[Broken]:
    """What a sentence mentions is named by the report somewhere, or is an authority or law."""
    own = record.own
    named = {
        value for each in own.of_class("cs:NamedBody") for value in own.values(each, "cs:names")
    }
    for thing in own.having("cs:mentions"):
        for body in own.values(thing, "cs:mentions"):
            if body in own.index.subjects and body not in named:
                yield Broken(thing, "cs:mentions", body)


ANCHORING = (
    Rule(
        "text-as-read",
        "The clean text must be the one whose hash the reading names.",
        _text_as_read,
    ),
    Rule(
        "pages-counted",
        "The number of pages must be that of the clean text.",
        _pages_counted,
    ),
    Rule(
        "quote-at-its-offsets",
        "The quote must be what stands at its offsets in the clean text.",
        _quotes,
    ),
    Rule(
        "quote-on-its-page",
        "The page must be the one on which the quote begins.",
        _pages,
    ),
    Rule(
        "value-in-its-quote",
        "What is said to be printed must stand in the quote.",
        _values,
    ),
    Rule(
        "authority-in-its-evidence",
        "The evidence for the authority must name it.",
        _authority_named,
        # an authority may be named by a company that works for it
        Severity.WARNING,
    ),
    Rule(
        "problem-words-printed",
        "The words that a problem is about must be printed in the report.",
        _problem_words,
        Severity.WARNING,
    ),
    Rule(
        "names-in-the-text",
        "The names of a board or service must stand in the text, one of them in the quote.",
        _names,
    ),
    Rule(
        "header-in-its-evidence",
        "A fact of the header must stand in the words that are its evidence.",
        _evidence,
    ),
    Rule(
        "finding-within-its-part",
        "A finding must stand within its paragraph, item or section, and in the same section.",
        _nested,
    ),
    Rule(
        "apart-in-the-text",
        "Two findings, paragraphs, items or sections share no words.",
        _apart,
    ),
    Rule(
        "mentioned-is-named",
        "A board or service that is mentioned must be named by the report.",
        _mentions,
    ),
)
