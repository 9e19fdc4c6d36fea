"""The build itself: what changed is read in parallel, checked, and put into the store at once."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build.acceptance import STORED, complaints, fate_of, faults, lacks
from kg.build.clashes import Claim, suffixes
from kg.build.clashes import complaints as clashes
from kg.build.corrections import corrections_of, digest, find_corrections, strays
from kg.build.files import find_files
from kg.build.fingerprint import fingerprint
from kg.build.notstored import is_not_stored, store_why
from kg.build.outcome import Fate, Outcome
from kg.build.processes import read_all
from kg.build.progress import Step
from kg.build.vocabulary import VOCABULARY, refuse_lost_terms, store_vocabulary
from kg.build.work import Result, Settings, Task, file_hash, work

if TYPE_CHECKING:
    from kg.store import Writer

#: Start of the IRIs of graphs; what follows names the record.
GRAPH = "https://w3id.org/childrens-services-kg/graph/"
#: What is said of a report that is whole, and of which something was not understood.
ERRORS = "with errors"
#: What a person should look at.
LOOK_AT = {Fate.INCOMPLETE, Fate.KEPT_INVALID, Fate.LEFT_OUT, Fate.UNREADABLE}


DEFAULT = Settings()


def build(
    paths: Iterable[str],
    store: Path,
    *,
    settings: Settings = DEFAULT,
    keep_invalid: bool = False,
    prune: bool = False,
    jobs: int | None = None,
    corrections: Path | None = None,
    step: Step = lambda done, total, about: None,
) -> Outcome:
    """Read the reports under ``paths`` into the store in the folder ``store``.

    ``corrections`` is a corrections file, by default each ``corrections.csv`` beside the reports.
    ``jobs`` is the number of processes (default: one a core).  ``step`` is told of progress.
    Raises `StoreError` if another build is at work on the store.
    """
    from kg.store import writing

    started = time.monotonic()
    found = find_files(paths)
    fates: dict[Path, Fate] = {}
    lines = list(found.complaints)
    settings = replace(settings, corrections=find_corrections(found.files, corrections))
    with writing(store) as writer:
        mark = fingerprint(settings)
        refuse_lost_terms(writer, settings, mark, found.files, store)
        first = _first_of_each(found.files, writer, fates, lines)
        lines += strays(settings.corrections, _hashes(first, writer))
        todo = []
        for path, sha256 in first.items():
            own = digest(corrections_of(path, sha256, settings.corrections))
            if _is_unchanged(writer, path, sha256, mark, own, keep_invalid):
                fates[path] = Fate.UNCHANGED
            else:
                todo.append(path)
        results = read_all(todo, settings, jobs, step)
        remarks: list[str] = []

        def may_be_stored(result: Result) -> bool:
            fates[result.path] = fate = fate_of(result, keep_invalid=keep_invalid)
            lines.extend(complaints(result, fate))
            for told, is_error in _told(result):
                (lines if is_error or fate in LOOK_AT else remarks).append(told)
            if fate not in STORED:
                _take_out(writer, result.path, "", lines)
                store_why(writer, result)
            return fate in STORED

        for result in _parted(filter(may_be_stored, results), writer, settings, lines):
            if result.path in fates or may_be_stored(result):
                _store(writer, result, mark, settings)
        look_at = _look_at(writer, fates, lines)
        remarks += _gone(writer, prune)
        store_vocabulary(writer, settings, mark)
        remarks += _stale(writer)
        writer.commit(step)
        families, totals = _totals(writer)
    return Outcome(
        files=tuple(sorted(fates.items())),
        results=tuple(results),
        complaints=tuple(lines),
        remarks=tuple(remarks),
        look_at=look_at,
        families=families,
        totals=totals,
        seconds=time.monotonic() - started,
    )


def _first_of_each(
    files: Sequence[Path], writer: Writer, fates: dict[Path, Fate], lines: list[str]
) -> dict[Path, str]:
    """Each file with its hash; of files with the same bytes only the first by name."""
    paths: dict[str, Path] = {}
    for path in files:
        sha256 = file_hash(path)
        if sha256 and sha256 in paths:
            fates[path] = Fate.DUPLICATE
            lines.append(f"{path}: is the same file as {paths[sha256]}; read once, remove one")
            _take_out(writer, path, sha256, lines)
        else:
            paths[sha256 or f"unreadable {path}"] = path
    return {path: sha256 for sha256, path in paths.items()}


def _is_unchanged(
    writer: Writer, path: Path, sha256: str, mark: str, corrections: str, keep_invalid: bool
) -> bool:
    entry = writer.by_source(str(path))
    if entry is None or entry.sha256 != sha256 or entry.fingerprint != mark:
        return False
    return entry.corrections == corrections and (keep_invalid or not entry.faults)


def _hashes(files: Mapping[Path, str], writer: Writer) -> dict[str, set[str]]:
    """The hashes of the files of each name, those that were stored before among them."""
    found: dict[str, set[str]] = {}
    for path, sha256 in files.items():
        found.setdefault(path.stem, set()).add(sha256)
    for entry in writer.entries():
        if entry.source and Path(entry.source) not in files:
            found.setdefault(Path(entry.source).stem, set()).add(entry.sha256)
    return found


def _told(result: Result) -> list[tuple[str, bool]]:
    """The lines on its problems that are worth one, and whether they are errors."""
    from kg.knowledge import Severity

    return [
        (f"{result.path}: {problem.message}", code.severity is Severity.ERROR)
        for code, problem in result.problems
        if code.severity is not Severity.INFO
    ]


def _parted(
    results: Iterable[Result], writer: Writer, settings: Settings, lines: list[str]
) -> list[Result]:
    """The results, and reports that they drive from their place, each with its own identity.

    Those whose identity another file claims as well are read again.
    """
    new = {str(result.path): result for result in results}
    claims = [Claim(r.identity, r.sha256, path) for path, r in new.items()]
    for entry in writer.entries():
        if entry.identity and entry.source not in new:
            claims.append(Claim(entry.identity, entry.sha256, entry.source))
    wanted = suffixes(claims)
    lines += clashes(claims)
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
    kept = [reread.pop(result.path, result) for result in new.values()]
    return sorted([*kept, *reread.values()], key=lambda result: result.path)


def _take_out(writer: Writer, path: Path, sha256: str, lines: list[str]) -> None:
    """Take out what was stored of a file that is not stored now: it is not what the file says."""
    before = writer.by_source(str(path))
    if before is not None:
        writer.remove(before.key)
        if before.sha256 != sha256 and not is_not_stored(before):
            lines.append(f"{path}: what was stored of it before was taken out of the store")


def _look_at(
    writer: Writer, fates: Mapping[Path, Fate], lines: list[str]
) -> tuple[tuple[Path, str], ...]:
    """The files to look at, and what they are; of unchanged ones it is said again."""
    found = []
    for path, fate in sorted(fates.items()):
        entry = writer.by_source(str(path))
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


def _gone(writer: Writer, prune: bool) -> list[str]:
    """Take out the reports whose file is not there any more, or say that they are still held."""
    gone = [entry for entry in writer.entries() if entry.source and not Path(entry.source).exists()]
    for entry in filter(is_not_stored, gone):
        writer.remove(entry.key)
    gone = [entry for entry in gone if not is_not_stored(entry)]
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


def _store(writer: Writer, result: Result, mark: str, settings: Settings) -> None:
    """Put one report in."""
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
        incomplete=result.incomplete,
        errors=result.errors,
        corrections=digest(corrections_of(result.path, result.sha256, settings.corrections)),
        faults=len(faults(result)),
    )


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


def _totals(writer: Writer) -> tuple[Counter[str], Counter[str]]:
    """Reports by family, and what was read from all of them together."""
    from kg.patterns.saved import is_result

    families: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for entry in writer.entries():
        if entry.key != VOCABULARY and not is_result(entry) and not is_not_stored(entry):
            families[entry.family] += 1
            totals.update(entry.counts)
    return families, totals
