"""The second layer of the classifier: what the sums mean where a sentence stands."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from kg.classifier.second_layer import one_of, polarity_input, theme_input
from training.corpus import POLARITIES, Corpus

#: How much more a label of people counts than one of our own.
PEOPLE = 4
#: The polarity network is the mean of so many networks, each with so many nodes.
NETWORKS = 3
HIDDEN = 32
#: Rounds over all sentences that train it: a fixed number, so nothing is chosen by a score.
ROUNDS = 12
#: Sentences before and behind that the second layer may look at.
SEEN = 5
#: A kind of section or a strand is told apart if people labelled so many sentences of it.
FEWEST_OF_A_KIND = 40


@dataclass(slots=True)
class Network:
    """One hidden layer of nodes that give nothing below 0."""

    hidden: Any
    hidden_bias: Any
    out: Any
    out_bias: Any

    def predict(self, inputs: Any) -> Any:
        """The number of the likeliest polarity, a row of inputs each."""
        nodes = np.maximum(inputs @ self.hidden + self.hidden_bias, 0)
        return (nodes @ self.out + self.out_bias).argmax(1)


@dataclass(slots=True)
class Second:
    """The second layer."""

    network: Network
    #: theme x input, the constant last
    themes: Any
    #: theme x strand
    theme_strand: Any
    threshold: Any
    kinds: list[str]
    strands: list[str]

    def theme_chances(self, inputs: Any, strand: Any) -> Any:
        """Sentence x theme: the probabilities."""
        total = np.einsum("sti,ti->st", inputs, self.themes[:, :-1]) + self.themes[:, -1]
        return 1 / (1 + np.exp(-(total + strand @ self.theme_strand.T)))


@dataclass(slots=True)
class Inputs:
    """What the second layer sees, a row a sentence."""

    polarity: Any
    #: sentence x theme x input
    themes: Any
    #: sentence x strand: 1 where it is of it
    strand: Any


def known_kinds(corpus: Corpus) -> tuple[list[str], list[str]]:
    """The kinds of section, and the strands, of which people labelled sentences enough."""
    seen = [sentence for sentence in corpus.sentences if sentence.by_people]
    kinds = Counter(sentence.kind for sentence in seen if sentence.kind)
    strands = Counter(sentence.strand for sentence in seen if sentence.strand)
    return (
        sorted(kind for kind, count in kinds.items() if count >= FEWEST_OF_A_KIND),
        sorted(strand for strand, count in strands.items() if count >= FEWEST_OF_A_KIND),
    )


def second_inputs(
    corpus: Corpus, sums: Any, kinds: Sequence[str], strands: Sequence[str]
) -> Inputs:
    """What the second layer sees of every sentence, report by report.

    ``sums`` are those of the first layer; ``kinds`` and ``strands`` are `known_kinds`.
    """
    count = len(POLARITIES)
    polarity: list[Any] = [None] * len(corpus.sentences)
    themes: list[Any] = [None] * len(corpus.sentences)
    for rows, wanted in _runs(corpus):
        found = [corpus.sentences[row] for row in rows]
        paragraphs = [sentence.paragraph for sentence in found]
        bullets = [sentence.bullet for sentence in found]
        of_kinds = [sentence.kind for sentence in found]
        seen = polarity_input(sums[rows, :count], paragraphs, bullets, of_kinds, kinds)
        about = theme_input(sums[rows, count:], paragraphs)
        for place in wanted:
            polarity[rows[place]], themes[rows[place]] = seen[place], about[place]
    return Inputs(
        np.array(polarity),
        np.array(themes),
        one_of([sentence.strand for sentence in corpus.sentences], strands),
    )


def _runs(corpus: Corpus) -> Iterator[tuple[list[int], Iterable[int]]]:
    """Rows to be looked at together, and the places in them of those that are wanted.

    The sentences of a report; a sentence that was cut in another way stands for those that hold
    its words, between their neighbours, or by itself.
    """
    names = [sentence.report for sentence in corpus.sentences]
    whole = [row for row, sentence in enumerate(corpus.sentences) if not sentence.alone]
    for _, found in groupby(whole, key=names.__getitem__):
        rows = list(found)
        yield rows, range(len(rows))
    last = len(whole) - 1
    for row, sentence in enumerate(corpus.sentences):
        if sentence.alone:
            start, end = sentence.within or (0, last)
            around = [*range(start - SEEN, start), row, *range(end + 1, end + 1 + SEEN)]
            rows = [
                each
                for each in around
                if each == row or (0 <= each <= last and names[each] == names[row])
            ]
            rows = rows if sentence.within else [row]
            yield rows, [rows.index(row)]


def fit_second(corpus: Corpus, inputs: Inputs, rows: Any) -> Second:
    """The second layer, from the labelled sentences of ``rows``; ``inputs``: `second_inputs`."""
    labelled = np.array([row for row in rows if corpus.sentences[row].polarity is not None])
    by_people = np.array([corpus.sentences[row].by_people for row in labelled])
    themes, theme_strand, chances, about = _fit_themes(corpus, inputs, labelled, by_people)
    return Second(
        _fit_polarity(corpus, inputs.polarity, labelled, by_people),
        themes,
        theme_strand,
        # where people draw the line, not our own labels
        _threshold(chances[by_people], about[by_people]),
        *known_kinds(corpus),
    )


def _fit_polarity(corpus: Corpus, inputs: Any, labelled: Any, by_people: Any) -> Network:
    """Several networks that begin with other weights, as one: the mean of their sums."""
    # a network takes no weights: what counts more is there more often
    rows = np.concatenate([labelled, *[labelled[by_people]] * (PEOPLE - 1)])
    wanted = np.array([corpus.sentences[row].polarity for row in rows])
    networks = []
    for seed in range(NETWORKS):
        network = MLPClassifier(
            (HIDDEN,),
            alpha=0.01,
            batch_size=256,
            max_iter=ROUNDS,
            random_state=seed,
            tol=0,
            n_iter_no_change=ROUNDS,
        )
        with warnings.catch_warnings():
            # it warns that it might go on; the rounds are fixed
            warnings.simplefilter("ignore", ConvergenceWarning)
            network.fit(inputs[rows], wanted)
        networks.append(network)
    return Network(
        np.concatenate([network.coefs_[0] for network in networks], axis=1).astype(np.float32),
        np.concatenate([network.intercepts_[0] for network in networks]).astype(np.float32),
        np.concatenate([network.coefs_[1] / NETWORKS for network in networks]).astype(np.float32),
        np.mean([network.intercepts_[1] for network in networks], axis=0).astype(np.float32),
    )


def _fit_themes(
    corpus: Corpus, inputs: Inputs, labelled: Any, by_people: Any
) -> tuple[Any, Any, Any, Any]:
    """The weights of each theme, and its chances and truth on the sentences learnt from."""
    about = np.zeros((len(labelled), len(corpus.themes)), bool)
    for place, row in enumerate(labelled):
        about[place, list(corpus.sentences[row].themes)] = True
    weight = np.where(by_people, PEOPLE, 1)
    count = inputs.themes.shape[2]
    strand = inputs.strand[labelled]
    weights = np.zeros((len(corpus.themes), count + 1), np.float32)
    strands = np.zeros((len(corpus.themes), strand.shape[1]), np.float32)
    # a theme that nobody labelled is never given
    weights[:, -1] = -9
    chances = np.zeros(about.shape, np.float32)
    for theme in range(len(corpus.themes)):
        if about[:, theme].any():
            machine = LogisticRegression(C=1, max_iter=300, solver="newton-cholesky")
            seen = np.concatenate([inputs.themes[labelled, theme], strand], axis=1)
            machine.fit(seen, about[:, theme], sample_weight=weight)
            weights[theme, :-1], strands[theme] = machine.coef_[0, :count], machine.coef_[0, count:]
            weights[theme, -1] = machine.intercept_[0]
            chances[:, theme] = machine.predict_proba(seen)[:, 1]
    return weights, strands, chances, about


def _threshold(chances: Any, about: Any) -> Any:
    """The probability from which a theme is given: one for all, so that F1 of all is best."""
    best = max(np.arange(0.15, 0.7, 0.01), key=lambda step: _f1(chances > step, about))
    return np.full(about.shape[1], best, np.float32)


def _f1(said: Any, wanted: Any) -> float:
    return float(2 * (said & wanted).sum() / max(said.sum() + wanted.sum(), 1))
