"""Results are put into the store as they come; clashes of identity are settled at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ingest import manifest as manifests
from kg.ingest.acceptance import (
    STORED,
    complaints,
    doubts,
    fate_of,
    faults,
    is_not_stored,
    store_why,
)
from kg.ingest.corrections import corrections_of, digest
from kg.ingest.files import path_of, source_of
from kg.ingest.outcome import LOOK_AT, Fate
from kg.ingest.work import FileResult, Settings, Task
from kg.namespaces import GRAPH

if TYPE_CHECKING:
    from kg.ingest.manifest import Manifest
    from kg.reports.corrections import Correction
    from kg.store import Writer


class Taking:
    """What a build has taken so far: each report stands in the store when `take` returns."""

    def __init__(
        self,
        writer: Writer,
        store: Path,
        settings: Settings,
        mark: str,
        published: Manifest,
        *,
        keep_invalid: bool,
    ) -> None:
        self._writer = writer
        self._store = store
        self._settings = settings
        self._mark = mark
        self._published = published
        self._keep_invalid = keep_invalid
        #: files whose reports are not put in before `settle`
        self._waiting: set[Path] = set()
        #: what became of each file that was read
        self.fates: dict[Path, Fate] = {}
        #: the results without their lines
        self.results: dict[Path, FileResult] = {}
        #: what is wrong with each file, one line each
        self.complaints: dict[Path, list[str]] = {}
        #: what is worth a line about each
        self.remarks: dict[Path, list[str]] = {}

    def task(self, path: Path, sha256: str, suffix: str = "") -> Task:
        """The work on one file."""
        return Task(path, self._settings, suffix, self._published.of(path, sha256))

    def take(self, result: FileResult) -> None:
        """Put one report in, or take out what was stored of it if it may not be stored.

        A report whose identity is another's is not put in before `settle`.
        """
        path = result.path
        self.fates[path] = fate = fate_of(result, keep_invalid=self._keep_invalid)
        self.complaints[path] = lines = complaints(result, fate)
        remarks: list[str] = []
        self.remarks[path] = remarks
        own = corrections_of(path, result.sha256, self._settings.corrections)
        for told, is_error in _told(result, own):
            (lines if is_error or fate in LOOK_AT else remarks).append(told)
        if fate in STORED:
            remarks += doubts(result)
        if fate not in STORED:
            lines += self.take_out(path, "")
            store_why(self._writer, result, source_of(path, self._store), self._mark)
        elif self._is_claimed(result):
            self._waiting.add(path)
        else:
            self._put(result)
        self.results[path] = replace(result, record=None, text=None)

    def take_out(self, path: Path, sha256: str) -> list[str]:
        """Take out what was stored of a file that is not stored now; the lines that say so."""
        before = self._writer.by_source(source_of(path, self._store))
        if before is None:
            return []
        self._writer.remove(before.key)
        if before.sha256 == sha256 or is_not_stored(before):
            return []
        return [f"{path}: what was stored of it before was taken out of the store"]

    def contested(self) -> tuple[list[Task], list[str]]:
        """What is to be read again under an identity of its own, and a line on each clash.

        That is every report that was not put in yet, and those it drives from their place.
        """
        stored = {path for path, fate in self.fates.items() if fate in STORED}
        new = {source_of(path, self._store): self.results[path] for path in stored}
        claims = [Claim(r.identity, r.sha256, str(r.path)) for r in new.values()]
        held = [e for e in self._writer.entries() if e.identity and e.source not in new]
        claims += [Claim(e.identity, e.sha256, str(self._path(e.source))) for e in held]
        wanted = suffixes(claims)
        again = []
        for source, result in sorted(new.items()):
            entry = self._writer.by_source(source)
            suffix = wanted[result.sha256]
            if entry is None or entry.suffix != suffix or result.path in self._waiting:
                again.append(self.task(result.path, result.sha256, suffix))
        # a report that was stored first and alone may have to make way
        for entry in held:
            path = self._path(entry.source)
            if wanted[entry.sha256] != entry.suffix and path.exists():
                again.append(self.task(path, entry.sha256, wanted[entry.sha256]))
        return again, clash_lines(claims)

    def settle(self, results: Iterator[FileResult]) -> None:
        """Put in what was `contested`, read again with the suffix that parts it from the others."""
        # all are read before the first is put in: two may change places
        for result in list(results):
            if result.path in self.results:
                self.fates[result.path] = fate_of(result, keep_invalid=self._keep_invalid)
            if fate_of(result, keep_invalid=self._keep_invalid) in STORED:
                self._put(result)

    def _is_claimed(self, result: FileResult) -> bool:
        """Whether the store holds the report's graph as that of another file."""
        entry = self._writer.entry(_key(result.graph))
        if entry is None or entry.sha256 == result.sha256:
            return False
        return entry.source != source_of(result.path, self._store)

    def _path(self, source: str) -> Path:
        return path_of(source, self._store)

    def _put(self, result: FileResult) -> None:
        assert result.record is not None, "what is stored was read"
        self._writer.put(
            _key(result.graph),
            result.record,
            result.text,
            graph=result.graph,
            source=source_of(result.path, self._store),
            sha256=result.sha256,
            fingerprint=self._mark,
            identity=result.identity,
            suffix=result.suffix,
            family=result.family,
            counts=dict(result.counts),
            incomplete=result.incomplete,
            errors=result.errors,
            corrections=digest(
                corrections_of(result.path, result.sha256, self._settings.corrections)
            ),
            publication=manifests.digest(self._published.of(result.path, result.sha256)),
            faults=len(faults(result)),
        )


def _key(graph: str) -> str:
    """The name of the record of a graph."""
    return graph.removeprefix(GRAPH).replace("/", "_")


def _told(result: FileResult, corrections: Sequence[Correction]) -> list[tuple[str, bool]]:
    """The lines on its problems that are worth one, and whether they are errors."""
    from kg.knowledge import Severity

    told = []
    for code, problem in result.problems:
        if code.severity is Severity.INFO:
            continue
        message = problem.message
        # what the graph says of a correction names its file without the folder, which is one
        # machine's own
        for each in corrections:
            message = message.replace(f"({each.named})", f"({each.place})")
        told.append((f"{result.path}: {message}", code.severity is Severity.ERROR))
    return told


def by_path(lines: Mapping[Path, list[str]]) -> list[str]:
    """The lines on all files, in order of their paths."""
    return [line for path in sorted(lines) for line in lines[path]]


#: Letters of the hash in the IRI of a report that shares its identity.
LETTERS = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """A file (its path and hash) that claims an identity (authority/framework/date)."""

    identity: str
    sha256: str
    path: str


def suffixes(claims: Iterable[Claim]) -> Mapping[str, str]:
    """The suffix of every claimant by its hash: "" for the first of each identity."""
    found: dict[str, str] = {}
    for _, claimants in _by_identity(claims):
        for place, claim in enumerate(claimants):
            found[claim.sha256] = claim.sha256[:LETTERS] if place else ""
    return found


def clash_lines(claims: Iterable[Claim]) -> list[str]:
    """One line for each file that shares its identity with another."""
    lines = []
    for identity, claimants in _by_identity(claims):
        first, *others = claimants
        lines += [
            f"{claim.path}: is about the same authority, family and day ({identity}) as "
            f"{first.path}; both are kept: if one is an older version, take it out of the store"
            for claim in others
        ]
    return lines


def _by_identity(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    groups: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.identity, {})[claim.sha256] = claim
    return [
        (identity, [group[sha256] for sha256 in sorted(group)])
        for identity, group in sorted(groups.items())
    ]
