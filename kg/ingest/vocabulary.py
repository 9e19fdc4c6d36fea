"""The shared vocabulary of a store: kept up to date, and never taken from under its reports."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.ingest.files import path_of, source_of
from kg.ingest.work import Settings

if TYPE_CHECKING:
    from kg.store import Entry, Writer

#: Key of the record that holds the shared vocabulary.
VOCABULARY = "vocabulary"
#: Of the terms that would go, so many are named.
TERMS_SHOWN = 3


def store_vocabulary(writer: Writer, settings: Settings, mark: str) -> None:
    """Keep the record of the shared vocabulary up to date; ``mark`` is the build's fingerprint."""
    from kg.namespaces import VOCABULARY_GRAPH
    from kg.rdf import vocabulary_quads

    before = writer.entry(VOCABULARY)
    if before is None or before.fingerprint != mark:
        lines = vocabulary_quads(settings.vocabulary)
        writer.put(VOCABULARY, lines, graph=VOCABULARY_GRAPH, fingerprint=mark)


def refuse_lost_terms(
    writer: Writer, settings: Settings, mark: str, reading: Collection[Path], store: Path
) -> None:
    """Raise `StoreError` if a report that stays as it is uses a term that would go.

    Files of vocabulary may change their names and their content: what counts is whether each
    authority, framework and word that a stored report refers to is still defined.  Reports of
    the files in ``reading`` are read anew with the vocabulary given now, and do not count.
    """
    from kg.rdf import vocabulary_quads

    before = writer.entry(VOCABULARY)
    if before is None or before.fingerprint == mark:
        return
    defined = {line.partition(" ")[0] for line in vocabulary_quads(settings.vocabulary)}
    lost = {line.partition(" ")[0] for line in writer.lines(VOCABULARY)} - defined
    if not lost:
        return
    anew = {source_of(path, store) for path in reading}
    for entry in writer.entries():
        if entry.key == VOCABULARY or entry.source in anew:
            continue
        used = _used(writer, entry, lost)
        if used:
            more = f" and {len(used) - TERMS_SHOWN} more" if len(used) > TERMS_SHOWN else ""
            about = path_of(entry.source, store) if entry.source else entry.key
            raise StoreError(
                f"{store}: {about} was read with vocabulary that is not given "
                f"now: nothing defines {', '.join(used[:TERMS_SHOWN])}{more}; give its "
                "--vocabulary file as well, or build into another --store"
            )


def _used(writer: Writer, entry: Entry, terms: Collection[str]) -> list[str]:
    """The terms of a set that a record refers to, sorted, without angle brackets."""
    found: set[str] = set()
    for line in writer.lines(entry.key):
        # subject, predicate and the first word of the object: an IRI has no blanks
        found.update(word for word in line.split(" ", 3)[:3] if word in terms)
    return sorted(term.strip("<>") for term in found)
