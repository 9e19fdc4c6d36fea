"""The brief on one theme."""

from __future__ import annotations

from kg.analysis import observed
from kg.analysis.inspections import BODY, READING
from kg.analysis.observed import Theme
from kg.briefs.data import check, extent, finished, held
from kg.briefs.model import Brief, Part, Points, Text
from kg.briefs.theme_authorities import blamed_at, improved_at
from kg.briefs.theme_sections import by_grade, over_years, quotes, recommended
from kg.errors import QueryError
from kg.store import Answers
from kg.text.suggest import alike, meant


def theme_brief(asked: Answers, words: str) -> Brief:
    """The brief on the theme of a code or a name.

    Raises `QueryError` if there is no such theme, or no sentence about it in the store.
    """
    check(asked)
    theme = named(asked, words)
    told = [finding.themes for finding in observed.findings(asked)]
    told += [item.themes for item in observed.recommendations(asked)]
    if not any(theme.code in codes for codes in told):
        raise QueryError(
            f"nothing in the store is about {theme.label!r}; kg query themes lists what is"
        )
    parts = (
        over_years(asked, theme),
        by_grade(asked, theme),
        blamed_at(asked, theme),
        improved_at(asked, theme),
        recommended(asked, theme),
        quotes(asked, theme),
    )
    short = Points(tuple(part.short for part in parts if part.short.words))
    notes = Points(
        (
            held(asked),
            Text("Grades, dates, recommendations and quotes are what reports print. " + READING),
            Text(BODY),
        )
    )
    return finished(
        asked,
        f"{theme.label}: what inspection reports say",
        f"The theme {theme.code!r} in {extent(asked)}",
        (Part("In short", (short,)), *(part.part for part in parts)),
        (Part("How to read this", (notes,)),),
    )


def named(asked: Answers, words: str) -> Theme:
    """The theme of a code or name, in any case.  Raises `QueryError`, naming those alike."""
    known = observed.themes(asked)
    forms = {
        form.casefold(): theme for theme in known.values() for form in (theme.label, theme.code)
    }
    plain = " ".join(words.split()).casefold()
    if plain in forms:
        return forms[plain]
    codes = list(dict.fromkeys(forms[form].code for form in alike(plain, forms)))
    hint = meant(codes) or "; see: kg query themes"
    raise QueryError(f"no theme is called {words!r}{hint}")
