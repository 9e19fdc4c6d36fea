"""The brief on one theme."""

from __future__ import annotations

from kg.analysis.inspections import BODY, READING
from kg.briefs.data import check, extent, finished, held
from kg.briefs.model import Brief, Part, Points, Text
from kg.briefs.theme_authorities import blamed_at, improved_at
from kg.briefs.theme_sections import by_grade, over_years, quotes, recommended
from kg.corpus import open_corpus, resolve
from kg.errors import QueryError
from kg.store import Answers


def theme_brief(asked: Answers, words: str) -> Brief:
    """The brief on the theme of a code or a name.

    Raises `QueryError` if there is no such theme, or no sentence about it in the store.
    """
    corpus = open_corpus(asked)
    check(corpus)
    theme = resolve.theme(corpus.themes, words)
    told = [finding.themes for finding in corpus.body_findings]
    told += [item.themes for item in corpus.recommendations]
    if not any(theme.code in codes for codes in told):
        raise QueryError(
            f"nothing in the store is about {theme.label!r}; kg query themes lists what is"
        )
    parts = (
        over_years(corpus, theme),
        by_grade(corpus, theme),
        blamed_at(corpus, theme),
        improved_at(corpus, theme),
        recommended(corpus, theme),
        quotes(corpus, theme),
    )
    short = Points(tuple(part.short for part in parts if part.short.words))
    notes = Points(
        (
            held(corpus),
            Text("Grades, dates, recommendations and quotes are what reports print. " + READING),
            Text(BODY),
        )
    )
    return finished(
        corpus,
        f"{theme.label}: what inspection reports say",
        f"The theme {theme.code!r} in {extent(corpus)}",
        (Part("In short", (short,)), *(part.part for part in parts)),
        (Part("How to read this", (notes,)),),
    )
