"""Where the package's own data files are, in the source tree and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent.parent
#: In a wheel the folders stand inside the package, in the source tree beside it.
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent)


def folder(name: str) -> Path:
    """One of the data folders: "ontology", "shapes" or "queries".

    Raises `KnowledgeError` if it is not there, which means a broken installation.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise KnowledgeError(f"the folder {name!r} of the package is missing; install it again")
