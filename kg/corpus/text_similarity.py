"""How alike two short texts are in their words.

`similar_pairs` finds pairs by TF-IDF over words and pairs of words; `sameness` says of two
recommendations whether they ask for the same thing in nearly the same words.  Words are compared
by their stems and without joining words; what stands in brackets is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import log, sqrt

from kg.text.words import normalise

#: Joining words, which say nothing of what is asked for.
_JOINING = """
a all an and any are as at be been being by can for from has have how in into is it its of on
or so such than that the their them then there these they this those to was were when where
which while who will with within would
"""
JOINING = frozenset(_JOINING.split())
#: Words that only say that something is asked for, and words that nearly every item has.
_ASKING = (
    "ensure improve strengthen further continue develop review embed increase reduce need area"
)
_EVERYWHERE = "children child young people"
#: What a word of `_EVERYWHERE` counts, and each of the first words, which say what is asked for.
LITTLE, MUCH, FIRST = 0.3, 1.5, 3
BRACKETS = re.compile(r"\([^()]*\)")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ness", "ely", "ly", "ed",
           "es", "s", "e", "y")  # fmt: skip


@lru_cache(maxsize=2**14)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that are not joining words, in order."""
    return tuple(_stem(word) for word in normalise(text).split() if word not in JOINING)


#: Sums of the same products in another order differ by less.
ROUNDING = 1e-9


def similar_within(
    texts: Sequence[str], groups: Sequence[str], least: float
) -> Iterator[tuple[int, int, float]]:
    """Those of the `similar_pairs` whose two texts are of one group, in the same order.

    ``groups`` has the group of each text; what a word weighs is told by the texts of all groups.
    """
    vectors = weigh(texts)
    behind: dict[str, list[int]] = {}
    for place in reversed(range(len(texts))):
        behind.setdefault(groups[place], []).append(place)
    for place, vector in enumerate(vectors):
        others = behind[groups[place]]
        others.pop()
        for other in reversed(others):
            its = vectors[other]
            shared = vector.keys() & its.keys()
            if sum(vector[term] * its[term] for term in shared) < least - ROUNDING:
                continue
            # the same again, one product after the other in the order of the terms
            alike = 0.0
            for term, weight in vector.items():
                if term in shared:
                    alike += weight * its[term]
            if alike >= least:
                yield place, other, min(1.0, alike)


#: So many texts are set beside all others at once: a few megabytes of numbers.
AT_ONCE = 32


def similar_pairs(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of places whose texts are alike by ``least`` (over 0, to 1) or more, in order."""
    import numpy as np

    vectors = weigh(texts)
    numbers: dict[str, int] = {}
    terms = np.array([numbers.setdefault(t, len(numbers)) for v in vectors for t in v], dtype=int)
    weights = np.array([weight for vector in vectors for weight in vector.values()])
    starts = np.cumsum([0, *map(len, vectors)])
    # of each term, the places of the texts that have it, one after the other, and its weights there
    by_term = np.argsort(terms, kind="stable")
    places = np.repeat(np.arange(len(texts)), np.diff(starts))[by_term]
    its_weights = weights[by_term]
    ends = np.searchsorted(terms[by_term], np.arange(len(numbers)), side="right")
    behind = np.empty(len(terms), dtype=int)
    behind[by_term] = np.arange(1, len(terms) + 1)
    for first in range(0, len(texts), AT_ONCE):
        last = min(first + AT_ONCE, len(texts))
        own = slice(starts[first], starts[last])
        # each term of these texts goes with the same term of all texts behind
        counts = ends[terms[own]] - behind[own]
        found = np.repeat(behind[own] - np.cumsum(counts) + counts, counts)
        found += np.arange(len(found))
        row = np.repeat(np.arange(last - first), np.diff(starts[first : last + 1]))
        cell = np.repeat(row * len(texts), counts) + places[found]
        # adds one product after the other, in the order of a text's terms
        alike = np.bincount(
            cell, np.repeat(weights[own], counts) * its_weights[found],
            minlength=(last - first) * len(texts),
        )  # fmt: skip
        for at in np.flatnonzero(alike >= least):
            one, other = divmod(int(at), len(texts))
            yield first + one, other, min(1.0, float(alike[at]))


#: Pairs less alike than this by TF-IDF are not looked at for being near-identical.
CANDIDATES = 0.3


def alikeness(texts: Sequence[str], least: float) -> dict[tuple[int, int], float]:
    """How alike each two near-identical texts are, from ``least`` to 1, by their places."""
    weights = requests(texts)
    plain = [BRACKETS.sub(" ", text) for text in texts]
    alike: dict[tuple[int, int], float] = {}
    for one, other, _ in similar_pairs(plain, min(CANDIDATES, least)):
        value = 1.0 if texts[one] == texts[other] else sameness(weights[one], weights[other])
        if value >= least:
            alike[one, other] = value
    return alike


def weigh(texts: Sequence[str]) -> list[dict[str, float]]:
    """The weights of the words and pairs of words of each text, of length 1 together."""
    found = []
    often: dict[str, int] = {}
    for text in texts:
        words = stems(text)
        counts: dict[str, int] = {}
        for term in [*words, *(f"{a} {b}" for a, b in pairwise(words))]:
            counts[term] = counts.get(term, 0) + 1
        for term in counts:
            often[term] = often.get(term, 0) + 1
        found.append(counts)
    rare = {term: log((1 + len(texts)) / (1 + count)) + 1 for term, count in often.items()}
    return [_unit({t: (1 + log(n)) * rare[t] for t, n in counts.items()}) for counts in found]


def requests(texts: Sequence[str]) -> list[dict[str, float]]:
    """What each word of each text counts when it is asked whether two ask for the same.

    A word counts the more the rarer it is; the first words that are not of asking count more.
    """
    asking, everywhere = frozenset(stems(_ASKING)), frozenset(stems(_EVERYWHERE))
    words = [stems(BRACKETS.sub(" ", text)) for text in texts]
    often: dict[str, int] = {}
    for own in words:
        for word in set(own):
            often[word] = often.get(word, 0) + 1
    found = []
    for own in words:
        weights: dict[str, float] = {}
        first = 0
        for word in own:
            if word in asking:
                continue
            weight = log((1 + len(texts)) / (1 + often[word])) + 1
            if word in everywhere:
                weight *= LITTLE
            else:
                first += 1
                weight *= MUCH if first <= FIRST else 1
            weights[word] = max(weights.get(word, 0.0), weight)
        found.append(weights)
    return found


def sameness(one: dict[str, float], other: dict[str, float]) -> float:
    """How much of each of two requests the other has as well, from 0 to 1.

    The one that has more of its own counts four times: what one asks and the other does not makes
    them two requests, however much they share.
    """
    if not one or not other:
        return 0.0
    shares = [
        sum(weight for word, weight in own.items() if word in against) / sum(own.values())
        for own, against in ((one, other), (other, one))
    ]
    return (4 * min(shares) + max(shares)) / 5


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How alike two texts are whose weights are given, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(weight * other[term] for term, weight in one.items() if term in other))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


@cache
def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
