"""Builds that are ended: before each file event, and at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random

from tests.conftest import REPOSITORY
from tests.faults.nursery import has_ended
from tests.faults.stages import BUILD, Stage, stage, state
from tests.faults.states import anatomy
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
#: From one event to the next that is tried; events are many, and neighbours are alike.
STRIDE = 37
#: What is said of a store whose first build did not end.
NOTHING_YET = ("stopped before the end", "there is no store here")


def try_events(shop: Workshop, kind: str, seed: int, count: int = 20) -> None:
    """End builds before so many of their file events; other seeds take other events."""
    for index in range(seed * count, (seed + 1) * count):
        first = index % 4 == 0
        events = count_events(shop, stage(shop), first=first)
        number = SIGNALS[index % len(SIGNALS)]
        event = 1 + index * STRIDE % events
        kill_at_event(shop, kind, event, number, first=first)


def try_moments(shop: Workshop, kind: str, seed: int, count: int = 3) -> None:
    """End builds at moments."""
    seconds = duration(shop)
    for index in range(seed * count, (seed + 1) * count):
        kill_at_moment(shop, kind, index, seconds, first=index % 4 == 0)


@lru_cache(maxsize=1)
def duration(shop: Workshop) -> float:
    """Seconds of a build by the command line that nothing disturbs."""
    place = shop.place()
    stage(shop).set_up(place)
    started = time.monotonic()
    start_kg(*BUILD, folder=place).communicate()
    shop.clear(place)
    return time.monotonic() - started


@lru_cache(maxsize=4)
def count_events(shop: Workshop, stage: Stage, *, first: bool, only_writes: bool = False) -> int:
    """The file events of a build that nothing disturbs."""
    place = shop.place()
    stage.set_up(place, first=first)
    count = place / "events"
    ordeal = replace(stage.read, within=str(place), count=str(count), only_writes=only_writes)
    shop.nursery.run(*BUILD, folder=place, ordeal=ordeal)
    found = int(count.read_text(encoding="ascii"))
    shop.clear(place)
    return found


def kill_at_event(
    shop: Workshop, kind: str, event: int, number: int, *, first: bool = False
) -> None:
    """End a build before its n-th file event, and look at what is left."""
    place, built = shop.place(), stage(shop)
    built.set_up(place, first=first)
    ordeal = replace(built.read, within=str(place), at=event, what=f"signal {number}")
    ran = shop.nursery.run(*BUILD, folder=place, ordeal=ordeal)
    shop.tally.tried[kind] += 1
    again = f"event {event}, signal {number}, {'first build' if first else 'build of a store'}"
    wrong = shop.blame(ran) or after(shop, built, place, first=first)
    if wrong:
        shop.harmed(kind, *wrong, again, place)
    shop.clear(place)


def kill_at_moment(shop: Workshop, kind: str, seed: int, seconds: float, *, first: bool) -> None:
    """End a build by the command line at a seeded moment of the time that it takes."""
    rng = Random(f"{kind} {seed}")
    place, built = shop.place(), stage(shop)
    built.set_up(place, first=first)
    moment, number = rng.uniform(0, seconds), rng.choice(SIGNALS)
    process = start_kg(*BUILD, folder=place)
    time.sleep(moment)
    process.send_signal(number)
    _, err = process.communicate(timeout=300)
    shop.tally.tried[kind] += 1
    again = f"seed {seed}: after {moment:.2f} s, signal {number}"
    wrong: tuple[Harm, str] | None = None
    if not has_ended(process.pid):
        wrong = Harm.BEYOND, "left processes behind"
    # Python itself shows where it was when it had hardly begun
    elif "Traceback" in err and "/kg/" in err and "KeyboardInterrupt" not in err:
        wrong = Harm.TRACEBACK, err[-2000:]
    wrong = wrong or after(shop, built, place, first=first)
    if wrong:
        shop.harmed(kind, *wrong, again, place)
    shop.clear(place)


def after(
    shop: Workshop, stage: Stage, place: Path, *, first: bool = False
) -> tuple[Harm, str] | None:
    """What is wrong with a store whose build was disturbed; None if nothing.

    A reader sees the old state or the new, and the next build makes the store that an undisturbed
    one makes, byte for byte.
    """
    seen = state(shop, place)
    told = seen.get("told", "")
    if told and first and any(words in told for words in NOTHING_YET):
        pass
    elif seen not in (stage.old_state, stage.new_state):
        return Harm.TORN, f"a reader sees neither the old state nor the new: {seen}"
    ran = shop.nursery.run(*BUILD, folder=place, ordeal=stage.read)
    if wrong := shop.blame(ran):
        return wrong
    if ran.status not in (0, 1):
        return Harm.TORN, f"the next build cannot go on: {ran.err[-1000:]}"
    now = anatomy(place / "store")
    if now != stage.anatomy:
        differing = sorted(
            name for name in {*now, *stage.anatomy} if now.get(name) != stage.anatomy.get(name)
        )
        lost = [name for name in stage.anatomy if name not in now]
        return (Harm.LOST if lost else Harm.TORN), f"the next build's store differs in {differing}"
    if (seen := state(shop, place)) != stage.new_state:
        return Harm.TORN, f"after the next build a reader sees another state: {seen}"
    return None


def start_kg(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    """The command line in a process of its own, as a user starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *arguments], cwd=folder, text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
