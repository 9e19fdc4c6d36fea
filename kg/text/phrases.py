"""Where the phrases of a vocabulary stand in a text.

The phrases become one regular expression that parts by words (a trie), so that the text is gone
through once, however many there are.  What may not stand around a phrase is data, as the phrases
are.  A grammar that has phrases among its parts takes them from `any_of`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.text.words import DASH, STRAIGHT, without_capitals

#: What "..." in a phrase stands for: a few words of one clause.
GAP = r"(?:[^.;:\n]|\.(?=[0-9])){0,80}?"
_GAP_WORD = "..."
#: What parts two words of a phrase, and what may part them where marks do not count.
SPACE, MARKS = r"\s+", r"[\s,()\-\u2010-\u2015\u2212\u2500]+"
#: So far around a phrase it is looked for what makes it none (characters).
REACH = 60

#: Words to the nodes that follow them; the empty word is the end of a phrase.
_Trie = dict[str, "_Trie"]


@dataclass(frozen=True, slots=True)
class Guards:
    """What may not stand around phrases, each a phrase itself, of which case does not count.

    What is so of one phrase only is a longer phrase that holds it, in ``never``.
    """

    #: right before one ("greater" Marlowe)
    before: tuple[str, ...] = ()
    #: right behind one (inspection "handbook")
    after: tuple[str, ...] = ()
    #: what shares a word with one of these is none ("family nurse partnership")
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase in a text: ``text[start:end]``, a plural's "s" with it."""

    start: int
    end: int
    #: the phrase as the vocabulary has it, made comparable (`comparable`)
    phrase: str


