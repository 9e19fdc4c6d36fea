"""The brief on one theme."""

from __future__ import annotations

from kg.analysis.inspections import BODY, READING
from kg.briefs.data import check, extent, finished, held
from kg.briefs.model import Brief, Part, Points, Text
from kg.briefs.theme_authorities import blamed_at, improved_at
from kg.briefs.theme_sections import by_grade, over_years, quotes, recommended
from kg.corpus import Corpus, Theme, open_corpus
from kg.errors import QueryError
from kg.store import Answers
from kg.text.suggest import alike, meant


def theme_brief(asked: Answers, words: str) -> Brief:
    """The brief on the theme of a code or a name.

    Raises `QueryError` if there is no such theme, or no sentence about it in the store.
    """
    corpus = open_corpus(asked)
    check(corpus)
    theme = named(corpus, words)
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


def named(corpus: Corpus, words: str) -> Theme:
    """The theme of a code or name, in any case.  Raises `QueryError`, naming those alike."""
    known = corpus.themes
    forms = {
        form.casefold(): theme for theme in known.values() for form in (theme.label, theme.code)
    }
    plain = " ".join(words.split()).casefold()
    if plain in forms:
        return forms[plain]
    codes = list(dict.fromkeys(forms[form].code for form in alike(plain, forms)))
    hint = meant(codes) or "; see: kg query themes"
    raise QueryError(f"no theme is called {words!r}{hint}")
