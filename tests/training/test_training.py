"""Training on a small made-up corpus gives a model that says what it learnt."""

import numpy as np
import pytest

pytest.importorskip("sklearn")

from kg.classifier.model import load_model
from training.corpus import Corpus, Sentence, key, letters_of, placed
from training.first import apply_first
from training.fit import fit, held_out_sums
from training.pack import pack
from training.scores import cross_validated
from training.second import fit_second, known_kinds, second_inputs

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
                        bool(number % 2), "findings", "leadership", polarity, (number,),
                        by_people=report % 3 == 0, scored=report % 3 == 0,
                    )
                )  # fmt: skip
    alone = Sentence("report 3", "It stands alone.", 0, False, polarity=3, alone=True)
    sentences.append(alone)
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
    inputs = second_inputs(small, sums, *known_kinds(corpus()))
    said = model.rate(
        texts,
        [s.paragraph for s in sentences],
        [s.bullet for s in sentences],
        [s.kind for s in sentences],
        [s.strand for s in sentences],
    )
    wanted = fitted.second.network.predict(inputs.polarity)
    assert [model.polarities.index(rating.polarity) for rating in said] == wanted.tolist()
    chances = fitted.second.theme_chances(inputs.themes, inputs.strand)
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
    inputs = second_inputs(made, sums, *known_kinds(made))
    assert fit_second(made, inputs, np.flatnonzero(~own)).threshold.shape == (4,)


def test_a_sentence_is_named_by_its_letters_and_digits() -> None:
    assert key("The ‘Plans’ drift.") == key("the plans  drift")
    assert key("Plans drift.") != key("Plans drifted.")


def test_kinds_of_section_that_people_labelled_often_are_told_apart() -> None:
    # 5 of the 15 reports were labelled by people: 80 sentences
    assert known_kinds(corpus()) == (["findings"], ["leadership"])
    made = Corpus(corpus().sentences[:64], [])
    # 4 reports, two of them by people: 32 sentences are too few
    assert known_kinds(made) == ([], [])


def test_a_sentence_cut_in_another_way_stands_where_its_words_stand() -> None:
    texts = ("Plans are clear.", "Visits are late.", "Managers know this.", "Staff stay.")
    ours = [Sentence("a", text, 7 + place, place == 1) for place, text in enumerate(texts)]
    spans = letters_of(ours)
    both = placed("a", "Visits are late; managers know this.", ours, spans)
    assert (both.within, both.paragraph, both.bullet) == ((1, 2), 8, True)
    # its beginning is not in the report, its end is
    end = "Findings of the inspectors. Plans are clear. Visits are late. Managers know this."
    assert placed("a", end, ours, spans).within == (0, 2)
    assert placed("a", "It is elsewhere.", ours, spans).within is None
    assert placed("b", "Staff stay.", ours, spans).within is None


def test_its_neighbours_are_those_of_the_sentences_it_stands_for() -> None:
    ours = [Sentence("a", f"{word}.", 1, False) for word in ("one", "two", "three", "four")]
    ours.append(Sentence("b", "five.", 1, False))
    ours.append(Sentence("a", "two three.", 1, False, alone=True, within=(1, 2)))
    sums = np.arange(6, dtype=np.float32)[:, None] * np.ones((1, 5), np.float32)
    seen = second_inputs(Corpus(ours, ["plans"]), sums, [], []).polarity[5]
    # its own sums, then those before, behind and two before (there is none: -1)
    assert seen[:16].tolist() == [5] * 4 + [0] * 4 + [3] * 4 + [-1] * 4
