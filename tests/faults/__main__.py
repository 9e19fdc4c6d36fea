"""Tries the program under faults for some minutes, and fails if anything was harmed.

Usage: python -m tests.faults [--minutes 20] [--seed 1] [--kind NAME [--count N]] [--keep FOLDER]

Prints at the end, by kind, what was tried, survived, lost, torn and invented, where the program
failed unforeseen, and what went beyond its limits.  Of each failure the seed is told, and the
input is kept, so that it can be tried again: with --kind only that one is tried, once.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.kinds import KINDS
from tests.faults.workshop import Workshop

#: Minutes from which the large trials are made whole.
WHOLE = 10


def main() -> int:
    """Exit status 1 if anything was harmed."""
    parser = argparse.ArgumentParser(description="Tries the program under faults.")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS, help="only this kind, once")
    parser.add_argument("--count", type=int, help="with --kind: how many")
    parser.add_argument(
        "--keep", type=Path, default=Path("build/faults"), help="default: build/faults"
    )
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="kg-faults-") as folder,
        Workshop(Path(folder), asked.keep) as shop,
    ):
        shop.most = 1_000_000 if asked.minutes >= WHOLE else 20_000
        if asked.kind:
            kind = KINDS[asked.kind]
            kind.tried(shop, asked.kind, asked.seed, asked.count or kind.count)
        else:
            _rounds(shop, asked.minutes, asked.seed)
        for line in shop.tally.told():
            print(line)
        print(shop.tally.table())
        return 1 if shop.tally.failures else 0


def _rounds(shop: Workshop, minutes: float, seed: int) -> None:
    """Round after round of all kinds, until the time is up."""
    end = time.monotonic() + minutes * 60
    number = 0
    while time.monotonic() < end:
        for name, kind in KINDS.items():
            if time.monotonic() > end or (kind.once and number):
                continue
            count = kind.count
            if kind.once and minutes < WHOLE:
                count = max(5, int(count * minutes / WHOLE / 5))
            before = len(shop.tally.failures)
            kind.tried(shop, name, seed * 1000 + number, count)
            for line in list(shop.tally.told())[before:]:
                print(line, file=sys.stderr)
            left = (end - time.monotonic()) / 60
            print(
                f"round {number + 1}, {name}: {shop.tally.tried.total():,} tried, "
                f"{len(shop.tally.failures)} harmed, {left:.1f} minutes left",
                file=sys.stderr,
            )  # fmt: skip
        number += 1


if __name__ == "__main__":
    sys.exit(main())
