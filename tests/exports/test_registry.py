"""Each format of ``kg export`` stands in one place, and does what is said of it there."""

from pathlib import Path

import pytest

from kg.exports.registry import EXPORTS, Options
from kg.ingest import build
from kg.ingest.work import Settings
from kg.store import Store, open_store
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("registry") / "store"
    examples = REPOSITORY / "examples"
    settings = Settings(vocabulary=(examples / "register.ttl",))
    build([str(examples / "reports" / "eastmere-cp-2012.txt")], place, settings=settings)
    return open_store(place)


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_written_is_what_is_said(store: Store, tmp_path: Path, name: str) -> None:
    chosen = EXPORTS[name]
    out = tmp_path / "out"
    written = chosen.write(store, out, Options(described=False))
    assert out.is_dir() == chosen.folder
    assert written.files
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(written.files) == sorted(found)
    assert chosen.told


def test_a_format_looks_at_its_own_options(store: Store, tmp_path: Path) -> None:
    EXPORTS["tables"].write(store, tmp_path / "a", Options(for_excel=True))
    EXPORTS["tables"].write(store, tmp_path / "b")
    marked, plain = ((tmp_path / each / "reports.csv").read_bytes() for each in "ab")
    assert marked == b"\xef\xbb\xbf" + plain
    described = EXPORTS["turtle"].write(store, tmp_path / "g.ttl").files
    assert [path.name for path in described] == ["g.ttl", "g.ttl.void.ttl"]
