"""The first layer of the classifier: the weights of words, pairs and triples for each class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from kg.classifier.features import KnownWords, coded, number_words, tokens
from training.corpus import POLARITIES, Corpus

#: A feature counts if so many sentences have it.
FEWEST = 3
#: Regularisation of the first layer, for polarities and themes: less holds weights back more.
POLARITY_COST = 0.8
THEME_COST = 0.4
#: A theme's sentences are few: each counts double.
THEME_WEIGHT = {0: 1, 1: 2}
#: How much more a label of people counts than one of our own.
PEOPLE = 3
#: Weights smaller than this share of a class's largest are left out.
SMALLEST = 0.02


@dataclass(slots=True)
class Layer:
    """The first layer: feature weights, as they are packed (few, and rounded to a byte)."""

    words: KnownWords
    #: the numbers of the features, sorted
    keys: Any
    idf: Any
    #: features x classes
    weights: Any
    scale: Any
    bias: Any


def fit_first(corpus: Corpus, rows: Any) -> Layer:
    """The first layer, from the labelled sentences of ``rows``; its words from all of them."""
    chosen = [corpus.sentences[row] for row in rows]
    texts = [sentence.text for sentence in chosen]
    counts = Counter(token for token in tokens(texts) if token != "\n")
    words = number_words(sorted(word for word, count in counts.items() if count >= FEWEST))
    place, number = once(*coded(texts, words))
    keys, seen = np.unique(number, return_counts=True)
    keys, seen = keys[seen >= FEWEST], seen[seen >= FEWEST]
    idf = (np.log(len(chosen) / seen) + 1).astype(np.float32)
    labelled = [row for row, sentence in enumerate(chosen) if sentence.polarity is not None]
    matrix = _matrix(place, number, keys, idf, len(chosen))[labelled]
    weight = np.where([chosen[row].by_people for row in labelled], PEOPLE, 1)
    polarity = np.array([chosen[row].polarity for row in labelled])
    columns = [(polarity == index, None) for index in range(len(POLARITIES))]
    for theme in range(len(corpus.themes)):
        about = np.array([theme in chosen[row].themes for row in labelled])
        columns.append((about, THEME_WEIGHT))
    weights = np.zeros((len(keys), len(columns)), np.float32)
    bias = np.zeros(len(columns), np.float32)
    for column, (wanted, class_weight) in enumerate(columns):
        if wanted.any():
            cost = POLARITY_COST if column < len(POLARITIES) else THEME_COST
            machine = LinearSVC(C=cost, class_weight=class_weight, random_state=0)
            machine.fit(matrix, wanted.astype(int), sample_weight=weight)
            weights[:, column], bias[column] = machine.coef_[0], machine.intercept_[0]
        else:
            bias[column] = -1
    return _lightened(words, keys, idf, weights, bias)


def _lightened(words: KnownWords, keys: Any, idf: Any, weights: Any, bias: Any) -> Layer:
    """The layer as it is packed: small weights gone, the others rounded to a byte."""
    largest = np.abs(weights).max(0) + 1e-9
    scale = (largest / 127).astype(np.float32)
    rounded = np.rint(weights / scale)
    rounded[np.abs(weights) < SMALLEST * largest] = 0
    kept = np.flatnonzero(rounded.any(axis=1))
    return Layer(words, keys[kept], idf[kept], rounded[kept].astype(np.int8), scale, bias)


def apply_first(layer: Layer, texts: Sequence[str]) -> Any:
    """The sums of the first layer."""
    place, number = once(*coded(texts, layer.words))
    matrix = _matrix(place, number, layer.keys, layer.idf, len(texts))
    return np.asarray(matrix @ (layer.weights.astype(np.float32) * layer.scale)) + layer.bias


def once(place: Any, number: Any) -> tuple[Any, Any]:
    """Each feature of a sentence once, in order."""
    order = np.lexsort((number, place))
    place, number = place[order], number[order]
    new = np.append(True, (place[1:] != place[:-1]) | (number[1:] != number[:-1]))
    return place[new], number[new]


def _matrix(place: Any, number: Any, keys: Any, idf: Any, count: int) -> Any:
    """Sentences x features: the rarer, the more; each row of length 1."""
    column = np.minimum(np.searchsorted(keys, number), len(keys) - 1)
    known = keys[column] == number
    place, column = place[known], column[known]
    value = idf[column]
    norm = np.sqrt(np.bincount(place, value * value, count)) + 1e-9
    return csr_matrix((value / norm[place], (place, column)), shape=(count, len(keys)))
