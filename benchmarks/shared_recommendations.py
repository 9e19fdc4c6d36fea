"""How often groups of near-identical recommendations are right, on pairs that people labelled.

Usage: python benchmarks/shared_recommendations.py STORE

STORE holds the corpus that the pairs were drawn from.  `shared_recommendations.csv` names each pair
by the SHA-256 of its two normalised texts, sorted, and holds no words; pairs whose texts are not in
the store are counted as missing.  How the pairs were drawn and what the labels mean is told in
docs/patterns/shared-recommendations.md.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

from kg.analysis.shared_recommendations import PARAMETERS, shared_groups
from kg.corpus import open_corpus
from kg.corpus.text_similarity import CANDIDATES, similar_pairs
from kg.errors import KgError
from kg.store import open_store
from kg.text.words import normalise

LABELS = Path(__file__).with_suffix(".csv")


def key(one: str, other: str) -> str:
    """What names a pair of texts, in whichever order they come."""
    return hashlib.sha256("\n".join(sorted(map(normalise, (one, other)))).encode()).hexdigest()


def main() -> None:
    """Print precision and recall, a pair of texts and a pair of items."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python benchmarks/shared_recommendations.py STORE")
    try:
        corpus = open_corpus(open_store(Path(sys.argv[1])))
        items, known = corpus.recommendations, corpus.reports
    except KgError as error:
        raise SystemExit(str(error)) from error
    with LABELS.open(encoding="utf-8", newline="") as stream:
        labels = {row["pair"]: row["label"] == "same" for row in csv.DictReader(stream)}
    texts = [item.text for item in items]
    found = {
        frozenset((one.iri, other.iri))
        for group in shared_groups(corpus, float(PARAMETERS[0].default), 1)
        for one, other in combinations(group.items, 2)
    }
    # how many pairs of items, of different authorities, bear the texts of a labelled pair
    borne: Counter[str] = Counter()
    told: dict[str, bool] = {}
    for one, other, _ in similar_pairs(texts, CANDIDATES / 2):
        name = key(texts[one], texts[other])
        apart = known[items[one].report].authority != known[items[other].report].authority
        if name in labels and apart:
            borne[name] += 1
            told[name] = (
                told.get(name, False) or frozenset((items[one].iri, items[other].iri)) in found
            )
    same = sum(labels.values())
    print(f"{len(labels)} labelled pairs, {same} of them near-identical; {len(told)} in the store")
    for what, weigh in (
        ("pairs of texts", Counter(dict.fromkeys(told, 1))),
        ("pairs of items", borne),
    ):
        right = sum(weigh[name] for name in told if told[name] and labels[name])
        called = sum(weigh[name] for name in told if told[name])
        true = sum(weigh[name] for name in told if labels[name])
        print(f"{what}: precision {right / called:.3f}, recall {right / true:.3f} ({true} same)")


if __name__ == "__main__":
    main()
