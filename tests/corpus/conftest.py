"""What the tests of the corpus start from."""

import pytest

from kg.ingest import Settings, build
from kg.store import Store, open_store
from tests.conftest import REPOSITORY
from tests.queries.small_graph import small_store

EXAMPLES = REPOSITORY / "examples"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Eight reports whose graph can be read by eye."""
    return small_store(tmp_path_factory.mktemp("small") / "store")


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The example reports, as a build leaves them."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    settings = Settings(vocabulary=(EXAMPLES / "register.ttl",))
    build([str(EXAMPLES / "reports")], folder, settings=settings, jobs=1)
    return open_store(folder)
