"""What RDF files say of each thing, and in which file each is described."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.shacl.errors import ShapesError
from kg.shacl.files import read_triples
from kg.shacl.terms import RDF_FIRST, RDF_NIL, RDF_REST, RDF_TYPE, SH, SUBCLASS_OF, text_of


@dataclass(frozen=True, slots=True)
class Described:
    """A graph by subject, small enough to be held as it is."""

    #: subject -> property IRI -> objects; subjects and objects as terms
    said: dict[str, dict[str, list[str]]]
    #: subject -> the file that says most about it as a shape
    files: dict[str, str]
    #: blank node -> (subject, property IRI) of a statement that holds it
    holders: dict[str, tuple[str, str]] = field(default_factory=dict)

    def about(self, term: str) -> dict[str, list[str]]:
        """What is said of a thing: property IRI -> objects."""
        return self.said.get(term, {})

    def file(self, term: str) -> str:
        """The file in which a thing is described; of a blank node, that of what holds it."""
        return self.files.get(term, "")

    def types(self, term: str) -> set[str]:
        """The IRIs of the classes that a thing is said to be of, and of those above them."""
        found = set(self.about(term).get(RDF_TYPE, ()))
        waiting = list(found)
        while waiting:
            fresh = {*self.about(waiting.pop()).get(SUBCLASS_OF, ())} - found
            found |= fresh
            waiting.extend(fresh)
        return set(map(text_of, found))

    def list_of(self, start: str) -> list[str] | None:
        """The members of an RDF list, None where it is broken or runs in a circle."""
        members, at, seen = [], start, set()
        while at != f"<{RDF_NIL}>":
            about = self.about(at)
            if (
                at in seen
                or len(about.get(RDF_FIRST, ())) != 1
                or len(about.get(RDF_REST, ())) != 1
            ):
                return None
            seen.add(at)
            members.append(about[RDF_FIRST][0])
            at = about[RDF_REST][0]
        return members


def read_described(files: Sequence[Path]) -> Described:
    """What these files say together.

    Raises `ShapesError` where one cannot be read; the message names the file and the line.
    """
    found = Described({}, {})
    for file in files:
        for subject, predicate, value in _triples(file):
            found.files.setdefault(subject, str(file))
            values = found.said.setdefault(subject, {}).setdefault(predicate, [])
            if value not in values:
                values.append(value)
            if value[0] == "_":
                found.holders.setdefault(value, (subject, predicate))
            if predicate.startswith(SH):
                found.files[subject] = str(file)
    return found


def shapes_files(place: Path) -> list[Path]:
    """A file of shapes, or the files of a folder of them.

    Raises `ShapesError` where there is none.
    """
    if place.is_dir():
        files = sorted(place.glob("*.ttl"))
        if not files:
            raise ShapesError(f"{place}: expected shapes in .ttl files, found none")
        return files
    if not place.is_file():
        raise ShapesError(f"{place}: expected shapes, found no such file or folder")
    return [place]


def _triples(file: Path) -> Iterator[tuple[str, str, str]]:
    for subject, predicate, value in read_triples(file, ShapesError):
        yield subject, text_of(predicate), value
