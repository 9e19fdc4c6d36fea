"""The file of a read model: how it is opened, whether it is whole, and a hash of its rows."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from kg.corpus.likeness import NEAR_IDENTICAL, TOLD_AGAIN
from kg.corpus.schema import FORM, all_tables, tables
from kg.corpus.seal import is_sealed

#: The file in a generation of the index.
NAME = "corpus.sqlite"


def address(path: Path) -> str:
    """A finished file as SQLite is to open it: nothing changes it, so that nobody need lock it."""
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a finished file, whose folder may be read-only."""
    return sqlite3.connect(address(path), uri=True)


def fault(path: Path, *, thoroughly: bool) -> str:
    """What is wrong with a file, "" if nothing shows; ``thoroughly``: its bytes are looked at."""
    if not path.exists():
        return "are not there"
    if not path.stat().st_size:
        return "are empty"
    try:
        connection = opened(path)
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        connection.close()
    except sqlite3.Error as error:
        return f"are damaged ({error})"
    if form != FORM:
        return "are of another version"
    if path.stat().st_size != pages * size or not all_tables().keys() <= names:
        return "are damaged (a part is missing)"
    return "" if is_sealed(path, thoroughly=thoroughly) else "are not as they were made"


def has_search(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite can search texts for words."""
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 over the rows of all tables: the same wherever the same records were read."""
    digest = hashlib.sha256()
    for name in (*tables(), "pages", TOLD_AGAIN, NEAR_IDENTICAL):
        digest.update(f"{name}\n".encode())
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY id'):
            digest.update(repr(row).encode())
    return digest.hexdigest()
