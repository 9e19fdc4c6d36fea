"""The classes of falsification and where their kinds are."""

from __future__ import annotations

from types import ModuleType

from tests.validation.falsified import (
    anchoring,
    bodies,
    calendar_days,
    changes,
    closed_lists,
    codes,
    completeness,
    dates,
    frameworks,
    grades,
    half_truths,
    identity,
    links,
    losses,
    numbers,
    order,
    other_schemes,
    permutations,
    places,
    printed,
    provenance,
    schemes,
    strands,
    structure,
    times,
    words,
)

CLASSES: dict[str, tuple[ModuleType, ...]] = {
    "identity": (identity, provenance),
    "time": (times, dates, calendar_days),
    "anchoring": (anchoring, printed, places),
    "grade": (grades, half_truths),
    "completeness": (completeness, losses),
    "order": (order, permutations),
    "scheme membership": (schemes, other_schemes),
    "closed lists": (closed_lists, numbers),
    "structure": (structure, links),
    "register": (bodies, changes, codes),
    "vocabulary": (frameworks, words, strands),
}
#: classes of falsifications of the vocabulary, not of reports
OF_VOCABULARY = ("register", "vocabulary")
