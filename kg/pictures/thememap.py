"""A tile map of one theme: how often it is a weakness of each authority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.analysis.recurrence import theme_code
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.pictures.sheet import Picture
from kg.pictures.signs import Sign, share_colour
from kg.pictures.source import count, listed, source_note
from kg.pictures.tilesheet import arrange, map_picture

TITLE = "How often a theme is a weakness, one tile an authority"
PARAMETERS = (Parameter("theme", "", "code of the theme, such as supervision"),)


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The map of one theme.  Raises `QueryError` if there is no such theme, or too little on it."""
    known, named = corpus.reports, corpus.themes
    if not values["theme"]:
        raise QueryError("theme-map needs -p theme=... (for example supervision)")
    code = theme_code(corpus, values["theme"])
    counted: Counter[tuple[str, str]] = Counter()
    used = set()
    for finding in corpus.body_findings:
        if code in finding.themes and finding.polarity in ("weakness", "strength"):
            counted[known[finding.report].authority, finding.polarity] += 1
            used.add(finding.report)
    shown, few = {}, []
    for iri in sorted({iri for iri, _ in counted}):
        weak, of = counted[iri, "weakness"], counted[iri, "weakness"] + counted[iri, "strength"]
        if of < FEWEST:
            few.append(corpus.authorities[iri].name)
        else:
            shown[iri] = (_sign(100 * weak / of), f"of {of}")
    if not shown:
        raise QueryError(
            f"there is nothing to draw: of no authority are there {FEWEST} findings on {code!r}"
        )
    placed, gone = arrange(corpus, shown)
    notes = [
        source_note(known[report] for report in sorted(used)),
        "A tile shows the share of weaknesses among an authority's sentences on the theme that "
        "praise or blame, in percent, and of how many; darker is more. A sentence is on each theme "
        "that a classifier gives it; summaries are left out. Size and distance mean nothing, and "
        "London is enlarged.",
    ]
    if few:
        notes.append(
            f"Left out: {count(len(few), 'authority')} with fewer than {FEWEST}: {listed(few)}."
        )
    if gone:
        said = [f"{corpus.authorities[iri].name} ({shown[iri][0].letters}%)" for iri in gone]
        notes.append(
            f"Left out, because other authorities have taken over their area: {listed(said)}."
        )
    legend: list[tuple[Sign | None, str]] = [
        (_sign(share), f"{share} percent") for share in range(0, 101, 20)
    ]
    legend.append((None, f"fewer than {FEWEST} sentences"))
    title = f"How often “{named[code].label}” is a weakness"
    return map_picture(title, placed, legend, tuple(notes))


def _sign(share: float) -> Sign:
    colour, ink = share_colour(share, 100)
    return Sign(colour, ink, f"{share:.0f}")
