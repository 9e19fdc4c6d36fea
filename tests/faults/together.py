"""Builds at the same time, readers during a build."""

from __future__ import annotations

import itertools
import shutil
import threading
from pathlib import Path

from tests.faults.kills import after, start_kg
from tests.faults.nursery import Nursery, has_ended
from tests.faults.stages import BUILD, Stage, stage, state
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop

#: What readers ask; the answer is that of the old store or of the new.
ASKED = (
    ("query", "latest-grades", "--store", "store"),
    ("export", "ntriples", "-", "--store", "store"),
    ("validate", "--store", "store", "--quiet"),
)


def try_two_builds(shop: Workshop, kind: str, seed: int, count: int = 1) -> None:
    """Two builds of one store: one builds, the other is told of it or comes after."""
    del seed
    for _ in range(count):
        place, built = shop.place(), stage(shop)
        built.set_up(place)
        both = [start_kg(*BUILD, folder=place) for _ in range(2)]
        said = [process.communicate(timeout=600)[1] for process in both]
        shop.tally.tried[kind] += 1
        wrong: tuple[Harm, str] | None = None
        statuses = sorted(process.returncode for process in both)
        refused = sum("another build (process" in err for err in said)
        if any("Traceback" in err for err in said):
            wrong = Harm.TRACEBACK, "\n".join(said)[-2000:]
        elif not all(has_ended(process.pid) for process in both):
            wrong = Harm.BEYOND, "left processes behind"
        elif statuses not in ([0, 0], [0, 1], [1, 1], [0, 2], [1, 2]) or refused != statuses.count(
            2
        ):
            wrong = Harm.TORN, f"exit status {statuses}: {said}"
        elif state(shop, place) != built.new_state:
            wrong = Harm.TORN, "a reader sees another state"
        wrong = wrong or after(shop, built, place)
        if wrong:
            shop.harmed(kind, *wrong, "", place)
        shop.clear(place)


def try_readers(shop: Workshop, kind: str, seed: int, count: int = 10) -> None:
    """Readers ask while builds go to and fro between two states."""
    del seed
    place, built = shop.place(), stage(shop)
    answers = [_answers(shop, each, built) for each in (built.old, built.new)]
    built.set_up(place)
    building = _Building(shop, place, built)
    with building:
        for index in itertools.count():
            if index >= count and building.done * len(ASKED) >= count:
                break
            asked = ASKED[index % len(ASKED)]
            ran = shop.nursery.run(*asked, folder=place)
            shop.tally.tried[kind] += 1
            wrong = shop.blame(ran)
            if not wrong and (ran.status, ran.out) not in [each[asked] for each in answers]:
                wrong = Harm.TORN, f"{asked}: neither the old answer nor the new: {ran.err[-500:]}"
            if wrong:
                shop.harmed(kind, *wrong, "", place)
    shop.tally.notes["builds under readers"] += building.done
    for what in building.wrong:
        shop.harmed(kind, Harm.LOST, what, "", place)
    shop.clear(place)


def _answers(shop: Workshop, place: Path, built: Stage) -> dict[tuple[str, ...], tuple[int, str]]:
    found = {}
    for asked in ASKED:
        ran = shop.nursery.run(*asked, folder=place)
        found[asked] = (ran.status, ran.out)
    return found


class _Building(threading.Thread):
    """Builds a store of the old reports and of the new in turn, until it is told to end."""

    def __init__(self, shop: Workshop, place: Path, built: Stage) -> None:
        super().__init__()
        self._place, self._built = place, built
        self._folder = shop.folder / f"{place.name}-building"
        self._folder.mkdir()
        self._is_over = threading.Event()
        self.done = 0
        self.wrong: list[str] = []

    def __enter__(self) -> _Building:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self.join()

    def run(self) -> None:
        reports = self._place / "reports"
        with Nursery(self._folder) as nursery:
            while not self._is_over.is_set():
                source = (self._built.new, self._built.old)[self.done % 2]
                shutil.rmtree(reports)
                shutil.copytree(source / "reports", reports)
                ran = nursery.run(*BUILD, folder=self._place, ordeal=self._built.read)
                self.done += 1
                if ran.status not in (0, 1):
                    self.wrong.append(f"a build under readers: {ran.err[-1000:]}")
