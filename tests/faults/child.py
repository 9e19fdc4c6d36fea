"""A process that has imported all and forks a child for each call; what the child must suffer.

It reads one request a line (JSON, see `Request`) and answers two lines each: the child's number,
and its exit status.  The child is a session of its own, so that what it leaves can be found.
"""

from __future__ import annotations

import importlib
import itertools
import json
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

#: What Python says of files before it does it.  "os.fsync" is said by `_tell_of_fsync`.
EVENTS = {
    "open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "os.utime",
    "os.scandir", "os.listdir", "shutil.rmtree", "shutil.copyfile", "fcntl.flock", "os.fsync",
}  # fmt: skip
#: Those that need room on the disk, or permission to write.
WRITES = {"os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "os.fsync"}
NOBODY = 65534
#: Imported before the first child is forked.  No store is opened there: its threads would be lost.
IMPORTED = (
    "kg.cli", "kg.ingest", "kg.ingest.work", "kg.documents", "kg.documents.pdf", "kg.exports",
    "kg.push", "kg.rdf", "kg.reports", "kg.store", "kg.validation", "httpx", "pyoxigraph",
    "xlsxwriter", "tests.faults.states", "tests.faults.stages",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What happens to a child."""

    #: before which file event (0: none)
    at: int = 0
    #: "" for nothing, "signal N", "fail ERRNO once", "fail ERRNO", "nobody", "change SEED"
    what: str = ""
    #: folder whose events count
    within: str = ""
    #: only the events that change something there
    only_writes: bool = False
    #: file that the number of events is written to
    count: str = ""
    #: a pickle of results, so that files need not be read again
    results: str = ""
    #: files are read in the child itself
    alone: bool = False
    #: seed of a clock that jumps
    clock: int = 0
    #: bytes that a file may have at most
    file_size: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One call: a command of kg, or a function of a module."""

    arguments: tuple[str, ...]
    folder: str
    out: str
    err: str
    function: str = ""
    ordeal: dict[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        return json.dumps(asdict(self)) + "\n"


def main() -> None:
    """Fork a child for each request until there are no more."""
    for name in IMPORTED:
        importlib.import_module(name)
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        request = Request(**json.loads(line))
        child = os.fork()
        if child == 0:
            answers.close()
            os._exit(_live(request))
        print(child, file=answers, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)


def _live(request: Request) -> int:
    """The life of a child; its exit status."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _redirect(request)
    os.chdir(request.folder)
    ordeal = Ordeal(**request.ordeal)
    status: Any = 1
    try:
        finish = _suffer(ordeal)
        if request.function:
            module, _, name = request.function.partition(":")
            status = getattr(importlib.import_module(module), name)(*request.arguments)
        else:
            from kg.cli import main as kg

            status = kg(list(request.arguments))
        finish()
    except SystemExit as error:
        status = error.code
    except BaseException:
        import traceback

        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    return int(status or 0)


def _redirect(request: Request) -> None:
    for number, name, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, request.out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, request.err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        opened = os.open(name, flags)
        os.dup2(opened, number)
        os.close(opened)
    # the line that asked for this child was read ahead
    sys.stdin = open(0, closefd=False)  # noqa: SIM115


def _suffer(ordeal: Ordeal) -> Callable[[], None]:
    """Lay the ordeal on this process; what is called at its end."""
    if ordeal.results:
        _read_from(Path(ordeal.results))
    if ordeal.alone:
        _read_alone()
    if ordeal.clock:
        _let_clock_jump(Random(ordeal.clock))
    if ordeal.file_size:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (ordeal.file_size,) * 2)
    if not ordeal.within:
        return lambda: None
    return _watch(ordeal)


def _watch(ordeal: Ordeal) -> Callable[[], None]:
    counter = itertools.count(1)
    seen = 0
    act = _act(ordeal)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event not in EVENTS or not _is_within(event, arguments, ordeal.within):
            return
        if ordeal.only_writes and event not in WRITES and not _opens_to_write(event, arguments):
            return
        seen = next(counter)
        if ordeal.at and seen >= ordeal.at:
            act(seen)

    _tell_of_fsync()
    sys.addaudithook(hook)

    def finish() -> None:
        number = seen
        if ordeal.count:
            Path(ordeal.count).write_text(str(number), encoding="ascii")

    return finish


def _is_within(event: str, arguments: tuple[Any, ...], folder: str) -> bool:
    if event in ("fcntl.flock", "os.fsync"):
        return True
    place = arguments[0] if arguments else None
    if isinstance(place, bytes):
        place = os.fsdecode(place)
    if isinstance(place, os.PathLike):
        place = os.fspath(place)
    # what is named from an open folder, as where a tree is removed, has no absolute name
    return isinstance(place, str) and (place.startswith(folder) or not place.startswith("/"))


def _opens_to_write(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "open":
        return False
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _act(ordeal: Ordeal) -> Callable[[int], None]:
    what, *more = ordeal.what.split() or [""]
    if what == "signal":
        return lambda number: os.kill(os.getpid(), int(more[0])) if number == ordeal.at else None
    if what == "fail":
        once = more[1:] == ["once"]

        def fail(number: int) -> None:
            if number == ordeal.at or not once:
                raise OSError(int(more[0]), os.strerror(int(more[0])))

        return fail
    if what == "nobody":
        return lambda number: os.seteuid(NOBODY) if os.geteuid() == 0 else None
    if what == "change":
        return _changing(ordeal, Random(int(more[0])))
    return lambda number: None


def _changing(ordeal: Ordeal, rng: Random) -> Callable[[int], None]:
    """Change one of the reports at the event, in a process that the hook does not see."""

    def change(number: int) -> None:
        if number != ordeal.at:
            return
        path = rng.choice(sorted(each for each in os.listdir("reports") if each.endswith(".txt")))  # noqa: PTH208
        how = rng.choice(("rm -f", "truncate -s 100", "truncate -s 0", "mv -t ..", "echo more >>"))
        os.system(f"cd reports && {how} {path}")

    return change


def _tell_of_fsync() -> None:
    true = os.fsync

    def fsync(place: Any) -> None:
        sys.audit("os.fsync", place)
        true(place)

    os.fsync = fsync


def _read_from(path: Path) -> None:
    """Let a build take the results of files from here, by the hash of the file's bytes."""
    import kg.ingest.pipeline
    from kg.ingest.work import FileResult, Task, file_hash, work_within_limits

    known: dict[tuple[str, str], FileResult] = pickle.loads(path.read_bytes())

    def read_each(tasks: Iterable[Task], jobs: int | None) -> Iterator[FileResult]:
        for task in tasks:
            found = known.get((file_hash(task.path), task.suffix))
            yield replace(found, path=task.path) if found else work_within_limits(task)

    kg.ingest.pipeline.read_each = read_each


def _read_alone() -> None:
    """Let a build read its files in this process."""
    import kg.ingest.pipeline
    from kg.ingest.work import work_within_limits

    kg.ingest.pipeline.read_each = lambda tasks, jobs: map(work_within_limits, tasks)


def _let_clock_jump(rng: Random) -> None:
    """Every look at a clock, and every new file, is at another time, by up to ten years."""
    years = 10 * 365 * 86400
    true_time, true_replace = time.time, os.replace
    time.time = lambda: true_time() + rng.uniform(-years, years)
    time.monotonic = lambda: rng.uniform(0, years)

    def replace_file(before: Any, after: Any, **more: Any) -> None:
        true_replace(before, after, **more)
        if not Path(after).is_dir():
            jumped = true_time() + rng.uniform(-years, years)
            os.utime(after, (jumped, jumped))

    os.replace = replace_file


if __name__ == "__main__":
    main()
