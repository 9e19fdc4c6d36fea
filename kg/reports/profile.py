"""How each family of report is printed: the profiles beside this file, read and compiled.

A profile is one TOML file a family.  Its table ``family`` says which reports are of the family;
each reader of this room takes the table that bears its name and ignores the others.  What a
family *means* (strands, grades, dates) is not here but in the framework's vocabulary file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.documents import Document
from kg.errors import KnowledgeError

PROFILES = Path(__file__).parent / "profiles"

#: The title stands among this many blocks at the front of a report.
FRONT_BLOCKS = 30
#: Characters; no title is longer.
TITLE_LENGTH = 300


@dataclass(frozen=True, eq=False)
class Profile:
    """The printed form of one family of report."""

    #: the family's code ("ILACS"), as in the frameworks' vocabulary files
    family: str
    file: str
    tables: Mapping[str, Any]
    #: the title, matched at the start of a block near the front
    title: re.Pattern[str]
    #: of two profiles that match, the one with the higher number is meant
    priority: int

    def table(self, name: str) -> Mapping[str, Any]:
        """One table of the profile, empty if it has none of that name."""
        found: Mapping[str, Any] = self.tables.get(name, {})
        return found

    def patterns(self, table: str, key: str) -> tuple[re.Pattern[str], ...]:
        """The regular expressions under a key (one string or a list), compiled.

        They are case-insensitive, verbose and multi-line: white space in them must be written
        ``\\s`` or ``[ ]``.
        """
        value = self.table(table).get(key, ())
        texts: Sequence[str] = (value,) if isinstance(value, str) else value
        return tuple(compiled(text, f"{self.file}: {table}.{key}") for text in texts)


@cache
def compiled(text: str, where: str) -> re.Pattern[str]:
    """A profile's regular expression; raises `KnowledgeError` that names its place."""
    try:
        return re.compile(text, re.I | re.M | re.X)
    except re.error as error:
        raise KnowledgeError(f"{where} is not a regular expression: {error}") from error


@cache
def load_profiles(extra: tuple[Path, ...] = ()) -> tuple[Profile, ...]:
    """All profiles of the package, then the user's own, in order of their file names."""
    files = sorted(PROFILES.glob("*.toml")) + list(extra)
    return tuple(_load(path) for path in files)


def _load(path: Path) -> Profile:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        family = tables["family"]
        return Profile(
            family=family["code"],
            file=path.name,
            tables=tables,
            title=compiled(family["title"], f"{path.name}: family.title"),
            priority=family.get("priority", 0),
        )
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as a profile: {error}") from error
    except KeyError as error:
        raise KnowledgeError(f"{path}: lacks {error} in its table [family]") from error


def recognise(document: Document, profiles: Sequence[Profile]) -> Profile | None:
    """The profile whose title stands at the front of a document, or None.

    Only the title counts: the prose of a report may name any other kind of inspection.
    """
    found: list[Profile] = []
    for block in document.blocks[:FRONT_BLOCKS]:
        # a title set with wide gaps is several blocks: what follows is let in
        text = document.text[block.start : block.start + TITLE_LENGTH].replace("\n", " ")
        found = [profile for profile in profiles if profile.title.match(text)]
        if found:
            break
    return max(found, key=lambda profile: profile.priority, default=None)
