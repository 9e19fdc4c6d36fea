"""The inspections of one authority over time: one line each, its mark at the day it ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analysis.grade_scale import Place, places
from kg.analysis.registry import Parameter
from kg.corpus import Corpus, Report, resolve
from kg.errors import QueryError
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import grade_sign
from kg.pictures.source import count, grade_labels, grade_names, source_note
from kg.pictures.words import line_height, shortened, text_width, wrapped
from kg.text.partialdate import MONTHS, in_words, in_years

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "The inspections of one authority over time"
PARAMETERS = (Parameter("authority", "", "the authority, by name, code, or the end of its IRI"),)
#: Inches: the columns for the day and for what it was; the axis of time; all together.
DAY, WHAT, AXIS = 1.35, 4.4, 4.5
WIDTH = DAY + WHAT + AXIS
#: Months from the first day of fieldwork to the last, and to the report's publication.
BEGUN, PUBLISHED = 1, 3
#: Above the lines stand the years, below them the legend.
ABOVE, BELOW, BETWEEN = 0.35, 0.35, 0.12


@dataclass(frozen=True, slots=True)
class Event:
    """An inspection: ``at`` in years, such as 2018.25; ``here`` if its report is in the store."""

    at: float
    when: str
    what: str
    details: str
    grade: Place | None
    here: bool
    #: the grades that ``details`` has the letters of
    strands: tuple[Place, ...] = ()
    #: whether ``grade`` is an overall one of a report in the store; a line joins these only
    overall: bool = False


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The timeline of one authority.  Raises `QueryError`."""
    if not values["authority"]:
        raise QueryError("timeline needs -p authority=... (for example northmoor)")
    meant = resolve.meant(corpus, values["authority"])
    iri = meant.iri
    own = [report for report in corpus.reports.values() if report.authority == iri]
    name = corpus.authorities[iri].name
    dated = [report for report in own if report.ended]
    if not dated:
        raise QueryError(meant.missing or f"no report on {name} in the store has a date")
    events = [*_reported(corpus, dated), *(earlier := _earlier(corpus, iri, dated))]
    notes = [
        source_note(own),
        "The mark stands at the last day of fieldwork. A filled mark is a report in the store, a "
        "hollow one an inspection that those reports speak of and that is not in the store. One "
        f"that is dated from {count(BEGUN, 'month')} before to {PUBLISHED} months after the end of "
        "an inspection in the store is taken for it."
        if earlier
        else "The mark stands at the last day of fieldwork.",
        "The line joins overall grades that reports in the store give. Strengths and weaknesses "
        "are sentences as a classifier reads them.",
    ]
    if undated := len(own) - len(dated):
        notes.append(f"Left out: {count(undated, 'report')} without a date.")
    ordered = sorted(events, key=lambda event: (event.at, not event.here, event.what))
    return timeline(f"Inspections of {name}", ordered, grade_labels(corpus), tuple(notes))


def timeline(
    title: str, events: Sequence[Event], labels: Mapping[str, str], notes: tuple[str, ...]
) -> Picture:
    """The timeline of these events, the earliest first."""
    texts = [_texts(event) for event in events]
    heights = [sum(map(line_height, (size for _, size in lines))) + BETWEEN for lines in texts]
    body = sum(heights) + ABOVE + BELOW

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        first, last = int(events[0].at), int(events[-1].at) + 1
        left, right = DAY + WHAT + 0.25, WIDTH - 0.25

        def across(at: float) -> float:
            return left + (right - left) * (at - first) / (last - first)

        _paint_years(axes, first, last, across, BELOW, body - ABOVE)
        top, trail = body - ABOVE, []
        for event, lines, height in zip(events, texts, heights, strict=True):
            middle = top - height / 2
            axes.plot([DAY, across(event.at)], [top] * 2, color=PALE, linewidth=0.4)
            axes.text(0, top - BETWEEN / 2, event.when, size=8, va="top")
            under = top - BETWEEN / 2
            for line, size in lines:
                axes.text(DAY, under, line, size=size, va="top", color=INK if size == 8 else GREY)
                under -= line_height(size)
            _paint_mark(axes, event, across(event.at), middle)
            if event.overall:
                trail.append((across(event.at), middle))
            top -= height
        axes.plot(*zip(*trail, strict=True) if trail else ([], []), color=GREY, linewidth=0.8,
                  zorder=1)  # fmt: skip
        _paint_legend(axes, events, labels)

    return Picture(title, notes, WIDTH, body, paint)


