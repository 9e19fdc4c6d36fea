"""Exports that are ended: what was there before stands, or what comes of it, never a mixture."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

from tests.faults.child import Ordeal
from tests.faults.kills import SIGNALS, STRIDE
from tests.faults.stages import stage
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop

#: Format -> where it goes.
OUTPUTS = {
    "turtle": "out/graph.ttl", "tables": "out", "json": "out", "xlsx": "out/book.xlsx",
    "jsonl": "out/reports.jsonl", "nquads": "out/graph.nq",
}  # fmt: skip


def try_exports(shop: Workshop, kind: str, seed: int, count: int = 10) -> None:
    """End exports before so many of their file events."""
    for index in range(seed * count, (seed + 1) * count):
        name = sorted(OUTPUTS)[index % len(OUTPUTS)]
        number = SIGNALS[index % len(SIGNALS)]
        kill_export(shop, kind, name, 1 + index * STRIDE % written(shop, name)[2], number)


def kill_export(shop: Workshop, kind: str, name: str, event: int, number: int) -> None:
    """End an export before its n-th file event, and look at what is left."""
    old, new, _ = written(shop, name)
    place = shop.place()
    shutil.copytree(old, place / "out")
    ordeal = Ordeal(at=event, what=f"signal {number}", within=str(place), only_writes=True)
    ran = shop.nursery.run(*_export(shop, name, "new"), folder=place, ordeal=ordeal)
    shop.tally.tried[kind] += 1
    wrong = shop.blame(ran)
    seen = _files(place / "out")
    if not wrong and not _is_one_of(seen, _files(old), _files(new)):
        wrong = Harm.TORN, f"neither the old files nor the new: {sorted(seen)}"
    if not wrong:
        ran = shop.nursery.run(*_export(shop, name, "new"), folder=place)
        if wrong := shop.blame(ran):
            pass
        elif not _files(new).items() <= _files(place / "out").items():
            wrong = Harm.LOST, "the next export does not write all"
    if wrong:
        shop.harmed(kind, *wrong, f"{name}, event {event}, signal {number}", place)
    shop.clear(place)


def _is_one_of(seen: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether files are all of the old export or all of the new.

    Of several some may be missing, one alone may not.  An export takes nothing away: files of
    reports that are gone stay beside the new.
    """
    if len(old) == 1:
        return seen in (old, new)
    gone = old.keys() - new.keys()
    return seen.items() <= old.items() or (
        {name: content for name, content in seen.items() if name not in gone}.items() <= new.items()
    )


@lru_cache(maxsize=len(OUTPUTS))
def written(shop: Workshop, name: str) -> tuple[Path, Path, int]:
    """The files of an export of the old store and of the new, and the file events it takes."""
    places = []
    for age in ("old", "new"):
        place = shop.place()
        ordeal = Ordeal(within=str(place), count=str(place / "events"), only_writes=True)
        ran = shop.nursery.run(*_export(shop, name, age), folder=place, ordeal=ordeal)
        if ran.status:
            raise RuntimeError(f"an undisturbed export fails: {ran}")
        places.append(place)
    events = int((places[1] / "events").read_text(encoding="ascii"))
    return places[0] / "out", places[1] / "out", events


def _export(shop: Workshop, name: str, age: str) -> tuple[str | Path, ...]:
    built = stage(shop)
    store = (built.old if age == "old" else built.new) / "store"
    return ("export", name, OUTPUTS[name], "--store", store, "--quiet")


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a folder that a reader looks at: those that are not hidden."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}
