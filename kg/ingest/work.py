"""The work on one file, from bytes to checked quads: a plain function, run in worker processes."""

from __future__ import annotations

import gc
import hashlib
import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, UnreadableFile
from kg.ingest import limits
from kg.ingest.corrections import corrections_of
from kg.ingest.limits import TooLong, time_limit

if TYPE_CHECKING:
    from kg.documents import Document
    from kg.knowledge import Knowledge, ProblemCode
    from kg.reports import Report
    from kg.reports.corrections import Correction
    from kg.reports.model import Problem
    from kg.reports.publication import Publication
    from kg.store import Packed
    from kg.validation import Violation


#: What counts of printed lines are called: this, and whose they are.
PRINTED = "printed lines: "


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build reads besides the reports; the same for every file of it."""

    #: the user's own vocabulary files (registers, frameworks)
    vocabulary: tuple[Path, ...] = ()
    #: the user's own profiles
    profiles: tuple[Path, ...] = ()
    #: a reader's, of all files
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read; ``suffix`` parts its report from another of the same identity."""

    path: Path
    settings: Settings
    suffix: str = ""
    #: where it was published, None if no manifest says
    publication: Publication | None = None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file."""

    path: Path
    sha256: str
    #: why the file could not be read, or "" if it was
    failure: str = ""
    #: that is so because reading it takes more than a file may
    beyond: bool = False
    #: where the program failed at it, if that was not foreseen
    traceback: str = ""
    #: what the report's IRIs are made of: authority/framework/date
    identity: str = ""
    #: what parts it from another report of the same identity, or ""
    suffix: str = ""
    graph: str = ""
    #: the lines of its graph, and the clean text that its quotes stand in
    record: Packed | None = None
    text: Packed | None = None
    #: judgements, recommendations, ... that were read
    counts: Mapping[str, int] = field(default_factory=dict)
    family: str = ""
    #: what it lacks that every such report has: columns of reports.csv, codes of strands
    incomplete: tuple[str, ...] = ()
    #: what was looked for and not found, each with its code
    problems: tuple[tuple[ProblemCode, Problem], ...] = ()
    violations: tuple[Violation, ...] = ()

    @property
    def errors(self) -> tuple[str, ...]:
        """The codes of its problems that need a look."""
        found = {str(code.notation) for code, _ in self.problems if code.severity == "error"}
        return tuple(sorted(found))


def work_within_limits(task: Task) -> FileResult:
    """Read, map and check one file; whatever goes wrong with it is in the result, not raised.

    Raises `KgError` for what is wrong with the settings, which is so for every file.
    """
    try:
        with time_limit(limits.SECONDS):
            return work(task)
    except KgError:
        raise
    except TooLong:
        return _failed(task, limits.too_long(limits.SECONDS), beyond=True)
    except MemoryError:
        return _failed(task, limits.too_large(limits.MEMORY), beyond=True)
    except RecursionError:
        return _failed(task, "is nested deeper than any report; is it another kind of document?")
    except Exception as error:
        said = "".join(traceback.format_exception_only(error)).strip().splitlines()[0]
        return _failed(
            task,
            f"stopped the reading ({said}), a fault of this program: please report it; "
            "--debug shows where",
        )


def _failed(task: Task, failure: str, *, beyond: bool = False) -> FileResult:
    return FileResult(
        task.path,
        file_hash(task.path),
        failure=failure,
        beyond=beyond,
        traceback=traceback.format_exc(),
    )


def work(task: Task) -> FileResult:
    """Read, map and check one file.  What is foreseen to be wrong with it is in the result."""
    from kg.documents import read

    # a report's values live until its quads are written: collecting garbage midway finds nothing
    gc.disable()
    try:
        return _checked(task, read(task.path))
    except UnreadableFile as error:
        return FileResult(task.path, file_hash(task.path), failure=str(error))
    finally:
        gc.enable()


def _checked(task: Task, document: Document) -> FileResult:
    from kg import __version__
    from kg.rdf import missing, report_graph, report_quads
    from kg.reports import load_profiles, read_report
    from kg.reports.listed import published_at
    from kg.store import pack, pack_lines
    from kg.validation import validate_report

    knowledge = _knowledge(task.settings)
    profiles = load_profiles(task.settings.profiles, task.settings.vocabulary)
    corrections = corrections_of(task.path, document.sha256, task.settings.corrections)
    report = read_report(document, knowledge, profiles, corrections=corrections)
    if task.publication:
        report = published_at(report, task.publication, knowledge)
    check_quotes(document, report)
    lines = report_quads(report, knowledge, program_version=__version__, suffix=task.suffix)
    graph, identity = report_graph(report, suffix=task.suffix)
    return FileResult(
        task.path,
        document.sha256,
        identity=identity,
        suffix=task.suffix,
        graph=graph,
        record=pack_lines(lines),
        text=pack(report.text.text.encode()),
        counts=_counts(report),
        family=report.framework or "",
        incomplete=tuple(each.notation for each in missing(report, knowledge)),
        problems=tuple(
            (knowledge.problem_code(problem.code), problem) for problem in report.problems
        ),
        violations=validate_report(lines, _vocabulary(task.settings), text=report.text.text),
    )


def check_quotes(document: Document, report: Report) -> None:
    """Hold every quote of a report against the document's text.

    Raises `AssertionError`: a quote that is not there is a fault of this program, not of a file.
    """
    for path, quote in report.quotes():
        if document.text[quote.start : quote.end] != quote.text or not quote.text:
            raise AssertionError(
                f"{report.source}: the quote {path} is not in the text at "
                f"{quote.start}-{quote.end}: {quote.text[:80]!r}"
            )


def _counts(report: Report) -> Mapping[str, int]:
    kinds = Counter(f"{judgement.basis} judgements" for judgement in report.judgements)
    kinds["recommendations"] = len(report.recommendations)
    kinds["sections"] = len(report.sections)
    kinds["paragraphs"] = len(report.paragraphs)
    kinds["findings"] = len(report.findings)
    kinds["boards named"] = len(report.boards)
    kinds["services named"] = len(report.services)
    kinds["names not placed"] = len(report.unplaced)
    kinds["figures"] = len(report.facts)
    kinds["earlier inspections"] = len(report.earlier)
    for owner, count in report.lines.items():
        kinds[f"{PRINTED}{owner}"] = count
    return dict(sorted(kinds.items()))


@lru_cache(maxsize=1)
def _knowledge(settings: Settings) -> Knowledge:
    from kg.knowledge import load_knowledge

    return load_knowledge(settings.vocabulary)


@lru_cache(maxsize=1)
def _vocabulary(settings: Settings) -> tuple[str, ...]:
    from kg.rdf import vocabulary_quads

    return tuple(vocabulary_quads(settings.vocabulary))


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes in hexadecimal, "" if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
