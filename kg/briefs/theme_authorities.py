"""Where a theme is most blamed now, and where blame of it has given way to praise."""

from __future__ import annotations

from typing import NamedTuple

from kg.analysis.inspections import Body
from kg.briefs.data import Said, dated_bodies, graded_reports, latest_inspections, said_on, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Table, Text, Told
from kg.briefs.statements import count, day, grade_name, listed
from kg.corpus import Corpus, Theme

#: Authorities with most blame, those of which blame is quoted, and those that improved.
BLAMED, QUOTED, IMPROVED, LONGEST = 8, 4, 4, 210
#: Others that improved and are named only.
NAMED = 8


def blamed_at(corpus: Corpus, theme: Theme) -> Told:
    """The authorities whose latest inspections blame the theme most."""
    title = "Who is most blamed for it now"
    found = [(body, told) for body in latest_inspections(corpus).values()
             if (told := said_on(body.findings, theme.code)).blame]  # fmt: skip
    if not found:
        text = Text("No authority's latest inspection blames it.")
        return Told(Part(title, (Paragraph(text),)), Text(text.words, (), "Most blamed"))
    found.sort(key=lambda e: (-len(e[1].blame), len(e[1].praise), e[0].name))
    table = []
    for body, told in found[:BLAMED]:
        where = telling(corpus, told.blame, theme.code, 1)
        cells = (
            Text(body.name),
            Text(day(body.ended)),
            Text(_grade(corpus, body)),
            Text(f"{len(told.blame)} of {told.rated}", tuple(q.where for q in where)),
        )
        table.append(cells)
    shown = [
        Quote(quote.words, quote.where, body.name, quote.cut)
        for body, told in found[:QUOTED]
        for quote in telling(corpus, told.blame, theme.code, 1, LONGEST)
    ]
    columns = ("Authority", "Latest inspection", "Overall grade", "Sentences that blame")
    caption = "By sentences of the latest inspection that blame it, of those that praise or blame"
    blocks: list[Block] = [
        Table(caption, columns, tuple(table)),
        Paragraph(Text("Numbers are small: one or two sentences decide who comes first.")),
        Quotes("Their words", tuple(shown)),
    ]
    if len(found) > BLAMED:
        left = count(len(found) - BLAMED, "authority", "authorities")
        command = f"kg query findings-on-theme -p theme={theme.code}"
        blocks.append(More(f"{left} left out; all sentences:", command))
    words = listed(
        f"{body.name} ({len(told.blame)} of {told.rated} sentences)" for body, told in found[:4]
    )
    places = tuple(quote.where for quote in shown)
    return Told(Part(title, tuple(blocks)), Text(f"{words}.", places, "Most blamed"))


class _Change(NamedTuple):
    """Two inspections of an authority on the theme, one after the other."""

    before: Body
    said_before: Said
    after: Body
    said_after: Said

    @property
    def gain(self) -> int:
        """How far blame outweighed praise before, and praise blame after."""
        before = len(self.said_before.blame) - len(self.said_before.praise)
        return before + len(self.said_after.praise) - len(self.said_after.blame)


def improved_at(corpus: Corpus, theme: Theme) -> Told:
    """The authorities where blame outweighed praise, and praise outweighs blame now."""
    title = "Who has got better at it"
    found = sorted(_changes(corpus, theme), key=lambda c: (-c.gain, c.after.name))
    if not found:
        text = Text("No authority was blamed for it more than praised, and praised more in the "
                    "next graded inspection.")  # fmt: skip
        return Told(
            Part(title, (Paragraph(text),)), Text("None, by the reports here.", (), "Got better")
        )
    blocks: list[Block] = [
        Paragraph(Text("In the graded inspection before the latest blame outweighed praise, with "
                       "two sentences or more; in the latest praise outweighs blame."))
    ]  # fmt: skip
    for change in found[:IMPROVED]:
        quotes = [
            Quote(quote.words, quote.where, str(body.ended.year), quote.cut)
            for body, own in (
                (change.before, change.said_before.blame),
                (change.after, change.said_after.praise),
            )
            for quote in telling(corpus, own, theme.code, 1, LONGEST)
        ]
        heading = (
            f"{change.after.name}: {len(change.said_before.blame)} of {change.said_before.rated} "
            f"blamed in {change.before.ended.year} ({_grade(corpus, change.before)}), "
            f"{len(change.said_after.blame)} of {change.said_after.rated} in "
            f"{change.after.ended.year} ({_grade(corpus, change.after)})"
        )
        blocks.append(Quotes(heading, tuple(quotes)))
    if len(found) > IMPROVED:
        others = [change.after for change in found[IMPROVED:]]
        named = listed(body.name for body in others[:NAMED])
        more = " and others" if len(others) > NAMED else ""
        slug = others[0].authority.rpartition("/")[2]
        command = f"kg query said-on-theme-at -p theme={theme.code} -p authority={slug}"
        blocks.append(More(f"{len(others)} left out ({named}{more}); of each:", command))
    names = listed(change.after.name for change in found[:IMPROVED])
    where = tuple(q.where for c in found[:IMPROVED]
                  for q in telling(corpus, c.said_after.praise, theme.code, 1))  # fmt: skip
    return Told(Part(title, tuple(blocks)), Text(f"{names}.", where, "Got better"))


def _changes(corpus: Corpus, theme: Theme) -> list[_Change]:
    by_authority: dict[str, list[Body]] = {}
    for body in dated_bodies(corpus):
        if body.report in graded_reports(corpus) and body.findings:
            by_authority.setdefault(body.authority, []).append(body)
    found = []
    for own in by_authority.values():
        *_, before, after = [None, *sorted(own, key=lambda b: (b.ended, b.report))]
        if before is None or after is None:
            continue
        then, now = (said_on(body.findings, theme.code) for body in (before, after))
        if len(then.blame) > max(1, len(then.praise)) and len(now.praise) > max(1, len(now.blame)):
            found.append(_Change(before, then, after, now))
    return found


def _grade(corpus: Corpus, body: Body) -> str:
    return grade_name(corpus, body.grade.code) if body.grade else "no overall grade"
