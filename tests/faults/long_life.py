"""Many files in one build; many queries and builds in one process."""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

from kg.corpus.catalogue import load_catalogue
from kg.ingest import build
from kg.store import open_store
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop
from tests.ingest.made_files import REPORT

PLACES = (
    "Leeds",
    "Kent",
    "Devon",
    "Bury",
    "Hull",
    "Dudley",
    "Cornwall",
    "Norfolk",
    "Suffolk",
    "Essex",
)
MONTHS = ("January", "March", "May", "July", "August", "October", "December")
#: Files of `try_many_files`, builds and queries of `try_long_life`.
MANY, BUILDS, QUERIES = 10_000, 200, 2000
#: Kilobytes by which a process may grow between a tenth of its life and the end.
GROWTH = 20_000


def try_many_files(shop: Workshop, kind: str, seed: int, count: int = MANY) -> None:
    """One build of so many files: each is stored."""
    del seed
    place = shop.place()
    (place / "in").mkdir()
    for number in range(count):
        name = PLACES[number % len(PLACES)]
        day, rest = 1 + number // len(PLACES) % 20, number // len(PLACES) // 20
        dates = f"{day} to {day + 4} {MONTHS[rest % len(MONTHS)]} {2018 + rest // len(MONTHS) % 8}"
        said = REPORT.format(name=name, dates=dates, more=f"This is file {number}.")
        (place / "in" / f"r{number:05}.txt").write_text(said, encoding="utf-8")
    ran = shop.nursery.run("build", "in", "--store", "store", "-q", folder=place, timeout=7200)
    shop.tally.tried[kind] += count
    wrong = shop.blame(ran)
    stored = sum(1 for _ in (place / "store" / "records").glob("*_ilacs_*.nq.gz"))
    if not wrong and stored != count:
        wrong = Harm.LOST, f"{stored} of {count} are stored: {ran.err[-1000:]}"
    if wrong:
        shop.harmed(kind, *wrong, f"--kind '{kind}' --count {count}", None)
    shop.clear(place)


def try_long_life(shop: Workshop, kind: str, seed: int, count: int = BUILDS) -> None:
    """So many builds of one changed report, and ten times as many queries, in one process."""
    del seed
    place = shop.place()
    queries = count * QUERIES // BUILDS
    ran = shop.nursery.run(
        str(count), str(queries), folder=place, function="tests.faults.long_life:live",
        timeout=7200,
    )  # fmt: skip
    shop.tally.tried[kind] += count + queries
    wrong = shop.blame(ran)
    if not wrong and ran.status:
        wrong = Harm.TORN, f"exit status {ran.status}: {ran.err[-1000:]}"
    if not wrong:
        early, late = ran.answer()
        grown, opened = late[0] - early[0], late[1] - early[1]
        note = f"kilobytes, descriptors: {early} early, {late} at the end of {count} builds"
        shop.tally.notes[note] += 1
        if grown > GROWTH or opened > 0:
            wrong = Harm.BEYOND, note
    if wrong:
        shop.harmed(kind, *wrong, f"--kind '{kind}' --count {count}", None)
    shop.clear(place)


def live(builds: str, queries: str) -> int:
    """Print memory and descriptors early in such a life and at its end; run in a child."""
    reports, store = Path("reports"), Path("store")
    reports.mkdir()
    question = load_catalogue()["latest-grades"].text
    measured = []
    for number in range(int(builds)):
        said = REPORT.format(name="Leeds", dates="3 to 7 June 2024", more=f"Version {number}.")
        (reports / "report.txt").write_text(said, encoding="utf-8")
        done = build([str(reports)], store, jobs=1)
        if not done.stored():
            raise RuntimeError(f"not stored: {done.complaints}")
        for _ in range(int(queries) // int(builds)):
            if not open_store(store).select(question).rows:
                raise RuntimeError("no answer")
        gc.collect()
        measured.append(_measured())
    json.dump([measured[len(measured) // 10], measured[-1]], sys.stdout)
    return 0


def _measured() -> tuple[int, int]:
    """Kilobytes of memory that this process holds, and its open descriptors."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024, len(list(Path("/proc/self/fd").iterdir()))
