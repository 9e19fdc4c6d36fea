"""Each statement in its graph: made when a query first asks for graphs.

A query with GRAPH or FROM needs to know which record makes a statement; the merge does not.  No
question of the catalogue is one, so this second Oxigraph folder, three times as large as the
merge, is made only when somebody asks such a query, and stays with its generation.  Its default
graph is the merge: Oxigraph can also join the graphs while it answers, but then a statement made
in ten reports counts ten times, which no other SPARQL engine does.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import StoreError
from kg.store.files import beside
from kg.store.loading import in_graph_and_merge, load_all, quiet
from kg.store.sparql import words

#: The Oxigraph folder in a generation.
GRAPHS = "graphs"
#: A keyword that needs it; in ``?o.GRAPH`` the name ends before the stop.
ASKS = re.compile(r"(?:^|\.)(?:GRAPH|FROM)\b")


def asks_for_graphs(sparql: str) -> bool:
    """Whether a query may ask which graph a statement stands in; in doubt it does."""
    # an escape may stand for any letter of a keyword
    return "\\u" in sparql.lower() or any(ASKS.search(word) for word in words(sparql))


def named_graphs(place: Path, graphs: Mapping[str, Path]) -> Path:
    """The folder with each statement in its graph, in that of a generation; made if need be.

    Of a store that may only be read it is made in a temporary folder, which goes with this
    program.  Raises `StoreError` for a damaged record, or if the disk is full.
    """
    made = (place if os.access(place, os.W_OK) else Path(_temporary(place).name)) / GRAPHS
    if made.is_dir():
        return made
    unfinished = beside(made)
    try:
        load_all(unfinished, graphs, in_graph_and_merge, quiet)
        unfinished.rename(made)
    except OSError as error:
        # another process may have been first
        if not made.is_dir():
            raise StoreError(
                f"{made}: cannot be made ({error}), which a query with GRAPH or FROM needs; see "
                "to the disk's room, or ask without them"
            ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return made


@cache
def _temporary(place: Path) -> TemporaryDirectory[str]:
    """A folder of this program's own for each generation that may only be read."""
    return TemporaryDirectory(prefix="kg-graphs-")