def _reported(corpus: Corpus, own: Sequence[Report]) -> list[Event]:
    scale = places(corpus)
    named = dict(corpus.rows("versions", "code", "label"))
    graded: dict[str, list[tuple[str, Place]]] = {}
    for judgement in corpus.judgements:
        if judgement.about != "board" and judgement.grade in scale:
            graded.setdefault(judgement.report, []).append(
                (judgement.strand, scale[judgement.grade])
            )
    wanted = {report.iri for report in own}
    asked_for = Counter(r.report for r in corpus.recommendations if r.report in wanted)
    said = Counter((f.report, f.polarity) for f in corpus.findings if f.report in wanted)
    found = []
    for report in own:
        assert report.ended, "reports without a date are left out"
        strands = sorted(graded.get(report.iri, []), key=lambda pair: pair[0] != "overall")
        overall = next((place for strand, place in strands if strand == "overall"), None)
        rest = [f"{s.replace('-', ' ')}: {grade_sign(p).letters}" for s, p in strands]
        details = [
            *rest,
            count(asked_for[report.iri], "recommendation"),
            count(said[report.iri, "strength"], "strength"),
            count(said[report.iri, "weakness"], "weakness"),
        ]
        grade = overall or (strands[0][1] if len({place for _, place in strands}) == 1 else None)
        year = in_years(report.ended)
        what = named.get(report.framework) or report.family or "report of no known family"
        of = tuple(place for _, place in strands)
        found.append(
            Event(year, in_words(report.ended), what, "; ".join(details), grade, True, of,
                  overall is not None)
        )  # fmt: skip
    return found


def _earlier(corpus: Corpus, iri: str, own: Sequence[Report]) -> list[Event]:
    """Inspections that the reports speak of, one a date, those left out that are here."""
    ends = [report.ended.year * 12 + report.ended.month - 1 for report in own if report.ended]
    found: dict[str, Event] = {}
    named = grade_names(corpus)
    here = {report.iri for report in corpus.reports.values() if report.authority == iri}
    told = corpus.rows("previous", "date", "what", "grade", "report", where="date IS NOT NULL")
    for when, what, grade in sorted(row[:3] for row in told if row[3] in here):
        year, month = (*map(int, when.split("-")[:2]), 0)[:2]
        if any(_same(year, month, end) for end in ends):
            continue
        place = named.get(grade.lower())
        at = year + ((month - 1) / 12 if month else 0.5)
        words = f"{MONTHS[month - 1]} {year}" if month else str(year)
        if when not in found or (place and not found[when].grade):
            details = f"said to be {grade}" if grade else ""
            found[when] = Event(at, words, what, details, place, False)
    return list(found.values())


def _same(year: int, month: int, end: int) -> bool:
    """Whether a date may be that of an inspection that ended in a month, or of its publication."""
    if not month:
        return end // 12 == year
    return -BEGUN <= year * 12 + month - 1 - end <= PUBLISHED


def _texts(event: Event) -> list[tuple[str, float]]:
    """The lines of an event and the size of each."""
    room = WHAT - 0.15
    found = [(line, 8.0) for line in wrapped(event.what, room, 8)[:2]]
    found += [(line, 6.5) for line in wrapped(event.details, room, 6.5)]
    return [(shortened(line, room, size), size) for line, size in found]


def _paint_years(
    axes: Axes, first: int, last: int, across: object, bottom: float, top: float
) -> None:
    assert callable(across)
    step = max(1, -(-(last - first) // 10))
    for year in range(first, last + 1, step):
        axes.plot([across(year)] * 2, [bottom, top], color=PALE, linewidth=0.6, zorder=0)
        axes.text(across(year), top + 0.06, str(year), size=TEXT, ha="center", va="bottom")


def _paint_mark(axes: Axes, event: Event, x: float, y: float) -> None:
    if event.grade is None:
        face = GREY if event.here else "white"
        axes.plot([x], [y], "o", markersize=6, markerfacecolor=face, markeredgecolor=GREY)
        return
    sign = grade_sign(event.grade)
    axes.plot(
        [x], [y], "s", markersize=13, zorder=2,
        markerfacecolor=sign.colour if event.here else "white",
        markeredgecolor=GREY, markeredgewidth=0.8,
    )  # fmt: skip
    axes.text(
        x, y, sign.letters, size=7, weight="bold", ha="center", va="center_baseline",
        color=sign.ink if event.here else INK, zorder=3,
    )  # fmt: skip


def _paint_legend(axes: Axes, events: Sequence[Event], labels: Mapping[str, str]) -> None:
    """One line: the letters of the grades that are there, in a mark or in words."""
    shown = sorted(
        {place for event in events for place in (event.grade, *event.strands) if place},
        key=lambda place: (place.scale, place.ordinal, place.code),
    )
    said = [f"{grade_sign(p).letters}: {labels.get(p.code, p.code)}" for p in shown]
    words = "   ".join([*said, "round: no grade"])
    size = 8.0
    while text_width(words, size) > WIDTH and size > 5:
        size -= 0.5
    axes.text(0, 0.1, words, size=size, va="center")
