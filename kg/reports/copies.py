"""A report that is bound into its file more than once: it is read once, and that is said."""

from __future__ import annotations

from collections.abc import Iterator

from kg.documents import Document, Role
from kg.reports.model import Problem


def doubt_copies(document: Document) -> Iterator[Problem]:
    """One problem for all pages that only repeat the first ones, with their first words."""
    copied = next((line for line in document.all_lines if line.role is Role.COPY), None)
    if copied is None:
        return
    once, count = copied.page - 1, len(document.pages)
    first = "page 1" if once == 1 else f"pages 1 to {once}"
    again = f"page {count}" if count == copied.page else f"pages {copied.page} to {count}"
    yield Problem(
        "bound-again",
        f"{first} come again as {again}, word for word, as where a report is bound into one file "
        "more than once: they were read once",
        copied.page,
        copied.text,
    )
