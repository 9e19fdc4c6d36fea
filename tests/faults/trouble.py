"""Builds whose disk is full, who may not write any more, whose clock jumps, whose files change."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from random import Random

from kg.ingest.work import file_hash
from tests.faults.child import Ordeal
from tests.faults.kills import after, count_events
from tests.faults.nursery import Ran
from tests.faults.stages import BUILD, Stage, stage, state
from tests.faults.states import anatomy
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop

#: What the system says where something cannot be done.
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.EMFILE, errno.EDQUOT)
KILOBYTE = 1024
#: Kilobytes that a disk has in the end.
ENOUGH = 200_000


def try_failing(shop: Workshop, kind: str, seed: int, count: int = 10) -> None:
    """A file event fails, alone or with all that follow; or the process may not write any more."""
    built = stage(shop)
    events = count_events(shop, built, first=False, only_writes=True)
    for index in range(seed * count, (seed + 1) * count):
        rng = Random(f"{kind} {index}")
        event, number = rng.randint(1, events), rng.choice(ERRORS)
        what = rng.choice((f"fail {number} once", f"fail {number}", "nobody"))
        if what == "nobody" and os.geteuid() != 0:
            shop.tally.notes["not tried: lost permissions, for want of root"] += 1
            continue
        _build(
            shop, kind, built, f"event {event}, {what}",
            replace(built.read, at=event, what=what, only_writes=True), within=True,
        )  # fmt: skip


def try_small_files(shop: Workshop, kind: str, seed: int, count: int = 3) -> None:
    """No file may grow beyond so many bytes."""
    for index in range(seed * count, (seed + 1) * count):
        size = int(2 ** Random(f"{kind} {index}").uniform(5, 22))
        built = stage(shop)
        _build(shop, kind, built, f"{size} bytes", replace(built.read, file_size=size))


def _build(
    shop: Workshop, kind: str, built: Stage, again: str, ordeal: Ordeal, *, within: bool = False
) -> None:
    place = shop.place()
    built.set_up(place)
    ordeal = replace(ordeal, within=str(place) if within else "")
    ran = shop.nursery.run(*BUILD, folder=place, ordeal=ordeal)
    shop.tally.tried[kind] += 1
    shop.tally.notes[f"{kind}: ended with a line"] += ran.status == 2
    wrong = shop.blame(ran) or _unclear(ran) or after(shop, built, place)
    if wrong:
        shop.harmed(kind, *wrong, again, place)
    shop.clear(place)


def _unclear(ran: Ran) -> tuple[Harm, str] | None:
    """Whether a build ended in another way than in order or with a line."""
    if ran.status in (0, 1) or (ran.status == 2 and ran.err.startswith("kg build: ")):
        return None
    return Harm.TRACEBACK, f"exit status {ran.status}: {ran.err[-1000:]}"


def try_full_disk(shop: Workshop, kind: str, seed: int, count: int = 3) -> None:
    """A disk with hardly more room than the old store takes."""
    for index in range(seed * count, (seed + 1) * count):
        place, built = shop.place(), stage(shop)
        size = _kilobytes(built.old) + int(2 ** Random(f"{kind} {index}").uniform(0, 12))
        if not _mount(place, size):
            shop.tally.notes["not tried: full disk, for want of a right to mount"] += 1
            shop.clear(place)
            return
        try:
            _on_a_disk(shop, kind, built, place, size)
        finally:
            subprocess.run(["umount", place], check=True)
        shop.clear(place)


def _on_a_disk(shop: Workshop, kind: str, built: Stage, place: Path, size: int) -> None:
    try:
        built.set_up(place)
    except (OSError, shutil.Error):
        # not even the old store fits
        return
    ran = shop.nursery.run(*BUILD, folder=place, ordeal=built.read)
    shop.tally.tried[kind] += 1
    shop.tally.notes[f"{kind}: ended with a line"] += ran.status == 2
    wrong = shop.blame(ran) or _unclear(ran)
    seen = state(shop, place)
    if not wrong and seen not in (built.old_state, built.new_state):
        wrong = Harm.TORN, f"on the full disk a reader sees {seen}"
    subprocess.run(["mount", "-o", f"remount,size={ENOUGH}k", place], check=True)
    wrong = wrong or after(shop, built, place)
    if wrong:
        shop.harmed(kind, *wrong, f"{size} kilobytes", place)


def _mount(place: Path, size: int) -> bool:
    if os.geteuid() != 0 or not shutil.which("mount"):
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "faults", place]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _kilobytes(folder: Path) -> int:
    """What a folder takes on a disk of pages of four kilobytes."""
    return sum(4 * (1 + path.stat().st_size // (4 * KILOBYTE)) for path in folder.rglob("*"))


def try_clock(shop: Workshop, kind: str, seed: int, count: int = 5) -> None:
    """The clock jumps: at once the same store comes of it."""
    for index in range(seed * count, (seed + 1) * count):
        place, built = shop.place(), stage(shop)
        built.set_up(place, first=index % 3 == 0)
        ran = shop.nursery.run(*BUILD, folder=place, ordeal=replace(built.read, clock=index + 1))
        shop.tally.tried[kind] += 1
        wrong = shop.blame(ran) or _unclear(ran)
        if not wrong and anatomy(place / "store") != built.anatomy:
            wrong = Harm.TORN, "the store is another"
        wrong = wrong or after(shop, built, place)
        if wrong:
            shop.harmed(kind, *wrong, f"seed {index}", place)
        shop.clear(place)


def try_changing(shop: Workshop, kind: str, seed: int, count: int = 5) -> None:
    """A report changes or goes while it is read; the next build is that of what is there then."""
    for index in range(seed * count, (seed + 1) * count):
        place, built = shop.place(), stage(shop)
        built.set_up(place)
        at = Random(f"{kind} {index}").randint(1, 150)
        ordeal = Ordeal(at=at, what=f"change {index}", within=str(place), alone=True)
        ran = shop.nursery.run(*BUILD, folder=place, ordeal=ordeal)
        shop.tally.tried[kind] += 1
        shop.tally.notes[f"{kind}: changed"] += _hashes(place) != _hashes(built.new)
        wrong = shop.blame(ran) or _unclear(ran) or _as_they_are(shop, place)
        if wrong:
            shop.harmed(kind, *wrong, f"seed {index}, event {at}", place)
        shop.clear(place)


def _as_they_are(shop: Workshop, place: Path) -> tuple[Harm, str] | None:
    """What is wrong with the next build of reports, which nothing disturbs."""
    anew = ("build", "reports", "--store", "anew", "--quiet")
    alone = Ordeal(alone=True)
    for command in (BUILD, anew):
        ran = shop.nursery.run(*command, folder=place, ordeal=alone)
        if wrong := shop.blame(ran) or _unclear(ran):
            return wrong
    now, wanted = anatomy(place / "store"), anatomy(place / "anew")
    # what was left out is told of with the identity that it had
    if now != wanted:
        return (
            Harm.TORN,
            f"the next build's store differs in {sorted(now.items() ^ wanted.items())}",
        )
    return None


def _hashes(place: Path) -> dict[str, str]:
    return {path.name: file_hash(path) for path in (place / "reports").iterdir()}
