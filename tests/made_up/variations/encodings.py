"""Text files whose bytes are not those of plain UTF-8 lines."""

from __future__ import annotations

import re
from random import Random

from tests.made_up.pieces import MadeUp
from tests.made_up.variations.variation import ALL, Variation

LIGATURES = {"ffi": "\ufb03", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}


def same(rng: Random, report: MadeUp) -> MadeUp:
    """The report as it is: only its bytes are others."""
    return report


def only_returns(rng: Random, text: str) -> bytes:
    """Lines that end in CR alone."""
    return text.replace("\n", "\r").encode()


def windows(rng: Random, text: str) -> bytes:
    """Lines that end in CR LF."""
    return text.replace("\n", "\r\n").encode()


def separators(rng: Random, text: str) -> bytes:
    """Lines that end in U+2028, U+0085 or U+000B."""
    return text.replace("\n", rng.choice(("\u2028", "\u0085", "\u000b"))).encode()


def utf16(rng: Random, text: str) -> bytes:
    """UTF-16 with its mark."""
    return text.encode("utf-16")


def bad_byte(rng: Random, text: str) -> bytes:
    """One byte that is no UTF-8, where a curly apostrophe stood; the others stay."""
    data = text.encode()
    mark = "\u2019".encode()
    places = [match.start() for match in re.finditer(re.escape(mark), data)]
    if not places:
        return data + b"\xff"
    place = places[-1]
    return data[:place] + b"\x92" + data[place + len(mark) :]


def ligatures(rng: Random, text: str) -> bytes:
    """Ligatures in place of letters."""
    for letters, glyph in LIGATURES.items():
        text = text.replace(letters, glyph)
    return text.encode()


def soft_hyphens(rng: Random, text: str) -> bytes:
    """Soft hyphens inside long words."""
    return re.sub(r"([a-z]{4})([a-z]{4})", "\\1\u00ad\\2", text).encode()


def direction_marks(rng: Random, text: str) -> bytes:
    """Marks of direction and spaces of no width before words."""
    mark = rng.choice(("\u200e", "\u200b", "\ufeff"))
    return re.sub(r" (?=[A-Z])", f" {mark}", text).encode()


def hard_spaces(rng: Random, text: str) -> bytes:
    """Spaces that do not break, between the words of names, dates and headings."""
    return re.sub(r"(?<=[a-z\d]) (?=[A-Z\d])", "\u00a0", text).encode()


KINDS = (
    ("lines that end in CR", only_returns, True), ("lines that end in CR LF", windows, True),
    ("lines with other separators", separators, True), ("UTF-16", utf16, True),
    ("one bad byte", bad_byte, False), ("ligatures", ligatures, True),
    ("soft hyphens", soft_hyphens, True), ("direction marks", direction_marks, True),
    ("spaces that do not break", hard_spaces, True),
)  # fmt: skip
VARIATIONS = tuple(
    Variation(kind, "documents", ALL, same, ("text",), readable=readable, encode=encode)
    for kind, encode, readable in KINDS
)
