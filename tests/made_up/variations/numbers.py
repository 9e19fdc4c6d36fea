"""Figures of the facts about the area, printed otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp
from tests.made_up.variations.edits import reworded
from tests.made_up.variations.variation import SIF, Variation

TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
COUNTED = re.compile(r"(?<=, )(\d[\d,]*)(?= (?:children|young))")


def in_words(number: int) -> str:
    """A number below ten thousand in words: "four hundred and ten"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    joint = "" if not number % 1000 else " and " if number % 1000 < 100 else ", "
    return f"{in_words(number // 1000)} thousand" + (joint and joint + in_words(number % 1000))


def _places(report: MadeUp) -> list[int]:
    return [place for place in report.indices("fact") if COUNTED.search(report.pieces[place].text)]


def words(rng: Random, report: MadeUp) -> MadeUp | None:
    """A figure in words: "four hundred and ten children"."""
    places = _places(report)
    if not places:
        return None
    return reworded(report, rng.choice(places), lambda text: COUNTED.sub(
        lambda match: in_words(int(match[1].replace(",", ""))), text, count=1
    ))  # fmt: skip


def spaced(rng: Random, report: MadeUp) -> MadeUp | None:
    """Thousands parted by a space: "1 590 children", "1, 590 children"."""
    places = [
        place
        for place in _places(report)
        if re.search(r"\d,\d{3} (?:children|young)", report.pieces[place].text)
    ]
    if not places:
        return None
    return reworded(report, rng.choice(places), lambda text: re.sub(
        r"(\d),(\d{3})(?= (?:children|young))", rng.choice((r"\1 \2", r"\1, \2")), text, count=1
    ))  # fmt: skip


def footnoted(rng: Random, report: MadeUp) -> MadeUp | None:
    """A footnote's mark behind a figure at a bullet's end."""
    places = [place for place in report.indices("fact") if report.pieces[place].text[-1:] in ".:"]
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    note = "The made-up authority was asked to check this figure, and it did not."
    return report.with_piece(place, replace(piece, raised="3", foot=note))


def without_at(rng: Random, report: MadeUp) -> MadeUp | None:
    """A figure's day in another form: no "At", "As at", "At the end of", an ordinal."""
    places = [
        place for place in report.indices("fact") if report.pieces[place].text.startswith("At ")
    ]
    if not places:
        return None
    opening = rng.choice(("As at ", "On ", ""))
    return reworded(report, rng.choice(places), lambda text: opening + text.removeprefix("At "))


def part_of_group(rng: Random, report: MadeUp) -> MadeUp | None:
    """A number of some of the children, which is not the number of all."""
    places = [
        place
        for place in report.indices("fact")
        if "being looked after" in report.pieces[place].text
    ]
    if not places:
        return None
    return reworded(report, places[0], lambda text: text.replace(
        "Of this number:", "Two of the children looked after came here by sea. Of this number:"
    ))  # fmt: skip


def per_cent(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "12 per cent" for "12%" """
    places = [place for place in report.indices("fact") if "%" in report.pieces[place].text]
    if not places:
        return None
    words = rng.choice((" per cent", " percent", " %"))
    return reworded(report, rng.choice(places), lambda text: text.replace("%", words))


def about(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "approximately 1,083 children" """
    places = _places(report)
    if not places:
        return None
    word = rng.choice(("approximately", "about", "around", "a total of", "some"))
    return reworded(
        report, rng.choice(places), lambda text: COUNTED.sub(rf"{word} \g<0>", text, count=1)
    )


def over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end behind a figure, or inside its words."""
    places = _places(report)
    if not places:
        return None
    return reworded(
        report, rng.choice(places), lambda text: COUNTED.sub(
            lambda match: f"{match[0]}\n", text, count=1
        ).replace("\n ", "\n"),
    )  # fmt: skip


VARIATIONS = (
    Variation("per cent in words", "figures", SIF, per_cent),
    Variation("about a figure", "figures", SIF, about),
    Variation("line's end behind a figure", "figures", SIF, over_lines),
    Variation("figure in words", "figures", SIF, words),
    Variation("thousands parted by a space", "figures", SIF, spaced),
    Variation("footnote behind a figure", "documents", SIF, footnoted, ("pdf",)),
    Variation("figure's day in another form", "figures", SIF, without_at),
    Variation("number of some of the children", "figures", SIF, part_of_group),
)
