"""Learns both layers of the classifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.corpus import POLARITIES, Corpus
from training.first import Layer, apply_first, fit_first
from training.second import Second, fit_second, known_kinds, second_inputs

#: Parts of cross-validation.
PARTS = 5


@dataclass(slots=True)
class Fitted:
    """Both layers, learnt from all that is labelled."""

    first: Layer
    second: Second
    themes: list[str]


def fit(corpus: Corpus, sums: Any) -> Fitted:
    """Learn from the whole corpus; the second layer from `held_out_sums`."""
    first = fit_first(corpus, np.arange(len(corpus.sentences)))
    inputs = second_inputs(corpus, sums, *known_kinds(corpus))
    second = fit_second(corpus, inputs, np.arange(len(corpus.sentences)))
    return Fitted(first, second, corpus.themes)


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
