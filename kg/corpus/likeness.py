"""Which recommendations are alike: kept in the read model, as it takes a second to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.corpus.text_similarity import alikeness, similar_within

#: How alike two items must be to be kept: by their words, and in what they ask for.
LEAST_TOLD_AGAIN, LEAST_NEAR_IDENTICAL = 0.25, 0.6
TOLD_AGAIN, NEAR_IDENTICAL = "told_again", "near_identical"
CREATE = 'CREATE TABLE "{}" (id INTEGER PRIMARY KEY, one TEXT, other TEXT, alike REAL)'


class Item(NamedTuple):
    """An item of an improvement list, as far as it is compared: IRIs, its day, its words."""

    iri: str
    authority: str
    ended: str
    text: str


#: Two items by their IRIs, and how alike they are, over 0 to 1.
Pair = tuple[str, str, float]


def told_again(items: Sequence[Item], least: float) -> Iterator[Pair]:
    """The pairs of items of one authority and different days whose words are alike.

    By TF-IDF over all the items; in the order of ``items``.
    """
    texts, authorities = [item.text for item in items], [item.authority for item in items]
    for one, other, alike in similar_within(texts, authorities, least):
        mine, theirs = items[one], items[other]
        if mine.ended != theirs.ended:
            yield mine.iri, theirs.iri, alike


def near_identical(items: Sequence[Item], least: float) -> Iterator[Pair]:
    """The pairs of items that ask for the same in nearly the same words, whoever was told."""
    for (one, other), alike in alikeness([item.text for item in items], least).items():
        yield items[one].iri, items[other].iri, alike
