"""The build itself: what changed is read in parallel, checked, and put into the store at once."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build.clashes import Claim, complaints, suffixes
from kg.build.files import find_files
from kg.build.fingerprint import fingerprint
from kg.build.outcome import Fate, Outcome
from kg.build.progress import Step
from kg.build.work import Result, Settings, Task, file_hash, work
from kg.errors import StoreError

if TYPE_CHECKING:
    from kg.store import Writer

#: Up to this many files are read in this process: starting others takes longer.
FEW = 2
#: Of one report that is left out, so many faults are said.
FAULTS_SHOWN = 2
#: Key of the record that holds the shared vocabulary.
VOCABULARY = "vocabulary"
#: Start of the IRIs of graphs; what follows names the record.
GRAPH = "https://w3id.org/childrens-services-kg/graph/"
#: Problems that are wrong with the file, and those that are only worth a line; the others are
#: counted.
COMPLAINTS = {
    "unknown-authority",
    "no-authority",
    "impossible-date",
    "end-before-start",
    "date-without-year",
    "published-before-end",
}
REMARKS = {"unknown-family"}


DEFAULT = Settings()


def build(
    paths: Iterable[str],
    store: Path,
    *,
    settings: Settings = DEFAULT,
    keep_invalid: bool = False,
    prune: bool = False,
    jobs: int | None = None,
    step: Step = lambda done, total, about: None,
) -> Outcome:
    """Read the reports under ``paths`` into the store in the folder ``store``.

    ``jobs`` is the number of processes (default: one a core).  ``step`` is told of progress.
    Raises `StoreError` if another build is at work on the store.
    """
    from kg.store import writing

    started = time.monotonic()
    found = find_files(paths)
    fates: dict[Path, Fate] = {}
    lines = list(found.complaints)
    with writing(store) as writer:
        mark = fingerprint(settings)
        _refuse_less_vocabulary(writer, settings, store)
        first = _first_of_each(found.files, fates, lines)
        todo = []
        for path, sha256 in first.items():
            if _is_unchanged(writer, path, sha256, mark):
                fates[path] = Fate.UNCHANGED
            else:
                todo.append(path)
        results = _read(todo, settings, jobs, step)
        results = _part_clashes(results, writer, settings, lines)
        for result in results:
            fates[result.path] = _store(writer, result, mark, keep_invalid, lines)
        remarks = [
            f"{result.path}: {message}"
            for result in results
            for code, message in result.problems
            if code in REMARKS
        ]
        remarks += _gone(writer, prune)
        _store_vocabulary(writer, settings, mark)
        remarks += _stale(writer)
        writer.commit(step)
        families, totals = _totals(writer)
    return Outcome(
        files=tuple(sorted(fates.items())),
        results=tuple(results),
        complaints=tuple(lines),
        remarks=tuple(remarks),
        families=families,
        totals=totals,
        seconds=time.monotonic() - started,
    )


def _first_of_each(
    files: Sequence[Path], fates: dict[Path, Fate], lines: list[str]
) -> dict[Path, str]:
    """Each file with its hash; of files with the same bytes only the first by name."""
    paths: dict[str, Path] = {}
    for path in files:
        sha256 = file_hash(path)
        if sha256 and sha256 in paths:
            fates[path] = Fate.DUPLICATE
            lines.append(f"{path}: is the same file as {paths[sha256]}; read once, remove one")
        else:
            paths[sha256 or f"unreadable {path}"] = path
    return {path: sha256 for sha256, path in paths.items()}


def _is_unchanged(writer: Writer, path: Path, sha256: str, mark: str) -> bool:
    entry = writer.by_source(str(path))
    return entry is not None and entry.sha256 == sha256 and entry.fingerprint == mark


def _read(paths: Sequence[Path], settings: Settings, jobs: int | None, step: Step) -> list[Result]:
    """The results of all files, sorted by path."""
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


def _part_clashes(
    results: list[Result], writer: Writer, settings: Settings, lines: list[str]
) -> list[Result]:
    """Read those again whose identity another file claims as well, so that each has its own."""
    new = {str(result.path): result for result in results if not result.failure}
    claims = [Claim(r.identity, r.sha256, path) for path, r in new.items()]
    for entry in writer.entries():
        if entry.identity and entry.source not in new:
            claims.append(Claim(entry.identity, entry.sha256, entry.source))
    wanted = suffixes(claims)
    lines += complaints(claims)
    again = [
        Task(result.path, settings, wanted[result.sha256])
        for result in new.values()
        if wanted[result.sha256]
    ]
    # a report that was stored first and alone may have to make way
    for entry in writer.entries():
        suffix = wanted.get(entry.sha256, entry.suffix)
        if entry.source not in new and suffix != entry.suffix and Path(entry.source).exists():
            again.append(Task(Path(entry.source), settings, suffix))
    reread = {result.path: result for result in map(work, again)}
    kept = [reread.pop(result.path, result) for result in results]
    return sorted([*kept, *reread.values()], key=lambda result: result.path)


def _gone(writer: Writer, prune: bool) -> list[str]:
    """Take out the reports whose file is not there any more, or say that they are still held."""
    gone = [entry for entry in writer.entries() if entry.source and not Path(entry.source).exists()]
    if prune:
        for entry in gone:
            writer.remove(entry.key)
        return [
            f"{entry.source}: is not there any more; its report was taken out" for entry in gone
        ]
    if not gone:
        return []
    return [
        f"{len(gone)} stored report{'s have' if len(gone) > 1 else ' has'} no file any more "
        f"({gone[0].source}{', ...' if len(gone) > 1 else ''}); --prune takes them out"
    ]


def _store(writer: Writer, result: Result, mark: str, keep_invalid: bool, lines: list[str]) -> Fate:
    """Put one report in, if it may; what is wrong with it is said in ``lines``."""
    from kg.validation import Severity, describe

    if result.failure:
        lines.append(f"{result.path}: {result.failure}")
        return Fate.UNREADABLE
    lines += [
        f"{result.path}: {message}" for code, message in result.problems if code in COMPLAINTS
    ]
    faults = [v for v in result.violations if v.severity is Severity.VIOLATION]
    if faults and not keep_invalid:
        lines += [
            f"{result.path}: left out of the store: {describe(f)}" for f in faults[:FAULTS_SHOWN]
        ]
        if len(faults) > FAULTS_SHOWN:
            lines.append(
                f"{result.path}: and {len(faults) - FAULTS_SHOWN} more faults; to see them all, "
                "build with --keep-invalid and ask kg validate"
            )
        return Fate.LEFT_OUT
    lines += [f"{result.path}: {describe(fault)}" for fault in faults]
    key = result.graph.removeprefix(GRAPH).replace("/", "_")
    writer.put(
        key,
        result.lines,
        graph=result.graph,
        source=str(result.path),
        sha256=result.sha256,
        fingerprint=mark,
        identity=result.identity,
        suffix=result.suffix,
        family=result.family,
        counts=dict(result.counts),
    )
    return Fate.KEPT_INVALID if faults else Fate.STORED


def _stale(writer: Writer) -> list[str]:
    """Say which saved results of patterns were counted from other reports than there are now."""
    from kg.patterns.saved import out_of_date

    names = out_of_date(writer.entries())
    if not names:
        return []
    return [
        f"saved results are older than the reports: {', '.join(names)}; "
        "to count them again: kg patterns NAME --save"
    ]


def _store_vocabulary(writer: Writer, settings: Settings, mark: str) -> None:
    """Keep the record of the shared vocabulary up to date."""
    from kg.rdf import VOCABULARY_GRAPH, vocabulary_quads

    before = writer.entry(VOCABULARY)
    if before is None or before.fingerprint != mark:
        lines = vocabulary_quads(settings.vocabulary)
        writer.put(
            VOCABULARY, lines, graph=VOCABULARY_GRAPH, fingerprint=mark, extra=_names(settings)
        )


def _refuse_less_vocabulary(writer: Writer, settings: Settings, store: Path) -> None:
    """Raise `StoreError` if the store's reports may need vocabulary that is not given now."""
    before = writer.entry(VOCABULARY)
    missing = set(before.extra.split()) - set(_names(settings).split()) if before else set()
    if missing:
        raise StoreError(
            f"{store}: its reports were read with --vocabulary {' '.join(sorted(missing))}; "
            "give it again, or build into another --store"
        )


def _names(settings: Settings) -> str:
    return " ".join(sorted(path.name.replace(" ", "_") for path in settings.vocabulary))


def _totals(writer: Writer) -> tuple[Counter[str], Counter[str]]:
    """Reports by family, and what was read from all of them together."""
    from kg.patterns.saved import is_result

    families: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for entry in writer.entries():
        if entry.key != VOCABULARY and not is_result(entry):
            families[entry.family] += 1
            totals.update(entry.counts)
    return families, totals
