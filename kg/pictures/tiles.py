"""The tile grid: where each of England's 153 authorities stands on the map.

``tiles.csv`` is the map itself: its lines are rows from north to south, its cells columns from
west to east, each cell empty or the end of an authority's IRI, so that no two can share a tile.
London's boroughs stand as one block, which is larger than London.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from kg.errors import KnowledgeError

GRID = Path(__file__).parent / "tiles.csv"


@lru_cache(maxsize=1)
def tiles() -> dict[str, tuple[int, int]]:
    """Row and column of each authority, by the end of its IRI; row 0 is the north.

    Raises `KnowledgeError` if an authority stands there twice.
    """
    found: dict[str, tuple[int, int]] = {}
    with GRID.open(encoding="utf-8", newline="") as stream:
        for row, cells in enumerate(csv.reader(stream)):
            for column, name in enumerate(cells):
                if name in found:
                    raise KnowledgeError(f"{GRID}: {name} stands on two tiles")
                if name:
                    found[name] = (row, column)
    return found
