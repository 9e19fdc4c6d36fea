"""Each variation of a made-up report is read as its truth, or a problem is raised: right or told.

Usage: python -m tests.made_up.right_or_told [--count 4000] [--seed 1] [--kind WORDS] [--show 1]

Prints a line for each kind of variation: how many were read rightly; how many not, with something
new said about it; how many with a value that is not printed, though something was said; and how
many wrongly with nothing said.  ``--show`` prints so many examples of what is wrong.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from random import Random

from kg.documents.reading import read_bytes
from kg.errors import UnreadableFile
from kg.knowledge import Knowledge, load_knowledge
from kg.reports import Report, load_profiles, read_report
from tests.made_up import pdf, register, text
from tests.made_up.compare import Difference, differences
from tests.made_up.making import DESIGNS, make, places
from tests.made_up.pieces import MadeUp
from tests.made_up.variations import VARIATIONS, Variation
from tests.made_up.writing import Size

PLACES = places()
#: As long as is needed for every kind of part to be there.
SHORT = Size(0.1)
#: Values that must not stand if they are not printed, whatever is said beside them.
MISLEADING = ("family", "authority", "start", "end", "published", "lead", "judgement", "figure")
#: Seeds that are tried until a variation fits one.
TRIES = 60


class State(StrEnum):
    """How a varied report was read."""

    RIGHT = "right"
    TOLD = "told"
    #: a value stands that is not printed, though something was said
    WRONG = "wrong"
    SILENT = "wrong in silence"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One varied report, and how it was read."""

    kind: str
    design: str
    format: str
    seed: int
    state: State
    differences: tuple[Difference, ...]
    #: what was said of it and not of the report in its usual form
    said: tuple[str, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from bytes, or why nothing was."""

    report: Report | None
    #: code and words of each problem
    said: Counter[str]


class Reader:
    """Reads made-up reports with the register of their authorities."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "register.ttl")
            file.write_text(register.turtle(PLACES), encoding="utf-8")
            self.knowledge: Knowledge = load_knowledge((file,))
        self.profiles = load_profiles()
        self.base = lru_cache(maxsize=400)(self._base)

    def read(self, data: bytes) -> Reading:
        """The report in some bytes."""
        try:
            document = read_bytes(data, "varied")
        except UnreadableFile as error:
            return Reading(None, Counter([f"unreadable: {error}"]))
        report = read_report(document, self.knowledge, self.profiles, rate=False)
        said = [f"{each.code}: {each.message}" for each in report.problems]
        return Reading(report, Counter([*said, *(f"note: {note}" for note in document.notes)]))

    def _base(self, design: str, seed: int, form: str) -> tuple[MadeUp, Reading] | None:
        """The report in its usual form as it is read; None if that is wrong already."""
        place = PLACES[seed % len(PLACES)]
        others = tuple(each.name for each in PLACES if each is not place)[:5]
        report = replace(make(design, seed, place, SHORT), others=others)
        reading = self.read(printed(report, form))
        if reading.report is None or differences(report.truth, reading.report):
            return None
        return report, reading


def printed(report: MadeUp, form: str) -> bytes:
    """The report as the bytes of a file."""
    return pdf.draw(report) if form == "pdf" else text.plain(report).encode()


def outcomes(reader: Reader, variation: Variation, count: int, seed: int) -> Iterator[Outcome]:
    """Varied reports of one kind, designs and formats in turn."""
    designs = [design for design in DESIGNS if variation.fits(design)]
    rng = Random(f"{variation.kind} {seed}")
    made = tried = 0
    while made < count and tried < count + TRIES:
        design = designs[tried % len(designs)]
        form = variation.formats[(tried // len(designs)) % len(variation.formats)]
        number = seed * 1000 + tried // len(designs)
        tried += 1
        outcome = _outcome(reader, variation, design, number, form, rng)
        if outcome:
            made += 1
            yield outcome


def _outcome(
    reader: Reader, variation: Variation, design: str, seed: int, form: str, rng: Random
) -> Outcome | None:
    base = reader.base(design, seed, form)
    if base is None:
        return None
    report, usual = base
    varied = variation.change(rng, report)
    if varied is None:
        return None
    if variation.encode:
        data = variation.encode(rng, text.plain(varied))
    else:
        data = printed(varied, form)
    reading = reader.read(data)
    said = tuple(reading.said - usual.said)
    if reading.report is None:
        found, state = (), State.TOLD
    else:
        found = tuple(differences(varied.truth, reading.report))
        state = _state(variation, found, said)
    return Outcome(variation.kind, design, form, seed, state, found, said, data)


def _state(variation: Variation, found: tuple[Difference, ...], said: tuple[str, ...]) -> State:
    if not said:
        return State.SILENT if found or variation.must_tell else State.RIGHT
    if not found:
        return State.RIGHT
    misled = any(each.got and each.what in MISLEADING for each in found)
    return State.WRONG if misled else State.TOLD


def main() -> None:
    """Print the table of all kinds."""
    parser = argparse.ArgumentParser(description="Reads varied reports and says how each was read.")
    parser.add_argument("--count", type=int, default=4000, help="varied reports in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", default="", help="only kinds whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="examples of what is wrong, each kind")
    parser.add_argument("--keep", type=Path, help="folder for the files of these examples")
    asked = parser.parse_args()
    kinds = [each for each in VARIATIONS if asked.kind in each.kind]
    reader = Reader()
    totals: Counter[State] = Counter()
    print(
        f"{'kind':45} {'area':10} "
        + " ".join(f"{state:>6}" for state in ("right", "told", "wrong", "silent"))
    )
    for variation in kinds:
        found = list(outcomes(reader, variation, max(asked.count // len(kinds), 1), asked.seed))
        counts = Counter(each.state for each in found)
        totals += counts
        mark = "" if variation.readable else "  (doubtful)"
        print(
            f"{variation.kind:45} {variation.area:10} "
            + " ".join(f"{counts[state]:6}" for state in State)
            + mark,
            flush=True,
        )
        wrong = [each for each in found if each.state in (State.WRONG, State.SILENT)]
        for each in wrong[: asked.show]:
            _show(each, asked.keep)
    print(f"{'all':45} {'':10} " + " ".join(f"{totals[state]:6}" for state in State))


def _show(outcome: Outcome, keep: Path | None) -> None:
    print(f"    {outcome.state}: {outcome.design}, {outcome.format}, seed {outcome.seed}")
    for each in outcome.differences[:3]:
        print(f"      {each.what}: printed {each.wanted[:160]!r}, read {each.got[:160]!r}")
    for said in outcome.said[:2]:
        print(f"      said: {said[:160]}")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        name = f"{outcome.kind} {outcome.design} {outcome.seed}".replace(" ", "-").replace("/", "-")
        ending = "pdf" if outcome.data.startswith(b"%PDF") else "txt"
        (keep / f"{name}.{ending}").write_bytes(outcome.data)


if __name__ == "__main__":
    main()
