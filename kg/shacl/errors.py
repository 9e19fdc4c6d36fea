"""What is raised where shapes or data cannot be used."""

from __future__ import annotations


class ShapesError(Exception):
    """Shapes cannot be used: the message names the file, the shape, and what to do."""
