"""Words that no report has, or not so.

These take a report's text and give another; `tests.faults.mutants` puts it into files of any kind.
"""

from __future__ import annotations

import re
from random import Random

ODD = (
    "\u202e", "\u200b", "\u200d", "\u0301" * 50, "\u2028", "\u2029", "\x85", "\x0b", "\x00",
    "\ufeff", "\ue000", "\uffff", "\U0001f600", "\U000e0041", "\ud800", "\x1b[31m", "\x7f",
    "\u00ad", "\ufffd", "\u00a0", "\u3000", "\u0663", "\u2160", "\ufb01", "\x1c", "\x08",
)  # fmt: skip


def odd_characters(data: bytes, rng: Random, most: int) -> bytes:
    """Characters that most programs stumble over, here and there."""
    said, share, odd = _said(data), rng.choice((0.001, 0.02, 0.2)), rng.sample(ODD, 3)
    return _bytes("".join(c + rng.choice(odd) if rng.random() < share else c for c in said))


def odd_letters(data: bytes, rng: Random, most: int) -> bytes:
    """Some letters are others."""
    letters = list(_said(data))
    for _ in range(rng.choice((1, 5, 100))):
        letters[rng.randrange(len(letters))] = rng.choice("abcxyzAXZ0189.,:;-()\u2013\u2019 \n\t")
    return _bytes("".join(letters))


def long_line(data: bytes, rng: Random, most: int) -> bytes:
    """No line ends, or one very long line or word among others."""
    said = _said(data)
    if rng.random() < 0.4:
        return _bytes(said.replace("\n", " "))
    one = rng.choice(
        ("word ", "x", "Good ", "Leeds ", "(", "\u201c", "12 June 2024 ", "A. ", "- ", "9")
    )
    return _at_a_line(said, one * rng.choice((5000, min(most, 100_000))), rng)


def bullets(data: bytes, rng: Random, most: int) -> bytes:
    """Lists in lists, of many marks."""
    marks = ("- ", "* ", "\u2022 ", "1. ", "a) ", "(i) ", "\u2013 ", "1.1.1 ", "o ")
    deep = rng.choice((10, 200, min(most, 5000)))
    mark = rng.choice((*marks, ""))
    lines = [" " * (level % 40) + (mark or rng.choice(marks)) + "the plan" for level in range(deep)]
    return _at_a_line(_said(data), "\n".join(lines), rng)


def empty_lines(data: bytes, rng: Random, most: int) -> bytes:
    """As many empty lines as there is time for."""
    one = rng.choice(("\n", "\r", "\r\n", " \n", "\f", "\t\n", "\n\f"))
    return _at_a_line(_said(data), one * rng.choice((1000, rng.randrange(most))), rng)


def same_line(data: bytes, rng: Random, most: int) -> bytes:
    """One of its lines, as often as there is time for."""
    said = _said(data)
    line = rng.choice(said.split("\n"))
    return _at_a_line(said, (line + "\n") * rng.choice((20, 1000, max(most // 20, 1))), rng)


def other_order(data: bytes, rng: Random, most: int) -> bytes:
    """Lines in another order, or each of them twice."""
    lines = _said(data).split("\n")
    if rng.random() < 0.3:
        lines = [line for line in lines for _ in range(2)]
    elif rng.random() < 0.5:
        rng.shuffle(lines)
    else:
        lines = lines[::-1]
    return _bytes("\n".join(lines))


def words_gone(data: bytes, rng: Random, most: int) -> bytes:
    """Words are missing, doubled, or cut by a line's end."""
    share, other = rng.choice((0.01, 0.1)), rng.choice(("", "{0} {0}", "{0}\n", "{0}-\n", "{0}\t"))
    return _bytes(
        re.sub(
            r"\S+",
            lambda found: other.replace("{0}", found[0]) if rng.random() < share else found[0],
            _said(data),
        )
    )


def odd_numbers(data: bytes, rng: Random, most: int) -> bytes:
    """Numbers that cannot be: days, years, counts."""
    odd = (
        "0",
        "99",
        "9" * 50,
        "9" * 5000,
        "-1",
        "1,000,000,000",
        "1e9",
        "\u0663",
        "31",
        "2204",
        "0001",
    )
    share = rng.choice((0.05, 0.5))
    return _bytes(
        re.sub(r"\d+", lambda f: rng.choice(odd) if rng.random() < share else f[0], _said(data))
    )


def capitals(data: bytes, rng: Random, most: int) -> bytes:
    """All in capitals, or all small, or every other."""
    said = _said(data)
    return _bytes(rng.choice((said.upper(), said.lower(), said.title(), said.swapcase())))


def brackets(data: bytes, rng: Random, most: int) -> bytes:
    """Brackets and quotes that nobody closes."""
    sign = rng.choice("([{<\"'\u201c\u2018")
    return _at_a_line(
        _said(data), f"see {sign} this " * rng.choice((1, 100, min(most, 20_000))), rng
    )


def _at_a_line(said: str, what: str, rng: Random) -> bytes:
    lines = said.split("\n")
    place = rng.randrange(len(lines) + 1)
    return _bytes("\n".join((*lines[:place], what, *lines[place:])))


def _said(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _bytes(said: str) -> bytes:
    return said.encode("utf-8", "surrogatepass")


ALL = (
    odd_characters, odd_letters, long_line, bullets, empty_lines, same_line, other_order,
    words_gone, odd_numbers, capitals, brackets,
)  # fmt: skip
