"""A report that is bound into one file more than once: the pages that only repeat others."""

from __future__ import annotations

from kg.documents.rawlines import RawFile


def pages_once(file: RawFile) -> int:
    """How many pages a file has before they all come again; all, if they do not."""
    count = len(file.pages)
    for period in range(1, count // 2 + 1):
        if count % period == 0 and all(
            file.pages[index].text.split() == file.pages[index + period].text.split()
            for index in range(count - period)
        ):
            return period
    return count
