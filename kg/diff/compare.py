"""Two sides compared: hashes first, then what the reports say whose hashes differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.diff.items import ReportItem, items, kind_names, label
from kg.diff.matching import pairs
from kg.diff.sides import SHARED, Side, Statements
from kg.namespaces import ID

#: So many reports are held in memory at a time.
AT_ONCE = 50

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was added, removed or changed; ``old`` and ``new`` are in words."""

    #: "added", "removed" or "changed"
    change: str
    #: as in `kg.diff.items.kind_names`; "term" in the vocabulary
    kind: str
    #: what tells it apart from others of its kind
    what: str
    #: of a change: the field, "words" for the text itself
    field: str = ""
    old: str = ""
    new: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReportChange:
    """What changed in one report."""

    #: "added", "removed", "changed" or "renamed" (the same file is read as another report)
    change: str
    #: ``Leeds, ILACS 2022``
    name: str
    #: IRI, of a renamed report the new one
    report: str
    changes: tuple[Change, ...]
    #: of a renamed report
    old_name: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from an old side to a new one."""

    #: sorted by name
    reports: tuple[ReportChange, ...]
    #: terms of the vocabulary
    vocabulary: tuple[Change, ...]
    #: reports of which all is the same
    same: int
    #: reports that differ only in what is not told: offsets, probabilities, the program's version
    details: int

    def counts(self) -> dict[str, dict[str, int]]:
        """kind -> how many were added, removed, changed, those of whole reports included.

        What changed in several fields is one.
        """
        found: dict[str, Counter[str]] = {"report": Counter(r.change for r in self.reports)}
        for changes in (*(each.changes for each in self.reports), self.vocabulary):
            changed = set()
            for change in changes:
                if change.kind == "report":
                    continue
                counts = found.setdefault(change.kind, Counter())
                if change.change == "changed":
                    changed.add((change.kind, change.what, change.page))
                else:
                    counts[change.change] += 1
            for kind, _, _ in changed:
                found[kind]["changed"] += 1
        order = (*kind_names(), "term")
        return {
            kind: {name: found[kind][name] for name in ("added", "removed", "changed", "renamed")}
            for kind in sorted(found, key=order.index)
        }


def compare(old: Side, new: Side, step: Step = lambda done, total: None) -> Difference:
    """What changed from ``old`` to ``new``, reports in order of their names."""
    of_content = not (old.entries and new.entries)
    before, after = old.digests(of_content=of_content), new.digests(of_content=of_content)
    ends = (before.keys() | after.keys()) - {SHARED}
    differ = sorted(end for end in ends if before.get(end) != after.get(end))
    labels = old.labels | new.labels
    names = _names(ends, labels, old.families | new.families)

    found: list[ReportChange] = []
    alone: dict[str, dict[str, list[ReportItem]]] = {"added": {}, "removed": {}}
    details = 0
    for end, was, is_ in _items(old, new, differ, step):
        if is_ and was:
            changes = _changes(was, is_)
            if changes:
                found.append(ReportChange("changed", names[end], f"{ID}report/{end}", changes))
            else:
                details += 1
        else:
            alone["added" if is_ else "removed"][end] = is_ or was
    found += _alone(alone["removed"], alone["added"], names)
    vocabulary: tuple[Change, ...] = ()
    if before.get(SHARED) != after.get(SHARED):
        was_said, is_said = (side.statements([SHARED])[SHARED] for side in (old, new))
        vocabulary = _terms(was_said, is_said, labels)
    found.sort(key=lambda each: (each.name, each.report))
    return Difference(tuple(found), vocabulary, len(ends) - len(differ), details)


def _items(
    old: Side, new: Side, ends: Sequence[str], step: Step
) -> Iterable[tuple[str, list[ReportItem], list[ReportItem]]]:
    """What both sides say of each report; a side that does not have it says nothing."""
    # a file is read from its beginning each time, a store's records one by one
    size = AT_ONCE if old.entries and new.entries else max(len(ends), 1)
    for begin in range(0, len(ends), size):
        some = ends[begin : begin + size]
        said = [(side.statements(some), side.labels) for side in (old, new)]
        for number, end in enumerate(some, begin + 1):
            was, is_ = (
                items(end, content[end], labels) if content[end] else [] for content, labels in said
            )
            yield end, was, is_
            step(number, len(ends))


def _changes(old: Sequence[ReportItem], new: Sequence[ReportItem]) -> tuple[Change, ...]:
    kinds: dict[str, tuple[list[ReportItem], list[ReportItem]]] = defaultdict(lambda: ([], []))
    for place, side in enumerate((old, new)):
        for item in side:
            kinds[item.kind][place].append(item)
    found: list[Change] = []
    for kind in kind_names():
        if kind in kinds:
            for before, after in pairs(*kinds[kind]):
                found += _change(before, after)
    return tuple(found)


def _change(old: ReportItem | None, new: ReportItem | None) -> list[Change]:
    if old is None or new is None:
        item = new or old
        assert item is not None, "a pair has at least one side"
        values = dict(item.fields)
        return [
            Change(
                "added" if new else "removed",
                item.kind,
                item.what,
                **{"new" if new else "old": _summary(item.kind, values)},
                page=item.page,
            )
        ]
    found = []
    if old.what != new.what:
        found.append(Change("changed", new.kind, new.what, "words", old.what, new.what, new.page))
    for name in sorted(old.fields.keys() | new.fields.keys()):
        was, is_ = old.fields.get(name, ""), new.fields.get(name, "")
        if was != is_:
            found.append(Change("changed", new.kind, new.what, name, was, is_, new.page))
    return found


def _summary(kind: str, fields: Mapping[str, str]) -> str:
    """What else is worth saying of an item that is only on one side."""
    first = {
        "judgement": "grade",
        "finding": "polarity",
        "recommendation": "timescale",
        "figure": "value",
        "earlier inspection": "grade",
        "statement required": "responsible body",
    }.get(kind, "")
    return fields.get(first, "")


def _alone(
    removed: Mapping[str, list[ReportItem]],
    added: Mapping[str, list[ReportItem]],
    names: Mapping[str, str],
) -> list[ReportChange]:
    """Reports that only one side has; of one file they are one report with a new name."""
    hashes = {_hash(parts): end for end, parts in sorted(removed.items()) if _hash(parts)}
    found, renamed = [], set()
    for end, parts in added.items():
        was = hashes.pop(_hash(parts), None)
        iri = f"{ID}report/{end}"
        if was is None:
            found.append(ReportChange("added", names[end], iri, _changes([], parts)))
        else:
            renamed.add(was)
            changes = _changes(removed[was], parts)
            found.append(ReportChange("renamed", names[end], iri, changes, names[was]))
    found += [
        ReportChange("removed", names[end], f"{ID}report/{end}", _changes(parts, []))
        for end, parts in removed.items()
        if end not in renamed
    ]
    return found


def _hash(parts: Sequence[ReportItem]) -> str:
    (header,) = (item for item in parts if item.kind == "report")
    return header.fields.get("hash of the file", "")


def _terms(old: Statements, new: Statements, labels: Mapping[str, str]) -> tuple[Change, ...]:
    """Terms of the vocabulary that came, went or are described otherwise."""
    found = []
    for iri in sorted(old.keys() | new.keys()):
        what = f"{label(iri, labels)} <{iri}>"
        if iri not in old:
            found.append(Change("added", "term", what))
        elif iri not in new:
            found.append(Change("removed", "term", what))
        else:
            for name in sorted(old[iri].keys() | new[iri].keys()):
                was, is_ = (" | ".join(side[iri].get(name, ())) for side in (old, new))
                if was != is_:
                    found.append(Change("changed", "term", what, label(name, {}), was, is_))
    return tuple(found)


def _names(
    ends: Iterable[str], labels: Mapping[str, str], families: Mapping[str, str]
) -> dict[str, str]:
    """``Leeds, ILACS 2022``; with the whole date where a year does not tell reports apart."""
    short, long = {}, {}
    for end in ends:
        authority, _, rest = end.partition("/")
        family, _, day = rest.partition("/")
        start = f"{label(f'{ID}authority/{authority}', labels)}, {families.get(family, family)} "
        short[end] = start + (day[:4] if day[:4].isdecimal() else day)
        long[end] = start + day
    times = Counter(short.values())
    return {end: long[end] if times[short[end]] > 1 else short[end] for end in short}
