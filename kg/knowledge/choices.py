"""The closed sets of words that profiles, frameworks and tables share."""

from __future__ import annotations

from enum import StrEnum


class About(StrEnum):
    """Whom a judgement is about, or to whom a recommendation is addressed."""

    AUTHORITY = "authority"
    BOARD = "board"
    PARTNERSHIP = "partnership"


class Kind(StrEnum):
    """What a report calls an item of one of its improvement lists."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area for improvement"
    PRIORITY_ACTION = "priority action"
    WHAT_NEEDS_TO_IMPROVE = "what needs to improve"


class ListForm(StrEnum):
    """How the items of an improvement list are set."""

    BULLETS = "bullets"
    NUMBERS_OR_BULLETS = "numbers-or-bullets"
    #: the rows of a table, each with the body that is to act
    ROWS = "rows"
