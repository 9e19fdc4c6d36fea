"""Codes: words in strings are of their closed lists, and probabilities are of their themes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.namespaces import VOCAB
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.violations import Severity

#: Property -> the scheme whose notations it may have.
CODES = {"cs:sectionKind": "section-kind", "cs:problemCode": "problem-code"}


def _listed(record: RecordView) -> Iterator[Broken]:
    for name, scheme in CODES.items():
        codes = record.known.coded(scheme)
        for thing in record.own.having(name):
            for value in record.own.values(thing, name):
                if text_of(value) not in codes:
                    yield Broken(thing, name, value)


def _families(record: RecordView) -> Iterator[Broken]:
    families = record.known.index.column(term("cs:familyCode")).distinct
    for name in ("cs:family", "cs:familyThen"):
        for thing in record.own.having(name):
            for value in record.own.values(thing, name):
                if value not in families:
                    yield Broken(thing, name, value)


def _variants(record: RecordView) -> Iterator[Broken]:
    """A variant is one that the framework version has."""
    variant = record.own.value(record.report, "cs:variant")
    if variant and variant not in record.known.values(record.version, "cs:hasVariant"):
        yield Broken(record.report, "cs:variant", variant)


def _probabilities(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for thing in own.having("cs:themeProbabilities"):
        value = own.value(thing, "cs:themeProbabilities")
        words = text_of(value).split()
        themes = [f"<{VOCAB}theme/{code}>" for code in words[::2]]
        numbers = [_number(number) for number in words[1::2]]
        if (
            len(words) % 2
            or sorted(themes) != own.values(thing, "cs:aboutTheme")
            or themes[0] != own.value(thing, "cs:mainTheme")
            or not all(0 < number <= 1 for number in numbers)
        ):
            yield Broken(thing, "cs:themeProbabilities", value)


def _percent(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for thing in own.of_class("cs:Fact"):
        if own.text(thing, "cs:unit") == "percent" and _number(own.text(thing, "cs:value")) > 100:
            yield wrong(own, thing, "cs:value")


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0


CODED = (
    Rule("listed-codes", "A code must be one of its vocabulary.", _listed),
    Rule("known-families", "A family must be that of a framework version.", _families),
    Rule(
        "variant-of-its-framework",
        "The variant must be one that the framework version has.",
        _variants,
    ),
    Rule(
        "probabilities-of-its-themes",
        "The probabilities must be those of the themes, the main one first, each at most 1.",
        _probabilities,
    ),
    Rule(
        "at-most-all",
        "A share is at most 100 percent.",
        _percent,
        # an increase may be more; none is so in the reports that were looked at
        Severity.WARNING,
    ),
)
