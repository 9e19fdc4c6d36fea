"""Right or told: no variation of a made-up report is misread in silence."""

import pytest

pytest.importorskip("reportlab", reason="made-up reports are laid out with reportlab")

from tests.made_up.bounds import OPEN, SAMPLE
from tests.made_up.right_or_told import Reader, State, outcomes
from tests.made_up.variations import VARIATIONS


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda variation: variation.kind)
def test_a_variation_is_read_rightly_or_told(variation, reader):
    found = list(outcomes(reader, variation, SAMPLE, seed=1))
    assert found, "no report can be varied so"
    misread = [each for each in found if each.state in (State.SILENT, State.WRONG)]
    unread = [each for each in found if each.state is not State.RIGHT]
    most_misread, most_unread = OPEN.get(variation.kind, (0, 0))
    assert len(misread) <= most_misread, misread[0].differences
    if variation.readable:
        assert len(unread) <= max(most_unread, SAMPLE // 10), unread[0].differences


def test_kinds_are_named_once_and_bounds_are_of_known_kinds():
    kinds = [each.kind for each in VARIATIONS]
    assert len(kinds) == len(set(kinds))
    assert set(OPEN) <= set(kinds)
