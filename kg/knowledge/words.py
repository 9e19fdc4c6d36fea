"""Printed words made comparable: case, quotes, hyphens, white space and articles aside."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.text.words import normalise

_NUMBERING = re.compile(r"^\(?\d+(?:\.\d+)*\.?\)?\s+")
_FOOTNOTE = re.compile(r"(?<=[a-z)])\d{1,2}\b")


@lru_cache(maxsize=8192)
def label(text: str) -> str:
    """As `normalise`, without leading numbering, footnote marks and a leading "the"."""
    text = normalise(_FOOTNOTE.sub("", _NUMBERING.sub("", text.strip().lower())))
    return text.removeprefix("the ")


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """As `label`, without the spaces: what is left where a word was broken or two were joined."""
    return label(text).replace(" ", "")


def unnumbered(text: str) -> str:
    """A printed label without the number before it: "2.1 Adoption" is "Adoption"."""
    return _NUMBERING.sub("", text)
