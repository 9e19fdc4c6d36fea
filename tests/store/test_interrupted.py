"""A build killed at any point leaves a store that opens, with the old or the new of each graph."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from kg.store import open_store, writing
from tests.store.made_up import ALL_WORDS, SAYS, THING, build, lines, put

NAMES = [f"g{n}" for n in range(12)]
SPAWN = multiprocessing.get_context("spawn")


def old_and_new(name):
    """The contents of a graph before and after: of different sizes, so that a mix would show."""
    return [f"old {name} {n}" for n in range(50)], [f"new {name} {n}" for n in range(70)]


def rebuild(folder, renewed=NAMES):
    with writing(folder) as writer:
        for name in renewed:
            put(writer, name, *old_and_new(name)[1])
        writer.remove("taken-out")
        writer.commit()


#: The steps of a build between which it may die: (module and name of what is called, which call).
POINTS = [
    *[("os.fsync", call) for call in (1, 2, 3, 12)],
    *[("pathlib.Path.replace", call) for call in (1, 2, 3, 4, 24, 25)],
    *[("pathlib.Path.unlink", call) for call in (1, 2)],
    *[("kg.store.records.Records.remove", call) for call in (1,)],
    *[("kg.store.index._contents_text", call) for call in (1,)],
    *[("kg.store.merge._statements", call) for call in (1, 2)],
    *[("kg.store.merge._apply", call) for call in (1,)],
    *[("kg.store.index.make_merge", call) for call in (1,)],
    *[("pathlib.Path.rename", call) for call in (1,)],
    *[("kg.store.index.Index._sweep", call) for call in (1,)],
    *[("kg.store.index._remove_unread", call) for call in (1,)],
]  # fmt: skip


def die_at(folder, point, call, after, renewed):
    """Runs in a process of its own: a build that kills itself before or after a step."""
    import importlib

    parts = point.split(".")
    count = next(n for n in range(len(parts) - 1, 0, -1) if _is_module(".".join(parts[:n])))
    owner = importlib.import_module(".".join(parts[:count]))
    for part in parts[count:-1]:
        owner = getattr(owner, part)
    real, calls = getattr(owner, parts[-1]), []

    def dying(*arguments, **named):
        calls.append(1)
        if len(calls) == call and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **named)
        if len(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, parts[-1], dying)
    rebuild(folder, renewed)


def _is_module(name):
    import importlib

    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def graphs(folder):
    """Each graph's words, as the index gives them."""
    found = {name: set() for name in [*NAMES, "taken-out", "kept"]}
    query = f"SELECT ?x ?w {{ GRAPH ?g {{ ?x {SAYS} ?w }} }}"
    for thing, word in open_store(folder).select(query).rows:
        found[thing.removeprefix(THING)].add(word)
    return found


def check_old_or_new(folder):
    found = graphs(folder)
    for name in NAMES:
        assert found[name] in map(set, old_and_new(name)), name
    assert found["taken-out"] in ({"x"}, set())
    assert found["kept"] == {"y"}
    everything = sorted(word for words in found.values() for word in words)
    assert sorted(row[0] for row in open_store(folder).select(ALL_WORDS).rows) == everything
    stored = sorted(
        line
        for name in found
        if name in open_store(folder).entries
        for line in lines(name, *found[name])
    )
    assert open_store(folder).sorted_lines() == stored


def first_build(folder, others=0):
    contents = {name: tuple(old_and_new(name)[0]) for name in NAMES}
    # a build with something before it, so that there is an older index to sweep
    build(folder, kept=("z",))
    build(folder, kept=("y",))
    build(folder, **contents, **{"taken-out": ("x",)})
    build(folder, **{f"other{n}": () for n in range(others)})


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("point", "call"), POINTS, ids=str)
def test_killed_at_a_step(tmp_path, point, call, after):
    few = "merge._" in point
    folder = tmp_path / "s"
    first_build(folder, others=40 if few else 0)
    renewed = NAMES[:3] if few else NAMES
    process = SPAWN.Process(target=die_at, args=(folder, point, call, after, renewed))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL, "the step is no longer a step of a build"
    check_old_or_new(folder)
    rebuild(folder)
    assert graphs(folder) == {
        **{name: set(old_and_new(name)[1]) for name in NAMES}, "taken-out": set(), "kept": {"y"},
    }  # fmt: skip
    assert not [path for path in folder.rglob("*") if path.name.endswith(".new")]


def build_for_ever(folder, started):
    started.set()
    while True:
        rebuild(folder)
        with writing(folder) as writer:
            for name in NAMES:
                put(writer, name, *old_and_new(name)[0])
            put(writer, "taken-out", "x")
            writer.commit()


@pytest.mark.parametrize("milliseconds", [1, 7, 19, 43, 71, 113, 167, 251])
def test_killed_at_a_time(tmp_path, milliseconds):
    first_build(tmp_path / "s")
    started = SPAWN.Event()
    process = SPAWN.Process(target=build_for_ever, args=(tmp_path / "s", started))
    process.start()
    assert started.wait(60)
    time.sleep(milliseconds / 1000)
    process.kill()
    process.join()
    check_old_or_new(tmp_path / "s")
    rebuild(tmp_path / "s")


def test_killed_between_the_new_record_of_a_file_and_the_old(tmp_path):
    folder = tmp_path / "s"
    with writing(folder) as writer:
        put(writer, "first", "old", source="report.pdf")
        put(writer, "second", "new", source="other.pdf")
        writer.commit()
    # as a build leaves it that dies before it takes the first record out
    slip = folder / "records/second.json"
    slip.write_text(slip.read_text("utf-8").replace("other.pdf", "report.pdf"), encoding="utf-8")
    with writing(folder) as writer:
        assert [entry.key for entry in writer.entries()] == ["second"]
        writer.commit()
    assert [row[0] for row in open_store(folder).select(ALL_WORDS).rows] == ["new"]
