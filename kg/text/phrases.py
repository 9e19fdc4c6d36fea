"""Where the phrases of a vocabulary stand in a text.

The phrases become one regular expression that parts by words (a trie), so that the text is gone
through once, however many there are.  What may not stand before or behind a phrase is data, as the
phrases are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.text.words import DASH, STRAIGHT, without_capitals

#: What "..." in a phrase stands for: a few words of one clause.
GAP = r"(?:[^.;:\n]|\.(?=[0-9])){0,80}?"
_GAP_WORD = "..."

#: Words to the nodes that follow them; the empty word is the end of a phrase.
_Trie = dict[str, "_Trie"]


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase in a text: ``text[start:end]``, a plural's "s" with it."""

    start: int
    end: int
    #: the phrase as the vocabulary has it, made comparable (`comparable`)
    phrase: str


class PhraseMatcher:
    """Finds some phrases as whole words, the longest at each place, none inside another.

    Case, the kind of apostrophe and white space do not count, and the last word may have a
    plural "s".  A phrase that stands right behind a phrase of ``before``, or right before one of
    ``after``, is none.
    """

    def __init__(
        self, phrases: Iterable[str], *, before: Iterable[str] = (), after: Iterable[str] = ()
    ) -> None:
        self._known = {comparable(phrase) for phrase in phrases} - {""}
        trie: _Trie = {}
        for phrase in self._known:
            node = trie
            for word in phrase.split(" "):
                node = node.setdefault(word, {})
            node[""] = {}
        behind = "".join(rf"(?!\s+{_form(phrase)}\b)" for phrase in after)
        self._pattern = re.compile(rf"(?<!\w){_alternatives(trie, behind)}") if trie else None
        ahead = "|".join(_form(phrase) for phrase in before)
        self._before = re.compile(rf"(?<!\w)(?:{ahead})\s+\Z") if ahead else None
        self._gapped = [
            (re.compile(_form(phrase) + "s?"), phrase)
            for phrase in sorted(self._known, key=len, reverse=True)
            if _GAP_WORD in phrase
        ]

    def find(self, text: str) -> Iterator[Match]:
        """Every phrase in a text, in order."""
        low = without_capitals(text)
        for match in self._pattern.finditer(low) if self._pattern else ():
            ahead = low[max(match.start() - 60, 0) : match.start()] if self._before else ""
            if self._before is None or not self._before.search(ahead):
                yield Match(*match.span(), self._phrase(match[0]))

    def _phrase(self, printed: str) -> str:
        plain = comparable(printed)
        for form in (plain, plain.removesuffix("s")):
            if form in self._known:
                return form
        return next(phrase for form, phrase in self._gapped if form.fullmatch(printed))


def comparable(phrase: str) -> str:
    """A phrase as phrases are compared: marks count, case and kinds of apostrophe do not."""
    words = DASH.sub("-", without_capitals(phrase).translate(STRAIGHT)).split()
    return " ".join("and" if word == "&" else word for word in words)


def _form(phrase: str) -> str:
    return r"\s+".join(map(_word, comparable(phrase).split()))


def _word(word: str) -> str:
    if word == _GAP_WORD:
        return GAP
    if word == "and":
        return "(?:and|&)"
    escaped = re.escape(word).replace("'", "['\u2018\u2019]")
    return escaped.replace(r"\-", "[-\u2010-\u2015\u2212\u2500]")


def _alternatives(trie: _Trie, behind: str) -> str:
    """The pattern of the words that may come next, the longest first, and of what follows them."""
    words = sorted(trie, key=lambda word: (word != _GAP_WORD, len(word)), reverse=True)
    forms = [_word(word) + _rest(trie[word], behind) for word in words]
    return f"(?:{'|'.join(forms)})"


def _rest(node: _Trie, behind: str) -> str:
    further = {word: after for word, after in node.items() if word}
    longer = [r"\s+" + _alternatives(further, behind)] if further else []
    ends = [rf"s?(?!\w){behind}"] if "" in node else []
    return f"(?:{'|'.join((*longer, *ends))})"
