"""What ``import kg`` gives: read a report, build a store, open it.

The command line is a skin over the same rooms.  A file, store, vocabulary or query that is wrong
raises a `KgError`; an argument that is no path raises `TypeError`, an empty one `ValueError`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from kg import documents, ingest
from kg.corpus import Corpus, open_corpus
from kg.errors import StoreError, UnreadableFile
from kg.ingest import Outcome, Settings
from kg.knowledge import load_knowledge
from kg.reports import Profile, Report, load_profiles, read_report
from kg.store import SparqlEndpoint, open_store

#: A file or folder as it may be given, and one of them or several.
AnyPath = str | os.PathLike[str]
AnyPaths = AnyPath | Iterable[AnyPath]
#: The store where none is named, unless the environment variable says otherwise.
STORE = "kg-store"
VARIABLE = "KG_STORE"
#: Seconds that an answer of a server may take.
SECONDS = 60


def read(
    path: AnyPath, *, vocabulary: AnyPaths = (), profiles: AnyPaths = (), rate: bool = True
) -> Report:
    """What one report says: a PDF, text, Markdown, HTML or DOCX file, read in about a second.

    ``vocabulary`` are Turtle files of further authorities or frameworks, ``profiles`` TOML files
    of further families of reports; they and the package's own are loaded once.  ``rate=False``
    leaves out the classifier: findings then have no polarity and no themes.

    What was not found or not understood is among ``problems``, and nothing is guessed.  Raises
    `UnreadableFile` naming the file, or `KnowledgeError` for a vocabulary or profile.

    >>> report = read("examples/reports/northmoor-ilacs-2024.pdf",
    ...               vocabulary="examples/register.ttl")
    >>> report.authority.value, report.framework, str(report.inspection_end)
    ('northmoor', 'ILACS', '2024-06-07')
    >>> first = report.judgements[0]
    >>> first.subject
    'The impact of leaders on social work practice with children and families'
    >>> first.grade, first.quote.page
    ('Good', 1)
    """
    own = tuple(_paths("vocabulary", vocabulary))
    file = _path("path", path)
    try:
        document = documents.read(file)
    except UnreadableFile as error:
        raise UnreadableFile(f"{file}: {error}") from error
    known = load_knowledge(own)
    return read_report(
        document, known, _profiles(tuple(_paths("profiles", profiles)), own), rate=rate
    )


def build(
    paths: AnyPaths,
    store: AnyPath | None = None,
    *,
    vocabulary: AnyPaths = (),
    profiles: AnyPaths = (),
    corrections: AnyPath | None = None,
    prune: bool = False,
    keep_invalid: bool = False,
    jobs: int | None = None,
    step: Callable[[int, int, str], None] = lambda done, total, about: None,
) -> Outcome:
    """Read what is new or changed of reports into a store, and say what became of each file.

    ``paths`` is one file, folder or glob, or several.  ``store`` is a folder, made if it is not
    there: by default that of the environment variable ``KG_STORE``, else ``kg-store``.
    ``corrections`` is a corrections file (by default each ``corrections.csv`` beside the reports).
    ``prune`` takes out reports whose files are gone from the folders named, at most a tenth of
    the store; ``keep_invalid`` stores what contradicts itself as well.  ``jobs`` is the number of
    processes (default: one a core); ``step`` is told what is done, of how much, and of what.

    A file that cannot be read stops nothing: `Outcome.complaints` has a line on it.  Raises
    `StoreError` if another build is at work on the store, or its disk is full.

    >>> outcome = build("examples/reports", "examples-store", vocabulary="examples/register.ttl")
    >>> len(outcome.files), outcome.totals["recommendations"]
    (17, 51)
    >>> outcome.complaints
    ()
    """
    given = _paths("paths", paths)
    if not given:
        raise ValueError("paths: none is given; name a file, a folder or a glob")
    return ingest.build(
        [str(each) for each in given],
        _store(store),
        settings=Settings(
            tuple(_paths("vocabulary", vocabulary)), tuple(_paths("profiles", profiles))
        ),
        keep_invalid=keep_invalid,
        prune=prune,
        jobs=jobs,
        corrections=None if corrections is None else _path("corrections", corrections),
        step=step,
    )


def open(
    store: AnyPath | None = None,
    *,
    endpoint: str | None = None,
    timeout: int = SECONDS,
    say: Callable[[str], None] = lambda line: None,
) -> Corpus:
    """The corpus of a store: all that its reports say, as typed values, and SPARQL.

    ``store`` is a folder, by default that of the environment variable ``KG_STORE``, else
    ``kg-store``.  ``endpoint`` is the address of a SPARQL 1.1 server to ask instead, ``timeout``
    the seconds that an answer of it may take.  ``say`` is told a line where tables have to be
    made again, or a server leaves something out.

    Raises `StoreError` if the folder is no store; a server is asked when something is wanted.

    >>> corpus = open("examples-store")
    >>> corpus
    <Corpus of examples-store: 17 reports, 5 authorities>
    >>> len(corpus.recommendations)
    51
    >>> [report.source for report in corpus if report.framework == "ILACS-2026"]
    ['harrowick-ilacs-2026', 'northmoor-ilacs-2026']
    """
    if endpoint is not None:
        if store is not None:
            raise StoreError("give a store or an endpoint, not both")
        return open_corpus(SparqlEndpoint(endpoint, timeout, say), say)
    return open_corpus(open_store(_store(store)), say)


@lru_cache(maxsize=4)
def _profiles(own: tuple[Path, ...], vocabulary: tuple[Path, ...]) -> tuple[Profile, ...]:
    return load_profiles(own, vocabulary)


def _store(given: AnyPath | None) -> Path:
    return _path("store", given if given is not None else os.environ.get(VARIABLE) or STORE)


def _path(name: str, given: object) -> Path:
    """Raises `TypeError` for what is no path, `ValueError` for an empty one."""
    if not isinstance(given, (str, os.PathLike)):
        raise TypeError(f"{name}: give a str or a Path, not {type(given).__name__}")
    if not os.fspath(given):
        raise ValueError(f"{name}: an empty name; give a path")
    return Path(given)


def _paths(name: str, given: AnyPaths) -> list[Path]:
    """One path or several."""
    if isinstance(given, (str, os.PathLike)):
        return [_path(name, given)]
    if not isinstance(given, Iterable):
        raise TypeError(f"{name}: give a str or a Path, or several, not {type(given).__name__}")
    return [_path(name, each) for each in given]
