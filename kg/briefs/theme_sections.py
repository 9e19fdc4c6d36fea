"""A theme over the years, by grade, in recommendations, and in the most telling sentences."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from kg.analysis.grade_markers import common
from kg.analysis.inspections import STRENGTH, WEAKNESS
from kg.analysis.result import FEWEST
from kg.analysis.shared_recommendations import AUTHORITIES, LEAST, shared_groups
from kg.briefs.data import Said, dated_bodies, latest_inspections, said_on, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Table, Text, Told
from kg.briefs.statements import count, day, grade_name, quoted, statements
from kg.corpus import Corpus, Report, Theme, remembered

#: Wordings that many were told, the latest items, and quotes on each side.
WORDINGS, ITEMS, QUOTES, LONGEST = 4, 5, 5, 240
#: Characters of the sentence that is best to quote.
BEST = 150


def over_years(corpus: Corpus, theme: Theme) -> Told:
    """How often the theme is praised and blamed, year by year."""
    own = [(body, said_on(body.findings, theme.code)) for body in dated_bodies(corpus)]
    praise, blame = (sum(len(told[side]) for _, told in own) for side in (0, 1))
    if not praise + blame:
        text = Text("No sentence in the body of a report praises or blames it.", (), "How often")
        return Told(Part("Over the years", (Paragraph(text),)), text)
    telling_it = sum(told.rated > 0 for _, told in own)
    words = (
        f"Praised in {count(praise, 'sentence')} and blamed in {blame:,}, in {telling_it} of "
        f"{count(len(own), 'report')}{_rank(corpus, theme)}."
    )
    years: dict[int, list[Said]] = {}
    for body, told in own:
        years.setdefault(body.ended.year, []).append(told)
    table = []
    for year, reports in sorted(years.items()):
        praised, blamed = (sum(len(told[side]) for told in reports) for side in (0, 1))
        rated = praised + blamed
        share = f"{100 * blamed / rated:.0f}%" if rated >= FEWEST else "too few"
        few = " (few reports)" if len(reports) < FEWEST else ""
        blaming = sum(len(told.blame) > 0 for told in reports)
        cells = (f"{year}{few}", f"{len(reports)}", f"{blaming}", f"{praised}", f"{blamed}", share)
        table.append(tuple(map(Text, cells)))
    columns = ("Year", "Reports", "That blame it", "Praise", "Blame", "Share of blame")
    title = "Over the years"
    blocks: tuple[Block, ...] = (
        Table("Sentences that praise or blame it, by year of fieldwork", columns, tuple(table)),
        More("With intervals, trends and breaks at new frameworks, of graded reports:",
             f"kg patterns time -p theme={theme.code}"),
    )  # fmt: skip
    return Told(Part(title, blocks), Text(words, (), "How often"))


def _rank(corpus: Corpus, theme: Theme) -> str:
    """Where the theme stands among all by its share of blame in all reports."""
    told = {side: Counter[str]() for side in (STRENGTH, WEAKNESS)}
    for side, counts in told.items():
        counts.update(
            chain.from_iterable(
                finding.themes
                for body in dated_bodies(corpus)
                for finding in body.findings
                if finding.polarity == side
            )
        )
    shares = {}
    for code in corpus.themes:
        blame, rated = told[WEAKNESS][code], told[STRENGTH][code] + told[WEAKNESS][code]
        if rated >= 50:
            shares[code] = blame / rated
    if theme.code not in shares:
        return ""
    order = sorted(shares, key=lambda code: (-shares[code], code))
    place = order.index(theme.code) + 1
    return (
        f"; {100 * shares[theme.code]:.0f}% of them blame, which is the {ordinal(place)} most of "
        f"{len(order)} themes"
    )


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def by_grade(corpus: Corpus, theme: Theme) -> Told:
    """In how many reports of each overall grade the theme is a weakness, or a strength."""
    found = common(corpus, theme)
    title = "By overall grade"
    if not found:
        text = Text("Too few reports have an overall grade, or name the theme, to compare grades.")
        return Told(Part(title, (Paragraph(text),)), Text(""))
    table, best = [], {}
    for grade in dict.fromkeys(str(row["grade"]) for row in found):
        cells = [Text(grade_name(corpus, grade))]
        for side in (WEAKNESS, STRENGTH):
            row = next((r for r in found if (r["grade"], r["side"]) == (grade, side)), None)
            if row is None or row["share"] is None:
                cells.append(Text("too few" if row else "none"))
                continue
            cells.append(Text(f"{row['reports']} of {row['of']}, {row['share']:.0f}% "
                              f"({row['low']:.0f} to {row['high']:.0f}%)"))  # fmt: skip
            if side == WEAKNESS:
                best[grade] = f"{row['share']:.0f}% of reports graded {grade_name(corpus, grade)}"
        table.append(tuple(cells))
    columns = ("Overall grade", "A weakness in", "A strength in")
    caption = "Reports in which at least two sentences blame it, or praise it (95% interval)"
    worst_first = list(best.values())
    ends = [worst_first[0], worst_first[-1]] if len(worst_first) > 1 else worst_first
    words = f"A weakness in {' and '.join(ends)}." if ends else ""
    blocks = (
        Table(caption, columns, tuple(table)),
        More("Compared within framework and period, with tests:", "kg patterns marks"),
    )
    return Told(Part(title, blocks), Text(words, (), "By grade"))


def recommended(corpus: Corpus, theme: Theme) -> Told:
    """What was recommended on the theme: in the same words to many, and lately."""
    known = corpus.reports
    items = [i for i in corpus.recommendations if theme.code in i.themes]
    title = "What was recommended"
    if not items:
        text = Text("No report in the store recommends anything on it.")
        return Told(Part(title, (Paragraph(text),)), Text(text.words, (), "Recommended"))
    blocks: list[Block] = []
    own = {item.iri for item in items if item.themes[:1] == (theme.code,)} or {i.iri for i in items}
    groups = _groups(corpus, own)
    said_ = statements(corpus, [iri for group in groups for iri in group])
    quotes_ = []
    names = corpus.authorities
    for group in groups[:WORDINGS]:
        places = list(dict.fromkeys(names[_report(corpus, iri).authority].name for iri in group))
        who = ", ".join(places[:6]) + (f" and {len(places) - 6} more" if len(places) > 6 else "")
        quotes_.append(quoted(said_[group[0]], f"{len(places)} authorities ({who})", LONGEST))
    if quotes_:
        blocks.append(Quotes("Told to several in nearly the same words", tuple(quotes_)))
    order = sorted(
        (item for item in items if item.iri in own and known[item.report].ended),
        key=lambda item: (str(known[item.report].ended), item.iri),
        reverse=True,
    )
    late: dict[str, str] = {}
    for item in order:
        late.setdefault(known[item.report].authority, item.iri)
    shown = statements(corpus, list(late.values())[:ITEMS])
    blocks.append(Quotes("The latest, one an authority", tuple(
        quoted(shown[iri], f"{names[authority].name}, {day(_report(corpus, iri).ended)}", LONGEST)
        for authority, iri in list(late.items())[:ITEMS] if iri in shown
    )))  # fmt: skip
    reports = len({item.report for item in items})
    left = len(items) - len(quotes_) - min(ITEMS, len(late))
    if left > 0:
        blocks.append(More(f"{count(left, 'item')} left out; all:",
                           f"kg query recommendations-on-theme -p theme={theme.code}"))  # fmt: skip
    words = f"{count(len(items), 'item')} in {count(reports, 'report')}"
    words += f"; {count(len(groups), 'wording')} went to several authorities." if groups else "."
    return Told(Part(title, tuple(blocks)), Text(words, (), "Recommended"))


def _groups(corpus: Corpus, own: set[str]) -> list[tuple[str, ...]]:
    """The groups of near-identical items of which at least half are among ``own``."""
    groups = shared_groups(corpus, LEAST, AUTHORITIES)
    members = [tuple(item.iri for item in group.items) for group in groups]
    return [iris for iris in members if 2 * sum(iri in own for iri in iris) >= len(iris)]


def _report(corpus: Corpus, item: str) -> Report:
    return corpus.reports[reports_of_items(corpus)[item]]


@remembered
def reports_of_items(corpus: Corpus) -> dict[str, str]:
    """The report of each item of an improvement list; all are IRIs."""
    return {item.iri: item.report for item in corpus.recommendations}


def quotes(corpus: Corpus, theme: Theme) -> Told:
    """The most telling praise and blame of the latest inspections, one an authority."""
    blocks: list[Block] = []
    for title, side, polarity in (("Praise", 0, STRENGTH), ("Blame", 1, WEAKNESS)):
        found = _best(corpus, theme, side)
        if found:
            blocks.append(Quotes(title, tuple(found)))
            command = f"kg query findings-on-theme -p theme={theme.code} -p polarity={polarity}"
            blocks.append(More("More in:", command))
    title = "In inspectors’ words: the latest inspections"
    return Told(Part(title, tuple(blocks)), Text(""))


def _best(corpus: Corpus, theme: Theme, side: int) -> list[Quote]:
    """One finding of the latest inspection of each authority, those that read best alone first.

    ``side`` is 0 for praise and 1 for blame, as in `Said`.
    """
    names, found = corpus.authorities, []
    for authority, body in latest_inspections(corpus).items():
        told = said_on(body.findings, theme.code)
        lead = f"{names[authority].name}, {body.ended.year}"
        for quote in telling(corpus, told[side], theme.code, 1, LONGEST):
            found.append(Quote(quote.words, quote.where, lead, quote.cut))
    found.sort(key=lambda quote: (quote.cut, abs(len(quote.words) - BEST), quote.words))
    return found[:QUOTES]
