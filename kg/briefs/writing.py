"""A brief as the bytes of a file, in the format that its name asks for."""

from __future__ import annotations

from pathlib import Path

from kg.briefs.docx import docx
from kg.briefs.html import html
from kg.briefs.markdown import markdown
from kg.briefs.model import Brief
from kg.errors import QueryError

FORMATS = ("html", "md", "docx")


def format_of(path: Path) -> str:
    """The format that a file's ending asks for.  Raises `QueryError`."""
    ending = path.suffix.lower().lstrip(".")
    ending = {"htm": "html", "markdown": "md"}.get(ending, ending)
    if ending not in FORMATS:
        raise QueryError(f"{path}: give a file that ends in .html, .md or .docx")
    return ending


def write_brief(brief: Brief, name: str) -> bytes:
    """The bytes of the file; ``name`` is one of `FORMATS`.  Raises `KgError`."""
    if name == "docx":
        return docx(brief)
    return (html(brief) if name == "html" else markdown(brief)).encode("utf-8")
