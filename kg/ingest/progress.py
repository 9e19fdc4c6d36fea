"""How far long work is: a bar on a terminal, a line now and then elsewhere, nothing if quiet."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Called after each step with what is done, how much there is, and what the step is about.
Step = Callable[[int, int, str], None]


#: Seconds between two lines where there is no terminal.
SELDOM = 15.0


@contextmanager
def progress(*, quiet: bool) -> Iterator[Step]:
    """A `Step` that shows on standard error how far the work is."""
    if quiet:
        yield lambda done, total, about: None
        return
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def step(done: int, total: int, about: str) -> None:
            bar.update(task, completed=done, total=total, description=about)

        yield step


def _lines() -> Step:
    """A `Step` that says now and then, in one line, how far the work is."""
    said = time.monotonic()

    def step(done: int, total: int, about: str) -> None:
        nonlocal said
        if time.monotonic() - said >= SELDOM and done < total:
            said = time.monotonic()
            print(f"{about}: {done:,} of {total:,}", file=sys.stderr, flush=True)

    return step
