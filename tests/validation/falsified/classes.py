"""The classes of falsification and where their kinds are."""

from __future__ import annotations

from types import ModuleType

from tests.validation.falsified import (
    anchoring,
    bodies,
    changes,
    closed_lists,
    completeness,
    dates,
    frameworks,
    grades,
    identity,
    order,
    printed,
    schemes,
    structure,
    times,
    words,
)

CLASSES: dict[str, tuple[ModuleType, ...]] = {
    "identity": (identity,),
    "time": (times, dates),
    "anchoring": (anchoring, printed),
    "grade": (grades,),
    "completeness": (completeness,),
    "order": (order,),
    "scheme membership": (schemes,),
    "closed lists": (closed_lists,),
    "structure": (structure,),
    "register": (bodies, changes),
    "vocabulary": (frameworks, words),
}
#: classes of falsifications of the vocabulary, not of reports
OF_VOCABULARY = ("register", "vocabulary")
