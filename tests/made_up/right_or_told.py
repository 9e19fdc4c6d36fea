"""Each variation of a made-up report is read as its truth, or a problem is raised: right or told.

Usage: python -m tests.made_up.right_or_told [--count 4000] [--seed 1] [--kind WORDS] [--show 1]

Prints a line for each kind of variation: how many were read rightly; how many not, with something
new said about it; how many with a value that is not printed, though something was said; how many
wrongly with nothing said; and of how many read rightly something was said all the same.
``--show`` prints so many examples of what is wrong.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
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
from tests.made_up.bounds import WRONG
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
#: Reports that are tried for each one that a variation fits.
TRIES = 60


#: The last column: read rightly, and something was said all the same.
SAID = "said"


class State(StrEnum):
    """How a varied report was read."""

    RIGHT = "right"
    TOLD = "told"
    #: a value stands that is not printed, though something was said
    WRONG = "wrong"
    SILENT = "wrong in silence"


@dataclass(frozen=True, slots=True)
class Made:
    """Which report was varied."""

    design: str
    form: str
    seed: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One varied report, and how it was read."""

    kind: str
    made: Made
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


#: Nothing was read, and nothing said.
NOTHING = Reading(None, Counter())
#: What is rightly said of many reports in their usual form.
ROUTINE = "no-publication-date"


class Reader:
    """Reads made-up reports with the register of their authorities."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "register.ttl")
            file.write_text(register.turtle(PLACES), encoding="utf-8")
            self.knowledge: Knowledge = load_knowledge((file,))
        self.profiles = load_profiles()
        self.usual = lru_cache(maxsize=400)(self._usual)

    def read(self, data: bytes) -> Reading:
        """The report in some bytes."""
        try:
            document = read_bytes(data, "varied")
        except UnreadableFile as error:
            return Reading(None, Counter([f"unreadable: {error}"]))
        report = read_report(document, self.knowledge, self.profiles, rate=False)
        said = [f"{each.code}: {each.message}" for each in report.problems]
        return Reading(report, Counter([*said, *(f"note: {note}" for note in document.notes)]))

    def _usual(self, design: str, seed: int, form: str) -> Reading | None:
        """How the report is read in its usual form; None if that is wrong already."""
        report = made(design, seed)
        reading = self.read(printed(report, form))
        if reading.report is None or differences(report.truth, reading.report):
            return None
        return reading


@lru_cache(maxsize=400)
def made(design: str, seed: int) -> MadeUp:
    """A short report of a design."""
    place = PLACES[seed % len(PLACES)]
    others = tuple(each.name for each in PLACES if each is not place)[:5]
    return replace(make(design, seed, place, SHORT), others=others, trust=place.trust)


def printed(report: MadeUp, form: str) -> bytes:
    """The report as the bytes of a file."""
    return pdf.draw(report) if form == "pdf" else text.plain(report).encode()


def outcomes(reader: Reader, variation: Variation, count: int, seed: int) -> Iterator[Outcome]:
    """Varied reports of one kind, designs and formats in turn, in an order that the seed decides.

    Which reports these are depends on the variation and the seed alone, not on how they are read;
    those that are read wrongly in their usual form are left out.
    """
    pairs = [
        (design, form) for form in variation.formats for design in DESIGNS if variation.fits(design)
    ]
    Random(f"{variation.kind} {seed}").shuffle(pairs)
    found = 0
    for tried in range(count * TRIES):
        design, form = pairs[tried % len(pairs)]
        number = seed * 1000 + tried
        rng = Random(f"{variation.kind} {design} {number}")
        varied = variation.change(rng, made(design, number))
        if varied is None:
            continue
        found += 1
        usual = NOTHING if variation.usual else reader.usual(design, number, form)
        if usual is not None and (design, form) not in WRONG:
            yield _outcome(reader, variation, varied, Made(design, form, number), usual, rng)
        if found == count:
            return


def _outcome(
    reader: Reader, variation: Variation, varied: MadeUp, made: Made, usual: Reading, rng: Random
) -> Outcome:
    if variation.encode:
        data = variation.encode(rng, text.plain(varied))
    else:
        data = printed(varied, made.form)
    reading = reader.read(data)
    said = tuple(
        each for each in reading.said - usual.said
        if not (variation.usual and each.startswith(ROUTINE))
    )  # fmt: skip
    if reading.report is None:
        return Outcome(variation.kind, made, State.TOLD, (), said, data)
    found = tuple(differences(varied.truth, reading.report))
    return Outcome(variation.kind, made, _state(variation, found, said), found, said, data)


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
    totals: Counter[str] = Counter()
    columns = [*State, SAID]
    print(_line("kind", "area", ["right", "told", "wrong", "silent", SAID]))
    for variation in kinds:
        found = list(outcomes(reader, variation, max(asked.count // len(kinds), 1), asked.seed))
        counts: Counter[str] = Counter(each.state for each in found)
        counts[SAID] = sum(each.state is State.RIGHT and bool(each.said) for each in found)
        totals += counts
        mark = "" if variation.readable else "  (doubtful)"
        line = _line(variation.kind, variation.area, [counts[each] for each in columns])
        print(line + mark, flush=True)
        wrong = [each for each in found if each.state in (State.WRONG, State.SILENT)]
        for each in wrong[: asked.show]:
            _show(each, asked.keep)
    print(_line("all", "", [totals[each] for each in columns]))


def _line(kind: str, area: str, values: Sequence[object]) -> str:
    return f"{kind:45} {area:10} " + " ".join(f"{value:>6}" for value in values)


def _show(outcome: Outcome, keep: Path | None) -> None:
    print(
        f"    {outcome.state}: {outcome.made.design}, {outcome.made.form}, seed {outcome.made.seed}"
    )
    for each in outcome.differences[:3]:
        print(f"      {each.what}: printed {each.wanted[:160]!r}, read {each.got[:160]!r}")
    for said in outcome.said[:2]:
        print(f"      said: {said[:160]}")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        name = f"{outcome.kind} {outcome.made.design} {outcome.made.seed}".replace(
            " ", "-"
        ).replace("/", "-")
        ending = "pdf" if outcome.data.startswith(b"%PDF") else "txt"
        (keep / f"{name}.{ending}").write_bytes(outcome.data)


if __name__ == "__main__":
    main()
