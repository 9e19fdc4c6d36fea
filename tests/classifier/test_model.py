"""The classifier that the package carries, on sentences made up for this test."""

from pathlib import Path

import numpy as np
import pytest

from kg.classifier.model import SHIPPED, Passage, load_model
from kg.errors import KnowledgeError
from kg.rdf import vocabulary_quads

MODEL = load_model()


def rate(*sentences: str):
    return MODEL.rate(list(sentences), [1] * len(sentences), [False] * len(sentences))


@pytest.mark.parametrize(
    ("sentence", "polarity", "theme"),
    [
        ("Social workers do not receive regular supervision.", "weakness", "supervision"),
        ("Supervision is regular, reflective and well recorded.", "strength", "supervision"),
        ("Children’s plans are poor and drift is common.", "weakness", "plans"),
        ("Personal advisers know their care leavers well.", "strength", "care-leavers"),
        ("Adopters are matched quickly and well supported.", "strength", "adoption"),
        ("Strategy discussions are not timely.", "weakness", "strategy-s47"),
        ("At 31 March 2015, 421 children were the subject of a child protection plan.", "none", ""),
    ],
)
def test_plain_sentences(sentence: str, polarity: str, theme: str) -> None:
    (rating,) = rate(sentence)
    assert rating.polarity == polarity
    assert not theme or theme in [code for code, _ in rating.themes]


def test_what_stands_around_a_sentence_counts() -> None:
    ambiguous = "This was the case for most of the children."
    visits = rate("Visits are regular and purposeful.", ambiguous)[1]
    plans = rate("Plans drift and are poor.", ambiguous)[1]
    assert "plans" in [code for code, _ in plans.themes]
    assert "plans" not in [code for code, _ in visits.themes]
    assert plans.polarity_probability != visits.polarity_probability


def test_the_kind_of_section_counts() -> None:
    sentence = ["The approach to recording of visits.", "The oversight of plans."]
    chances = [
        MODEL.rate(sentence, [1, 2], [True, True], [kind] * 2)[0]
        for kind in ("strengths", "weaknesses")
    ]
    assert chances[0] != chances[1]
    # a kind that no model knows is as good as none
    assert MODEL.rate(sentence, [1, 2], [True, True], ["made-up"] * 2) == MODEL.rate(
        sentence, [1, 2], [True, True]
    )


def test_probabilities_are_in_order() -> None:
    for rating in rate("Supervision and management oversight of plans and visits are weak."):
        chances = [chance for _, chance in rating.themes]
        assert 1 <= len(chances) <= 3
        assert chances == sorted(chances, reverse=True)
        assert all(0 <= chance <= 1 for chance in (*chances, rating.polarity_probability))


def test_the_same_twice_and_nothing_of_nothing() -> None:
    assert rate("Plans drift.") == rate("Plans drift.")
    assert MODEL.rate([], [], []) == []
    # none of its words is known
    assert rate("Xyzzyq qwrtpl")[0].polarity in MODEL.polarities


def test_every_theme_and_polarity_is_in_the_vocabulary() -> None:
    lines = "\n".join(vocabulary_quads())
    for scheme, codes in (("theme", MODEL.themes), ("polarity", MODEL.polarities)):
        for code in codes:
            assert f"<https://w3id.org/childrens-services-kg/vocab/{scheme}/{code}> " in lines


def test_the_file_is_small_and_runs_no_code() -> None:
    assert SHIPPED.stat().st_size < 5_000_000
    with np.load(SHIPPED, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)


@pytest.mark.parametrize("content", [b"", b"nothing of the kind"])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"model\.npz: is no model"):
        load_model(path)


def test_a_file_that_is_cut_off_or_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    short = tmp_path / "short.npz"
    short.write_bytes(SHIPPED.read_bytes()[:-5000])
    with pytest.raises(KnowledgeError, match=r"short\.npz: is no model"):
        load_model(short)
    with np.load(SHIPPED, allow_pickle=False) as arrays:
        changed = {**arrays, "out_bias": np.zeros(3, np.float32)}
    np.savez(tmp_path / "other.npz", **changed)
    with pytest.raises(KnowledgeError, match=r"out_bias has the shape \(3,\), not \(4,\)"):
        load_model(tmp_path / "other.npz")


def test_no_passage_counts_for_another() -> None:
    body = Passage(["Visits are regular.", "This was the case for most."], [1, 1], [False, False])
    items = Passage(["Improve the quality of plans.", "Reduce drift."], [1, 2], [True, True])
    alone = [*MODEL.rate_each([body]), *MODEL.rate_each([items])]
    assert MODEL.rate_each([body, Passage([], [], []), items]) == [alone[0], [], alone[1]]
