"""The first layer adds up the weights of a sentence's features, each as much as it is rare."""

import numpy as np
import pytest

from kg.classifier.first_layer import AT_ONCE, Weights

#: Three features and two classes; the first feature says nothing of the second class.
DENSE = np.array([[3, 0], [-5, 7], [127, -127]], np.int8)
IDF = np.array([1.0, 2.0, 0.5], np.float32)
SCALE = np.array([0.1, 0.01], np.float32)


def packed(dense, idf, scale) -> Weights:
    features, classes = np.nonzero(dense)
    return Weights(
        {
            "idf": idf,
            "scale": scale,
            "starts": np.searchsorted(features, np.arange(len(idf) + 1)).astype(np.uint32),
            "classes": classes.astype(np.uint8),
            "weights": dense[features, classes],
        }
    )


def test_a_sentence_of_one_feature_has_its_weights() -> None:
    sums = packed(DENSE, IDF, SCALE).sums(1, np.array([0]), np.array([1]))
    assert sums == pytest.approx(np.array([[-0.5, 0.07]]))


def test_features_are_added_up_for_a_length_of_one() -> None:
    sums = packed(DENSE, IDF, SCALE).sums(1, np.array([0, 0]), np.array([0, 1]))
    length = np.sqrt(1.0 + 4.0)
    assert sums == pytest.approx(np.array([[(3 - 10) * 0.1, 14 * 0.01]]) / length)


def test_a_sentence_without_features_has_no_sums() -> None:
    sums = packed(DENSE, IDF, SCALE).sums(3, np.array([1]), np.array([2]))
    assert sums[[0, 2]].tolist() == [[0, 0], [0, 0]]
    assert sums[1] == pytest.approx([12.7, -1.27])


@pytest.mark.parametrize("classes", [1, 63, 64, 65])
@pytest.mark.parametrize("count", [1, AT_ONCE, 3 * AT_ONCE + 1])
def test_many_sentences_and_classes(count: int, classes: int) -> None:
    made = np.random.default_rng(count + classes)
    dense = made.integers(-127, 128, (50, classes)).astype(np.int8)
    idf = made.random(50).astype(np.float32) + 1
    scale = made.random(classes).astype(np.float32)
    has = made.random((count, 50)) < 0.2
    own = has * idf
    length = np.sqrt((own**2).sum(1, keepdims=True)) + 1e-9
    sums = packed(dense, idf, scale).sums(count, *np.nonzero(has))
    assert np.allclose(sums, own @ dense * scale / length, rtol=1e-4, atol=1e-3)
