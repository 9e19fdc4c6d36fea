"""Damaged files beside a good one: each is read or told, and the good one is stored as always."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from tests.conftest import REPOSITORY
from tests.faults import files
from tests.faults.mutations import MUTATIONS
from tests.faults.nursery import Ran
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop
from tests.ingest.made_files import REPORT

#: Files in one build.
BATCH = 100
#: Share of the mutants that may be as large as there is time for, and the size of the others.
LARGE, USUAL = 0.02, 10_000
#: Seconds for a batch: some of its files may take all the time that one may.
LIMIT = 1800
GOOD = "good.txt"
#: What is said of a file that reached a limit, which is no harm.
NOTES = {
    "time up": "s of processor time to read", "memory ended": "GB of memory to be read",
    "process ended": "ended the process that read it", "nested too deep": "is nested deeper",
}  # fmt: skip
#: What is said of a file at which the program failed.
UNFORESEEN = "a fault of this program"
#: How a build's line begins that is about no one file.
GENERAL = re.compile(r"saved results|\d+ stored report|[a-z]+: \d+ of \d+$")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged file."""

    name: str
    data: bytes


def mutant(kind: str, seed: int, number: int, most: int) -> Mutant:
    """The mutant of a kind that a seed and a number decide; ``most`` is the size of the largest."""
    rng = Random(f"{kind} {seed} {number}")
    endings, mutations = MUTATIONS[kind]
    ending, mutation = rng.choice(endings), rng.choice(mutations)
    most = most if rng.random() < LARGE else min(most, USUAL)
    name = f"m{number:04}-{mutation.__name__.replace('_', '-')}{ending}"
    if kind == "text":
        said = mutation(files.plain(rng).encode(), rng, most)
        return Mutant(name, files.WRITERS[ending](said.decode("utf-8", "surrogatepass")))
    data = mutation(files.whole(ending, rng), rng, most)
    # sometimes another mutation on top
    if rng.random() < 0.2 and data:
        data = rng.choice(MUTATIONS["bytes"][1])(data, rng, most)
    return Mutant(name, data)


def try_mutants(shop: Workshop, kind: str, seed: int, count: int = BATCH) -> None:
    """One build of so many mutants of a kind beside a good file."""
    try_files(
        shop, kind, [mutant(kind, seed, number, shop.most) for number in range(count)],
        f"--kind '{kind}' --seed {seed} --count {count}",
    )  # fmt: skip


def try_given(shop: Workshop, kind: str, seed: int, count: int = BATCH) -> None:
    """One build of the files that broke the program before, where they are at hand."""
    del seed
    given = Path(os.environ.get("KG_CORPUS", REPOSITORY.parent / "shared")) / "cases" / "faults"
    names = sorted(given.glob("*.*")) if given.is_dir() else []
    endings = {".pdf", ".docx", ".html", ".txt"}
    found = [Mutant(path.name, path.read_bytes()) for path in names if path.suffix in endings]
    if found:
        try_files(shop, kind, found[:count], f"--kind '{kind}'")


def try_files(shop: Workshop, kind: str, mutants: list[Mutant], again: str) -> None:
    """One build of damaged files beside a good one; what became of each is counted."""
    place = shop.place()
    (place / "in").mkdir()
    (place / "in" / GOOD).write_bytes(good())
    for each in mutants:
        (place / "in" / each.name).write_bytes(each.data)
    ran = shop.nursery.run(
        "build", "in", "--vocabulary", shop.register, "--store", "store", "--jobs", "2",
        folder=place, timeout=LIMIT,
    )  # fmt: skip
    shop.tally.tried[kind] += len(mutants)
    for note, words in NOTES.items():
        shop.tally.notes[note] += ran.err.count(words)
    harms = list(_harms(shop, place, mutants, ran))
    for harm, what in harms:
        shop.harmed(kind, harm, what, again, place)
    shop.clear(place)


def _harms(shop: Workshop, place: Path, mutants: list[Mutant], ran: Ran) -> list[tuple[Harm, str]]:
    if wrong := shop.blame(ran):
        return [wrong]
    if ran.status not in (0, 1):
        return [(Harm.TORN, f"exit status {ran.status}: {ran.err[-500:]}")]
    looked = shop.nursery.run("store", folder=place, function="tests.faults.states:print_audit")
    if looked.status or not looked.out:
        return [(Harm.TORN, f"the store cannot be looked at: {looked.err[-2000:]}")]
    found = looked.answer()
    harms = [(Harm(harm), what) for harm, what in found["harms"]]
    known = found["files"]
    for each in mutants:
        if each.name not in known and f"{each.name}: " not in ran.err:
            harms.append((Harm.LOST, f"{each.name}: nothing was stored or said of it"))
    for line in ran.err.splitlines():
        if UNFORESEEN in line:
            harms.append((Harm.TRACEBACK, line[:500]))
        elif not line.startswith("in/") and not GENERAL.match(line):
            harms.append((Harm.TRACEBACK, f"a line about no file: {line[:500]}"))
    record = place / "store" / "records" / f"{known.get(GOOD)}.nq.gz"
    if not record.is_file():
        harms.append((Harm.LOST, "the good file is not stored"))
    elif record.read_bytes() != good_record(shop):
        harms.append((Harm.LOST, "the good file's record is another"))
    checked = shop.nursery.run("validate", "--store", "store", folder=place)
    if checked.status:
        harms.append((Harm.TORN, f"kg validate: {(checked.out + checked.err)[:1000]}"))
    return harms


def good() -> bytes:
    """The good file: a report of an authority that no mutant is about."""
    return REPORT.format(name="Leeds", dates="3 to 7 June 2024", more="").encode()


@lru_cache(maxsize=1)
def good_record(shop: Workshop) -> bytes:
    """The record of the good file, built alone."""
    place = shop.place()
    (place / "in").mkdir()
    (place / "in" / GOOD).write_bytes(good())
    shop.nursery.run("build", "in", "--vocabulary", shop.register, "--store", "store", folder=place)
    (record,) = (place / "store" / "records").glob("leeds_*.nq.gz")
    content = record.read_bytes()
    shutil.rmtree(place)
    return content
