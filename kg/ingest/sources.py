"""Where a report came from, so that a store and its reports can be moved together."""

from __future__ import annotations

import os
from pathlib import Path


def source_of(path: Path, store: Path) -> str:
    """The path of a file as the store in a folder keeps it: relative to that folder."""
    place = Path(os.path.realpath(path.parent), path.name)
    return os.path.relpath(place, os.path.realpath(store))


def path_of(source: str, store: Path) -> Path:
    """The file that a store's ``source`` names, relative to the working folder if it is below."""
    place = Path(os.path.normpath(Path(os.path.realpath(store), source)))
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place
