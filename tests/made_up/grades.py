"""Grades, and the ways in which reports print them."""

from __future__ import annotations

from random import Random

#: Since 2013: code and how often it is given.
SINCE_2013 = {"outstanding": 2, "good": 4, "requires-improvement": 4, "inadequate": 2}
#: Until 2013.
UNTIL_2013 = {"outstanding": 1, "good": 3, "adequate": 4, "inadequate": 3}
WORDS = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires-improvement": "Requires improvement to be good",
    "adequate": "Adequate",
    "inadequate": "Inadequate",
}


def draw(rng: Random, scale: dict[str, int]) -> str:
    """A grade, as often as the real reports give it."""
    return rng.choices(tuple(scale), tuple(scale.values()))[0]


def printed(code: str, bare: bool = False) -> str:
    """The grade's words; ``bare`` is the short form of the third grade."""
    return "Requires improvement" if bare and code == "requires-improvement" else WORDS[code]


def verb(code: str, plural: bool = False) -> str:
    """The grade as a predicate: "is good", "are good", "require improvement to be good"."""
    if code == "requires-improvement":
        return "require improvement to be good" if plural else "requires improvement to be good"
    return f"{'are' if plural else 'is'} {WORDS[code].lower()}"
