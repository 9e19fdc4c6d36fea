"""The family of errors that this package raises on purpose.

Each message names the file or place, says what was expected, and what to do.
"""

from __future__ import annotations

from pathlib import Path


class KgError(Exception):
    """Base of every error that this package raises on purpose."""


class UnreadableFile(KgError):
    """A file that cannot be read as a report: it is empty, broken, locked or of another kind."""


class KnowledgeError(KgError):
    """A vocabulary, profile, shape or query file of the package (or of the user) is wrong."""


class StoreError(KgError):
    """The store cannot do what was asked: it is locked, missing or damaged beyond its records."""


class QueryError(KgError):
    """A query cannot be answered: its name, its parameters or its syntax are wrong."""


def why_unreadable(path: Path, error: OSError) -> str:
    """Why a file that somebody named cannot be read, in words."""
    if not path.exists():
        return "there is no such file"
    if path.is_dir():
        return "it is a folder; name a file"
    return error.strerror or " ".join(str(error).split())
