"""A workshop for the tests of a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.tally import Tally
from tests.faults.workshop import Workshop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with Workshop(tmp_path_factory.mktemp("faults")) as shop:
        shop.most = 500
        yield shop


@pytest.fixture
def tally(shop: Workshop) -> Iterator[Tally]:
    """What one test tries; nothing of it may be harmed."""
    shop.tally = Tally()
    yield shop.tally
    assert shop.tally.tried.total()
    assert list(shop.tally.told()) == []
