"""A corpus for whatever can be asked: one for each store or endpoint that is open."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kg.corpus.corpus import Corpus
from kg.corpus.tableset import EndpointTables, Say, StoredTables, TableSet
from kg.store import Answers, Store

Found = TypeVar("Found")
#: The corpora that somebody holds, by the id of what they ask (which a corpus holds as well).
_OPEN: weakref.WeakValueDictionary[int, Corpus] = weakref.WeakValueDictionary()
_KEPT: weakref.WeakKeyDictionary[Corpus, dict[str, object]] = weakref.WeakKeyDictionary()


def open_corpus(
    answers: Answers | Corpus, say: Say = lambda line: None, *, thoroughly: bool = False
) -> Corpus:
    """The corpus of a store or an endpoint, the same for the same one.

    ``say`` is told if the store's tables have to be made first.  ``thoroughly`` looks at each byte
    of them when they are opened.  Raises `StoreError` if they
    cannot be made.
    """
    if isinstance(answers, Corpus):
        return answers
    corpus = _OPEN.get(id(answers))
    if corpus is None:
        tables: TableSet = (
            StoredTables(answers, say, thoroughly=thoroughly)
            if isinstance(answers, Store)
            else EndpointTables(answers, str(getattr(answers, "url", "the endpoint")))
        )
        corpus = _OPEN[id(answers)] = Corpus(answers, tables)
    return corpus


def remembered(function: Callable[[Corpus], Found]) -> Callable[[Corpus], Found]:
    """Keeps what a function gave for a corpus, for as long as the corpus is held by anyone."""

    @wraps(function)
    def kept(corpus: Corpus) -> Found:
        found = _KEPT.setdefault(corpus, {})
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in found:
            found[name] = function(corpus)
        return found[name]  # type: ignore[return-value]

    return kept
