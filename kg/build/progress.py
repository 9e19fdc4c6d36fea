"""A bar for long work, on a terminal only: nothing when piped, quiet, or short."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Called after each step with what is done, how much there is, and what the step is about.
Step = Callable[[int, int, str], None]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Step]:
    """A `Step` that draws a bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda done, total, about: None
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
