"""Files are read side by side, each in a process that may die without harm to the others."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from kg.errors import KgError
from kg.ingest import limits
from kg.ingest.work import FileResult, Task, file_hash, work_within_limits
from kg.store.processes import serve_parent, server_context, without_main

#: What a process that reads imports, once for all of them.
PRELOADED = ["kg.ingest.work", "kg.documents", "kg.rdf", "kg.reports", "kg.validation"]
#: A file that ends its process is tried once more: the process may have been ended from outside.
TRIES = 2
#: What a process says when it is ready to read.
READY = "ready"


def begin_server() -> None:
    """Let the server start from which reading processes are forked: it takes a while to import
    what they need, and other work can be done meanwhile.
    """
    server_context(PRELOADED)
    with _deaf(), without_main():
        forkserver.ensure_running()


def read_each(tasks: Sequence[Task], jobs: int | None) -> Iterator[FileResult]:
    """The results of all tasks, as they come.

    ``jobs`` is the number of processes (None: one a core).  Whatever one file does, the others
    are read.  Raises `KgError` for what is wrong with the settings that all tasks share.
    """
    # the largest first: a long report read last would keep one process busy alone
    waiting = deque(sorted(tasks, key=lambda task: (-_size(task.path), task.path)))
    tried: dict[Task, int] = {}
    workers: dict[Connection, _Worker] = {}
    context = server_context(PRELOADED)
    try:
        while waiting or any(worker.task for worker in workers.values()):
            while waiting and len(workers) < (jobs or os.cpu_count() or 1):
                worker = _Worker(context)
                workers[worker.connection] = worker
            for worker in workers.values():
                if waiting and worker.task is None:
                    worker.give(waiting.popleft())
            for connection in wait([each.connection for each in workers.values() if each.task]):
                assert isinstance(connection, Connection)
                worker = workers[connection]
                task, result = worker.take()
                if isinstance(result, KgError):
                    raise result
                if result is None:
                    del workers[connection]
                    tried[task] = tried.get(task, 0) + 1
                    if tried[task] < TRIES and worker.end() != -signal.SIGPROF:
                        waiting.append(task)
                        continue
                    result = _died(task, worker.end())
                yield result
    finally:
        for worker in workers.values():
            worker.end()


class _Worker:
    """One process that reads, and the task it was given."""

    def __init__(self, context: ForkServerContext) -> None:
        self.task: Task | None = None
        self._is_ready = False
        self.connection, its = context.Pipe()
        self._process: ForkServerProcess = context.Process(target=_serve, args=(its,), daemon=True)
        with _deaf(), without_main():
            self._process.start()
        its.close()

    def give(self, task: Task) -> None:
        """Give it a file to read; one that has just died shows that in `take`."""
        self.task = task
        try:
            self.connection.send(task)
        except OSError:
            self._process.kill()

    def take(self) -> tuple[Task, FileResult | KgError | None]:
        """What it was given and what became of it: None if the process died of it.

        Raises `KgError` if it died before it could begin, which no file is to blame for.
        """
        task, self.task = self.task, None
        assert task is not None, "it was given a task"
        try:
            if not self._is_ready:
                self._is_ready = self.connection.recv() == READY
            found: FileResult | KgError = self.connection.recv()
        except (EOFError, OSError):
            if not self._is_ready:
                raise KgError(
                    f"a process that reads files could not begin (exit status {self.end()}); "
                    "see what stands above, and how much memory is free"
                ) from None
            return task, None
        return task, found

    def end(self) -> int | None:
        """End the process, if it has not ended; its exit status, negative for a signal."""
        self.connection.close()
        if self._process.is_alive():
            # an idle one ends by itself when its pipe is closed, a busy one does not
            self._process.terminate()
        self._process.join()
        return self._process.exitcode


@contextmanager
def _deaf() -> Iterator[None]:
    """A process that starts now does not hear Ctrl-C: its parent does, and ends it in order."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection) -> None:
    """The life of a process that reads: one task after the other, until no more can come."""
    serve_parent()
    limits.limit_memory(limits.MEMORY)
    # where all is read, the other end is closed
    with suppress(EOFError, ConnectionError):
        connection.send(READY)
        while True:
            connection.send(_worked(connection.recv()))


def _worked(task: Task) -> FileResult | KgError:
    try:
        return work_within_limits(task)
    except KgError as error:
        return error


def _died(task: Task, status: int | None) -> FileResult:
    """What is said of a file whose reading ended the process."""
    beyond = status == -signal.SIGPROF
    if beyond:
        failure = limits.too_long(limits.SECONDS)
    else:
        name = signal.Signals(-status).name if status and status < 0 else f"status {status}"
        failure = (
            f"ended the process that read it ({name}), as a damaged file or a want of memory may; "
            "get the file again, or leave it out"
        )
    return FileResult(task.path, file_hash(task.path), failure=failure, beyond=beyond)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
