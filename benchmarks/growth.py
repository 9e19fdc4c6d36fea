"""How the time to read a file grows with its size, for every kind of file that could be made slow.

Usage: python benchmarks/growth.py [PART] [--longest SECONDS] [--list]

Each kind (`growing.py`) is made twice as large again and again until reading it, from bytes to
checked quads, takes as long as is asked; the exponent is that of the last doublings: 1 where
time grows as the size does, 2 where twice the size takes four times as long.  Processor time, in
a process of its own.  Exit status 1 if a kind grows faster than `MOST`.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

from growing import BODY, HEAD, NEEDS, TABLE, Kind, kinds

from kg.ingest.work import Settings, Task, work

#: The steepest growth that counts as linear: sorting, caches and garbage are in it.
MOST = 1.25
#: Processor seconds below which a time is too short to tell anything.
SHORTEST = 0.08
#: Bytes; larger files are refused or no report at all.
LARGEST = 2**25
REGISTER = Path(__file__).parents[1] / "examples" / "register.ttl"


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", nargs="?", default="", help="only kinds with this in their name")
    parser.add_argument("--longest", type=float, default=1.0, help="seconds at which to stop")
    parser.add_argument("--list", action="store_true", help="print the names of the kinds")
    args = parser.parse_args()
    asked = [kind for kind in kinds() if args.part in kind.name]
    if args.list:
        print(*(kind.name for kind in asked), sep="\n")
        return
    steep = []
    with tempfile.TemporaryDirectory() as folder:
        # what is loaded once for all files is no time of a file
        _read(Path(folder) / "first.txt", (HEAD + TABLE + NEEDS + BODY).encode())
        for kind in asked:
            times = _times(kind, Path(folder), args.longest)
            exponent = _exponent(times)
            told = ", ".join(f"{size}: {seconds:.2f}" for size, seconds in times[-4:])
            mark = "" if exponent <= MOST else "   <-- too steep"
            print(f"{exponent:5.2f}  {kind.name:60} {told}{mark}", flush=True)
            if mark:
                steep.append(kind.name)
    print(f"{len(asked)} kinds, {len(steep)} grow faster than the size (over {MOST})")
    sys.exit(1 if steep else 0)


def _times(kind: Kind, folder: Path, longest: float) -> list[tuple[int, float]]:
    """The time for each size, doubled until it takes long enough or the file is very large."""
    found: list[tuple[int, float]] = []
    size = kind.first
    # what seems steep is measured further: noise fades, growth does not
    while not found or found[-1][1] < (4 * longest if _exponent(found) > MOST else longest):
        data = kind.made(size)
        if len(data) > LARGEST:
            break
        found.append((size, _in_process(folder / f"file{kind.ending}", data, 30 * longest)))
        size *= 2
    return found


def _exponent(times: list[tuple[int, float]]) -> float:
    """The mean growth over the last two doublings that took long enough; 0 if none did."""
    last = [each for each in times if each[1] >= SHORTEST][-3:]
    if len(last) < 2:
        return 0.0
    (small, before), (large, after) = last[0], last[-1]
    return math.log(after / before) / math.log(large / small)


def _in_process(path: Path, data: bytes, most: float) -> float:
    """Processor seconds of reading it in a process of its own, which may take so many."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (int(most) + 1, int(most) + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        seconds = _read(path, data)
        os.write(sending, str(seconds).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as stream:
        told = stream.read()
    _, status = os.waitpid(child, 0)
    if not told and os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGXCPU:
        print(f"       (ended by signal {os.WTERMSIG(status)})", flush=True)
    return float(told) if told else most


def _read(path: Path, data: bytes) -> float:
    path.write_bytes(data)
    gc.collect()
    started = time.process_time()
    work(Task(path, Settings(vocabulary=(REGISTER,))))
    return time.process_time() - started


if __name__ == "__main__":
    main()
