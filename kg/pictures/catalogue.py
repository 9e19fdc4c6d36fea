"""The pictures by name; a picture's module is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from kg.analysis.registry import Parameter
from kg.corpus import Corpus, open_corpus
from kg.errors import QueryError
from kg.pictures.sheet import Picture, require_matplotlib
from kg.store import Answers
from kg.text.suggest import did_you_mean

#: name -> module of ``kg.pictures``, in the order in which they are listed.  The module has
#: ``TITLE`` (what it shows), ``PARAMETERS`` and ``picture(corpus, values) -> Picture``; a new one
#: is such a file, its line here and its part of ``docs/pictures.md``.
NAMES: Mapping[str, str] = {
    "tile-map": "tilemap",
    "theme-map": "thememap",
    "timeline": "timeline",
    "trajectories": "trajectories",
    "heat-map": "heatmap",
    "theme-network": "themenetwork",
    "neighbourhood": "neighbourhood",
    "recommendation-groups": "groups",
    "boards": "boards",
    "network": "anynetwork",
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture of the catalogue."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    make: Callable[[Corpus, Mapping[str, str]], Picture]

    def picture(self, asked: Answers, given: Mapping[str, str] | None = None) -> Picture:
        """The picture with ``given`` in place of defaults.

        ``asked`` is a corpus, or the store or endpoint of one.  Raises `QueryError`, and
        `NoMatplotlib` if that is not installed.
        """
        require_matplotlib()
        known = {parameter.name: parameter.default for parameter in self.parameters}
        for name in given or {}:
            if name not in known:
                have = ", ".join(known) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}; it has: {have}")
        return self.make(open_corpus(asked), known | dict(given or {}))


def drawing(name: str) -> Drawing:
    """The picture of a name.  Raises `QueryError`, naming one that is written alike."""
    if name not in NAMES:
        raise QueryError(f"there is no picture {name!r}{did_you_mean(name, NAMES)}; see: kg draw")
    found = import_module(f"kg.pictures.{NAMES[name]}")
    return Drawing(name, found.TITLE, found.PARAMETERS, found.picture)
