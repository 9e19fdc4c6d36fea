"""The build itself: what changed is read in parallel, checked, and put into the store."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ingest import manifest as manifests
from kg.ingest.acceptance import is_not_stored, lacks, still_beyond
from kg.ingest.corrections import corrections_of, digest, find_corrections, strays
from kg.ingest.files import find_files, source_of
from kg.ingest.fingerprint import fingerprint
from kg.ingest.manifest import find_manifests
from kg.ingest.missingfiles import gone_from, moved, still_held
from kg.ingest.missingfiles import prune as take_out
from kg.ingest.outcome import LOOK_AT, Fate, Outcome
from kg.ingest.progress import Step
from kg.ingest.storing import Taking, by_path
from kg.ingest.vocabulary import VOCABULARY, refuse_lost_terms, store_vocabulary
from kg.ingest.work import Settings, file_hash
from kg.ingest.workers import begin_server, read_each

if TYPE_CHECKING:
    from kg.store import Entry, Writer

#: What is said of a report that is whole, and of which something was not understood.
ERRORS = "with errors"


DEFAULT = Settings()


def build(
    paths: Iterable[str],
    store: Path,
    *,
    settings: Settings = DEFAULT,
    keep_invalid: bool = False,
    prune: bool = False,
    sure: bool = False,
    jobs: int | None = None,
    corrections: Path | None = None,
    manifest: Path | None = None,
    step: Step = lambda done, total, about: None,
) -> Outcome:
    """Read the reports under ``paths`` into the store in the folder ``store``.

    Each report stands in the store when it is read; readers see all of them when the build ends.
    ``corrections`` is a corrections file, by default each ``corrections.csv`` beside the reports.
    ``manifest`` says where they were published, by default each ``manifest.csv`` beside them.
    With ``prune`` the reports of named folders go whose file is gone, more than a tenth of the
    store only if ``sure``.  ``jobs`` is the number of processes (default: one a core).  ``step``
    is told of progress.  Raises `StoreError` if another build is at work on the store.
    """
    from kg.corpus.readmodel import make_beside_index
    from kg.store import writing

    started = time.monotonic()
    found = find_files(paths)
    lines = list(found.complaints)
    settings = replace(settings, corrections=find_corrections(found.files, corrections))
    published = find_manifests(found.files, manifest)
    lines += published.complaints
    if not found.files and not store.exists():
        # a misspelt path makes no store
        return Outcome((), (), tuple(lines), tuple(found.remarks), (), Counter(), Counter(),
                       time.monotonic() - started)  # fmt: skip
    with writing(store, (make_beside_index,)) as writer:
        if found.files:
            begin_server()
        remarks = [*found.remarks] + [
            f"{record}: is not as a build wrote it (edited by hand, or damaged); it is written "
            "anew if its report is among those given"
            for record in writer.altered()
        ]
        mark = fingerprint(settings)
        refuse_lost_terms(writer, settings, mark, found.files, store)
        taking = Taking(writer, store, settings, mark, published, keep_invalid=keep_invalid)
        before = {entry.sha256: entry for entry in writer.entries() if entry.source}
        fates: dict[Path, Fate] = {}
        first = _first_of_each(found.files, taking, fates, lines)
        lines += strays(settings.corrections, _hashes(first, writer, store))
        lines += published.strays(first)
        todo = []
        for path, sha256 in first.items():
            own = (
                digest(corrections_of(path, sha256, settings.corrections)),
                manifests.digest(published.of(path, sha256)),
            )
            entry = writer.by_source(source_of(path, store))
            if entry and _is_unchanged(entry, sha256, mark, own, keep_invalid):
                fates[path] = Fate.UNCHANGED
            elif entry and still_beyond(entry, sha256, mark):
                fates[path] = Fate.UNREADABLE
                lines.append(f"{path}: {entry.failure}")
            else:
                todo.append(taking.task(path, sha256))
        for done, result in enumerate(read_each(todo, jobs), 1):
            taking.take(result)
            step(done, len(todo), "reading")
        again, clashes = taking.contested()
        taking.settle(read_each(again, jobs))
        fates |= taking.fates
        lines += by_path(taking.complaints) + clashes
        look_at = _look_at(writer, store, fates, lines)
        remarks += by_path(taking.remarks)
        remarks += moved(first, before, fates, store)
        gone = gone_from(found.folders, writer, store)
        if prune:
            refused, told = take_out(gone, writer, store, sure=sure)
            lines += refused
            remarks += told
        else:
            remarks += still_held(gone, store)
        store_vocabulary(writer, settings, mark)
        remarks += _stale(writer)
        writer.commit(step)
        families, totals = _totals(writer)
    return Outcome(
        files=tuple(sorted(fates.items())),
        results=tuple(result for _, result in sorted(taking.results.items())),
        complaints=tuple(lines),
        remarks=tuple(remarks),
        look_at=look_at,
        families=families,
        totals=totals,
        seconds=time.monotonic() - started,
    )


def _first_of_each(
    files: Sequence[Path], taking: Taking, fates: dict[Path, Fate], lines: list[str]
) -> dict[Path, str]:
    """Each file with its hash; of files with the same bytes only the first by name."""
    paths: dict[str, Path] = {}
    with ThreadPoolExecutor() as pool:
        hashes = list(pool.map(file_hash, files))
    for path, sha256 in zip(files, hashes, strict=True):
        if sha256 and sha256 in paths:
            fates[path] = Fate.DUPLICATE
            lines.append(f"{path}: is the same file as {paths[sha256]}; read once, remove one")
            lines += taking.take_out(path, sha256)
        else:
            paths[sha256 or f"unreadable {path}"] = path
    return {path: sha256 for sha256, path in paths.items()}


def _is_unchanged(
    entry: Entry, sha256: str, mark: str, own: tuple[str, str], keep_invalid: bool
) -> bool:
    """Whether a file, and what people and manifests say of it (``own``), is as it was stored."""
    if entry.sha256 != sha256 or entry.fingerprint != mark:
        return False
    return (entry.corrections, entry.publication) == own and (keep_invalid or not entry.faults)


def _hashes(files: Mapping[Path, str], writer: Writer, store: Path) -> dict[str, set[str]]:
    """The hashes of the files of each name, those that were stored before among them."""
    found: dict[str, set[str]] = {}
    for path, sha256 in files.items():
        found.setdefault(path.stem, set()).add(sha256)
    now = {source_of(path, store) for path in files}
    for entry in writer.entries():
        if entry.source and entry.source not in now:
            found.setdefault(Path(entry.source).stem, set()).add(entry.sha256)
    return found


def _look_at(
    writer: Writer, store: Path, fates: Mapping[Path, Fate], lines: list[str]
) -> tuple[tuple[Path, str], ...]:
    """The files to look at, and what they are; of unchanged ones it is said again."""
    found = []
    for path, fate in sorted(fates.items()):
        entry = writer.by_source(source_of(path, store))
        if fate is Fate.UNCHANGED and entry:
            if entry.faults:
                found.append((path, "invalid"))
                lines.append(f"{path}: is invalid; kg validate says why")
            elif entry.incomplete:
                found.append((path, "incomplete"))
                lines.append(f"{path}: {lacks(entry.incomplete)}")
            elif entry.errors:
                found.append((path, ERRORS))
                lines.append(f"{path}: {', '.join(entry.errors)}; kg query problems says why")
        elif fate in LOOK_AT:
            found.append((path, fate.removeprefix("stored, ")))
        elif entry and entry.errors:
            found.append((path, ERRORS))
    return tuple(found)


def _stale(writer: Writer) -> list[str]:
    """Say which saved results of patterns were counted from other reports than there are now."""
    from kg.analysis.saved_results import out_of_date

    names = out_of_date(writer.entries())
    if not names:
        return []
    return [
        f"saved results are older than the reports: {', '.join(names)}; "
        "to count them again: kg patterns NAME --save"
    ]


def _totals(writer: Writer) -> tuple[Counter[str], Counter[str]]:
    """Reports by family, and what was read from all of them together."""
    from kg.analysis.saved_results import is_result

    families: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for entry in writer.entries():
        if entry.key != VOCABULARY and not is_result(entry) and not is_not_stored(entry):
            families[entry.family] += 1
            totals.update(entry.counts)
    return families, totals
