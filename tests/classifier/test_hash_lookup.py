"""Numbers are found where they stand, and others are not found."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.classifier.first_layer import make_lookup

NUMBERS = st.lists(st.integers(0, 2**63 - 1) | st.integers(0, 40), max_size=60)


@given(keys=NUMBERS, asked=NUMBERS)
def test_it_finds_what_a_set_would(keys, asked) -> None:
    sorted_keys = np.unique(np.array(keys, dtype=np.int64))
    numbers = np.array(asked + keys, dtype=np.int64)
    known, place = make_lookup(sorted_keys).find(numbers)
    assert known.tolist() == [number in set(keys) for number in asked + keys]
    assert sorted_keys[place].tolist() == [n for n in asked + keys if n in set(keys)]


def test_many_keys_that_crowd_each_other() -> None:
    keys = np.arange(0, 3_000_000, 3, dtype=np.int64)
    known, place = make_lookup(keys).find(np.arange(3_000, dtype=np.int64))
    assert known.sum() == 1_000
    assert place.tolist() == list(range(1_000))
