"""Training on a small made-up corpus gives a model that says what it learnt."""

import numpy as np
import pytest

pytest.importorskip("sklearn")

from kg.language.rating import load_model
from training.corpus import Corpus, Sentence, key
from training.fit import apply_first, fit, fit_second, held_out_sums, second_inputs
from training.pack import pack
from training.scores import cross_validated

SUBJECTS = ("Supervision", "Planning", "Visiting", "Recording")
VERDICTS = (("is strong", 0), ("is very weak", 1), ("is strong but slow", 2), ("was counted", 3))


def corpus() -> Corpus:
    sentences = []
    for report in range(15):
        for number, subject in enumerate(SUBJECTS):
            for paragraph, (verdict, polarity) in enumerate(VERDICTS, 1):
                sentences.append(
                    Sentence(
                        f"report {report}", f"{subject} {verdict} in team {report}.", paragraph,
                        bool(number % 2), polarity, (number,), by_people=report % 3 == 0,
                        scored=report % 3 == 0,
                    )
                )  # fmt: skip
    sentences.append(Sentence("report 3", "It stands alone.", 0, False, 3, (), alone=True))
    return Corpus(sentences, ["supervision", "plans", "visits", "recording"])


@pytest.fixture(scope="module")
def fitted():
    return fit(corpus(), held_out_sums(corpus()))


def test_it_learns_what_is_plain() -> None:
    scores = cross_validated(corpus(), held_out_sums(corpus()))
    assert scores["sentences"] == 80
    assert scores["polarity accuracy"] > 0.9
    assert scores["themes micro F1"] > 0.9
    assert scores["polarity accuracy, always strength"] == 0.25


def test_the_packed_model_says_what_the_learnt_one_says(fitted, tmp_path) -> None:
    pack(fitted, tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    sentences = [s for s in corpus().sentences if s.report == "report 1"]
    texts = [sentence.text for sentence in sentences]
    small = Corpus(sentences, fitted.themes)
    sums = apply_first(fitted.first, texts)
    assert np.allclose(model.sums(texts), sums, atol=1e-4)
    polarity_in, theme_in = second_inputs(small, sums)
    said = model.rate(texts, [s.paragraph for s in sentences], [s.bullet for s in sentences])
    wanted = fitted.second.network.predict(polarity_in)
    assert [model.polarities.index(rating.polarity) for rating in said] == wanted.tolist()
    total = np.einsum("sti,ti->st", theme_in, fitted.second.themes[:, :-1])
    chances = 1 / (1 + np.exp(-(total + fitted.second.themes[:, -1])))
    for rating, row in zip(said, chances, strict=True):
        named = {fitted.themes.index(theme) for theme, _ in rating.themes}
        assert named <= set(np.flatnonzero(row > fitted.second.threshold).tolist())


def test_the_same_corpus_gives_the_same_bytes(fitted, tmp_path) -> None:
    pack(fitted, tmp_path / "one.npz")
    pack(fit(corpus(), held_out_sums(corpus())), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_part_is_scored_by_layers_that_have_not_seen_it() -> None:
    made = corpus()
    sums = held_out_sums(made)
    # turn the labels of one report around: what is learnt without its part does not change
    for sentence in made.sentences:
        if sentence.report == "report 0":
            sentence.polarity = 3 - sentence.polarity
    again = held_out_sums(made)
    own = np.array([sentence.report == "report 0" for sentence in made.sentences])
    assert np.array_equal(sums[own], again[own])
    assert not np.array_equal(sums[~own], again[~own])
    assert fit_second(made, sums, np.flatnonzero(~own)).threshold.shape == (4,)


def test_a_sentence_is_named_by_its_letters_and_digits() -> None:
    assert key("The ‘Plans’ drift.") == key("the plans  drift")
    assert key("Plans drift.") != key("Plans drifted.")
