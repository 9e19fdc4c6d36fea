"""What a report says of earlier inspections and visits, each of them once.

A field in which a report prints when it was last inspected ("Date of previous inspection: ..."),
and the kind of inspection that it and the prose mean, are in the table ``[earlier]`` of a family's
profile (`EarlierForm`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Register
from kg.knowledge.inspections import InspectionTrait, InspectionWords
from kg.knowledge.sectionkinds import Trait
from kg.language.grades import GivenGrade, GradeFinder
from kg.language.inspections import GENERIC, Finder, Misdated, Reference
from kg.reports.evidence import EarlierInspection
from kg.reports.inspectionmentions import TwoDates, is_earlier, merged
from kg.reports.model import Problem
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.text.dates import PrintedDate, read_dates

#: A name by the name of the module.
ONLY_LISTED = InspectionTrait.ONLY_LISTED
#: Words of a sentence, or of the one before it, that is about a single home, unit or service.
#: A child's own home is none: "missing from home", "return home interviews", "live at home".
ABOUT_SETTING = re.compile(
    r"""
    \b (?: homes | unit
    | (?<!from\s)(?<!at\s)(?<!return\s)(?<!returned\s)(?<!returning\s)(?<!leave\s)(?<!leaving\s)
      (?<!their\s)(?<!family\s)(?<!own\s) home
      (?! \s+ (?: visit | interview | environment | condition | educat ) )
    ) \b
    """,
    re.I | re.X,
)
ABOUT_SERVICE = re.compile(r"\b(?:adoption|fostering)\s+(?:service|agency)\b[^,;]*\bjudged\b", re.I)
REFERS_BACK = re.compile(r"(?:One|Two|Three|It|This|Both|Each|The\s+(?:other|third|second))\b")
#: The place that an inspection is of.
OF_PLACE = re.compile(
    r"\bof\s+(?:the\s+)?(?P<name>[A-Z][\w.-]+(?:\s+(?:(?:and|upon|on|of|the|with)\s+)*[A-Z][\w.-]+)*)"
)
#: A sentence that goes on about the inspection named in the one before it.
GOES_ON = re.compile(
    r"\s*(?:At\s+that\s+(?:time|inspection)[,\s]+)?(?:The\s+(?:local\s+authority|council|overall|"
    r"services?|judge?ments?)|Services|Children.s\s+services|It|They|This|Both|All)\b"
)
#: Characters behind "The judgements were:" in which the overall judgement stands.
LIST_REACH = 500


def read_earlier(
    document: Document,
    profile: Profile | None,
    parts: Sequence[Part],
    words: InspectionWords,
    register: Register,
    *,
    authority: str | None,
    fieldwork_start: date | None,
) -> tuple[tuple[EarlierInspection, ...], tuple[Problem, ...]]:
    """The earlier inspections that a report speaks of, in the order of their quotes.

    The second value says which dates of them cannot be, or differ; an inspection with a date
    that cannot be is none of the first.

    What is dated on or after the first day of fieldwork is the inspection at hand, or no earlier
    one.  Several namings of one inspection are one, with the most precise date and the grade
    that any of them gives.  One that is named without a date ("the last inspection") counts if
    none of its kind has one.  ``authority`` is the report's own; an inspection of another one that
    is in the register is left out, one of its predecessor is not.
    """
    finder, grades = _finders(words)
    read = list(_fields(document, profile, words))
    for begins, ends, listed in _spans(document, parts):
        read += _in_part(document, begins, ends, listed, finder, grades)
    left_out = {each.kind.notation for each in read if isinstance(each, Misdated)}
    found = [
        each
        for each in read
        if isinstance(each, Reference) and (each.when or each.kind.notation not in left_out)
    ]
    own = profile.earlier.kind if profile and profile.earlier else None
    if own:
        kind = words.kind(own)
        found = [replace(m, kind=kind) if m.kind.notation == GENERIC else m for m in found]
    kept = [
        each
        for each in found
        if is_earlier(each, fieldwork_start) and not _of_another(each.what, register, authority)
    ]
    inspections, differing = merged(kept)
    doubts = (
        *(_misdated(document, each) for each in read if isinstance(each, Misdated)),
        *(_two_dates(document, each) for each in differing),
    )
    return tuple(_evidence(document, each) for each in inspections), doubts


@lru_cache(maxsize=4)
def _finders(words: InspectionWords) -> tuple[Finder, GradeFinder]:
    return Finder(words), GradeFinder(words)


def _spans(document: Document, parts: Sequence[Part]) -> Iterator[tuple[int, int, bool]]:
    """The text of the parts that speak; True where they list the authority's inspections."""
    for part in parts:
        if Trait.BODY not in part.traits or part.first >= part.last:
            continue
        yield (
            document.blocks[part.first].start,
            document.blocks[part.last - 1].end,
            Trait.LISTS_EARLIER in part.traits,
        )


