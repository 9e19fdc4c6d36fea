"""Words inside Markdown (CommonMark with tables) that shall stay words."""

from __future__ import annotations

import re

#: What Markdown would take for markup of its own within a line.
MARKUP = re.compile(r"([\\`*_\[\]<>|~#])")
TICKS = re.compile("`+")


def escaped(words: str) -> str:
    """Words in which nothing is markup, on one line; a number at their start is no list.

    >>> escaped("1. a <b> & c_d")
    '1\\\\. a \\\\<b\\\\> &amp; c\\\\_d'
    """
    plain = MARKUP.sub(r"\\\1", " ".join(words.split())).replace("&", "&amp;")
    return re.sub(r"^(\d+)([.)])(?= |$)", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", plain))


def code(words: str) -> str:
    """Words as they are, in the form of code, whatever they hold.

    >>> code("a`b")
    '``a`b``'
    """
    fence = "`" * (1 + max((len(run) for run in TICKS.findall(words)), default=0))
    edge = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{edge}{words}{edge}{fence}"
