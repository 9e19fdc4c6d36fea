"""Regular expressions of XPath as Python's.

``sh:pattern`` is matched by SPARQL's REGEX, which is XPath's ``fn:matches`` (XPath Functions 3.1,
section 5.6).  Its language differs from Python's: ``$`` is the very end, ``.`` no line end,
``\\s`` four characters, ``\\w`` no punctuation, classes can be subtracted, and ``(?=``, ``\\b`` or
``*+`` are not there.  What is written otherwise is translated, and what XPath has not is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import groupby


class PatternError(ValueError):
    """A pattern that XPath does not have, or this translation not."""


FLAGS = "ismxq"
#: Escapes that stand for a character, besides those of punctuation, which stand for themselves.
_CHARACTERS = {"n": "\\n", "r": "\\r", "t": "\\t"}
#: Escapes of classes: what stands within brackets, and of its complement.
_SPACES = " \\t\\n\\r"
_NAME_START = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = _NAME_START + "\\-.0-9\xb7\u0300-\u036f\u203f\u2040"
_QUANTITY = re.compile(r"\{\d+(?:,\d*)?\}")
_CATEGORY = re.compile(r"\{(?P<name>[A-Z][a-z]?)\}")
_BACK = re.compile(r"[1-9]\d*")


@lru_cache(maxsize=512)
def compiled(pattern: str, flags: str = "") -> re.Pattern[str]:
    """The pattern for `re.Pattern.search`.

    Raises `PatternError` where it, or a flag, is not XPath's or cannot be translated.
    """
    for letter in flags:
        if letter not in FLAGS:
            raise PatternError(f"there is no flag {letter!r}")
    text = re.escape(pattern) if "q" in flags else _Translation(pattern, flags).whole()
    try:
        return re.compile(text, re.IGNORECASE if "i" in flags else re.NOFLAG)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"it cannot be read ({error})") from error


class _Translation:
    """One pattern, read from left to right."""

    def __init__(self, pattern: str, flags: str) -> None:
        self.text = pattern
        self.at = 0
        #: how many groups have begun
        self.groups = 0
        self.dot_all, self.lines, self.spaced = ("s" in flags, "m" in flags, "x" in flags)

    def whole(self) -> str:
        parts = []
        while self.at < len(self.text):
            parts.append(self._piece())
        return "".join(parts)

    def _piece(self) -> str:
        char = self.text[self.at]
        if char == "\\":
            return self._escape(within=False)
        if char == "[":
            return self._brackets()
        self.at += 1
        match char:
            case "." if not self.dot_all:
                return "[^\\n\\r]"
            case ".":
                return "(?s:.)"
            case "^":
                return "(?:\\A|(?<=\\n)(?!\\Z))" if self.lines else "\\A"
            case "$":
                return "(?:(?=\\n)|(?<!\\n)\\Z)" if self.lines else "\\Z"
            case "(":
                if self.text.startswith("?:", self.at):
                    self.at += 2
                    return "(?:"
                if self.text.startswith("?", self.at):
                    raise PatternError(f"XPath has no (?{self.text[self.at + 1 : self.at + 2]}")
                self.groups += 1
                return char
            case "*" | "+" | "?":
                return char + self._reluctant()
            case "{":
                return self._quantity()
            case "}" | "]":
                raise PatternError(f"{char!r} has to be written as '\\{char}'")
            case " " | "\t" | "\n" | "\r" if self.spaced:
                return ""
            case "|" | ")":
                return char
        return re.escape(char)

    def _reluctant(self) -> str:
        after = self.text[self.at : self.at + 1]
        if after == "+" or after == "*":
            raise PatternError(f"XPath has no quantifier {self.text[self.at - 1]}{after}")
        if after == "?":
            self.at += 1
        return after if after == "?" else ""

    def _quantity(self) -> str:
        match = _QUANTITY.match(self.text, self.at - 1)
        if match is None:
            raise PatternError("'{' has to be written as '\\{'")
        self.at = match.end()
        return match[0] + self._reluctant()

    def _brackets(self) -> str:
        """A class in brackets, with what is taken from it: ``[a-z-[aeiou]]``."""
        self.at += 1
        negative = self.text.startswith("^", self.at)
        self.at += negative
        parts: list[str] = []
        without = ""
        while not self.text.startswith("]", self.at):
            if self.at >= len(self.text):
                raise PatternError("a class in brackets does not end")
            char = self.text[self.at]
            if char == "\\":
                parts.append(self._escape(within=True))
                continue
            if char == "-" and self.text.startswith("-[", self.at) and parts:
                self.at += 1
                without = f"(?!{self._brackets()})"
                if not self.text.startswith("]", self.at):
                    raise PatternError("what is taken from a class has to stand at its end")
                break
            if char == "[":
                raise PatternError("'[' within brackets has to be written as '\\['")
            self.at += 1
            if self.spaced and char in " \t\n\r":
                raise PatternError("white space within brackets under the flag x")
            is_range = char == "-" and parts and not self.text.startswith("]", self.at)
            parts.append("-" if is_range else re.escape(char))
        self.at += 1
        if not parts:
            raise PatternError("an empty class in brackets")
        inner = f"[{'^' if negative else ''}{''.join(parts)}]"
        return f"(?:{without}{inner})" if without else inner

    def _escape(self, within: bool) -> str:
        """An escape, inside brackets or outside."""
        char = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if not char:
            raise PatternError("a pattern that ends with '\\'")
        if char in _CHARACTERS:
            return _CHARACTERS[char]
        if char == "d":
            # the same in Python
            return "\\d"
        if char == "s":
            return _SPACES if within else f"[{_SPACES}]"
        if char in "SiIcCDwWpP":
            inner = self._class(char.lower())
            if char.islower():
                return inner if within else f"[{inner}]"
            return _complement(inner) if within else f"[^{inner}]"
        if char.isdigit() and not within:
            match = _BACK.match(self.text, self.at - 1)
            if match is None:
                raise PatternError("XPath has no \\0")
            number = match[0]
            # \\11 is the first group and a 1 where there are fewer than eleven
            while len(number) > 1 and int(number) > self.groups:
                number = number[:-1]
            self.at += len(number) - 1
            return f"(?:\\{number})"
        if char.isalnum():
            raise PatternError(f"XPath has no \\{char}")
        return re.escape(char)

    def _class(self, letter: str) -> str:
        """What stands within brackets for an escape of a class."""
        if letter == "s":
            return _SPACES
        if letter == "i":
            return _NAME_START
        if letter == "c":
            return _NAME
        if letter == "d":
            return _categories("Nd")
        if letter == "w":
            return _word()
        match = _CATEGORY.match(self.text, self.at)
        if match is None:
            raise PatternError("\\p with a block of Unicode, or with no category")
        self.at = match.end()
        found = _categories(match["name"])
        if not found:
            raise PatternError(f"Unicode has no category {match['name']}")
        return found


@cache
def _categories(name: str) -> str:
    """The characters of a general category ("L", "Nd"), as ranges within brackets."""
    return _ranges(lambda char: unicodedata.category(char).startswith(name))


@cache
def _word() -> str:
    """All characters but punctuation, separators and others (XML Schema, part 2, appendix G)."""
    return _ranges(lambda char: unicodedata.category(char)[0] not in "PZC")


@cache
def _complement(inner: str) -> str:
    """All characters that are not in a class, as ranges within brackets."""
    outside = re.compile(f"[^{inner}]")
    return _ranges(lambda char: outside.match(char) is not None)


def _ranges(belongs: Callable[[str], bool]) -> str:
    parts, code = [], 0
    for chosen, group in groupby(map(chr, range(0x110000)), key=belongs):
        length = sum(1 for _ in group)
        if chosen:
            first, last = (re.escape(chr(each)) for each in (code, code + length - 1))
            parts.append(first if length == 1 else f"{first}-{last}")
        code += length
    return "".join(parts)
