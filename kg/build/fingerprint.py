"""What the reading of a file depends on besides the file: the program and its knowledge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import kg
from kg.build.work import Settings
from kg.errors import KnowledgeError
from kg.knowledge.resources import folder

#: The rooms whose code decides what is read from a file and how it is written.
ROOMS = ("documents", "language", "reports", "knowledge", "rdf", "validation")


def fingerprint(settings: Settings) -> str:
    """SHA-256 over the version, the rooms' code, the vocabularies, shapes and profiles.

    Two builds with the same fingerprint make the same quads of the same file.  Raises
    `KnowledgeError` if a file of the user's own cannot be read.
    """
    digest = hashlib.sha256(kg.__version__.encode())
    for path in _files(settings):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(settings: Settings) -> Iterator[Path]:
    package = Path(kg.__file__).parent
    for room in ROOMS:
        yield from _sorted((package / room).rglob("*.py"))
        yield from _sorted((package / room).rglob("*.toml"))
    for name in ("ontology", "shapes"):
        yield from _sorted(folder(name).rglob("*.ttl"))
    yield from settings.vocabulary
    yield from settings.profiles


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: path.as_posix())
