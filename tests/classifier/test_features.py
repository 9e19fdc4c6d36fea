"""Sentences become numbers: the same words the same number, wherever they stand."""

import numpy as np

from kg.classifier.features import coded, number_words, tokens

WORDS = number_words(["^", "$", "plans", "are", "improving", "improved", "0", "children’s"])


def features(*sentences: str) -> list[set[int]]:
    place, number = coded(list(sentences), WORDS)
    return [set(number[place == index].tolist()) for index in range(len(sentences))]


def test_words_and_signs() -> None:
    assert tokens(["Plans, 12 of 30: don't drift"]) == [
        "^", "plans", ",", "0", "of", "0", ":", "don’t", "drift", "$", "\n",
    ]  # fmt: skip


def test_the_same_words_are_the_same_features() -> None:
    one, two = features("Plans are improving", "plans ARE improving")
    assert one == two
    assert len(one) == 5 + 4 + 3 + 5 + 4


def test_words_with_one_beginning_share_a_feature() -> None:
    improving, improved = features("improving", "improved")
    assert improving & improved
    assert improving != improved


def test_no_feature_runs_over_the_end_of_a_sentence() -> None:
    alone, _ = features("plans", "are")
    again, _ = features("plans", "improving")
    assert alone == again


def test_unknown_words_are_in_no_feature() -> None:
    known, mixed = features("plans are", "plans zzz are")
    assert features("zzz")[0] == features("qqq")[0]
    assert mixed != known
    place, number = coded(["zzz"], number_words([]))
    assert len(place) == len(number) == 0


def test_signs_of_its_own_and_line_ends_do_no_harm() -> None:
    place, _ = coded(["plans ^ $ \n are", "plans"], WORDS)
    assert np.unique(place).tolist() == [0, 1]


def test_what_is_printed_together_is_told_apart() -> None:
    assert features("plans,improving;are")[0] == features("Plans , improving ; are")[0]
    # a printed word that was met before is coded as it was then
    assert features("PLANS are", "PLANS are")[0] == features("plans are")[0]


def test_no_sentences_have_no_features() -> None:
    assert [part.tolist() for part in coded([], WORDS)] == [[], []]
