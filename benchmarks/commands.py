"""How long the commands take that ask the read model, as whole processes, and how it is made.

Usage: python benchmarks/commands.py STORE [--times N]

Printed are processor seconds, the least of N runs (default 3), for each analysis, two briefs and
the tables; and how long the tables are made in, beside what their records are unpacked in.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.analysis import NAMES
from kg.corpus import open_corpus
from kg.corpus.readmodel import make_from_generation
from kg.store import content_of, open_store

KG = [sys.executable, "-m", "kg"]


def main() -> None:
    """Print one line a command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    store = ["--store", str(args.store)]
    corpus = open_corpus(open_store(args.store))
    first = min(report.authority_name for report in corpus.reports.values())
    theme = min(corpus.themes)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = least([*KG, "--version"], args.times)
        print(f"{'kg --version':<40} {bare:5.2f} s")
        for analysis in NAMES:
            said = [*KG, "patterns", analysis, "--format", "json", "-o", str(folder / "a"), *store]
            print(f"{'kg patterns ' + analysis:<40} {least(said, args.times):5.2f} s")
        for what in (["brief", first], ["brief", "--theme", theme]):
            said = [*KG, *what, "-o", str(folder / "b.html"), *store]
            print(f"{'kg ' + ' '.join(what):<40} {least(said, args.times):5.2f} s")
        said = [*KG, "export", "tables", str(folder / "t"), *store]
        print(f"{'kg export tables':<40} {least(said, args.times):5.2f} s")
        generation = open_store(args.store).generation
        unpacked = timed_unpacking(generation)
        started = time.perf_counter()
        make_from_generation(generation, folder / "made.sqlite")
        made = time.perf_counter() - started
        size = (folder / "made.sqlite").stat().st_size / 2**20
        print(
            f"{'the read model, by the clock':<40} {made:5.2f} s, {made / unpacked:.1f} times "
            f"unpacking its records in one process; {size:.0f} MB"
        )


def least(command: list[str], times: int) -> float:
    """The least processor time of several runs of a command.  Raises if it fails."""
    found = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(found)


def timed_unpacking(generation: Path) -> float:
    """How long the records of a generation take to be unpacked, by the clock."""
    started = time.perf_counter()
    for path in sorted((generation / "records").glob("*.gz")):
        content_of(path)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
