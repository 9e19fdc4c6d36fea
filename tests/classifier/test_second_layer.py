"""What the second layer sees of a sentence: the sums around it and where it stands."""

import numpy as np

from kg.classifier.second_layer import ABSENT, one_of, polarity_input, theme_input


def test_the_neighbours_sums_and_the_place() -> None:
    sums = np.array([[1.0], [2.0], [4.0]], np.float32)
    # the first two are of paragraph 7, the third is of item 1 of an improvement list
    seen = polarity_input(
        sums, [7, 7, -1], [False, False, True], ["strengths", "summary", None], ["strengths"]
    )
    # own, before, behind, two before, same as before, same as behind, bullet, item, "strengths"
    assert seen.tolist() == [
        [1, ABSENT, 2, ABSENT, 0, 1, 0, 0, 1],
        [2, 1, 4, ABSENT, 1, 0, 0, 0, 0],
        [4, 2, ABSENT, 1, 0, 0, 1, 1, 0],
    ]
    assert seen.dtype == np.float32


def test_themes_see_the_mean_of_the_surroundings() -> None:
    sums = np.array([[1.0, 0.0], [2.0, 0.0], [6.0, 0.0]], np.float32)
    seen = theme_input(sums, [1, 1, 2])
    # own sum; its square; before; behind; both once more within the paragraph; mean of the others;
    # the largest of all themes; is the one before, the one behind of the same paragraph
    assert seen[1, 0].tolist() == [2, 4, 1, 6, 1, 0, 3.5, 2, 1, 0]
    assert seen.shape == (3, 2, 10)


def test_one_of_several_known_kinds() -> None:
    assert one_of(["b", None, "c", "a"], ["a", "b"]).tolist() == [[0, 1], [0, 0], [0, 0], [1, 0]]
    assert one_of(["a"], []).shape == (1, 0)
