"""How alike texts are: each pair once, whichever way it is found."""

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.text_similarity import AT_ONCE, similar_pairs, similar_within

WORDS = ("plans", "visits", "supervision", "children", "audit", "records", "health", "checks")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(
    st.lists(st.tuples(TEXTS, st.sampled_from("abc")), max_size=20), st.sampled_from([0.05, 0.3])
)
def test_pairs_of_a_group_are_those_of_all_texts(
    given_texts: list[tuple[str, str]], least: float
) -> None:
    texts, groups = [text for text, _ in given_texts], [group for _, group in given_texts]
    pairs = [pair for pair in similar_pairs(texts, least) if groups[pair[0]] == groups[pair[1]]]
    assert list(similar_within(texts, groups, least)) == pairs


def test_a_pair_is_found_however_far_apart_its_texts_stand() -> None:
    texts = [f"number{place} of its{place} own{place}" for place in range(3 * AT_ONCE)]
    texts[1] = texts[-2] = "audit the records of the duty team"
    assert [(one, other) for one, other, _ in similar_pairs(texts, 0.9)] == [(1, len(texts) - 2)]


def test_no_texts_have_no_pairs() -> None:
    assert list(similar_pairs([], 0.1)) == list(similar_within([], [], 0.1)) == []
