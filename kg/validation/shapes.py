"""The shapes of this package, and those of a user, for the fast checker."""

from __future__ import annotations

from pathlib import Path

import kg.shacl
from kg.errors import KnowledgeError
from kg.knowledge import folder
from kg.shacl import Shapes, ShapesError


def load_shapes(place: Path) -> Shapes:
    """The shapes of a folder, read once a process.

    Raises `KnowledgeError` where they cannot be used; the message names the file and the shape.
    """
    try:
        return kg.shacl.load_shapes(place)
    except ShapesError as error:
        raise KnowledgeError(str(error)) from error


def shapes_folder() -> Path:
    """Where the package's own shapes are."""
    return folder("shapes")
