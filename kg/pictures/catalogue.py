"""The pictures by name; a picture's module is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from kg.analysis.registry import Parameter
from kg.errors import QueryError
from kg.pictures.sheet import Picture, require_matplotlib
from kg.store import Answers
from kg.text.suggest import did_you_mean

#: name -> module of ``kg.pictures`` and what it shows, in the order in which they are listed.
#: The module has ``PARAMETERS`` and ``picture(asked, values) -> Picture``.
NAMES: Mapping[str, tuple[str, str]] = {
    "tile-map": ("tilemap", "England's authorities by their latest grade, one tile each"),
    "theme-map": ("thememap", "How often a theme is a weakness, one tile an authority"),
    "timeline": ("timeline", "The inspections of one authority over time"),
    "trajectories": ("trajectories", "How the grades of each authority moved, region by region"),
    "heat-map": ("heatmap", "Themes against authorities, years, regions or families"),
    "theme-network": ("themenetwork", "Which themes are named together"),
    "neighbourhood": ("neighbourhood", "What one authority is linked to"),
    "recommendation-groups": ("groups", "Recommendations in nearly the same words"),
    "network": ("anynetwork", "Any of the networks that patterns are made from"),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture of the catalogue."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    make: Callable[[Answers, Mapping[str, str]], Picture]

    def picture(self, asked: Answers, given: Mapping[str, str] | None = None) -> Picture:
        """The picture with ``given`` in place of defaults.

        Raises `QueryError`, and `NoMatplotlib` if that is not installed.
        """
        require_matplotlib()
        known = {parameter.name: parameter.default for parameter in self.parameters}
        for name in given or {}:
            if name not in known:
                have = ", ".join(known) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}; it has: {have}")
        return self.make(asked, known | dict(given or {}))


def drawing(name: str) -> Drawing:
    """The picture of a name.  Raises `QueryError`, naming one that is written alike."""
    if name not in NAMES:
        raise QueryError(f"there is no picture {name!r}{did_you_mean(name, NAMES)}; see: kg draw")
    module, title = NAMES[name]
    found = import_module(f"kg.pictures.{module}")
    return Drawing(name, title, found.PARAMETERS, found.picture)
