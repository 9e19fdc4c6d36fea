"""One raw line becomes clean text, with the way back to the raw text.

Glyphs that a word processor's symbol fonts left in the private use area become bullets, white
space is collapsed, footnote marks go, and every character that stays knows where it came from.
"""

from __future__ import annotations

import re

#: Bullets of the first level: U+25FC and its kin, arrows, ticks, the Wingdings squares and dots,
#: U+0083 in files of 2009.
FIRST_LEVEL = (
    "\u25fc\u25fb\u25fd\u25fe\u25aa\u25ab\u25a0\u25a1\u25c6\u2756\u2022\u25cf\u2219\u2023\u2043\u00b7\u0083"
    "\u25b6\u25b8\u25ba\u27a2\u27a4\u2713\u2714\uf06e\uf0b7\uf0a8\uf0d8\uf0fc\uf076"
)
#: Bullets of the second level: dashes of many kinds, Wingdings small squares, combining strokes.
SECOND_LEVEL = "\uf02d\uf0a7\uf0be\u2212\u2013\u2014\u2015\u2500\u0335\u0336\u25e6\u25cb-"

BULLET = "\u2022 "
DASH = "\u2013 "

#: A bullet at a line's start; a dash is one only with a space or nothing behind it (but for that
#: of a symbol font), and figures behind a minus are figures.
LEADING_BULLET = re.compile(
    rf"\s*(?:(?P<first>[{FIRST_LEVEL}])\s*"
    rf"|(?P<second>\uf02d(?=\S)|[{SECOND_LEVEL}](?=\s|$)|o(?=\s))\s*)(?=\S|$)"
)

#: What is not printed or not single: control and zero-width characters, marks of direction, runs of
#: white space; and letters that are printed as one.
UNCLEAN = re.compile(
    r"(?P<space>[\s\u00a0\u2000-\u200a\u202f\u3000]+)"
    r"|(?P<drop>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufffd-\uffff]+)"
    r"|(?P<ligature>[\ufb00-\ufb06\uf02d])"
)
LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
    # the dash of a symbol font inside a line: "2016–17"
    "\uf02d": "\u2013",
}  # fmt: skip
PLAIN = re.compile(r"[ -~\u2018\u2019\u201c\u201d\u2013]*")

#: A superscript digit as a character of its own, in text files.
SUPERSCRIPTS = re.compile(r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
#: Emphasis of Markdown-like text.
EMPHASIS = re.compile(r"\*\*|__")

Runs = tuple[tuple[int, int], ...]


def clean_line(
    raw: str, start: int, cuts: tuple[tuple[int, int], ...] = (), *, keep_hyphen: bool = False
) -> tuple[str, Runs, int]:
    """The clean text of a raw line.

    ``start`` is the line's offset in its page's raw text, ``cuts`` the spans of ``raw`` to leave
    out, ``keep_hyphen`` says that the line ends in PDFium's mark of a printed hyphen.

    Returns the clean text, its runs (see `Line.runs`) and the bullet's level (0, 1 or 2).
    """
    pieces: list[tuple[str, int]] = []  # (text, raw offset within the line)
    level, position, prefix = 0, 0, ""
    # most lines begin with a letter that is no bullet
    bullet = None if raw[:1].isalpha() and raw[0] != "o" else LEADING_BULLET.match(raw)
    if bullet:
        level = 1 if bullet["first"] else 2
        prefix = BULLET if level == 1 else DASH
        position = bullet.end()
    if keep_hyphen:
        raw = raw.rstrip("\ufffe") + "-"
    if not cuts and PLAIN.fullmatch(raw, position) and "  " not in raw:
        body = raw[position:].strip(" ")
        lead = len(raw) - position - len(raw[position:].lstrip(" "))
        runs = ((0, start), (len(prefix), start + position + lead)) if prefix else (
            (0, start + position + lead),)  # fmt: skip
        return (prefix + body).rstrip(" "), runs, level
    for begin, end in _kept(len(raw), position, cuts):
        at = begin
        for match in UNCLEAN.finditer(raw, begin, end):
            pieces.append((raw[at : match.start()], at))
            if match["space"]:
                pieces.append((" ", match.start()))
            elif match["ligature"]:
                pieces += [(letter, match.start()) for letter in LIGATURES[match["ligature"]]]
            at = match.end()
        pieces.append((raw[at:end], at))
    return _join(pieces, prefix, start, level)


def as_seen(text: str) -> str:
    """A text without what is not printed, and with the letters of its ligatures."""
    if PLAIN.fullmatch(text):
        return text
    return UNCLEAN.sub(lambda match: LIGATURES.get(match[0], " " if match["space"] else ""), text)


def _kept(length: int, position: int, cuts: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The spans of a line from ``position`` on that stand outside the cuts."""
    spans = []
    for begin, end in cuts:
        if begin >= position:
            spans.append((position, begin))
            position = end
    return [*spans, (position, length)]


def _join(
    pieces: list[tuple[str, int]], prefix: str, start: int, level: int
) -> tuple[str, Runs, int]:
    text = prefix
    runs = [(0, start)] if prefix else []
    for piece, raw in pieces:
        if piece.startswith(" "):
            trimmed = piece.lstrip(" ")
            # one space at most, and none at the start
            if text and not text.endswith(" "):
                trimmed = " " + trimmed
            raw += len(piece) - len(trimmed)
            piece = trimmed
        if piece:
            runs.append((len(text), start + raw))
            text += piece
    return text.rstrip(" "), tuple(runs) or ((0, start),), level
