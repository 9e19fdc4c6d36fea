"""What was tried, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Harm(StrEnum):
    """What must never happen."""

    #: a good report or a record that was there is gone, or a file went without a word
    LOST = "lost"
    #: a mixture of two states, a store that does not open, a build that cannot go on
    TORN = "torn"
    #: a statement whose words the file does not have
    INVENTED = "invented"
    #: the program did not foresee it
    TRACEBACK = "traceback"
    #: it took more than it may, or left processes behind
    BEYOND = "beyond limit"


@dataclass(frozen=True, slots=True)
class Failure:
    """One trial that did harm."""

    kind: str
    harm: Harm
    what: str
    #: how to try it again
    again: str


class Tally:
    """Counts of trials by kind."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.failures: list[Failure] = []
        #: what is no harm and worth knowing: time up, processes ended
        self.notes: Counter[str] = Counter()

    def table(self) -> str:
        """A line for each kind, and one for all of them."""
        lines = ["".join((f"{'':30}", *(f"{name:>13}" for name in ("tried", "survived", *Harm))))]
        lines += [_line(kind, *self._counts(kind)) for kind in sorted(self.tried)]
        rows = [self._counts(kind) for kind in self.tried]
        lines.append(_line("all", *(sum(column) for column in zip(*rows, strict=True))))
        lines += [f"{count:>8,} {note}" for note, count in sorted(self.notes.items()) if count]
        return "\n".join(lines)

    def told(self) -> Iterator[str]:
        """A few lines for each failure."""
        for each in self.failures:
            yield f"{each.kind}: {each.harm}: {each.what}\n    again: {each.again}"

    def _counts(self, kind: str) -> tuple[int, ...]:
        harms = Counter(each.harm for each in self.failures if each.kind == kind)
        return (self.tried[kind], self.tried[kind] - harms.total(), *(harms[h] for h in Harm))


def _line(name: str, *counts: int) -> str:
    return f"{name:30}" + "".join(f"{count:>13,}" for count in counts)
