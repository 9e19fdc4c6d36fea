"""A tile map of grades: each authority a tile, coloured and lettered by its latest grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from kg.errors import QueryError
from kg.patterns.catalogue import Parameter
from kg.patterns.observed import authorities, reports
from kg.patterns.scale import Place
from kg.patterns.trajectories import Path, paths
from kg.pictures.sheet import Picture
from kg.pictures.signs import Sign, grade_sign
from kg.pictures.source import count, grade_labels, listed, source_note, strand_labels
from kg.pictures.tilesheet import Tile, arrange, map_picture
from kg.store import Answers
from kg.text.partialdate import in_words

PARAMETERS = (
    Parameter("strand", "overall", "code of the strand whose grade is shown"),
    Parameter("until", "", "the latest day that counts, YYYY-MM-DD; empty for all"),
)


def picture(asked: Answers, values: Mapping[str, str]) -> Picture:
    """The map for one strand.  Raises `QueryError` if no report grades it by the day given."""
    until = _day(values["until"])
    strand = values["strand"]
    latest = _latest(paths(asked, strand), until)
    if not latest:
        when = f" by {in_words(until)}" if until else ""
        raise QueryError(f"there is no grade to show: no report in the store gives one{when}")
    shown, gone = arrange(
        asked,
        {iri: (grade_sign(place), str(ended.year)) for iri, (place, ended) in latest.items()},
    )
    named_so = strand_labels(asked).get(strand, strand)
    what = "overall grade" if strand == "overall" else f"grade for “{named_so}”"
    dated = f" by {in_words(until)}" if until else ""
    notes = [
        source_note(
            r for r in reports(asked).values() if not until or (r.ended and r.ended <= until)
        ),
        "Each tile is one authority; size and distance mean nothing, and London is enlarged. The "
        "number is the year of the inspection. Grades of different frameworks are close, not the "
        "same.",
    ]
    if empty := sum(tile.sign is None for tile in shown):
        notes.append(f"{count(empty, 'authority')} without such a grade in these reports.")
    if gone:
        said = [
            f"{authorities(asked)[iri].name} ({latest[iri][0].code.replace('-', ' ')}, "
            f"{latest[iri][1].year})"
            for iri in gone
        ]
        notes.append(
            f"Left out, because other authorities have taken over their area: {listed(said)}."
        )
    legend = _legend(shown, {place for place, _ in latest.values()}, grade_labels(asked))
    return map_picture(f"Latest {what} of each authority{dated}", shown, legend, tuple(notes))


def _latest(every: Sequence[Path], until: date | None) -> dict[str, tuple[Place, date]]:
    """The last grade of each authority up to a day, and when it was."""
    found = {}
    for path in every:
        steps = [step for step in path.steps if until is None or step.ended <= until]
        if steps:
            found[path.authority] = (steps[-1].place, steps[-1].ended)
    return found


def _legend(
    shown: Sequence[Tile], places: set[Place], labels: Mapping[str, str]
) -> list[tuple[Sign | None, str]]:
    """The grades from the best to the worst, each with the number of its tiles."""
    times = Counter(tile.sign for tile in shown)
    found: list[tuple[Sign | None, str]] = []
    for place in sorted(places, key=lambda place: (place.ordinal, place.code)):
        sign = grade_sign(place)
        found.append((sign, f"{labels.get(place.code, place.code)}: {times[sign]}"))
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
