"""A little of what may happen to a build, an export or a push; `make faults` tries far more."""

from __future__ import annotations

import shutil

import pytest

from tests.faults import __main__ as program
from tests.faults import exports, kills, pushes, together, trouble
from tests.faults.child import Ordeal
from tests.faults.kinds import KINDS, Kind
from tests.faults.stages import BUILD, stage, state
from tests.faults.tally import Failure, Harm, Tally
from tests.faults.workshop import Workshop


@pytest.mark.parametrize("first", [False, True])
def test_builds_are_killed_at_events(shop, tally, first):
    events = kills.count_events(shop, stage(shop), first=first)
    assert events > 100
    for index in range(3):
        event = 1 + (2 * index + 1) * events // 6
        kills.kill_at_event(shop, "kill", event, kills.SIGNALS[index], first=first)


def test_a_build_is_killed_at_a_moment(shop, tally):
    kills.kill_at_moment(shop, "kill", 1, 2.0, first=False)


@pytest.mark.parametrize("name", ["tables", "turtle"])
def test_exports_are_killed_when_their_files_take_their_places(shop, tally, name):
    _, _, events = exports.written(shop, name)
    for event in (events - 1, events // 2):
        exports.kill_export(shop, "export", name, event, kills.SIGNALS[0])


def test_pushes_are_killed(shop, tally):
    pushes.try_pushes(shop, "push", 1, 2)


def test_events_that_fail(shop, tally):
    trouble.try_failing(shop, "fails", 1, 3)
    assert tally.notes["fails: ended with a line"]


def test_files_that_may_not_grow(shop, tally):
    trouble.try_small_files(shop, "small", 1, 2)


def test_a_full_disk(shop, tally):
    trouble.try_full_disk(shop, "full disk", 1, 2)
    if tally.notes["not tried: full disk, for want of a right to mount"]:
        tally.tried["full disk"] += 1
        pytest.skip("a small disk can only be mounted by root")
    assert tally.notes["full disk: ended with a line"]


def test_a_clock_that_jumps(shop, tally):
    trouble.try_clock(shop, "clock", 1, 2)


def test_readers_during_builds(shop, tally):
    together.try_readers(shop, "readers", 1, 3)


class TestTheHarnessItself:
    """What it must find, it finds."""

    def test_a_record_that_is_gone_or_another(self, shop):
        built = stage(shop)
        for harm in (Harm.LOST, Harm.TORN):
            place = shop.place()
            shutil.copytree(built.new, place, dirs_exist_ok=True)
            record = next((place / "store/records").glob("kent_*.nq.gz"))
            if harm is Harm.TORN:
                (place / "store/records/other.nq.gz").write_bytes(record.read_bytes())
            else:
                record.unlink()
                (place / "reports/changed.txt").unlink()
            wrong = kills.after(shop, built, place)
            assert wrong and wrong[0] in Harm
            shop.clear(place)

    def test_a_child_that_is_killed_shows_it(self, shop):
        place, built = shop.place(), stage(shop)
        built.set_up(place)
        ordeal = Ordeal(at=5, what="signal 9", within=str(place), results=str(built.results))
        assert shop.nursery.run(*BUILD, folder=place, ordeal=ordeal).status == -9
        assert state(shop, place) == built.old_state
        shop.clear(place)

    def test_the_table_counts_what_was_harmed(self):
        tally = Tally()
        tally.tried.update({"one": 3, "two": 2})
        tally.failures.append(Failure("two", Harm.TORN, "what", "again"))
        assert [line.split() for line in tally.table().splitlines()[1:]] == [
            ["one", *"3300000"], ["two", *"2101000"], ["all", *"5401000"],
        ]  # fmt: skip


def test_each_kind_has_a_name_of_its_own_and_is_tried():
    assert {"full disk", "odd names", "kill of a push"} < set(KINDS)
    assert all(kind.count for kind in KINDS.values())


@pytest.mark.parametrize("harmed", [False, True])
def test_the_program_says_what_was_tried(tmp_path, monkeypatch, capsys, harmed):
    def tried(shop: Workshop, kind: str, seed: int, count: int) -> None:
        shop.tally.tried[kind] += count
        if harmed:
            shop.harmed(kind, Harm.LOST, "a file", f"seed {seed}", shop.place())

    monkeypatch.setattr(program, "KINDS", {"a kind": Kind(tried, 7, once=True)})
    monkeypatch.setattr("sys.argv", ["faults", "--minutes", "0.001", "--keep", str(tmp_path / "k")])
    assert program.main() == harmed
    said = capsys.readouterr()
    assert ("a kind: lost: a file\n    again: seed 1000    (kept in" in said.out) == harmed
    assert "round 1, a kind:" in said.err
    assert (tmp_path / "k" / "a-kind-1").is_dir() == harmed
