"""What became of a build: of each file and of all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kg.ingest.work import FileResult


class Fate(StrEnum):
    """What became of one file."""

    STORED = "stored"
    #: stored, although it lacks something that every such report has
    INCOMPLETE = "stored, incomplete"
    #: read before, by this program, from the same bytes
    UNCHANGED = "unchanged"
    #: stored although it violates a shape
    KEPT_INVALID = "stored, invalid"
    #: violates a shape, and was not stored; what was stored of it before was taken out
    LEFT_OUT = "left out"
    #: the same bytes as another file
    DUPLICATE = "duplicate"
    #: cannot be read; what was stored of it before was taken out
    UNREADABLE = "not read"


#: What a person should look at.
LOOK_AT = {Fate.INCOMPLETE, Fate.KEPT_INVALID, Fate.LEFT_OUT, Fate.UNREADABLE}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole build."""

    #: every file with its fate, sorted by path
    files: tuple[tuple[Path, Fate], ...]
    #: results of the files that were read in this build, sorted by path
    results: tuple[FileResult, ...]
    #: one line each, naming the file and what to do; empty if all is well
    complaints: tuple[str, ...]
    #: one line each on what is not wrong, but worth a line
    remarks: tuple[str, ...] = ()
    #: files that a person should look at, unchanged ones included: path, and what it is
    look_at: tuple[tuple[Path, str], ...] = ()
    #: reports in the store by family, after the build
    families: Counter[str] = field(default_factory=Counter)
    #: judgements, recommendations, ... in the store, after the build
    totals: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def stored(self) -> tuple[FileResult, ...]:
        """The results that went into the store in this build."""
        fates = dict(self.files)
        kept = (Fate.STORED, Fate.INCOMPLETE, Fate.KEPT_INVALID)
        return tuple(result for result in self.results if fates.get(result.path) in kept)
