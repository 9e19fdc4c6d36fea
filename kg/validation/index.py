"""The statements of one graph by property; see `kg.shacl.index`."""

from __future__ import annotations

from kg.shacl.index import GraphIndex, read_index

__all__ = ["GraphIndex", "read_index"]
