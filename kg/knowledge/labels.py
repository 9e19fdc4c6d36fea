"""Labels that are printed a little differently: which strand such a label must mean, if any.

A template may misprint a label, or leave a word out.  Such a label is taken for a strand only if
few of its words are more, fewer or misspelt, if what parts the strand from the others is still
there, and if no other strand of which nothing is printed fits as well.  Words that stand in place
of others are never taken: they may name something new.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from kg.knowledge.frameworks import Strand
from kg.knowledge.words import label

#: One word in so many may be more, fewer or misspelt ...
ONE_IN = 3
#: ... and in a label of fewer words than this none may be more or fewer.
FEW = 4
#: A misspelt word has at least this many letters, and this share of them right.
LETTERS, ALIKE = 5, 0.8


def loose_strand(
    printed: str, strands: Sequence[Strand], taken: Collection[str] = ()
) -> Strand | None:
    """The one strand that a printed label must mean though it is printed otherwise, or None.

    ``taken`` are the notations of strands whose own labels are printed elsewhere: the label can
    mean none of them.
    """
    words = label(printed).split()
    free = [each for each in strands if each.notation not in taken]
    found = [each for each in free if any(_fits(words, form, each, free) for form in each.labels)]
    return found[0] if len(found) == 1 else None


def _fits(words: Sequence[str], form: str, strand: Strand, strands: Sequence[Strand]) -> bool:
    wanted = label(form).split()
    odd, misspelt = _differences(words, wanted)
    if odd + misspelt > max(len(wanted) // ONE_IN, 1) or (odd and len(wanted) < FEW):
        return False
    for other in strands:
        if other.notation == strand.notation:
            continue
        for other_form in other.labels:
            own = set(wanted) - set(label(other_form).split())
            if own and not any(_same(word, each) for word in own for each in words):
                return False
    return True


def _differences(words: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """How many words are more or fewer than wanted, and how many are misspelt; the fewest."""
    above = [(count, 0) for count in range(len(wanted) + 1)]
    for row, word in enumerate(words, 1):
        line = [(row, 0)]
        for column, other in enumerate(wanted, 1):
            ways = [_add(above[column], (1, 0)), _add(line[-1], (1, 0))]
            if _same(word, other):
                ways.append(_add(above[column - 1], (0, 0 if word == other else 1)))
            line.append(min(ways, key=sum))
        above = line
    return above[-1]


def _add(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < LETTERS:
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= ALIKE
