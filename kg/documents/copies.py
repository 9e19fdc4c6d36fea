"""A report that is bound into one file more than once: the pages that only repeat others."""

from __future__ import annotations

from kg.documents.rawlines import RawFile


def pages_once(file: RawFile) -> int:
    """How many pages a file has before they all come again; all, if they do not."""
    texts = [" ".join(page.text.split()) for page in file.pages]
    count = len(texts)
    for period in range(1, count // 2 + 1):
        if count % period == 0 and texts[period:] == texts[:-period]:
            return period
    return count
