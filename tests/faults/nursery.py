"""Children that run `kg` as the command line does, without the second that it takes to import."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.conftest import REPOSITORY
from tests.faults.child import Ordeal, Request

#: Seconds that what a child started may go on after its end.
PATIENCE = 30.0
NO_ORDEAL = Ordeal()


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a child."""

    #: exit status, negative for a signal
    status: int
    out: str
    err: str
    #: whether it was ended since its time was up
    late: bool = False
    #: whether processes that it started went on after its end
    left: bool = False

    @property
    def has_traceback(self) -> bool:
        """Whether it failed in a way that nobody foresaw."""
        return "Traceback (most recent call last)" in self.err

    def answer(self) -> Any:
        """What it printed as JSON."""
        return json.loads(self.out)


class Nursery:
    """Forks children from one process; use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child"],
            cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Nursery:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def run(
        self,
        *arguments: str | Path,
        folder: Path,
        function: str = "",
        ordeal: Ordeal = NO_ORDEAL,
        timeout: float = 300,
        started: Callable[[int], None] = lambda child: None,
    ) -> Ran:
        """Run a command, or a function named ``module:name``, in a folder.

        ``started`` is told the number of the child's process.
        """
        assert self._process.stdin
        out, err = self._folder / "child.out", self._folder / "child.err"
        request = Request(
            tuple(map(str, arguments)), str(folder), str(out), str(err), function, asdict(ordeal)
        )
        self._process.stdin.write(request.line())
        self._process.stdin.flush()
        child = int(self._answer(60))
        started(child)
        late = False
        try:
            status = int(self._answer(timeout))
        except TimeoutError:
            late = True
            os.killpg(child, signal.SIGKILL)
            status = int(self._answer(60))
        left = not has_ended(child)
        return Ran(status, _text(out), _text(err), late, left)

    def _answer(self, seconds: float) -> str:
        assert self._process.stdout
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            raise TimeoutError
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that forks the others has ended")
        return answer


def has_ended(group: int) -> bool:
    """Wait until all processes of a group have ended; those that do not are ended, and told of."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    os.killpg(group, signal.SIGKILL)
    return False


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
