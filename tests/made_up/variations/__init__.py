"""Variations: what a report may look like besides the usual form of its design.

Each changes how a report is printed.  What a person reads stays the same, or becomes doubtful:
then the truth of the changed report says what may still be read, and something must be said.
"""

from tests.made_up.variations import (
    authorities,
    bullets,
    dates,
    encodings,
    headings,
    lists,
    names,
    numbers,
    pages,
    parts,
    tables,
    verdicts,
)
from tests.made_up.variations.variation import Variation

VARIATIONS: tuple[Variation, ...] = (
    *headings.VARIATIONS,
    *tables.VARIATIONS,
    *verdicts.VARIATIONS,
    *lists.VARIATIONS,
    *bullets.VARIATIONS,
    *dates.VARIATIONS,
    *names.VARIATIONS,
    *pages.VARIATIONS,
    *numbers.VARIATIONS,
    *encodings.VARIATIONS,
    *parts.VARIATIONS,
    *authorities.VARIATIONS,
)

__all__ = ["VARIATIONS", "Variation"]
