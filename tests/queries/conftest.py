"""What the tests of the questions start from."""

import pytest

from kg.store import Store
from tests.queries.small_graph import small_store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_store(tmp_path_factory.mktemp("small") / "store")
