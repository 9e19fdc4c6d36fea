"""How a family prints what went before an inspection and what follows it: tables of a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from kg.knowledge.typed import Groups

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class StatementForm:
    """``[statement]``: who must answer the report in writing, and by when."""

    #: the sentence that requires it
    match: Annotated[Patterns, Groups(("what",))]
    #: the kind of the section in which all this stands; anywhere, if none is given
    where: str | None = None
    #: who must write it; the first that is found stands
    responsible: Annotated[Patterns, Groups(("who",))] = ()
    #: what stands before the day
    deadline: Patterns = ()
    #: every report that requires an answer says by when
    deadline_always: bool = False


@dataclass(frozen=True, slots=True)
class StepForm:
    """``[[next_step.sentence]]``: what the inspectorate says it will do next."""

    #: notation of the step in the vocabulary
    kind: str
    #: with a group ``number`` and a group ``unit`` (years or months), where it gives a period
    match: re.Pattern[str]
    #: the kind of the section in which it stands; anywhere, if none is given
    where: str | None = None


@dataclass(frozen=True, slots=True)
class NextStepForm:
    """``[next_step]``."""

    sentence: tuple[StepForm, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierForm:
    """``[earlier]``: a field for the dates of earlier inspections."""

    #: notation of the kind of inspection
    kind: str
    match: Annotated[Patterns, Groups(("what", "dates"))]
