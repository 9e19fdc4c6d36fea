"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

#: How like a known word must be (share of the letters that fit, `difflib`'s ratio).
ALIKE = 0.6


def alike(word: str, known: Iterable[str], most: int = 3, least: float = ALIKE) -> list[str]:
    """The known words that are written most like one, the likest first; case does not count.

    ``least`` is how like they must be.
    """
    from difflib import get_close_matches

    forms: dict[str, str] = {}
    for each in known:
        forms.setdefault(str(each).casefold(), str(each))
    return [forms[form] for form in get_close_matches(word.casefold(), forms, most, least)]


def did_you_mean(word: str, known: Iterable[str], *, most: int = 1, otherwise: str = "") -> str:
    """The end of a message about an unknown word: ``"; did you mean 'board'?"``.

    Where nothing is alike it is what ``otherwise`` says, or nothing.

    >>> did_you_mean("bord", ["board", "authority"])
    "; did you mean 'board'?"
    >>> did_you_mean("xyz", ["board"], otherwise="see: kg queries")
    '; see: kg queries'
    """
    return meant(alike(word, known, most)) or (f"; {otherwise}" if otherwise else "")


def meant(words: Sequence[str]) -> str:
    """The end of a message that offers some words, nothing where there are none."""
    return f"; did you mean {' or '.join(map(repr, words))}?" if words else ""
