"""What a push costs a Virtuoso of its own: whole, interrupted and taken up, and one report again.

Usage: python benchmarks/push.py STORE [--graphs N]

STORE is read only.  A copy of it with N reports (default: all) is pushed until half is done,
broken off, and taken up; then one report is changed and pushed.  Times of the wall clock hang on
what else the machine does; processor seconds are ours and the server's together (goal for one
report: under two).  Needs virtuoso-t (apt-get install virtuoso-opensource).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.push import connect, make_plan, push  # noqa: E402
from kg.store import Records, open_store, writing  # noqa: E402
from tests.stores.real_servers import Missing, Running, virtuoso  # noqa: E402


class Interrupted(Exception):
    """The push was broken off on purpose."""


def main() -> None:
    """Print a line a step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("store", type=Path, nargs="?", default=Path("build/corpus/store"))
    parser.add_argument("--graphs", type=int, help="so many reports (default: all)")
    args = parser.parse_args()
    if not (args.store / "records").is_dir():
        print(f"{args.store}: no store of real reports here (make corpus makes one); not measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "virtuoso"
        database.mkdir()
        store = _copy(args.store, Path(folder) / "store", args.graphs)
        try:
            with virtuoso(database, buffers=170_000) as running:
                _measure(store, running)
        except Missing as missing:
            print(f"{missing}; not measured")


def _measure(folder: Path, running: Running) -> None:
    os.environ |= {"KG_PUSH_USER": running.user, "KG_PUSH_PASSWORD": running.password}
    half = len(open_store(folder).entries) // 2
    first = _timed("the first half, then broken off", folder, running, stop=half)
    second = _timed("taken up, to the end", folder, running)
    again = _timed("nothing has changed", folder, running)
    key = _change_one(folder)
    one = _timed(f"one report changed ({key})", folder, running)
    command = [
        sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())",
        "push", running.address, "--store", folder, "--again", "--dry-run",
    ]  # fmt: skip
    start = time.perf_counter()
    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    print(f"the command itself, dry run: {time.perf_counter() - start:.2f} s")
    print(
        f"to the whole push, nothing changed costs {again / (first + second):.3f}, "
        f"one report {one / (first + second):.3f}"
    )


def _timed(what: str, folder: Path, running: Running, stop: int | None = None) -> float:
    def step(done: int, total: int, about: str) -> None:
        if done == stop and about == "pushing":
            raise Interrupted

    start, worked = time.perf_counter(), _worked(running.pid)
    store = open_store(folder)
    connection = connect(running.address)
    try:
        done = push(store, connection, make_plan(store, connection), step=step)
        found = (
            f"{done.graphs} graphs, {done.statements:,} statements; merge {done.merged:,}; "
            f"{len(done.wrong)} counts disagree"
        )
    except Interrupted:
        found = f"{stop} graphs"
    finally:
        connection.close()
    seconds = time.perf_counter() - start
    worked = _worked(running.pid) - worked
    print(f"{what}: {seconds:.2f} s, of processor {worked:.2f} s ({found})", flush=True)
    return seconds


def _worked(server: int) -> float:
    """Processor seconds that this process and a server have used (Linux; ours only elsewhere)."""
    ours = time.process_time()
    stat = Path(f"/proc/{server}/stat")
    if not stat.exists():
        return ours
    # the name in brackets may hold spaces; user and system time are the 14th and 15th field
    fields = stat.read_text().rpartition(")")[2].split()
    return ours + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _copy(store: Path, copy: Path, graphs: int | None) -> Path:
    """The records of a store, or some of them, with an index of their own."""
    shutil.copytree(store / "records", copy / "records")
    if graphs is None:
        shutil.copytree(store / "index", copy / "index")
        return copy
    with writing(copy) as writer:
        for entry in list(writer.entries())[graphs:]:
            writer.remove(entry.key)
        writer.commit()
    return copy


def _change_one(folder: Path) -> str:
    """Take a statement out of the largest record, as a new reading might."""
    records = Records(folder)
    entry = max(records.entries().values(), key=lambda e: records.path(e.key).stat().st_size)
    with writing(folder) as writer:
        lines = list(records.lines(entry.key))[:-1]
        writer.put(entry.key, lines, graph=entry.graph, source=entry.source, fingerprint="changed")
        writer.commit()
    return entry.key


if __name__ == "__main__":
    main()
