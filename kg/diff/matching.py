"""Which item of the old report is which item of the new one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

from kg.diff.items import ReportItem

#: Texts of which so much is alike are one text that was changed.
ALIKE = 0.7
#: More pairs of texts than this are not compared: all of them are new.
MOST_PAIRS = 40_000

Pair = tuple[ReportItem | None, ReportItem | None]


def pairs(old: Sequence[ReportItem], new: Sequence[ReportItem]) -> list[Pair]:
    """Pairs of old and new items of one kind; None where there is no partner.

    Items that are told apart by the same words are the same, the first with the first; of the
    rest those that are most alike, in the order of the new report.
    """
    waiting: dict[str, deque[ReportItem]] = defaultdict(deque)
    for item in old:
        waiting[item.what].append(item)
    matched: list[Pair] = []
    added: list[ReportItem] = []
    for item in new:
        if waiting[item.what]:
            matched.append((waiting[item.what].popleft(), item))
        else:
            added.append(item)
    rest = [item for items in waiting.values() for item in items]
    alike = _alike(rest, added)
    matched += alike
    taken = {id(item) for pair in alike for item in pair}
    matched += [(None, item) for item in added if id(item) not in taken]
    matched += [(item, None) for item in rest if id(item) not in taken]
    return sorted(matched, key=_place)


def _alike(old: Sequence[ReportItem], new: Sequence[ReportItem]) -> list[Pair]:
    if len(old) * len(new) > MOST_PAIRS:
        return []
    found = []
    matcher = SequenceMatcher(autojunk=False)
    for there, after in enumerate(new):
        matcher.set_seq2(after.what)
        for here, before in enumerate(old):
            matcher.set_seq1(before.what)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                found.append((-matcher.ratio(), there, here))
    pairs: list[Pair] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for ratio, there, here in sorted(found):
        if -ratio >= ALIKE and there not in used_new and here not in used_old:
            pairs.append((old[here], new[there]))
            used_new.add(there)
            used_old.add(here)
    return pairs


def _place(pair: Pair) -> tuple[int, int, str]:
    before, after = pair
    item = after or before
    assert item is not None, "a pair has at least one side"
    return item.start, 0 if before and after else 1 if after else 2, item.what
