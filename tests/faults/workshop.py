"""Where trials take place: folders, children, the count of what became of them."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.faults import files
from tests.faults.nursery import Nursery, Ran
from tests.faults.tally import Failure, Harm, Tally

#: Failures of one kind whose input is kept.
MOST_KEPT = 20


class Workshop:
    """A folder to work in, and one for what is kept; use it as a context."""

    def __init__(self, folder: Path, keep: Path | None = None) -> None:
        self.folder = folder
        self.tally = Tally()
        #: how many lines or levels the largest mutations make
        self.most = 20_000
        self._keep = keep
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.register = folder / "register.ttl"
        self.register.write_text(files.registered(), encoding="utf-8")
        self.nursery = Nursery(folder)

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.nursery.__exit__(kind, error, trace)

    def place(self) -> Path:
        """A new folder for one trial; see `clear`."""
        self._number += 1
        place = self.folder / f"trial-{self._number}"
        place.mkdir()
        return place

    def clear(self, place: Path) -> None:
        """Take the folder of a trial away."""
        shutil.rmtree(place)

    def harmed(self, kind: str, harm: Harm, what: str, again: str, place: Path | None) -> None:
        """Count a failure, and keep what it was tried with."""
        if self._keep and place:
            kept = self._keep / f"{kind.replace(' ', '-')}-{len(self.tally.failures) + 1}"
            if len(self.tally.failures) < MOST_KEPT and not kept.exists():
                with suppress(OSError, shutil.Error):
                    shutil.copytree(place, kept, symlinks=True)
                again += f"    (kept in {kept})"
        self.tally.failures.append(Failure(kind, harm, what, again))

    def blame(self, ran: Ran) -> tuple[Harm, str] | None:
        """What is wrong with how a child of kg ended, whatever it was to do; None if nothing."""
        if ran.late:
            return Harm.BEYOND, "did not end"
        if ran.left:
            return Harm.BEYOND, "left processes behind"
        if ran.has_traceback:
            return Harm.TRACEBACK, ran.err[-2000:]
        return None