def _fields(
    document: Document, profile: Profile | None, words: InspectionWords
) -> Iterator[Reference | Misdated]:
    """What stands in a field for the date of the previous inspection."""
    if profile is None or profile.earlier is None:
        return
    for pattern in profile.earlier.match:
        match = pattern.search(document.text)
        if match is None:
            continue
        kind = words.kind(profile.earlier.kind)
        at = match.start("dates")
        for each in read_dates(match["dates"]):
            what = " ".join(match["what"].split())
            start, end = at + each.start, at + each.end
            if isinstance(each, PrintedDate):
                yield Reference(start, end, what, kind, each.when, each.until, *match.span())
            else:
                yield Misdated(start, end, what, kind, *match.span(), each)
        return


def _in_part(
    document: Document,
    begins: int,
    ends: int,
    listed: bool,
    finder: Finder,
    grades: GradeFinder,
) -> Iterator[Reference | Misdated]:
    """The namings of a part of the text, each with its grade."""
    text = document.text
    sentences = document.sentences_in(begins, ends)
    named = list(finder.find(text, sentences))
    for place, each in enumerate(named):
        if _of_setting(text, each, begins) or (ONLY_LISTED in each.kind.traits and not listed):
            continue
        if isinstance(each, Misdated):
            yield each
            continue
        # of two dates of one name ("the inspections in 2010 and 2011") what follows is of both
        rest = (other.start for other in named[place + 1 :] if other.start != each.start)
        after = next(rest, ends)
        before = named[place - 1].end if place else begins
        given = _grade(document, each, max(before, each.begins), after, grades)
        if given is None:
            yield each
            continue
        _, last = document.sentence_at(given.start)
        for grade in grades.also(text, given, last):
            yield replace(each, grade=grade)
    dated = [(each.start, each.end) for each in named]
    for each in finder.find_undated(text, sentences):
        if _of_setting(text, each, begins) or ONLY_LISTED in each.kind.traits:
            continue
        if any(start < each.end and each.start < end for start, end in dated):
            continue
        yield replace(each, grade=_grade(document, each, each.begins, each.ends, grades))


def _of_setting(text: str, each: Reference | Misdated, begins: int) -> bool:
    """Whether the sentence is about a children's home or the like."""
    if InspectionTrait.OF_A_SETTING in each.kind.traits:
        return True
    if ABOUT_SETTING.search(text, each.begins, each.ends):
        return True
    if ABOUT_SERVICE.search(text, each.begins, each.start):
        return ONLY_LISTED not in each.kind.traits
    if not REFERS_BACK.match(text, each.begins):
        return False
    low = max(text.rfind("\n", begins, each.begins), begins)
    return ABOUT_SETTING.search(text, max(low, each.begins - 200), each.begins) is not None


def _of_another(what: str, register: Register, authority: str | None) -> bool:
    """Whether the words name an authority that exists and is not the report's own."""
    place = OF_PLACE.search(what)
    if place is None or authority is None:
        return False
    found = register.resolve(place["name"])
    return found is not None and found.slug != authority and found.valid_to is None


def _grade(
    document: Document, each: Reference, before: int, after: int, grades: GradeFinder
) -> GivenGrade | None:
    """The grade that the sentence, or one that goes on with it, gives the inspection."""
    if InspectionTrait.NO_GRADE in each.kind.traits:
        return None
    text = document.text
    found = grades.find(text, each.start, min(after, each.ends))
    if not found and after >= each.ends:
        last = each.ends
        if GOES_ON.match(text, last) and not text.startswith("\n", last):
            _, last = document.sentence_at(last + 2)
        if text[last - 1] == ":":
            last += LIST_REACH
        found = grades.find(text, each.ends, last)
    if not found:
        found = grades.find(text, before, each.start)[-1:]
    return found[0] if found else None


def _misdated(document: Document, each: Misdated) -> Problem:
    words = " ".join(document.text[each.start : each.end].split())
    page = document.page_at(each.start)
    message = (
        f"the date {words!r} of an earlier inspection ({each.what!r}) on page {page} cannot be "
        f"used: {each.fault.why}; the inspection was left out"
    )
    return Problem(each.fault.code, message, page, words)


def _two_dates(document: Document, each: TwoDates) -> Problem:
    taken, other = (
        " ".join(document.text[one.start : one.end].split()) for one in (each.taken, each.other)
    )
    first, second = (document.page_at(one.start) for one in (each.taken, each.other))
    message = (
        f"one earlier inspection seems to be dated twice: {taken!r} on page {first}, {other!r} on "
        f"page {second}; {each.taken.when} was taken"
    )
    return Problem("earlier-dates-differ", message, second, other)


def _evidence(document: Document, mention: Reference) -> EarlierInspection:
    start, end = document.sentence_at(mention.start)
    grade = mention.grade
    if grade and end < grade.end < end + LIST_REACH:
        # the sentence that gives the grade stands behind
        _, end = document.sentence_at(grade.start)
    what = mention.what
    if mention.when is None:
        # where "the last inspection of ..." ends cannot be told without a date behind it
        what = " ".join(document.text[mention.start : mention.end].split())
    return EarlierInspection(
        what=what,
        family=mention.kind.family,
        when=mention.when,
        until=mention.until,
        grade=grade.grade if grade else None,
        grade_code=grade.code if grade else None,
        subject=grade.subject if grade else None,
        quote=quote(document, start, end),
    )
