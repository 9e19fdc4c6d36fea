"""RDF files as triples: Turtle, N-Triples, RDF/XML, JSON-LD, N-Quads, TriG, by their extension."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

from kg.shacl.errors import DataError, ShaclError
from kg.shacl.index import GraphIndex, filled

#: subject, property, object: terms as canonical N-Quads writes them
Triple = tuple[str, str, str]
#: extension -> what pyoxigraph knows the format by
EXTENSIONS = {
    ".ttl": "ttl", ".nt": "nt", ".rdf": "rdf", ".xml": "rdf", ".owl": "rdf", ".jsonld": "jsonld",
    ".json": "jsonld", ".nq": "nq", ".trig": "trig",
}  # fmt: skip


def read_data(files: Sequence[Path], only: Collection[str] | None = None) -> GraphIndex:
    """The statements of several files as one graph; names of graphs are not told apart.

    ``only`` are the properties (as terms) whose statements are kept, all if None: what shapes do
    not look at need not be held.

    Raises `DataError` where a file cannot be read; the message names the file and the line.
    """
    return filled(_held(files, only))


def _held(files: Sequence[Path], only: Collection[str] | None) -> Iterator[Triple]:
    # a term that stands in many statements is held once
    known: dict[str, str] = {}
    keep = known.setdefault
    for file in files:
        for subject, predicate, value in read_triples(file, DataError):
            if only is None or predicate in only:
                yield keep(subject, subject), keep(predicate, predicate), keep(value, value)


def read_triples(file: Path, error: type[ShaclError]) -> Iterator[Triple]:
    """The triples of a file, in its order, each as often as it stands there.

    A blank node has the same label whenever the file is read in one process, and another than
    those of other files have.  Raises ``error`` where the file cannot be read.
    """
    from pyoxigraph import RdfFormat, parse

    if file.suffix.lower() not in EXTENSIONS:
        raise error(
            f"{file}: expected RDF in a file that ends with {', '.join(EXTENSIONS)}; rename it "
            "by its format"
        )
    labels: dict[str, str] = {}
    start = f"_:f{_number(file.resolve())}."
    try:
        form = RdfFormat.from_extension(EXTENSIONS[file.suffix.lower()])
        for quad in parse(path=file, format=form, base_iri=file.resolve().as_uri()):
            subject, value = quad.subject, quad.object
            one, other = str(subject), str(value)
            if one[0] == "_":
                one = labels.setdefault(one, f"{start}{len(labels) + 1}")
            if other[0] == "_":
                other = labels.setdefault(other, f"{start}{len(labels) + 1}")
            elif other[0] != '"' and " " in other:
                raise error(f"{file}: {other} is a triple term of RDF 1.2, which SHACL has not")
            yield one, str(quad.predicate), other
    except SyntaxError as wrong:
        line = f", line {wrong.lineno}" if wrong.lineno else ""
        raise error(f"{file}{line}: {wrong.msg}; correct the file") from wrong
    except (OSError, UnicodeDecodeError) as wrong:
        raise error(f"{file}: it cannot be read: {wrong}") from wrong


@cache
def _number(file: Path) -> int:
    """The number of a file, in the order in which files are read."""
    return next(_NUMBERS)


_NUMBERS = count(1)
