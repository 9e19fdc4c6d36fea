"""One side of a comparison: a store's records, or a file that was exported from a store.

Statements belong to the report in whose IRI their subject stands, whatever graph they are in, so
that a Turtle file without graphs can be compared with a store.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.namespaces import CS, GRAPH, ID, NOT_STORED, RDFS, SKOS, VOCABULARY_GRAPH
from kg.store import Entry, Store, content_of, open_store

if TYPE_CHECKING:
    import pyoxigraph

#: subject -> predicate -> values, each a literal's text or an IRI, sorted
Statements = Mapping[str, Mapping[str, tuple[str, ...]]]

#: IRIs that begin so belong to the report that is named by the three parts that follow.
OF_REPORTS = (f"{ID}report/", f"{ID}inspection/")
#: What reports and readings bring along; all else is the vocabulary.
BROUGHT = tuple(
    f"{ID}{what}/" for what in ("board", "service", "file", "reading", "software", "model")
)
#: Stands in place of a report's name for the vocabulary.
SHARED = "vocabulary"


@dataclass(slots=True)
class Side:
    """A store or a file; reports are named by the end of their IRIs, ``leeds/ilacs/2022-03-04``."""

    path: Path
    #: of a store: the slips of its records by report; empty for a file
    entries: Mapping[str, Entry]
    store: Store | None = None
    #: of what is in the vocabulary: IRI -> label
    labels: dict[str, str] = field(default_factory=dict)
    #: codes of families, as they stand in IRIs -> as printed
    families: dict[str, str] = field(default_factory=dict)
    #: of a file: the hash of what is said of each report
    hashes: Mapping[str, str] = field(default_factory=dict)

    def digests(self, *, of_content: bool) -> Mapping[str, str]:
        """A hash for each report and for the vocabulary.

        Of a store the hash of the record, or ``of_content`` one that can be compared with that
        of a file.
        """
        if not self.entries:
            return self.hashes
        if of_content:
            return _content_hashes(self._triples(None))
        return {end: entry.digest for end, entry in self.entries.items()}

    def statements(self, ends: Collection[str]) -> dict[str, Statements]:
        """What is said of these reports, or of the vocabulary."""
        found: dict[str, dict[str, dict[str, set[str]]]] = {
            end: defaultdict(lambda: defaultdict(set)) for end in ends
        }
        for triple in self._triples(ends):
            subject = _value(triple.subject)
            about = found.get(report_of(subject) or "")
            if about is not None:
                about[subject][triple.predicate.value].add(_value(triple.object))
        return {
            end: {
                subject: {name: tuple(sorted(values)) for name, values in properties.items()}
                for subject, properties in subjects.items()
            }
            for end, subjects in found.items()
        }

    def _triples(self, ends: Collection[str] | None) -> Iterator[pyoxigraph.Triple]:
        """What the file says; of a store only the records of these reports, if they are given."""
        if not self.entries:
            yield from _parse(self.path)
        for end, entry in self.entries.items():
            if ends is None or end in ends:
                assert self.store is not None, "what has entries is a store"
                yield from _record(self.store.path(entry.key))


def open_side(path: Path) -> Side:
    """A store's folder, or a file in a serialisation of RDF, told by its ending.

    Raises `StoreError` if it is neither.
    """
    if path.is_dir():
        if not (path / "records").is_dir():
            raise StoreError(f"{path}: is no store; give a store's folder or an exported file")
        store = open_store(path)
        store.refuse_altered()
        entries = {
            end_of_graph(entry.graph): entry
            for entry in store.entries.values()
            if not entry.graph.startswith(NOT_STORED)
        }
        side = Side(path, entries, store)
    elif path.is_file():
        side = Side(path, {})
        side.hashes = _content_hashes(side._triples(None))
        if not side.hashes:
            raise StoreError(f"{path}: says nothing of reports; export a graph with: kg export")
    else:
        raise StoreError(f"{path}: no such file or folder; give a store or an exported file")
    _learn_names(side)
    return side


def report_of(subject: str) -> str | None:
    """``leeds/ilacs/2022-03-04`` for what was read from that report; `SHARED`; None for others."""
    for start in OF_REPORTS:
        if subject.startswith(start):
            return "/".join(subject[len(start) :].split("/", 3)[:3])
    return None if subject.startswith(BROUGHT) else SHARED


def end_of_graph(graph: str) -> str:
    """The report of a named graph."""
    return SHARED if graph == VOCABULARY_GRAPH else graph.removeprefix(GRAPH)


def _content_hashes(triples: Iterator[pyoxigraph.Triple]) -> dict[str, str]:
    """Hashes that do not depend on the order of the statements."""
    sums: dict[str, int] = defaultdict(int)
    # several reports may bring the same statement of the vocabulary
    shared: set[str] = set()
    for triple in triples:
        end = report_of(_value(triple.subject))
        if end == SHARED:
            shared.add(str(triple))
        elif end is not None:
            digest = hashlib.blake2b(str(triple).encode(), digest_size=16).digest()
            sums[end] += int.from_bytes(digest, "big")
    if shared:
        digest = hashlib.blake2b("\n".join(sorted(shared)).encode(), digest_size=16).digest()
        sums[SHARED] = int.from_bytes(digest, "big")
    return {end: f"{number:x}" for end, number in sums.items()}


def _learn_names(side: Side) -> None:
    """Labels and codes of families, from the vocabulary."""
    for subject, properties in side.statements([SHARED])[SHARED].items():
        for name in (f"{SKOS}prefLabel", f"{RDFS}label"):
            if name in properties:
                side.labels.setdefault(subject, properties[name][0])
        for code in properties.get(f"{CS}familyCode", ()):
            side.families[code.lower()] = code


def _record(path: Path) -> Iterator[pyoxigraph.Triple]:
    import pyoxigraph

    for quad in pyoxigraph.parse(content_of(path), format=pyoxigraph.RdfFormat.N_QUADS):
        yield quad.triple


def _parse(path: Path) -> Iterator[pyoxigraph.Triple]:
    """The statements of a file.  Raises `StoreError` if it is not RDF that can be read."""
    import pyoxigraph

    format = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format is None:
        raise StoreError(
            f"{path}: its ending is not one of RDF; give .ttl, .nt, .nq, .trig, .rdf or .jsonld"
        )
    try:
        for quad in pyoxigraph.parse(path=path, format=format):
            yield quad.triple
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: is not what its ending says: {error}") from error


def _value(term: Any) -> str:
    value: str = term.value if hasattr(term, "value") else str(term)
    return value
