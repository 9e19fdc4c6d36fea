"""What the reading of a file depends on besides the file: the program and its knowledge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.errors import KnowledgeError
from kg.ingest.work import Settings
from kg.knowledge.resources import folder

#: What stands above the reading of reports in the package and decides nothing of its result: all
#: else in it counts, so that a new room or a new kind of file is never forgotten.
ABOVE = frozenset(
    {
        "_data",  # counted by its own folders, below
        "analysis",
        "briefs",
        "cli",
        "corpus",
        "diff",
        "explain",
        "exports",
        "pictures",
        "push",
        "store",
    }
)
#: Folders of knowledge that the reading depends on.
KNOWLEDGE = ("ontology", "shapes")


def fingerprint(settings: Settings) -> str:
    """SHA-256 over the version, the program, its data files, and the user's own files.

    Two builds with the same fingerprint make the same quads of the same file.  Of the user's own
    files only the content counts, not where they are or what they are called.  Raises
    `KnowledgeError` if one of them cannot be read.
    """
    digest = hashlib.sha256(kg.__version__.encode())
    for name, path in packaged():
        _add(digest, name, path.read_bytes())
    for kind, files in (("vocabulary", settings.vocabulary), ("profile", settings.profiles)):
        for content in sorted(map(_content, files)):
            _add(digest, kind, content)
    return digest.hexdigest()


def packaged() -> Iterator[tuple[str, Path]]:
    """Every packaged file that a result depends on: its name in the package, and its path."""
    package = Path(kg.__file__).parent
    yield from _below(package, "kg", ABOVE)
    for name in KNOWLEDGE:
        yield from _below(folder(name), name, frozenset())


def _below(top: Path, name: str, without: frozenset[str]) -> Iterator[tuple[str, Path]]:
    found = ((path.relative_to(top), path) for path in top.rglob("*"))
    for below, path in sorted((below.as_posix(), path) for below, path in found):
        parts = below.split("/")
        if parts[0] in without or "__pycache__" in parts or not path.is_file():
            continue
        yield f"{name}/{below}", path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror})") from error


def _add(digest: hashlib._Hash, name: str, content: bytes) -> None:
    digest.update(f"\0{name}\0{len(content)}\0".encode())
    digest.update(content)
