"""What is raised where shapes or data cannot be used."""

from __future__ import annotations


class ShaclError(Exception):
    """Base of the errors of the engine; the message names the file and what to do."""


class ShapesError(ShaclError):
    """Shapes cannot be used: one is wrong, or asks what the engine does not know."""


class DataError(ShaclError):
    """Data cannot be read."""
