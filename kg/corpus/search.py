"""Full-text search over the sentences and recommendations of a store."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.corpus.values import Hit, Items
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.corpus.corpustables import CorpusTables

#: What SQLite does not take in a text: the end of a string, halves of a pair.
NO_TEXT = re.compile("[\x00\ud800-\udfff]")
#: "a phrase", a word; with an asterisk behind it, the beginning of one.
WANTED = re.compile(
    r"""
    ["“”] (?P<phrase> [^"“”]* ) ["“”] (?P<phrase_star> \*? )
    | (?P<word> [^\s"“”]+ )
    """,
    re.VERBOSE,
)
#: The text of each of these is searched; the rowid of a text tells which it is, and its own.
SEARCHED = ("findings", "finding"), ("recommendations", "recommendation")
MATCHED = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank, rowid LIMIT ?"


def search(corpus: CorpusTables, text: str, most: int) -> Items[Hit]:
    """The texts in which all words of ``text`` stand; see `Corpus.search`."""
    if not isinstance(text, str):
        raise TypeError(f"text: give a str, not {type(text).__name__}")
    if most < 1:
        raise QueryError(f"most={most}: ask for at least one")
    corpus.made.need_search()
    wanted = expression(text)
    if not wanted:
        return Items()
    return Items(_hit(corpus, row) for (row,) in corpus.sql(MATCHED, (wanted, most)))


def expression(text: str) -> str:
    """A text as an expression of FTS5 in which nothing but quotes and asterisks means anything.

    >>> expression('multi-agency "social work" AND superv*')
    '"multi-agency" "social work" "AND" "superv" *'
    """
    found: dict[str, None] = {}
    for match in WANTED.finditer(NO_TEXT.sub(" ", text)):
        words = match["phrase"] or (match["word"] or "").rstrip("*")
        if any(sign.isalnum() for sign in words):
            star = match["phrase_star"] or (match["word"] or "").endswith("*")
            found[f'"{words}"' + (" *" if star else "")] = None
    return " ".join(found)


def _hit(corpus: CorpusTables, row: int) -> Hit:
    table, what = SEARCHED[row % 2]
    (found,) = corpus.sql(
        f'SELECT s."{what}", s.report, s.source, s.page, s.text FROM "{table}" s WHERE s.id = ?',
        (row // 2,), table,
    )  # fmt: skip
    iri, report, source, page, text = found
    return Hit(iri, report, source, page, text, what)
