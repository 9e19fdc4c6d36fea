"""Findings that a report marks "(Recommendation)", and the items that they lead to.

A number after the word names the item.  Without one the item is the one that shares the most
telling words with the finding and its paragraph, if no other comes near; that is inferred.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log, sqrt

from kg.reports.evidence import Finding, Raised
from kg.reports.model import Recommendation

MARK = re.compile(r"\(\s*recommendations?\s*(?P<number>\d{1,3})?\s*\)", re.IGNORECASE)
WORD = re.compile(r"[a-z]{3,}")
#: Letters by which a word is known: "assess" is in "assessments" and in "assessing".
STEM = 6
#: What a word of the paragraph counts beside one of the sentence.
AROUND = 0.3
#: How much an item must share: the weight of the shared words over the length of all its own.
ENOUGH = 0.9
#: How near the second best may come to the best.
NEAR = 0.7


def link_marked(
    findings: Sequence[Finding], recommendations: Sequence[Recommendation]
) -> tuple[Finding, ...]:
    """The findings, each marked one with the item that it leads to if that can be told."""
    marks = {f.order: mark for f in findings if (mark := MARK.search(f.text))}
    if not marks:
        return tuple(findings)
    matcher = _Matcher(findings, recommendations)
    return tuple(
        replace(finding, raised=_raised(finding, marks[finding.order], recommendations, matcher))
        if finding.order in marks
        else finding
        for finding in findings
    )


def _raised(
    finding: Finding,
    mark: re.Match[str],
    recommendations: Sequence[Recommendation],
    matcher: _Matcher,
) -> Raised:
    if mark["number"]:
        named = [item.order for item in recommendations if item.number == mark["number"]]
        return Raised(named[0] if len(named) == 1 else None, inferred=False)
    order = matcher.best(finding)
    return Raised(order, inferred=order is not None)


class _Matcher:
    """The items of a report, weighed by how rare their words are in it."""

    def __init__(
        self, findings: Sequence[Finding], recommendations: Sequence[Recommendation]
    ) -> None:
        self._words = {finding.order: set(_stems(finding.text)) for finding in findings}
        self._paragraphs: dict[int, set[str]] = defaultdict(set)
        for finding in findings:
            if finding.paragraph:
                self._paragraphs[finding.paragraph] |= self._words[finding.order]
        self._held = Counter(stem for words in self._words.values() for stem in words)
        self._items = [(item, set(_stems(item.text))) for item in recommendations]

    def best(self, finding: Finding) -> int | None:
        """Order of the item that the finding shares the most with, None if that is in doubt."""
        shared = sorted(self._shared(finding).items(), key=lambda pair: (-pair[1], pair[0]))
        if not shared or shared[0][1] < ENOUGH:
            return None
        in_doubt = len(shared) > 1 and shared[1][1] > NEAR * shared[0][1]
        return None if in_doubt else shared[0][0]

    def _shared(self, finding: Finding) -> Mapping[int, float]:
        own = self._words[finding.order]
        around = self._paragraphs.get(finding.paragraph or 0, set()) - own
        return {
            item.order: (self._weight(words & own) + AROUND * self._weight(words & around))
            / sqrt(1 + sum(self._rarity(word) ** 2 for word in sorted(words)))
            for item, words in self._items
            if item.addressee is finding.about
        }

    def _weight(self, words: set[str]) -> float:
        # sums of floats in the order of a set would differ from run to run
        return sum(self._rarity(word) for word in sorted(words))

    def _rarity(self, word: str) -> float:
        """0 for a word of every sentence, more the fewer sentences have it."""
        return max(0.0, log(len(self._words) / (1 + self._held[word])))


def _stems(text: str) -> Iterator[str]:
    for match in WORD.finditer(MARK.sub(" ", text).lower()):
        yield match[0][:STEM]
