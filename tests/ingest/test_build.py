"""What a build does, and what it leaves alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.exports.registry import EXPORTS, Options
from kg.ingest import Fate, build
from kg.store import open_store, writing
from tests.ingest import made_files

PLACES = ("Leeds", "Kent", "Bristol", "Torbay")


@pytest.fixture
def folder(tmp_path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for place in PLACES:
        made_files.report(folder, f"{place.lower()}.txt", place=place)
    return folder


def fates(done) -> list[Fate]:
    return [fate for _, fate in done.files]


def test_a_second_build_does_nothing_and_says_so(folder, tmp_path):
    store = tmp_path / "store"
    assert fates(build([str(folder)], store, jobs=1)) == [Fate.STORED] * 4
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*") if path.name != "lock"}
    again = build([str(folder)], store, jobs=1)
    assert fates(again) == [Fate.UNCHANGED] * 4
    assert not again.results
    after = {path: path.stat().st_mtime_ns for path in store.rglob("*") if path.name != "lock"}
    assert after == before


def test_only_what_changed_is_read_again(folder, tmp_path):
    store = tmp_path / "store"
    build([str(folder)], store, jobs=1)
    path = made_files.report(folder, "kent.txt", place="Kent", dates="10 to 14 June 2024")
    done = build([str(folder)], store, jobs=1)
    assert [result.path for result in done.results] == [path]
    graphs = {entry.graph for entry in open_store(store).entries.values()}
    assert any(graph.endswith("kent/ilacs/2024-06-14") for graph in graphs)
    assert not any(graph.endswith("kent/ilacs/2024-06-07") for graph in graphs)


def test_files_that_are_gone_keep_their_reports(folder, tmp_path):
    store = tmp_path / "store"
    build([str(folder)], store, jobs=1)
    (folder / "kent.txt").unlink()
    done = build([str(folder)], store, jobs=1)
    assert done.families["ILACS"] == 4


def test_processes_and_order_do_not_change_the_bytes(folder, tmp_path):
    exports = []
    for name, paths, seed in (
        ("one", [folder / f"{place.lower()}.txt" for place in PLACES], "1"),
        ("two", [folder / f"{place.lower()}.txt" for place in reversed(PLACES)], "2"),
    ):
        store = tmp_path / name
        command = [sys.executable, "-m", "kg", "build", "--jobs", "2", "--store", str(store)]
        subprocess.run(
            [*command, *map(str, paths)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        EXPORTS["turtle"].write(
            open_store(store), tmp_path / f"{name}.ttl", Options(described=False)
        )
        exports.append((tmp_path / f"{name}.ttl").read_bytes())
    assert exports[0] == exports[1]
    assert b"Leeds" in exports[0]


def test_a_second_build_at_once_says_so_and_harms_nothing(folder, tmp_path):
    store = tmp_path / "store"
    build([str(folder)], store, jobs=1)
    with writing(store), pytest.raises(StoreError, match="another build"):
        build([str(folder)], store, jobs=1)
    assert fates(build([str(folder)], store, jobs=1)) == [Fate.UNCHANGED] * 4


def test_a_folder_of_other_things_is_no_store(folder, tmp_path):
    with pytest.raises(StoreError, match="other things"):
        build([str(folder)], folder, jobs=1)
