"""Items: the text, number, heading and addressee of each are what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.shacl.terms import text_of
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.words import letters
from kg.validation.violations import Severity


def _somewhere(record: RecordView) -> Iterator[Broken]:
    """What is printed apart from a thing's own words stands in the text all the same."""
    own = record.own
    for name in ("cs:addresseePrinted", "cs:groupHeading", "cs:timescalePrinted"):
        for thing in own.having(name):
            for value in own.values(thing, name):
                if letters(text_of(value)) not in (record.letters or letters(text_of(value))):
                    yield Broken(thing, name, value)


def _whole_items(record: RecordView) -> Iterator[Broken]:
    """The text of an item is all of its words, but for what another page's edge put in."""
    own = record.own
    for thing in own.of_class("cs:Recommendation"):
        text, quote = (letters(own.text(thing, name)) for name in ("cs:text", "cs:quote"))
        if len(text) < WHOLE * len(quote):
            yield wrong(own, thing, "cs:text")


#: The share of an item's words that its text has at least.
WHOLE = 0.8


def _numbered_items(record: RecordView) -> Iterator[Broken]:
    """The printed number of an item stands before it, or begins it."""
    own = record.own
    for thing in own.having("cs:number"):
        start = record.span.get(thing, (0, 0))[0]
        number = own.text(thing, "cs:number")
        if record.text and number not in record.text[max(0, start - BEFORE) : start + BEFORE]:
            yield wrong(own, thing, "cs:number")


#: How far before an item its number stands at most.
BEFORE = 12


ITEMS = (
    Rule(
        "printed-somewhere",
        "Addressee, group and timescale must be printed in the report.",
        _somewhere,
    ),
    Rule(
        "item-whole",
        "The text of an item must have all of its words.",
        _whole_items,
        Severity.WARNING,
    ),
    Rule(
        "item-number-printed",
        "The number of an item must be printed before it.",
        _numbered_items,
    ),
)
