"""What the tests of pictures start from: the example reports in a store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.store import Store, open_store
from tests.conftest import REPOSITORY, RunKg

pytest.importorskip("matplotlib", reason="pictures need the extra `pictures`")

REGISTER = REPOSITORY / "examples" / "register.ttl"
Build = Callable[..., Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, run_kg: RunKg) -> Build:
    """Builds a store from example reports, all if none is named."""

    def made(*names: str) -> Path:
        folder = tmp_path_factory.mktemp("pictures") / "store"
        reports = REPOSITORY / "examples" / "reports"
        paths = [reports / name for name in names] or [reports]
        done = run_kg("build", *paths, "--vocabulary", REGISTER, "--store", folder, "--quiet")
        assert done.returncode == 0, done.stderr
        return folder

    return made


@pytest.fixture(scope="session")
def folder(build: Build) -> Path:
    return build()


@pytest.fixture(scope="session")
def store(folder: Path) -> Store:
    return open_store(folder)
