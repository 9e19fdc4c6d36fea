"""Results kept in a store, each a record of its own beside those of the reports.

The slip of a record of a result holds, as its fingerprint, a hash of all that the result could be
counted from, so that it can be told without a query whether a result is older than the reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kg import __version__
from kg.analysis.result import Result
from kg.analysis.resultgraph import RESULTS, result_name, result_quads
from kg.corpus import Corpus
from kg.corpus.readmodel import make_beside_index
from kg.namespaces import NOT_STORED
from kg.store import Entry, Store, writing


def save(folder: Path, corpus: Corpus, results: Iterable[Result]) -> None:
    """Put results into the store in a folder, each in place of an earlier one of its name.

    ``corpus`` is of that store as the results were counted from it.  Raises `StoreError` if a build
    is at work on it.
    """
    assert isinstance(corpus.answers, Store), "a result is saved where it was counted"
    before = inputs_digest(corpus.answers.entries.values())
    with writing(folder, (make_beside_index,)) as writer:
        for result in results:
            name = result_name(result)
            writer.put(
                f"result_{name.replace('/', '_')}",
                result_quads(result, __version__),
                graph=RESULTS + name,
                fingerprint=before,
            )
        writer.commit()


def is_result(entry: Entry) -> bool:
    """Whether a record holds a result, not a report or the vocabulary."""
    return entry.graph.startswith(RESULTS)


def inputs_digest(entries: Iterable[Entry]) -> str:
    """A hash of all records of reports, and of the vocabulary."""
    counted = sorted(
        (e.graph, e.digest)
        for e in entries
        if not is_result(e) and not e.graph.startswith(NOT_STORED)
    )
    return hashlib.sha256(repr(counted).encode()).hexdigest()


def saved_names(entries: Iterable[Entry]) -> list[str]:
    """The names of the patterns of which a result is saved."""
    return sorted({_name(entry) for entry in entries if is_result(entry)})


def out_of_date(entries: Iterable[Entry]) -> list[str]:
    """The names of the patterns of which a result was counted from other records than there are."""
    every = list(entries)
    now = inputs_digest(every)
    return sorted({_name(e) for e in every if is_result(e) and e.fingerprint != now})


def _name(entry: Entry) -> str:
    return entry.graph.removeprefix(RESULTS).partition("/")[0]
