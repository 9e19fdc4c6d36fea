"""The characters of text files: their coding, their line ends, and what stands for a letter.

A coding is told from the bytes.  One byte that is no UTF-8 does not make another coding of a file:
it is replaced and told.  The many signs that end a line (CR, U+0085, U+2028, ...) become one, and
a soft hyphen at a line's end goes together with the break that it allowed.
"""

from __future__ import annotations

import codecs
import re

from kg.documents.model import Note

#: The marks that open a file in a coding of 16 or 32 bits, the longer ones first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
#: Bytes at the start of a file in which a coding without a mark shows.
SHOWS = 4096
#: Of text in Latin letters, so many of the high bytes are zero in UTF-16.
ZEROS = 0.4
#: A character of UTF-8 that takes several bytes.
SEVERAL = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")

LINE_END = re.compile("\r\n|[\n\r\x1c\x1d\x1e\x85\u2028\u2029]")
#: A word that was parted at a line's end.
SOFT_HYPHEN = re.compile("\u00ad[ \t]*\n[ \t]*")


def decoded(data: bytes) -> tuple[str, list[Note]]:
    """The text of some bytes, and what is to be said of its coding."""
    for mark, coding in MARKS:
        if data.startswith(mark):
            return data.decode(coding, errors="replace"), []
    wide = unmarked(data)
    if wide:
        said = f"the file does not say its coding, and was read as {wide.upper()}"
        return data.decode(wide, errors="replace"), [_guessed(said)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    several = SEVERAL.findall(data)
    wrong = len(HIGH.findall(data)) - sum(map(len, several))
    if wrong <= len(several):
        bytes_ = "a byte" if wrong == 1 else f"{wrong} bytes"
        said = f"the file is UTF-8, but for {bytes_}, left out"
        return data.decode("utf-8", errors="replace"), [_guessed(said)]
    said = "the file is not UTF-8, and was read as Windows-1252"
    return data.decode("cp1252", errors="replace"), [_guessed(said)]


def _guessed(said: str) -> Note:
    return Note("coding-guessed", f"{said}: look at its letters with accents and its quotes")


def unmarked(data: bytes) -> str | None:
    """The coding of 16 bits in which some bytes are, where no mark says so."""
    start = data[: SHOWS // 2 * 2]
    pairs = max(len(start) // 2, 1)
    if len(data) % 2 == 0:
        if start[1::2].count(0) > ZEROS * pairs and start[::2].count(0) == 0:
            return "utf-16-le"
        if start[::2].count(0) > ZEROS * pairs and start[1::2].count(0) == 0:
            return "utf-16-be"
    return None


def with_plain_lines(text: str) -> str:
    """A text whose lines all end in a line feed; words parted by a soft hyphen are whole again."""
    text = LINE_END.sub("\n", text)
    # a break inside a paragraph, as word processors write it, is white space; what parts most
    # lines, and leaves blank ones, ends them
    ends = "\x0b\x0b" in text and text.count("\x0b") > text.count("\n")
    text = text.replace("\x0b", "\n" if ends else " ")
    return SOFT_HYPHEN.sub("", text)
