"""How long the fast checker takes, as a ratio to pySHACL on the same reports in the same run.

Usage: python benchmarks/validation.py [--store DIR] [--every N]

The fast checker checks every report of the store; pySHACL every Nth in the order of their names
(default 10; 1 for all), each report by both in turn.  Processor time, from the text of a record
to the results, loading included; the shapes and the vocabulary are read before the clock starts.
Before that each engine alone on that sample in a process of its own, for its peak memory; after it
the share of validation in a build of every Nth file of the corpus (KG_CORPUS), in one process.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import kg.validation
from kg.ingest import VOCABULARY, build
from kg.store import content_of, open_store
from kg.validation import Engine, validate_report

T = TypeVar("T")
CORPUS = Path(os.environ.get("KG_CORPUS", "../shared"))


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--store", type=Path, default=Path(os.environ.get("KG_STORE", "kg-store")))
    parser.add_argument("--every", type=int, default=10, help="pySHACL checks every Nth report")
    parser.add_argument("--alone", choices=list(Engine), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not args.store.is_dir():
        print(f"No store in {args.store}: build one, and name it with --store or KG_STORE.")
        return
    store = open_store(args.store)
    records = [store.path(key) for key in sorted(store.entries) if key != VOCABULARY]
    vocabulary = tuple(store.record(VOCABULARY))
    if args.alone:
        for record in records[:: args.every]:
            validate_report(_lines(record), vocabulary, engine=Engine(args.alone))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10)
        return
    # first, while this process is small: on Linux a child's peak is never below its parent's
    for engine in Engine:
        command = [sys.executable, __file__, "--store", str(args.store), "--alone", engine]
        done = subprocess.run(
            [*command, "--every", str(args.every)], capture_output=True, text=True, check=True
        )
        print(f"{engine}: peak memory {float(done.stdout):.0f} MB")
    _compare(records, vocabulary, args.every)
    _share(args.every)


def _compare(records: list[Path], vocabulary: tuple[str, ...], every: int) -> None:
    seconds = dict.fromkeys(("all", *Engine), 0.0)
    statements = dict.fromkeys(("all", "sample"), 0)
    different = []
    validate_report(_lines(records[0]), vocabulary)
    validate_report(_lines(records[0]), vocabulary, engine=Engine.PYSHACL)
    for number, record in enumerate(records):
        lines = _lines(record)
        took, found = _timed(lambda: validate_report(lines, vocabulary))  # noqa: B023
        seconds["all"] += took
        statements["all"] += len(lines)
        if number % every == 0:
            seconds[Engine.FAST] += took
            statements["sample"] += len(lines)
            took, reference = _timed(
                lambda: validate_report(lines, vocabulary, engine=Engine.PYSHACL)  # noqa: B023
            )
            seconds[Engine.PYSHACL] += took
            if found != reference:
                different.append(record.stem)
            if sys.stderr.isatty():
                print(f"\r{number + 1} of {len(records)}", end="", file=sys.stderr)
    total, sample = statements["all"], statements["sample"]
    print(f"fast: {len(records)} reports, {total} statements, {seconds['all']:.2f} s")
    print(f"fast: {1e6 * seconds['all'] / total:.2f} s a million statements")
    print(f"pySHACL: {sample} statements, {1e6 * seconds[Engine.PYSHACL] / sample:.1f} s a million")
    print(
        f"fast is {seconds[Engine.PYSHACL] / seconds[Engine.FAST]:.1f} times as fast on the same "
        "reports (goal: at least 50)"
    )
    print(f"reports with different results: {different or 'none'}")


def _share(every: int) -> None:
    """What part of a build, from files to a store with its index, goes into validation."""
    files = sorted((CORPUS / "reports" / "pdf").glob("*.pdf"))[::every]
    if not files:
        print(f"no reports in {CORPUS / 'reports' / 'pdf'}: name the corpus in KG_CORPUS")
        return
    checking = 0.0
    check = kg.validation.validate_report

    def timed(*given: Any, **named: Any) -> object:
        nonlocal checking
        start = time.process_time()
        found = check(*given, **named)
        checking += time.process_time() - start
        return found

    with tempfile.TemporaryDirectory() as folder:
        kg.validation.validate_report = timed
        whole, _ = _timed(lambda: build(map(str, files), Path(folder) / "store", jobs=1))
        kg.validation.validate_report = check
    print(
        f"share of validation in a build of {len(files)} files: {100 * checking / whole:.1f} % "
        "(goal: under 10 %)"
    )


def _lines(record: Path) -> list[str]:
    return content_of(record).decode().split("\n")


def _timed(step: Callable[[], T]) -> tuple[float, T]:
    gc.collect()
    start = time.process_time()
    made = step()
    return time.process_time() - start, made


if __name__ == "__main__":
    main()
