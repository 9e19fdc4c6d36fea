"""Grades: what is stored is what is printed, of the strand and body that it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.words import labels, plain
from kg.validation.violations import Severity


def _as_printed(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for name in ("cs:grade", "cs:gradeThen"):
        for thing in own.having(name):
            printed = own.value(thing, "cs:gradePrinted")
            grade = own.value(thing, name)
            if printed and plain(text_of(printed)) not in labels(record.known, grade):
                yield Broken(thing, name, grade)


def _part_of_longer(record: RecordView) -> Iterator[Broken]:
    """A printed grade is more than a part of the name of another grade that the words have."""
    own, known = record.own, record.known
    names = [(grade, labels(known, grade)) for grade in known.of_class("cs:Grade")]
    for name in ("cs:grade", "cs:gradeThen"):
        for thing in own.having(name):
            printed = f" {plain(own.text(thing, 'cs:gradePrinted'))} "
            words = before = f" {plain(own.text(thing, 'cs:quote'))} "
            for grade, labelled in names:
                for label in labelled if grade != own.value(thing, name) else ():
                    if printed in f" {label} ":
                        words = words.replace(f" {label} ", " ")
            if printed in before and printed not in words:
                yield wrong(own, thing, "cs:gradePrinted")


def _subject_in_words(record: RecordView) -> Iterator[Broken]:
    """A graded judgement stands where its subject does; outcomes of a partnership have none."""
    own = record.own
    for thing in own.having("cs:gradePrinted"):
        if own.text(thing, "cs:basis") != "graded":
            continue
        words, subject = plain(own.text(thing, "cs:quote")), plain(own.text(thing, "cs:subject"))
        if subject not in words and own.text(thing, "cs:aboutKind") != "partnership":
            yield wrong(own, thing, "cs:subject")


def _named_by_strand(record: RecordView) -> Iterator[Broken]:
    """A judgement's name is its strand's code; one in passing has its place in the text behind."""
    own = record.own
    for thing in own.of_class("cs:Judgement"):
        strand = record.known.text(own.value(thing, "cs:ofStrand"), "skos:notation")
        wanted = f"judgement/{re.escape(strand or 'other')}"
        if own.text(thing, "cs:basis") != "graded" or not strand:
            wanted += "-[0-9]+"
        if not re.fullmatch(wanted, record.name_of(thing)):
            yield wrong(own, thing, "cs:ofStrand")


def _body_of_strand(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for thing in own.of_class("cs:Judgement"):
        judged = record.known.text(own.value(thing, "cs:ofStrand"), "cs:judges")
        if judged and own.text(thing, "cs:aboutKind") != judged:
            yield wrong(own, thing, "cs:aboutKind")


def _subject_of_other(record: RecordView) -> Iterator[Broken]:
    own, known = record.own, record.known
    others = {
        label: strand
        for strand in known.values(record.version, "cs:hasStrand")
        for label in labels(known, strand)
    }
    for thing in own.of_class("cs:Judgement"):
        subject = plain(own.text(thing, "cs:subject"))
        if own.value(thing, "cs:ofStrand") and others.get(subject) not in {
            None,
            own.value(thing, "cs:ofStrand"),
        }:
            yield wrong(own, thing, "cs:subject")


def _subject_unlike(record: RecordView) -> Iterator[Broken]:
    """The printed subject has all words of a name of its strand, but for the smallest."""
    own, known = record.own, record.known
    for thing in own.of_class("cs:Judgement"):
        strand = own.value(thing, "cs:ofStrand")
        subject = set(plain(own.text(thing, "cs:subject")).split())
        names = [set(label.split()) - SMALL for label in labels(known, strand)]
        if strand and not any(name <= subject for name in names):
            yield wrong(own, thing, "cs:subject")


#: Words that may be missing or changed in the printed name of a strand.
SMALL = {"a", "and", "for", "in", "need", "of", "on", "the", "who", "with", "social", "work"}


def _kind_of_board(record: RecordView) -> Iterator[Broken]:
    """A board that is judged or addressed is of a kind that the framework means."""
    own, known = record.own, record.known
    for name, kind in (("cs:about", "cs:aboutKind"), ("cs:addressedTo", "cs:addressee")):
        for thing in own.having(name):
            word = own.text(thing, kind)
            means = {"board": "cs:meansBoard", "partnership": "cs:meansPartnership"}.get(word)
            meant = known.values(record.version, means) if means else []
            board = own.value(thing, name)
            if meant and own.value(board, "cs:boardKind") not in meant:
                yield Broken(thing, name, board)


def _not_judged(record: RecordView) -> Iterator[Broken]:
    """A strand that is named as not judged is named so in words."""
    own, known = record.own, record.known
    quotes = [
        plain(own.text(each, "cs:quote"))
        for each in own.of_class("cs:Evidence")
        if own.text(each, "cs:evidenceFor").endswith("#notJudged")
    ]
    for strand in own.values(record.report, "cs:notJudged"):
        names = labels(known, strand)
        if not any(name in quote for name in names for quote in quotes):
            yield Broken(record.report, "cs:notJudged", strand)


def _strand_of_other_heading(record: RecordView) -> Iterator[Broken]:
    """A section whose heading is the name of a strand is of that strand."""
    own, known = record.own, record.known
    others = {
        label: strand
        for strand in known.values(record.version, "cs:hasStrand")
        for label in labels(known, strand)
    }
    for section in own.of_class("cs:Section"):
        named = others.get(plain(own.text(section, "cs:heading")))
        if named and own.value(section, "cs:ofStrand") not in {"", named}:
            yield wrong(own, section, "cs:ofStrand")


def _as_corrected(record: RecordView) -> Iterator[Broken]:
    """What a correction gives is what stands in the graph."""
    own, known = record.own, record.known
    for correction in own.of_class("cs:Correction"):
        name, _, of = own.text(correction, "cs:correctedField").partition(":")
        thing = own.value(correction, "cs:corrects")
        given = plain(own.text(correction, "cs:correctedValue"))
        if name == "grade":
            held = own.value(thing, "cs:grade")
            fits = record.name_of(thing) == f"judgement/{of}" and given in {
                plain(known.text(held, "skos:notation")),
                *labels(known, held),
            }
        elif name == "addressee":
            fits = record.name_of(thing) == f"recommendation/{of}"
        elif name == "authority":
            fits = thing == record.report and given in labels(known, record.authority)
        elif name == "lead_inspector":
            fits = given in plain(own.text(thing, "cs:name"))
        else:
            fits = name in GIVEN and thing in {record.report, record.inspection}
        if not fits:
            yield wrong(own, correction, "cs:correctedValue")


#: The fields of a correction besides those that have a rule each.
GIVEN = {"inspection_start", "inspection_end", "published"}


def _kind_of_list(record: RecordView) -> Iterator[Broken]:
    """An item is of a kind that lists under its heading hold."""
    own, known = record.own, record.known
    kinds = known.coded("section-kind")
    sections = own.index.instances.get(term("cs:Section"), set())
    holds: list[str] = []
    items = own.index.instances.get(term("cs:Recommendation"), set())
    for thing, _, _ in record.places:
        if thing in sections:
            holds = known.values(kinds.get(own.text(thing, "cs:sectionKind"), ""), "cs:holdsItem")
        elif thing in items and holds and own.value(thing, "cs:kind") not in holds:
            yield wrong(own, thing, "cs:kind")


GRADES = (
    Rule(
        "not-judged-in-words",
        "A strand that is named as not judged must be named so in words.",
        _not_judged,
    ),
    Rule(
        "section-of-another-strand",
        "A section whose heading names a strand must be of that strand.",
        _strand_of_other_heading,
    ),
    Rule(
        "as-corrected",
        "A correction is of a field that can be corrected, and what it gives stands there.",
        _as_corrected,
    ),
    Rule(
        "item-of-its-list",
        "An item must be of a kind that lists under its heading hold.",
        _kind_of_list,
    ),
    Rule(
        "grade-as-printed",
        "The grade must be the one that its printed words mean.",
        _as_printed,
    ),
    Rule(
        "part-of-another-grade",
        "The printed grade must not be a part of another grade that the words name.",
        _part_of_longer,
    ),
    Rule(
        "subject-in-its-words",
        "The words of a graded judgement must have its subject.",
        _subject_in_words,
        Severity.WARNING,
    ),
    Rule(
        "judgement-named-by-strand",
        "A judgement must be named by its strand.",
        _named_by_strand,
    ),
    Rule(
        "body-of-the-strand",
        "The kind of body must be the one that the strand judges.",
        _body_of_strand,
    ),
    Rule(
        "subject-of-another-strand",
        "The printed subject must not be the name of another strand.",
        _subject_of_other,
    ),
    Rule(
        "subject-unlike-strand",
        "The printed subject is like no name of the strand.",
        _subject_unlike,
        # reports name strands in new words now and then
        Severity.WARNING,
    ),
    Rule(
        "board-that-is-meant",
        "A board or partnership must be of a kind that the framework version means.",
        _kind_of_board,
    ),
)
