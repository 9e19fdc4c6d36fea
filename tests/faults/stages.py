"""A store before and after a build in which much changes, made once and copied for each trial."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.ingest.work import Settings, Task, work_within_limits
from tests.faults.child import Ordeal
from tests.faults.states import anatomy
from tests.faults.workshop import Workshop
from tests.ingest.made_files import REPORT

BUILD = ("build", "reports", "--store", "store", "--prune", "--yes", "--quiet")
#: Letters of a hash that part one report from another of its identity.
LETTERS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The same reports at two times."""

    #: holds ``reports``, and ``store`` as it was built of them
    old: Path
    new: Path
    #: results of all files of both, for an `Ordeal`
    results: Path
    #: what a reader sees of each store
    old_state: dict[str, Any]
    new_state: dict[str, Any]
    #: the files of the new store
    anatomy: dict[str, str]

    @property
    def read(self) -> Ordeal:
        """A child that reads nothing anew."""
        return Ordeal(results=str(self.results))

    def set_up(self, place: Path, *, first: bool = False) -> None:
        """Lay the new reports beside the old store, or beside none."""
        shutil.copytree(self.new / "reports", place / "reports")
        if not first:
            # with its times, by which a record and its slip are known to fit
            shutil.copytree(self.old / "store", place / "store")


@lru_cache(maxsize=4)
def stage(shop: Workshop, count: int = 6) -> Stage:
    """A stage of so many reports, and a few that change, go, come, or cannot be read."""
    old, new = shop.folder / f"stage-{count}" / "old", shop.folder / f"stage-{count}" / "new"
    for number in range(count):
        _report(old, f"same{number}", place="Leeds", day=number + 1)
        _report(new, f"same{number}", place="Leeds", day=number + 1)
    _report(old, "changed", place="Kent")
    _report(new, "changed", place="Kent", more="Visits are now made in time.")
    _report(old, "another-day", place="Devon", day=3)
    _report(new, "another-day", place="Devon", day=4)
    _report(old, "gone", place="Hull")
    _report(old, "unreadable", place="Bury")
    (new / "reports" / "unreadable.txt").write_bytes(b"\0" * 50)
    _report(new, "added", place="Dudley")
    # of the same authority, family and day as another
    _report(new, "twin", place="Leeds", day=1, more="It is another text.")
    results = shop.folder / f"stage-{count}" / "results"
    shop.nursery.run(
        results, old / "reports", new / "reports",
        folder=shop.folder, function="tests.faults.stages:write_results",
    )  # fmt: skip
    states = []
    for place in (old, new):
        if place == new:
            shutil.copytree(old / "store", new / "store")
        ran = shop.nursery.run(*BUILD, folder=place, ordeal=Ordeal(results=str(results)))
        if shop.blame(ran) or ran.status > 1:
            raise RuntimeError(f"an undisturbed build fails: {ran}")
        states.append(state(shop, place))
    return Stage(old, new, results, states[0], states[1], anatomy(new / "store"))


def state(shop: Workshop, place: Path) -> dict[str, Any]:
    """What a reader sees of the store in a folder."""
    ran = shop.nursery.run("store", folder=place, function="tests.faults.states:print_state")
    if ran.status or not ran.out:
        return {"failed": ran.err[-2000:]}
    found: dict[str, Any] = ran.answer()
    return found


def _report(folder: Path, name: str, *, place: str, day: int = 5, more: str = "") -> None:
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    said = REPORT.format(name=place, dates=f"{day} to {day + 3} June 2024", more=more)
    (folder / "reports" / f"{name}.txt").write_text(said, encoding="utf-8")


def write_results(out: str, *folders: str) -> int:
    """Write the results of all files of folders, by hash and suffix; run in a child.

    Those of a file that shares its identity with another are there with and without a suffix.
    """
    paths = sorted(path for folder in folders for path in Path(folder).iterdir())
    found = {}
    for result in map(work_within_limits, [Task(path, Settings()) for path in paths]):
        found[result.sha256, ""] = result
        twins = [each for each in found.values() if each.identity == result.identity != ""]
        for twin in twins if len(twins) > 1 else []:
            suffix = twin.sha256[:LETTERS]
            found[twin.sha256, suffix] = work_within_limits(Task(twin.path, Settings(), suffix))
    Path(out).write_bytes(pickle.dumps(found))
    return 0
