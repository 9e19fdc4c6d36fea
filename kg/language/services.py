"""Names of services, teams, programmes and providers in running text.

A name is found from its last word ("team", "hub", "school"), which the vocabulary lists: from
there the words before it are taken for as long as they are words that names are made of.  What
is taken is a name if it is a usual service ("virtual school"), or has a word that tells what the
team is for ("permanence team"), or a proper or quoted name ("Phoenix team").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress

from kg.knowledge.servicewords import ServiceNames, WordClass
from kg.language.propernames import AGENCIES, agency_name, proper_name
from kg.language.servicewords import Lexicon, ServiceSpan, lexicon, plain_words, singular

#: Classes by names of the module, which cost a fifth of a look-up in the enumeration.
CUT = WordClass.CUT
HEAD = WordClass.HEAD
JOINER = WordClass.JOINER
NAMED_ONLY = WordClass.NAMED_ONLY
NEVER = WordClass.NEVER
OF_TITLES = WordClass.OF_TITLES
TOPIC = WordClass.TOPIC
USUAL = WordClass.USUAL
#: How far back a name may reach, in characters.
REACH = 90
#: "(MASH)" behind a name; the abbreviation may have a small letter or a digit ("IRs", "R&A")
ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z0-9&-]{1,9})\)")
OPENING, CLOSING = "\u2018\u201c", "\u2019\u201d"
QUOTES = OPENING + CLOSING + "'\""
#: A quotation that is closed before the place asked about.
CLOSED = re.compile(r"[\u2019\u201d][ ,.]")
CLOSES = re.compile(r"[\u2019\u201d](?:[ ,.]|$)")
#: What ends the words before a name.
ENDS = ".;:)?!"
#: A longer name goes on: "Marlowe Hospital NHS Trust", "Adoption Team Panel".
FOLLOWED = re.compile(
    r" (?:and [A-Z]\w+ )?(?:NHS|Foundation|Trust|Pupil Referral|[Bb]oard|[Pp]anel)\b"
)
#: "virtual school team", "midwifery services"
EXTENDED = re.compile(r" (?:team|service)s?\b")
#: How long a quoted name may be, in characters.
QUOTED = 50


def find_services(
    text: str, names: ServiceNames, places: frozenset[str] = frozenset()
) -> Iterator[ServiceSpan]:
    """The names in ``text`` in reading order, none inside another.

    ``places`` are the words of the authority's own name, which make no service's name.
    """
    words = lexicon(names)
    last = 0
    for start, end, ends_name in _telling_words(text, words):
        if start < last:
            continue
        found = None
        if ends_name:
            found = _name(text, max(last, start - REACH), start, end, words, places)
        if found is None and (not ends_name or text[start].isupper()):
            found = proper_name(text, start, words)
        if found:
            yield found
            last = found.end
            if found.usual == AGENCIES and (own := agency_name(text, last)):
                yield own
                last = own.end


def _telling_words(text: str, words: Lexicon) -> list[tuple[int, int, bool]]:
    """Where words stand that end or tell a name, and whether they end one.

    One look-up a word in a dictionary takes a fifth of the time of one pattern over the text.
    """
    printed = text.replace("\n", " ").split(" ")
    known = words.printed
    hits = compress(range(len(printed)), map(known.__contains__, printed))
    found, at, before = [], 0, 0
    for index in hits:
        offset, length, ends_name = known[printed[index]]
        at += sum(map(len, printed[before:index])) + index - before
        before = index
        found.append((at + offset, at + offset + length, ends_name))
    return found


def _name(
    text: str, floor: int, start: int, end: int, words: Lexicon, places: frozenset[str]
) -> ServiceSpan | None:
    """The name whose last word is ``text[start:end]``, or None."""
    begin, proper, quoted = _walk(text, floor, start, words, places)
    if begin == start and not words.is_a(text[start:end].lower(), USUAL):
        return None
    if FOLLOWED.match(text, end):
        return None
    stop, short = end, None
    if (behind := ABBREVIATION.match(text, end)) is not None:
        stop, short = behind.end(), behind[1]
    plain = plain_words(text[begin:end])
    usual, used = words.usual_at_end(plain)
    # "private fostering team" is another than the fostering team
    if usual and (len(plain) == used or words.tells(TOPIC, plain[-used - 1 : -1]) is None):
        begin = _last_words(text, begin, end, used)
        if short is None and (more := EXTENDED.match(text, end)):
            end = stop = more.end()
        return ServiceSpan(begin, stop, text[begin:end], usual, words.usual_kind[usual], short)
    while words.is_a(plain[0], CUT) and text.find(" ", begin, end) > 0:
        begin, plain = text.find(" ", begin) + 1, plain[1:]
    head = singular(plain[-1])
    if len(plain) < 2 or not words.is_a(head, HEAD):
        return None
    topic = words.topic(plain[:-1])
    titled = text[begin].isupper() and text[start].isupper() and len(plain) > 2
    spelt = short is not None and _spells(short, plain)
    named = proper or quoted or titled or spelt
    if not (named or (topic and not words.is_a(head, NAMED_ONLY))) or words.never_ends(plain):
        return None
    if words.refused(plain) and not (spelt or (quoted and not topic)):
        return None
    if quoted and not CLOSES.search(text, begin + 1, end):
        begin += 1
    return ServiceSpan(begin, stop, text[begin:end], None, topic or words.head_kind(head), short)


def _spells(short: str, words: list[str]) -> bool:
    """Whether an abbreviation is made of the first letters of words."""
    letters = iter(word[0] for word in words)
    return len(short) > 1 and all(letter in letters for letter in short.lower().rstrip("s"))


def _walk(
    text: str, floor: int, at: int, words: Lexicon, places: frozenset[str]
) -> tuple[int, bool, bool]:
    """Where the name that ends at ``at`` begins; whether it has a proper, or a quoted, name."""
    floor = max(floor, text.rfind("\n", floor, at) + 1)
    begin, position, after = at, at, words.bare(text[at : text.find(" ", at)])
    proper = listed = titled = False
    while position > floor:
        stop = position
        while stop > floor and text[stop - 1] == " ":
            stop -= 1
        left = max(text.rfind(" ", floor, stop) + 1, text.rfind("(", floor, stop) + 1, floor)
        word = text[left:stop]
        if not word or word[-1] in ENDS:
            break
        if word[-1] in CLOSING and (position == at or not word[:-1].lower().endswith("s")):
            opening = _opening(text, max(floor, stop - QUOTED), stop)
            if opening >= 0:
                return opening, proper, True
        opens = word[0] in OPENING
        bare = words.bare(word)
        does = words.does(bare)
        capital = word.lstrip(QUOTES)[:1].isupper()
        if JOINER in does:
            titled = OF_TITLES in does and text[position].isupper()
            listed = listed or bare == "and"
            if bare == "and" and position == at:
                break
            if not (titled or bare == "and" or (bare, after) in words.pairs):
                break
        elif _parts(text, left, word, after, words, places) or (word[-1] == "," and not listed):
            break
        elif titled and not capital:
            # "Support for Children service", but no "work for Marlowe Hospital"
            break
        elif words.is_unit(bare):
            begin, titled = left, False
        elif capital and word[-1] != "," and NEVER not in does and bare[-3:] != "scb":
            if not opens and not _inside(text, left, floor):
                break
            begin, titled = left, False
            proper = proper or (bare not in places and bare.removesuffix("s") not in places)
        elif position != at or text[left - 2 : left - 1] not in CLOSING or not word.islower():
            # only one unknown word may stand between a quoted name and the head
            break
        if opens:
            return left, proper, True
        if text[left - 1 : left] == "(":
            break
        after, position = bare, left
    return begin, proper, False


def _parts(
    text: str, left: int, word: str, after: str, words: Lexicon, places: frozenset[str]
) -> bool:
    """Whether a word belongs to no name behind it: "Marlowe's adoption team", "14 teams"."""
    bare = words.bare(word)
    if bare.isdigit():
        known = after.isdigit() or words.is_a(after, JOINER)
        known = known or (bare, after) in words.pairs
        return not known and text[max(left - 4, 0) : left] != " to "
    return word[-2:] in ("\u2019s", "'s") and bare.removesuffix("s") in places


def _opening(text: str, floor: int, stop: int) -> int:
    """Where the quotation that ends at ``stop`` opens, -1 if nowhere near."""
    opening = max(text.rfind(mark, floor, stop - 1) for mark in OPENING)
    return -1 if opening >= 0 and CLOSED.search(text, opening + 1, stop - 1) else opening


def _inside(text: str, left: int, floor: int) -> bool:
    """Whether the word stands inside a sentence, so that its capital means something."""
    before = text[max(left - 2, 0) : left].rstrip()
    return left > floor and bool(before) and before[-1] not in ".:;?!\n\u2022"


def _last_words(text: str, begin: int, end: int, count: int) -> int:
    """Where the last ``count`` words of ``text[begin:end]`` begin."""
    found = list(re.finditer(r"[^\s/-]+", text[begin:end]))
    return begin + found[-count].start() if count <= len(found) else begin
