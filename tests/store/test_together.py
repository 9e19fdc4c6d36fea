"""Two builds never work on one store; readers go on whatever builds do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from kg.errors import StoreError
from kg.store import Limits, Records, open_store, writing
from tests.store.made_up import ALL_WORDS, build, lines, put

SPAWN = multiprocessing.get_context("spawn")


def words(store):
    return [row[0] for row in store.select(ALL_WORDS).rows]


def hold(folder, held, let_go):
    with writing(folder) as writer:
        put(writer, "a", "from the first")
        held.set()
        let_go.wait()
        writer.commit()


@pytest.fixture
def holder(tmp_path):
    """A process that is at work on the store, and the event that lets it finish."""
    build(tmp_path / "s", a=("before",), b=("kept",))
    held, let_go = SPAWN.Event(), SPAWN.Event()
    process = SPAWN.Process(target=hold, args=(tmp_path / "s", held, let_go))
    process.start()
    assert held.wait(60)
    yield process, let_go
    process.kill()
    process.join()


def test_a_record_that_goes_while_one_looks_is_not_there(tmp_path):
    """A build took it out between the look into the folder and the look into the file."""
    build(tmp_path / "s", a=("word",))
    (tmp_path / "s" / "records" / "b.nq").symlink_to("gone.nq")
    assert set(Records(tmp_path / "s").entries()) == {"a"}


def test_the_second_build_stops_at_once_and_names_the_first(tmp_path, holder):
    process, let_go = holder
    started = time.monotonic()
    with pytest.raises(StoreError, match=rf"another build \(process {process.pid}\) is at work"):
        build(tmp_path / "s", a=("from the second",), c=("too",))
    assert time.monotonic() - started < 1
    let_go.set()
    process.join()
    assert process.exitcode == 0
    assert words(open_store(tmp_path / "s")) == ["from the first", "kept"]


def test_the_lock_of_a_killed_build_is_no_obstacle(tmp_path, holder):
    process, _ = holder
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert (tmp_path / "s/lock").read_text() == str(process.pid)
    build(tmp_path / "s", a=("from the second",))
    assert words(open_store(tmp_path / "s")) == ["from the second", "kept"]


def test_readers_go_on_during_a_build(tmp_path, holder):
    process, let_go = holder
    reader = open_store(tmp_path / "s")
    assert words(reader) == ["before", "kept"]
    let_go.set()
    process.join()
    assert words(reader) == ["before", "kept"]
    assert words(open_store(tmp_path / "s")) == ["from the first", "kept"]


def test_what_a_reader_has_open_is_not_taken_away(tmp_path):
    folder = tmp_path / "s"
    build(folder, a=("0",))
    reader = open_store(folder, limits=Limits(60))
    assert words(reader) == ["0"]
    for n in range(1, 6):
        build(folder, a=(str(n),))
    # a query with a time limit opens the folder anew, in another process
    assert words(reader) == ["0"]
    assert len([path for path in (folder / "index").iterdir() if path.is_dir()]) == 3
    del reader
    build(folder, a=("6",))
    assert len([path for path in (folder / "index").iterdir() if path.is_dir()]) == 2


def test_a_store_opened_before_many_builds_is_asked_as_it_was(tmp_path):
    build(tmp_path / "s", a=("0",))
    reader = open_store(tmp_path / "s")
    for n in range(1, 4):
        build(tmp_path / "s", a=(str(n),))
    assert words(reader) == ["0"] and reader.sorted_lines() == lines("a", "0")
    assert words(open_store(tmp_path / "s")) == ["3"]


def test_what_a_stopped_build_has_put_is_not_seen_before_the_next_commit(tmp_path):
    folder = tmp_path / "s"
    build(folder, a=("old",), b=("old",))
    with writing(folder) as writer:
        put(writer, "a", "new")
    store = open_store(folder)
    assert words(store) == ["old", "old"]
    assert store.sorted_lines() == lines("a", "old") + lines("b", "old")
    with writing(folder) as writer:
        assert next(iter(writer.lines("a"))) in lines("a", "new")
        writer.commit()
    assert words(open_store(folder)) == ["new", "old"]


def test_a_first_build_that_was_stopped_is_no_store_yet(tmp_path):
    with writing(tmp_path / "s") as writer:
        put(writer, "a", "new")
    with pytest.raises(StoreError, match=r"stopped before the end.*the same kg build again"):
        open_store(tmp_path / "s")
    with writing(tmp_path / "s") as writer:
        writer.commit()
    assert words(open_store(tmp_path / "s")) == ["new"]


def test_back_to_an_earlier_state_needs_no_new_index(tmp_path, monkeypatch):
    build(tmp_path / "s", a=("one",))
    build(tmp_path / "s", a=("two",))
    monkeypatch.setattr("kg.store.index.make_merge", None)
    monkeypatch.setattr("kg.store.index.mend_merge", None)
    build(tmp_path / "s", a=("one",))
    assert words(open_store(tmp_path / "s")) == ["one"]


def test_readers_and_a_build_side_by_side(tmp_path):
    """Every answer is that of one whole build."""
    folder = tmp_path / "s"
    build(folder, a=("0",), b=("0",))
    process = SPAWN.Process(target=build_many, args=(folder, 25))
    process.start()
    answers = []
    while process.is_alive():
        answers.append(words(open_store(folder)))
    assert process.exitcode == 0
    assert all(len(answer) == 2 and len(set(answer)) == 1 for answer in answers), answers
    assert len({tuple(answer) for answer in answers}) > 2


def build_many(folder, count):
    for n in range(1, count + 1):
        with writing(folder) as writer:
            put(writer, "a", str(n))
            put(writer, "b", str(n))
            writer.commit()
