"""Names that no file should have, and what is no file."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from tests.faults import mutants
from tests.faults.child import Ordeal
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop
from tests.ingest.made_files import REPORT

#: Names of reports that are read as any other.
NAMES = (
    b"caf\xe9.txt", b"two\nlines.txt", b"-dash.txt", b"--store.txt", b" space .txt",
    b"a" * 251 + b".txt",
    b"\x1b[2Jbell\x07.txt", "\u202etxt.fdp.txt".encode(), b"quote'\"$(touch x).txt",
    b"star*?[a].txt",
    b"back\\slash.txt", b"%2e%2e%2f.txt", "e\u0301.txt".encode(), "\u00e9.txt".encode(),
    b"CAPITALS.TXT",
)  # fmt: skip
#: Seconds for a build of them.
LIMIT = 300


def try_names(shop: Workshop, kind: str, seed: int, count: int = 1) -> None:
    """One build of a folder with all of them, and of each of them named."""
    del seed, count
    place = shop.place()
    inside = place / "in"
    inside.mkdir()
    (inside / mutants.GOOD).write_bytes(mutants.good())
    for number, name in enumerate(NAMES):
        said = REPORT.format(name="Kent", dates=f"{number + 1} to {number + 4} June 2024", more="")
        with open(os.fsencode(inside) + b"/" + name, "w", encoding="utf-8") as stream:  # noqa: PTH123
            stream.write(said)
    odd = _no_files(inside)
    named = [each for each in odd if each.name != "folder.pdf"]
    for paths in ((Path("in"),), (Path("in") / mutants.GOOD, *named)):
        _build(shop, kind, place, paths, len(odd), everything=len(paths) == 1)
    for store in (
        "in/pipe.pdf",
        f"in/{mutants.GOOD}",
        "in/to-nothing.pdf",
        "in/ring.pdf/x",
        "/dev/null",
    ):
        ran = shop.nursery.run("build", "in", "--store", store, folder=place, timeout=LIMIT)
        shop.tally.tried[kind] += 1
        wrong = shop.blame(ran)
        if not wrong and (ran.status != 2 or not ran.err.startswith("kg build: ")):
            wrong = Harm.TORN, f"--store {store}: exit status {ran.status}: {ran.err[-300:]}"
        if wrong:
            shop.harmed(kind, *wrong, store, None)
    shop.clear(place)


def _build(
    shop: Workshop, kind: str, place: Path, paths: tuple[Path, ...], odd: int, *, everything: bool
) -> None:
    ran = shop.nursery.run(
        "build", *paths, "--vocabulary", shop.register, "--store", "store",
        folder=place, timeout=LIMIT, ordeal=Ordeal(alone=not everything),
    )  # fmt: skip
    shop.tally.tried[kind] += odd + (len(NAMES) if everything else 0)
    wrong = shop.blame(ran)
    reports = {path.name for path in (place / "store" / "records").glob("*.nq.gz")}
    if not wrong and ran.status != 1:
        wrong = Harm.TORN, f"exit status {ran.status}: {ran.err[-500:]}"
    wanted = len(NAMES) + 2
    stored = [name for name in reports if name.startswith(("kent_", "leeds_", "devon_"))]
    if not wrong and len(stored) != wanted:
        wrong = Harm.LOST, f"{len(stored)} of {wanted} reports are stored: {ran.err[-1000:]}"
    record = place / "store" / "records" / "leeds_ilacs_2024-06-07.nq.gz"
    if not wrong and record.read_bytes() != mutants.good_record(shop):
        wrong = Harm.LOST, "the good file's record is another"
    if wrong:
        shop.harmed(kind, *wrong, " ".join(map(str, paths)), None)


def _no_files(inside: Path) -> list[Path]:
    """What has the name of a report and is none; one of them is a folder with a report."""
    os.mkfifo(inside / "pipe.pdf")
    (inside / "folder.pdf").mkdir()
    said = REPORT.format(name="Devon", dates="3 to 7 June 2024", more="")
    (inside / "folder.pdf" / "in-it.txt").write_text(said, encoding="utf-8")
    (inside / "to-nothing.pdf").symlink_to("nowhere.pdf")
    (inside / "ring.pdf").symlink_to("ring.pdf")
    (inside / "endless.pdf").symlink_to("/dev/zero")
    (inside / "up.pdf").symlink_to("..")
    (inside / "empty.pdf").touch()
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as made:
        # the name of a socket may not be long
        os.chdir(inside)
        made.bind("socket.pdf")
        os.chdir(here)
    return [Path("in") / path.name for path in inside.glob("*.pdf")]
