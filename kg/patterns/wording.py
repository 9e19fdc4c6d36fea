"""How alike two short texts are in their words: TF-IDF over words and pairs of words.

Words are compared by their stems and without the commonest joining words.  Texts that share no
uncommon word are never compared, so that the work grows with what texts have in common and not
with the square of their number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log, sqrt

WORD = re.compile(r"[a-z0-9]+")
#: Joining words, which say nothing of what is asked for.
_JOINING = """
a all an and any are as at be been being by can for from has have how in into is it its of on
or so such than that the their them then there these they this those to was were when where
which while who will with within would
"""
JOINING = frozenset(_JOINING.split())
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ness", "ely", "ly", "ed",
           "es", "s", "e", "y")  # fmt: skip


def normalised(text: str) -> str:
    """Lower-case letters and digits of a text, words parted by one blank."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "").replace("'", "")
    return " ".join(WORD.findall(plain))


def stems(text: str) -> list[str]:
    """The stems of the words of a text that are not joining words, in order."""
    return [_stem(word) for word in normalised(text).split() if word not in JOINING]


def similar_pairs(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of places whose texts are alike by ``least`` (over 0, to 1) or more, in order."""
    import numpy as np

    vectors = weigh(texts)
    holders: dict[str, list[int]] = {}
    for place, vector in enumerate(vectors):
        for term in vector:
            holders.setdefault(term, []).append(place)
    # a term that stands in one text only joins it to nothing
    postings = {
        term: (np.array(places), np.array([vectors[place][term] for place in places]))
        for term, places in holders.items()
        if len(places) > 1
    }
    alike = np.zeros(len(texts))
    for place, vector in enumerate(vectors):
        alike[:] = 0
        for term, weight in vector.items():
            if term in postings:
                places, weights = postings[term]
                alike[places] += weight * weights
        for other in np.flatnonzero(alike[place + 1 :] >= least) + place + 1:
            yield place, int(other), min(1.0, float(alike[other]))


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


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How alike two texts are whose weights are given, from 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(weight * other[term] for term, weight in one.items() if term in other))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
