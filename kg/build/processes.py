"""Files are read side by side, in as many processes as there are cores."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.build.progress import Step
from kg.build.work import Result, Settings, Task, work

#: Up to this many files are read in this process: starting others takes longer.
FEW = 2


def read_all(
    paths: Sequence[Path], settings: Settings, jobs: int | None, step: Step
) -> list[Result]:
    """The results of all files, sorted by path.

    ``jobs`` is the number of processes (None: one a core); ``step`` is told of progress.
    """
    # the largest first: a long report read last would keep one process busy alone
    tasks = [Task(path, settings) for path in sorted(paths, key=lambda path: (-_size(path), path))]
    results = []
    for done, result in enumerate(_worked(tasks, jobs), 1):
        step(done, len(tasks), "reading")
        results.append(result)
    return sorted(results, key=lambda result: result.path)


def _worked(tasks: Sequence[Task], jobs: int | None) -> Iterator[Result]:
    jobs = jobs or os.cpu_count() or 1
    if len(tasks) <= FEW or jobs == 1:
        yield from map(work, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawned, not forked: the bar on the terminal has a thread of its own
    pool = ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=get_context("spawn"))
    try:
        # the processes are born deaf to Ctrl-C: only this one hears it, and ends them in order
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            results = pool.map(work, tasks)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