class PhraseMatcher:
    """Finds some phrases as whole words, the longest at each place, none inside another.

    The kind of apostrophe, of dash and of white space does not count.  Neither does case, unless
    ``capitals`` are to be as the phrase has them.  Commas, brackets and dashes count, unless the
    phrases are to be found whatever ``marks`` part their words.  The last word may have a plural
    "s", unless there are to be no ``plurals``.
    """

    def __init__(
        self,
        phrases: Iterable[str],
        guards: Guards = Guards(),
        *,
        capitals: bool = False,
        marks: bool = True,
        plurals: bool = True,
    ) -> None:
        self._capitals, self._marks = capitals, marks
        self._known = dict.fromkeys(filter(None, map(self._comparable, phrases)))
        self._before = tuple(map(comparable, guards.before))
        self._never = PhraseMatcher(guards.never) if guards.never else None
        ends = dict.fromkeys(self._known, _end(plurals) + _not_before(guards.after))
        self._pattern = _Expression(ends, SPACE if marks else MARKS).compiled()
        self._gapped = [
            (re.compile(_form(phrase) + _end(plurals)), phrase)
            for phrase in sorted(self._known, key=len, reverse=True)
            if _GAP_WORD in phrase
        ]

    def find(self, text: str) -> Iterator[Match]:
        """Every phrase in a text, in order."""
        printed = text if self._capitals else without_capitals(text)
        for match in self._pattern.finditer(printed):
            if not self._is_none(printed, *match.span()):
                yield Match(*match.span(), self._phrase(match[0]))

    def _is_none(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before or around a phrase makes it none."""
        floor = max(start - REACH, 0)
        if self._before and text[floor:start][-1:].isspace():
            ahead = comparable(text[floor:start])
            if any(_ends_in(ahead, phrase) for phrase in self._before):
                return True
        return self._never is not None and any(
            floor + each.start < end and start < floor + each.end
            for each in self._never.find(text[floor : end + REACH])
        )

    def _phrase(self, printed: str) -> str:
        if printed in self._known:
            return printed
        plain = self._comparable(printed)
        for form in (plain, plain.removesuffix("s")):
            if form in self._known:
                return form
        return next(phrase for form, phrase in self._gapped if form.fullmatch(printed))

    def _comparable(self, phrase: str) -> str:
        return comparable(phrase, capitals=self._capitals, marks=self._marks)


def any_of(phrases: Iterable[str], *, capitals: bool = False, plurals: bool = False) -> str:
    """Some phrases as a part of a larger expression, which takes the longest that stands there.

    Unless ``capitals`` are to be as the phrases have them, they are in lower case: the expression
    ignores case, or is held against a text without capitals.  There may be ``plurals``.
    """
    known = filter(None, (comparable(phrase, capitals=capitals) for phrase in phrases))
    return _Expression(dict.fromkeys(known, _end(plurals)), SPACE).part()


def comparable(phrase: str, *, capitals: bool = False, marks: bool = True) -> str:
    """A phrase as phrases are compared: kinds of apostrophe, dash and white space do not count.

    Case counts only if ``capitals`` do, what parts words only if ``marks`` do.
    """
    low = phrase if capitals else without_capitals(phrase)
    plain = DASH.sub("-", low.translate(STRAIGHT))
    words = (plain if marks else re.sub(MARKS, " ", plain)).split()
    return " ".join("and" if word == "&" else word for word in words)


class _Expression:
    """Some phrases as one regular expression, which parts by words."""

    def __init__(self, ends: Mapping[str, str], joint: str) -> None:
        """``ends``: each phrase, and what must be true behind it; ``joint``: what parts words."""
        self._ends = ends
        self._joint = joint
        self._trie: _Trie = {}
        for phrase in ends:
            node = self._trie
            for word in phrase.split(" "):
                node = node.setdefault(word, {})
            node[""] = {}

    def part(self) -> str:
        """The expression as a part of a larger one."""
        return self._any(self._trie) if self._trie else "(?!)"

    def compiled(self) -> re.Pattern[str]:
        """The expression by itself, parted by the first characters of the phrases.

        So it is tried only where one of these stands, and the beginning of a word is looked for
        only where the whole word does.
        """
        by_first: dict[str, list[str]] = {}
        for word, node in sorted(self._trie.items(), key=lambda pair: len(pair[0]), reverse=True):
            begun, rest = rf"(?<!\w.{{{len(word)}}})", self._rest(node, (word,))
            if word == "and":
                by_first.setdefault("&", []).append(rf"(?<!\w&){rest}")
            if word[0].isalnum():
                by_first.setdefault(word[0], []).append(_word(word[1:]) + begun + rest)
            elif word[0] == "'":
                for mark in "'\u2018\u2019":
                    by_first.setdefault(mark, []).append(_word(word[1:]) + begun + rest)
            else:
                by_first.setdefault("", []).append(rf"(?<!\w){_word(word)}{rest}")
        each = (f"{first}(?:{'|'.join(forms)})" for first, forms in by_first.items())
        return re.compile("|".join(each) or "(?!)", re.S)

    def _any(self, trie: _Trie, path: tuple[str, ...] = ()) -> str:
        """What may come next, the longest word first, each with what follows it."""
        words = sorted(trie, key=lambda word: (word != _GAP_WORD, len(word)), reverse=True)
        forms = [_word(word) + self._rest(trie[word], (*path, word)) for word in words]
        return f"(?:{'|'.join(forms)})"

    def _rest(self, node: _Trie, path: tuple[str, ...]) -> str:
        further = {word: after for word, after in node.items() if word}
        longer = [self._joint + self._any(further, path)] if further else []
        done = [self._ends[" ".join(path)]] if "" in node else []
        return f"(?:{'|'.join((*longer, *done))})"


def _form(phrase: str) -> str:
    return SPACE.join(map(_word, phrase.split()))


def _word(word: str) -> str:
    if word == _GAP_WORD:
        return GAP
    if word == "and":
        return "(?:and|&)"
    escaped = re.escape(word).replace("'", "['\u2018\u2019]")
    return escaped.replace(r"\-", "[-\u2010-\u2015\u2212\u2500]")


def _end(plurals: bool) -> str:
    """What a phrase ends in."""
    return r"s?(?!\w)" if plurals else r"(?!\w)"


def _ends_in(text: str, phrase: str) -> bool:
    """Whether a text ends in a phrase as whole words."""
    return text.endswith(phrase) and not text.removesuffix(phrase)[-1:].isalnum()


def _not_before(phrases: Iterable[str]) -> str:
    """What must be true of the text behind a phrase that may not stand before some others."""
    forms = "|".join(_form(comparable(phrase)) for phrase in phrases)
    return rf"(?!\s+(?i:{forms})\b)" if forms else ""
