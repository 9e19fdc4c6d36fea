"""A brief as the bytes of a file, in the format that its name asks for.

A new format is one file of this folder with a function of its own name from a `Brief` to text or
bytes, its line here, and its place in ``docs/briefs.md``.  Nothing heavy is imported here: the
command's help reads these lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.briefs.model import Brief


@dataclass(frozen=True, slots=True)
class BriefFormat:
    """One format: its module in this folder, the endings of its files, its line of help."""

    module: str
    endings: tuple[str, ...]
    told: str

    def write(self, brief: Brief) -> bytes:
        """The bytes of the file.  Raises `KgError` if a library is not installed."""
        module: Any = import_module(f"kg.briefs.{self.module}")
        written: str | bytes = getattr(module, self.module)(brief)
        return written.encode() if isinstance(written, str) else written


#: By the ending that is named first; in the order in which they are listed.
FORMATS: Mapping[str, BriefFormat] = {
    each.endings[0]: each
    for each in (
        BriefFormat("html", ("html", "htm"), "one file that needs nothing else, on screen and A4"),
        BriefFormat("markdown", ("md", "markdown"), "Markdown, for pasting"),
        BriefFormat("docx", ("docx",), "Word; needs python-docx"),
    )
}
#: What is written to standard output.
PASTED = "md"


def format_of(path: Path) -> str:
    """The format that a file's ending asks for.  Raises `QueryError`."""
    ending = path.suffix.lower().lstrip(".")
    for name, each in FORMATS.items():
        if ending in each.endings:
            return name
    raise QueryError(f"{path}: give a file that ends in {endings()}")


def endings() -> str:
    """The endings of files as a sentence says them: ".html, .md or .docx"."""
    *others, last = (f".{name}" for name in FORMATS)
    return f"{', '.join(others)} or {last}"


def write_brief(brief: Brief, name: str) -> bytes:
    """The bytes of the file; ``name`` is one of `FORMATS`.  Raises `KgError`."""
    return FORMATS[name].write(brief)
