"""Scores of the classifier, by cross-validation grouped by report."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.corpus import POLARITIES, Corpus
from training.fit import PARTS, parts
from training.second import fit_second, known_kinds, second_inputs


def cross_validated(corpus: Corpus, sums: Any) -> dict[str, Any]:
    """Accuracy of polarity and F1 of themes on the scored sentences, each in a held-out part.

    ``sums`` are the corpus's `held_out_sums`.
    """
    part = parts(corpus)
    inputs = second_inputs(corpus, sums, *known_kinds(corpus))
    scored = np.array([s.scored for s in corpus.sentences])
    said_polarity = np.zeros(len(part), int)
    said_themes = np.zeros((len(part), len(corpus.themes)), bool)
    for each in range(PARTS):
        second = fit_second(corpus, inputs, np.flatnonzero(part != each))
        held = np.flatnonzero((part == each) & scored)
        if not len(held):
            continue
        said_polarity[held] = second.network.predict(inputs.polarity[held])
        chances = second.theme_chances(inputs.themes[held], inputs.strand[held])
        said_themes[held] = _at_most_three(chances, chances > second.threshold)
    rows = np.flatnonzero(scored)
    wanted = np.array([corpus.sentences[row].polarity for row in rows])
    about = np.zeros((len(rows), len(corpus.themes)), bool)
    for place, row in enumerate(rows):
        about[place, list(corpus.sentences[row].themes)] = True
    said, named = said_polarity[rows], said_themes[rows]
    linear = sums[rows, : len(POLARITIES)].argmax(1)
    return {
        "sentences": len(rows),
        "polarity accuracy": _round((said == wanted).mean()),
        "polarity accuracy, first layer alone": _round((linear == wanted).mean()),
        "polarity accuracy, always strength": _round((wanted == 0).mean()),
        "polarity": {
            name: _prf(said == index, wanted == index) for index, name in enumerate(POLARITIES)
        },
        "themes micro F1": _prf(named, about)["F1"],
        "themes": {
            name: _prf(named[:, index], about[:, index]) for index, name in enumerate(corpus.themes)
        },
    }


def _at_most_three(chances: Any, chosen: Any) -> Any:
    third = np.sort(chances, axis=1)[:, -3][:, None]
    return chosen & (chances >= third)


def _prf(said: Any, wanted: Any) -> dict[str, float]:
    both, all_said, all_wanted = (said & wanted).sum(), said.sum(), wanted.sum()
    return {
        "precision": _round(both / max(all_said, 1)),
        "recall": _round(both / max(all_wanted, 1)),
        "F1": _round(2 * both / max(all_said + all_wanted, 1)),
        "n": int(all_wanted),
    }


def _round(value: float) -> float:
    return round(float(value), 3)
