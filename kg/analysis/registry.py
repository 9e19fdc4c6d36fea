"""The patterns by name; a pattern's module is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from kg.analysis.result import Result
from kg.corpus import Corpus, open_corpus
from kg.errors import QueryError
from kg.store import Answers
from kg.text.suggest import did_you_mean

#: name -> module of ``kg.analysis`` and what it tells, in the order in which they are listed.
#: The module has ``PARAMETERS`` and ``find(corpus, values) -> Result``.
NAMES: Mapping[str, tuple[str, str]] = {
    "trajectories": ("trajectories", "How the grades of each authority moved"),
    "recurrence": ("recurrence", "What an authority was told again in a later inspection"),
    "shared-recommendations": (
        "shared_recommendations",
        "What many authorities were told in nearly the same words",
    ),
    "authorities-like-mine": (
        "similar_authorities",
        "Who has the same weaknesses, and who got out of them",
    ),
    "marks": (
        "grade_markers",
        "What marks a grade: what is blamed and praised more than at others",
    ),
    "communities": (
        "theme_communities",
        "Themes that are named together, and the most central ones",
    ),
    "boards": ("boards", "Grades of boards beside their authority's, and what is said of boards"),
    "services": ("services", "Kinds of service praised or criticised, where and since when"),
    "time": ("time_trends", "Themes year by year, and the break at each change of framework"),
    "anomalies": ("outliers", "Reports whose findings and overall grade disagree most"),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a pattern; values and defaults are text, as on the command line."""

    name: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: a question that no single report answers."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    run: Callable[[Corpus, Mapping[str, str]], Result]

    def find(self, asked: Answers, given: Mapping[str, str] | None = None) -> Result:
        """The result with ``given`` in place of defaults.  Raises `QueryError`.

        ``asked`` is a corpus, or the store or endpoint of one.
        """
        known = {parameter.name: parameter.default for parameter in self.parameters}
        for name, value in (given or {}).items():
            if name not in known:
                have = ", ".join(known) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}; it has: {have}")
            if not value.strip():
                raise QueryError(f"{name}= has no value; give one, or leave {name} out")
        return self.run(open_corpus(asked), known | dict(given or {}))


def pattern(name: str) -> Pattern:
    """The pattern of a name.  Raises `QueryError`, naming one that is written alike."""
    if name not in NAMES:
        raise QueryError(
            f"there is no pattern {name!r}{did_you_mean(name, NAMES)}; see: kg patterns"
        )
    module, title = NAMES[name]
    found = import_module(f"kg.analysis.{module}")
    return Pattern(name, title, found.PARAMETERS, found.find)
