"""Variations: what a report may look like besides the usual form of its design.

Each changes how a report is printed.  What a person reads stays the same, or becomes doubtful:
then the truth of the changed report says what may still be read, and something must be said.
"""

from tests.made_up.variations import (
    authorities,
    boards,
    bullets,
    cells,
    dates,
    encodings,
    headings,
    items,
    lists,
    lost,
    moredates,
    names,
    numbers,
    pages,
    parts,
    persons,
    tables,
    verdicts,
)
from tests.made_up.variations.variation import Variation

VARIATIONS: tuple[Variation, ...] = (
    *headings.VARIATIONS,
    *tables.VARIATIONS,
    *cells.VARIATIONS,
    *verdicts.VARIATIONS,
    *lists.VARIATIONS,
    *items.VARIATIONS,
    *bullets.VARIATIONS,
    *dates.VARIATIONS,
    *moredates.VARIATIONS,
    *names.VARIATIONS,
    *persons.VARIATIONS,
    *pages.VARIATIONS,
    *numbers.VARIATIONS,
    *encodings.VARIATIONS,
    *parts.VARIATIONS,
    *authorities.VARIATIONS,
    *boards.VARIATIONS,
    *lost.VARIATIONS,
)

__all__ = ["VARIATIONS", "Variation"]
