"""Learns both layers of the classifier."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.svm import LinearSVC

from kg.language.context import polarity_input, theme_input
from kg.language.features import Words, coded, number_words, tokens
from training.corpus import POLARITIES, Corpus

#: A feature counts if so many sentences have it.
FEWEST = 3
#: Regularisation of the first layer: less holds the weights back more.
COST = 0.4
#: A theme's sentences are few: each counts double.
THEME_WEIGHT = {0: 1, 1: 2}
#: How much more a label of people counts than one of our own, in each layer.
PEOPLE_FIRST = 3
PEOPLE_SECOND = 4
#: Weights smaller than this share of a class's largest are left out.
SMALLEST = 0.02
#: Nodes of the polarity network.
HIDDEN = 32
#: Rounds over all sentences that train it: a fixed number, so nothing is chosen by a score.
ROUNDS = 25
PARTS = 5


@dataclass(slots=True)
class Layer:
    """The first layer: feature weights, as they are packed (few, and rounded to a byte)."""

    words: Words
    #: the numbers of the features, sorted
    keys: Any
    idf: Any
    #: features x classes
    weights: Any
    scale: Any
    bias: Any


@dataclass(slots=True)
class Second:
    """The second layer."""

    network: MLPClassifier
    #: theme x input, the constant last
    themes: Any
    threshold: Any


@dataclass(slots=True)
class Fitted:
    """Both layers, learnt from all that is labelled."""

    first: Layer
    second: Second
    themes: list[str]


def fit(corpus: Corpus, sums: Any) -> Fitted:
    """Learn from the whole corpus; the second layer from `held_out_sums`."""
    first = fit_first(corpus, np.arange(len(corpus.sentences)))
    return Fitted(first, fit_second(corpus, sums, np.arange(len(corpus.sentences))), corpus.themes)


def parts(corpus: Corpus) -> Any:
    """The part (0 to 4) of each sentence; the sentences of a report are in one part."""
    reports = sorted({sentence.report for sentence in corpus.sentences})
    order = np.random.default_rng(0).permutation(len(reports))
    part = {reports[place]: rank % PARTS for rank, place in enumerate(order)}
    return np.array([part[sentence.report] for sentence in corpus.sentences])


def held_out_sums(corpus: Corpus) -> Any:
    """The first layer's sums of each sentence, from a layer that learnt without its part."""
    part = parts(corpus)
    sums = np.zeros((len(part), len(POLARITIES) + len(corpus.themes)), np.float32)
    for each in range(PARTS):
        layer = fit_first(corpus, np.flatnonzero(part != each))
        held = np.flatnonzero(part == each)
        sums[held] = apply_first(layer, [corpus.sentences[row].text for row in held])
    return sums


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
    weight = np.where([chosen[row].by_people for row in labelled], PEOPLE_FIRST, 1)
    polarity = np.array([chosen[row].polarity for row in labelled])
    columns = [(polarity == index, None) for index in range(len(POLARITIES))]
    for theme in range(len(corpus.themes)):
        about = np.array([theme in chosen[row].themes for row in labelled])
        columns.append((about, THEME_WEIGHT))
    weights = np.zeros((len(keys), len(columns)), np.float32)
    bias = np.zeros(len(columns), np.float32)
    for column, (wanted, class_weight) in enumerate(columns):
        if wanted.any():
            machine = LinearSVC(C=COST, class_weight=class_weight, random_state=0)
            machine.fit(matrix, wanted.astype(int), sample_weight=weight)
            weights[:, column], bias[column] = machine.coef_[0], machine.intercept_[0]
        else:
            bias[column] = -1
    return _lightened(words, keys, idf, weights, bias)


def _lightened(words: Words, keys: Any, idf: Any, weights: Any, bias: Any) -> Layer:
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


def second_inputs(corpus: Corpus, sums: Any) -> tuple[Any, Any]:
    """What the second layer sees of every sentence, report by report."""
    count = len(POLARITIES)
    polarity, themes = [], []
    for first, last in _reports(corpus):
        found = corpus.sentences[first:last]
        paragraphs = [sentence.paragraph for sentence in found]
        bullets = [sentence.bullet for sentence in found]
        polarity.append(polarity_input(sums[first:last, :count], paragraphs, bullets))
        themes.append(theme_input(sums[first:last, count:], paragraphs))
    return np.concatenate(polarity), np.concatenate(themes)


def _reports(corpus: Corpus) -> list[tuple[int, int]]:
    """First and last place of each run of sentences of one report."""
    names = [sentence.report for sentence in corpus.sentences]
    starts = [
        row
        for row, sentence in enumerate(corpus.sentences)
        if row == 0 or names[row] != names[row - 1] or sentence.alone
    ]
    return list(zip(starts, [*starts[1:], len(names)], strict=True))


def fit_second(corpus: Corpus, sums: Any, rows: Any) -> Second:
    """The second layer, from the labelled sentences of ``rows``."""
    polarity_in, theme_in = second_inputs(corpus, sums)
    labelled = np.array([row for row in rows if corpus.sentences[row].polarity is not None])
    by_people = np.array([corpus.sentences[row].by_people for row in labelled])
    themes, chances, about = _fit_themes(corpus, theme_in[labelled], labelled, by_people)
    return Second(
        _fit_polarity(corpus, polarity_in, labelled, by_people),
        themes,
        # where people draw the line, not our own labels
        _threshold(chances[by_people], about[by_people]),
    )


def _fit_polarity(corpus: Corpus, inputs: Any, labelled: Any, by_people: Any) -> MLPClassifier:
    # the network takes no weights: what counts more is there more often
    rows = np.concatenate([labelled, *[labelled[by_people]] * (PEOPLE_SECOND - 1)])
    network = MLPClassifier(
        (HIDDEN,),
        alpha=0.01,
        batch_size=256,
        max_iter=ROUNDS,
        random_state=0,
        tol=0,
        n_iter_no_change=ROUNDS,
    )
    with warnings.catch_warnings():
        # it warns that it might go on; the rounds are fixed
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(inputs[rows], np.array([corpus.sentences[row].polarity for row in rows]))
    return network


def _fit_themes(corpus: Corpus, inputs: Any, labelled: Any, by_people: Any) -> tuple[Any, Any, Any]:
    """The weights of each theme, and its chances and truth on the sentences learnt from."""
    about = np.zeros((len(labelled), len(corpus.themes)), bool)
    for place, row in enumerate(labelled):
        about[place, list(corpus.sentences[row].themes)] = True
    weight = np.where(by_people, PEOPLE_SECOND, 1)
    weights = np.zeros((len(corpus.themes), inputs.shape[2] + 1), np.float32)
    # a theme that nobody labelled is never given
    weights[:, -1] = -9
    chances = np.zeros(about.shape, np.float32)
    for theme in range(len(corpus.themes)):
        if about[:, theme].any():
            machine = LogisticRegression(C=1, max_iter=300)
            machine.fit(inputs[:, theme], about[:, theme], sample_weight=weight)
            weights[theme, :-1], weights[theme, -1] = machine.coef_[0], machine.intercept_[0]
            chances[:, theme] = machine.predict_proba(inputs[:, theme])[:, 1]
    return weights, chances, about


def _threshold(chances: Any, about: Any) -> Any:
    """The probability from which a theme is given: one for all, so that F1 of all is best."""
    best = max(np.arange(0.15, 0.7, 0.01), key=lambda step: _f1(chances > step, about))
    return np.full(about.shape[1], best, np.float32)


def _f1(said: Any, wanted: Any) -> float:
    return float(2 * (said & wanted).sum() / max(said.sum() + wanted.sum(), 1))
