"""What the words behind a subject say of its grade: that it has one, or nothing that is understood.

A grade counts only if every word between its subject and the end of the sentence is understood:
the words that may join the two (``link``), the grade's own, and those that may follow (``tail``).
"are not yet good" gives nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.documents import Document
from kg.knowledge import FrameworkVersion, Strand
from kg.knowledge.profile import JudgementsForm, Pattern
from kg.reports.gradetables import bare
from kg.reports.witnesses import Witness
from kg.text.words import normalise

#: A heading or a sentence that gives a grade is at most this long (characters).
LONGEST = 400
#: A sentence on a cover may be drawn as so many blocks.
PIECES = 3
#: Where a sentence ends, and what may end a heading.
END = re.compile(r"[.;](?=\s|$)|\s*:\s*$")
#: Words of a grade that are shorter say nothing of it ("to", "be").
LETTERS = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A document, and what is known of the grades in it."""

    document: Document
    version: FrameworkVersion
    form: JudgementsForm


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence or heading begins with."""

    strand: Strand
    #: as printed, white space collapsed
    printed: str
    #: index of the block in which it begins
    block: int
    #: offsets in the clean text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SaidGrade:
    """What is said of a subject; ``witness`` is None where it is no grade."""

    witness: Witness | None
    #: it speaks of a grade, and was not understood
    doubtful: bool
    #: offsets in the clean text
    start: int
    end: int


def said_of(
    frame: Frame, subject: Subject, link: Pattern | None = None, tail: Pattern | None = None
) -> SaidGrade:
    """What the words behind a subject say.

    The sentence may go on in the blocks that follow: it does if they begin with a small letter,
    and it may if it has no grade so far.  ``link`` and ``tail`` stand in place of the form's.
    """
    form, text = frame.form, frame.document.text
    saying = _saying(link or form.link, tail or form.tail)
    doubt = SaidGrade(None, False, subject.start, subject.end)
    for end, due in ends(frame.document, subject.block):
        if end <= subject.end:
            continue
        mark = END.search(text, subject.end, end)
        stop = mark.start() if mark else end
        words = text[subject.end : stop]
        if due and speaks(words, frame.version) and not _means_none(words, form):
            doubt = SaidGrade(None, True, subject.start, stop)
        match = saying.fullmatch(text, stop - len(words.lstrip()), stop)
        grade = frame.version.grade(bare(match["grade"], form)) if match else None
        if match and grade and not (mark is None and _goes_on(frame.document, end)):
            last = match.end("grade")
            witness = Witness(
                subject.strand, grade, subject.printed, bare(match["grade"], form),
                subject.start, last,
            )  # fmt: skip
            return SaidGrade(witness, False, subject.start, last)
        if mark:
            break
    return doubt


def ends(document: Document, index: int) -> Iterator[tuple[int, bool]]:
    """Where a sentence that begins in a block may end, and whether it cannot end before that.

    A heading at the next page's top may have been joined to a sentence without an end mark.
    """
    blocks = document.blocks
    lines = document.lines[blocks[index].first : blocks[index].last]
    places = [a.end for a, b in itertools.pairwise(lines) if a.page != b.page]
    places.append(blocks[index].end)
    for block in blocks[index + 1 : index + PIECES]:
        if block.bullet or block.number or block.end - blocks[index].body > LONGEST:
            break
        places.append(block.end)
    due = True
    for number, place in enumerate(places):
        due = due and (number == 0 or _goes_on(document, places[number - 1]))
        yield place, due


def speaks(words: str, version: FrameworkVersion) -> bool:
    """Whether words speak of a grade, in whatever way."""
    return not _grade_words(version).isdisjoint(normalise(words).split())


def _goes_on(document: Document, end: int) -> bool:
    """Whether what follows begins with a small letter."""
    return document.text[end + 1 : end + 2].islower()


def _means_none(words: str, form: JudgementsForm) -> bool:
    return form.unless is not None and form.unless.search(words) is not None


@cache
def _saying(link: Pattern | None, tail: Pattern | None) -> Pattern:
    """What stands behind a subject, up to the end of the sentence."""
    before = rf"(?: (?: {link.pattern} ) \s* )?" if link else ""
    after = rf"(?: \s* (?: {tail.pattern} ) )?" if tail else ""
    return re.compile(rf"{before} (?P<grade> \S .*? ) \s* {after}", re.I | re.X | re.S)


@cache
def _grade_words(version: FrameworkVersion) -> frozenset[str]:
    words = (normalise(form).split() for grade in version.grades for form in grade.labels)
    return frozenset(word for form in words for word in form if len(word) >= LETTERS)
