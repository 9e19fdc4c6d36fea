"""A tile map of grades: each authority a tile, coloured and lettered by the grade it has now.

An authority whose latest inspection gave no such grade has none now: its tile is grey, and its
letters are those of the grades that it was given then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from kg.analysis.grade_scale import Place
from kg.analysis.latest_grades import Latest, Now, latest, overtaken
from kg.analysis.registry import Parameter
from kg.analysis.trajectories import GradeTrajectory, paths
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.pictures.sheet import Picture
from kg.pictures.signs import INK, UNGRADED, Sign, grade_sign, ungraded_sign
from kg.pictures.source import count, grade_labels, listed, source_note, strand_labels
from kg.pictures.tilesheet import Tile, arrange, map_picture
from kg.text.partialdate import in_words

TITLE = "England's authorities by their latest grade, one tile each"
PARAMETERS = (
    Parameter("strand", "overall", "code of the strand whose grade is shown"),
    Parameter("until", "", "the latest day that counts, YYYY-MM-DD; empty for all"),
)


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The map for one strand.  Raises `QueryError` if no report grades it by the day given."""
    until = _day(values["until"])
    strand = values["strand"]
    every = paths(corpus, strand)
    now = latest(corpus, until)
    given, without = _given(every, now, until), _without(every, now, until)
    if not given:
        when = f" by {in_words(until)}" if until else ""
        raise QueryError(f"there is no grade to show: no report in the store gives one{when}")
    shown, gone = arrange(
        corpus,
        {iri: (grade_sign(place), str(ended.year)) for iri, (place, ended) in given.items()}
        | {iri: (ungraded_sign(each), str(each.ended.year)) for iri, each in without.items()},
    )
    named_so = strand_labels(corpus).get(strand, strand)
    what = "overall grade" if strand == "overall" else f"grade for “{named_so}”"
    dated = f" by {in_words(until)}" if until else ""
    notes = [
        source_note(
            r for r in corpus.reports.values() if not until or (r.ended and r.ended <= until)
        ),
        "Each tile is one authority; size and distance mean nothing, and London is enlarged. The "
        "number is the year of the inspection. Grades of different frameworks are close, not the "
        "same.",
    ]
    if without:
        notes.append(_told(corpus, without))
    if empty := sum(tile.sign is None for tile in shown):
        notes.append(f"{count(empty, 'authority')} without such a grade in these reports.")
    if gone:
        said = [
            f"{corpus.authorities[iri].name} ({given[iri][0].code.replace('-', ' ')}, "
            f"{given[iri][1].year})"
            if iri in given
            else f"{corpus.authorities[iri].name} ({without[iri].ended.year})"
            for iri in gone
        ]
        notes.append(
            f"Left out, because other authorities have taken over their area: {listed(said)}."
        )
    legend = _legend(shown, {place for place, _ in given.values()}, grade_labels(corpus))
    return map_picture(f"The {what} of each authority{dated}", shown, legend, tuple(notes))


def _given(
    every: Sequence[GradeTrajectory], now: Now, until: date | None
) -> dict[str, tuple[Place, date]]:
    """The grade that each authority has on a day, and when it was given."""
    found = {}
    for path in every:
        steps = [step for step in path.steps if until is None or step.ended <= until]
        if steps and not overtaken(now, path.authority, path.about, steps[-1].ended):
            found[path.authority] = (steps[-1].place, steps[-1].ended)
    return found


def _without(every: Sequence[GradeTrajectory], now: Now, until: date | None) -> dict[str, Latest]:
    """The authorities whose latest inspection gave no such grade, each with that inspection."""
    given = _given(every, now, until)
    about = {path.about for path in every}
    return {
        authority: newest
        for (authority, kind), newest in sorted(now.items())
        if kind in about and authority not in given
    }


def _told(corpus: Corpus, without: Mapping[str, Latest]) -> str:
    """What authorities without such a grade were given in its place."""
    named = corpus.authorities
    said = [f"{named[iri].name} ({each.ended.year}: {each.told})" for iri, each in without.items()]
    return (
        "Grey: the latest inspection gave no such grade, and an older one is not the authority's "
        f"any more. The letters are those of the grades given then: {listed(said)}."
    )


def _legend(
    shown: Sequence[Tile], places: set[Place], labels: Mapping[str, str]
) -> list[tuple[Sign | None, str]]:
    """The grades from the best to the worst, each with the number of its tiles."""
    times = Counter(tile.sign for tile in shown)
    found: list[tuple[Sign | None, str]] = []
    for place in sorted(places, key=lambda place: (place.ordinal, place.code)):
        sign = grade_sign(place)
        found.append((sign, f"{labels.get(place.code, place.code)}: {times[sign]}"))
    if ungraded := sum(tile.sign is not None and tile.sign.colour == UNGRADED for tile in shown):
        found.append((Sign(UNGRADED, INK, ""), f"none at the latest inspection: {ungraded}"))
    if times[None]:
        found.append((None, f"no grade in these reports: {times[None]}"))
    return found


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"until={text}: must be a day, written YYYY-MM-DD") from error
