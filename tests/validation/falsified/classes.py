"""The ten classes of falsification and where their kinds are."""

from __future__ import annotations

from types import ModuleType

from tests.validation.falsified import (
    anchoring,
    closed_lists,
    completeness,
    grades,
    identity,
    order,
    schemes,
    structure,
    times,
)

CLASSES: dict[str, tuple[ModuleType, ...]] = {
    "identity": (identity,),
    "time": (times,),
    "anchoring": (anchoring,),
    "grade": (grades,),
    "completeness": (completeness,),
    "order": (order,),
    "scheme membership": (schemes,),
    "closed lists": (closed_lists,),
    "structure": (structure,),
}
#: classes of falsifications of the vocabulary, not of reports
OF_VOCABULARY = ("register", "vocabulary")
