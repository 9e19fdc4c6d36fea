"""Printed words made comparable: case, quotes, hyphens, white space and articles aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBERING = re.compile(r"^\(?\d+(?:\.\d+)*\.?\)?\s+")
_FOOTNOTE = re.compile(r"(?<=[a-z)])\d{1,2}\b")
_NOT_WORDS = re.compile(r"[^a-z0-9&]+")


def plain(text: str) -> str:
    """Lower-case words parted by spaces: "Children’s & Young" is "childrens  and  young"."""
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "").replace("'", "")
    return _NOT_WORDS.sub(" ", text).replace("&", " and ").strip()


@lru_cache(maxsize=8192)
def label(text: str) -> str:
    """As `plain`, without leading numbering, footnote marks and a leading "the"."""
    text = plain(_FOOTNOTE.sub("", _NUMBERING.sub("", text.strip().lower())))
    return " ".join(text.removeprefix("the ").split())


@lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """As `label`, without the spaces: what is left where a word was broken or two were joined."""
    return label(text).replace(" ", "")


def unnumbered(text: str) -> str:
    """A printed label without the number before it: "2.1 Adoption" is "Adoption"."""
    return _NUMBERING.sub("", text)
