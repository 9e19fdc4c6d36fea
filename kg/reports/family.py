"""Of which family a report is: its title, and what else its first pages print (`FamilyForm`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.documents import Block, Document, Role
from kg.knowledge.profile import Profile
from kg.reports.model import Problem

#: Pages in which a header stands.
FRONT_PAGES = 2
#: The title stands among this many blocks at the front of a report.
FRONT_BLOCKS = 30
#: Characters; no title is longer.
TITLE_LENGTH = 300


def front_end(document: Document) -> int:
    """The offset at which the front pages (or, without pages, the front blocks) end."""
    if document.paged:
        for line in document.lines:
            if line.page > FRONT_PAGES:
                return line.start
        return len(document.text)
    blocks = document.blocks[: 2 * FRONT_BLOCKS]
    return blocks[-1].end if blocks else 0


#: A block longer than this (characters) is prose, and a shorter one that holds a sentence.
LONGEST = 200
SENTENCE = re.compile(r"[a-z]{3}\.\s+[A-Z]|.{90}\.$", re.S)
#: Witnesses of a family that are needed where the title does not decide.
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Family:
    """The profile of a report's family, None if it is not known: then what is to be said."""

    profile: Profile | None
    problem: Problem | None = None


def find_family(document: Document, profiles: Sequence[Profile]) -> Family:
    """The family by its title, if the other witnesses do not contradict it.

    A title that is surely a family's is believed, for the prose of a report may name any other
    kind of inspection; but not where the first pages print nothing that this family prints and
    what another one does.  A title that only may be a family's ("Inspection of Marlowe
    Children's Trust") needs two witnesses of the family, and fewer of any other.
    """
    titled = _titled(document, profiles)
    if titled:
        words = _front_words(document, title_place(document, titled))
        if not titled.family.witnesses or _witnesses(titled, words):
            return Family(titled)
        for other in profiles:
            found = _witnesses(other, words)
            if len(found) >= ENOUGH:
                return Family(None, _contradicted(titled, other, found))
        return Family(titled)
    words = _front_words(document, None)
    likely = [each for each in profiles if len(_witnesses(each, words)) >= ENOUGH]
    if len(likely) == 1:
        # the title itself is no witness
        place = title_place(document, likely[0])
        words = _front_words(document, place)
        if place is not None and len(_witnesses(likely[0], words)) >= ENOUGH:
            return Family(likely[0])
    return Family(None, _unknown(likely))


def recognise(document: Document, profiles: Sequence[Profile]) -> Profile | None:
    """The profile of a report's family, or None."""
    return find_family(document, profiles).profile


def title_place(document: Document, profile: Profile) -> int | None:
    """The index of the block with which the title of a report of the family begins."""
    front = document.blocks[:FRONT_BLOCKS]
    for index, block in enumerate(front):
        if profile.family.title.match(_title_at(document, block)):
            return index
    doubtful = profile.family.title_in_doubt
    for index, block in enumerate(front):
        text = document.text[block.start : block.end]
        if doubtful and doubtful.match(text) and not is_prose(text):
            return index
    return None


def is_prose(text: str) -> bool:
    """Whether a block is too long for a title, or holds a sentence."""
    return len(text) > LONGEST or SENTENCE.search(text) is not None


def _title_at(document: Document, block: Block) -> str:
    """A block that may be a title, with what follows: one set with wide gaps is several blocks."""
    return document.text[block.start : block.start + TITLE_LENGTH].replace("\n", " ")


def _titled(document: Document, profiles: Sequence[Profile]) -> Profile | None:
    """The profile whose own title stands at the front."""
    for block in document.blocks[:FRONT_BLOCKS]:
        text = _title_at(document, block)
        found = [each for each in profiles if each.family.title.match(text)]
        if found:
            return max(found, key=lambda each: each.family.priority)
    return None


def _front_words(document: Document, title: int | None) -> str:
    """What the first pages print besides the title, block by block, furniture among it."""
    lines = (line for line in document.all_lines if line.page <= FRONT_PAGES)
    furniture = [line.text for line in lines if line.role is not Role.BODY]
    start = end = 0
    if title is not None:
        start, end = document.blocks[title].start, document.blocks[title].end
    return "\n".join([document.text[:start], document.text[end : front_end(document)], *furniture])


def _witnesses(profile: Profile, words: str) -> list[str]:
    """What is printed of that which only the family prints, each with its words."""
    matches = (pattern.search(words) for pattern in profile.family.witnesses)
    return [" ".join(match[0].split()) for match in matches if match]


def _contradicted(titled: Profile, other: Profile, found: Sequence[str]) -> Problem:
    message = (
        f"the title is that of {titled.family.code}, but {' and '.join(map(repr, found))} at the "
        f"front are what {other.family.code} prints: neither was taken, and only title, "
        "authority, dates and paragraphs were read"
    )
    return Problem("families-differ", message, 1, found[0])


def _unknown(likely: Sequence[Profile]) -> Problem:
    codes = " or ".join(each.family.code for each in likely)
    but = f" (its first pages print what {codes} prints)" if likely else ""
    message = (
        f"the title is that of no family known here{but}: only title, authority, dates and "
        "paragraphs were read; a profile and a framework file would teach it"
    )
    return Problem("unknown-family", message)
