"""The corpus: what all reports of a store or an endpoint say, asked once and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from kg.corpus.corpustables import given_text, without_collection
from kg.corpus.corpusvocabulary import CorpusVocabulary
from kg.corpus.corpuswords import CorpusWords
from kg.corpus.findingson import findings_on
from kg.corpus.likeness import (
    LEAST_NEAR_IDENTICAL,
    LEAST_TOLD_AGAIN,
    NEAR_IDENTICAL,
    TOLD_AGAIN,
    Item,
    Pair,
    near_identical,
    told_again,
)
from kg.corpus.values import (
    Figure,
    Finding,
    Items,
    ItemsByKey,
    Judgement,
    Mention,
    Problem,
    Recommendation,
    Report,
    Section,
)
from kg.errors import QueryError
from kg.text.suggest import did_you_mean

#: What findings mention, as the table of mentions has it.
MENTIONED = ("board", "service", "law", "authority")


class Corpus(CorpusVocabulary, CorpusWords):
    """All that the reports say, as typed values; each list is made when it is first asked for.

    Iterating gives the reports.  Lists are in the order of IRIs or of the tables.
    """

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports.values())

    def __len__(self) -> int:
        return len(self.reports)

    # reports and what they say

    @cached_property
    def reports(self) -> ItemsByKey[Report]:
        """The reports that name their authority, by IRI."""
        columns = (
            "report", "source", "about", "framework", "framework_version", "inspection_end",
            "published", "title", "inspection_start", "pages", "inspection", "authority", "address",
        )  # fmt: skip
        found: ItemsByKey[Report] = ItemsByKey()
        for row in sorted(self.rows("reports", *columns, where="about IS NOT NULL")):
            iri, source, about, family, version, ended, published, title, start, pages, *more = row
            more[-1] = more[-1] or ""
            found[iri] = Report(
                iri, source, about, family, version, _day(ended or published), title,
                _day(start), _day(published), pages or 0, *more,
            )  # fmt: skip
        return found

    @cached_property
    def findings(self) -> Items[Finding]:
        """The findings that have a polarity, of reports that name their authority.

        Those that the classifier gives no theme are among them.  Raises `QueryError` if the store
        has reports and no finding with a polarity and a theme.
        """
        return self._findings("polarity IS NOT NULL", "page", "section", "text")

    @cached_property
    def body_findings(self) -> Items[Finding]:
        """The findings that are counted where one counts what reports say.

        Without their words and places, which take as long again to fetch: `statements` has them.
        """
        return self._findings("polarity IS NOT NULL AND counted = 'yes'")

    def _findings(self, where: str, *more: str) -> Items[Finding]:
        columns = ("finding", "report", "polarity", "theme_probabilities", "counted", *more)
        rows = self.sql(
            f"SELECT {', '.join(columns)} FROM findings WHERE {where} ORDER BY finding",
            (), "findings",
        )  # fmt: skip
        known = self.reports
        rated = {said: _rated(said) for said in {row[3] for row in rows}}
        if known and not any(said for said in rated) and not self._any_theme():
            raise QueryError(
                "no sentence in the store says what it is about, and whether it praises or "
                "blames: it was made by an older version; build it again into a new --store"
            )
        with without_collection():
            # of very many, a tuple is made at once, with what `Finding` has where nothing is given
            make, place = tuple.__new__, tuple(Finding._field_defaults.values())[1:]
            return Items(
                [
                    make(Finding, (iri, report, polarity, *rated[said], counted == "yes", *given))
                    for iri, report, polarity, said, counted, *given in rows
                    if report in known
                ]
                if more
                else [
                    make(Finding, (iri, report, polarity, *rated[said], counted == "yes", *place))
                    for iri, report, polarity, said, counted in rows
                    if report in known
                ]
            )

    def _any_theme(self) -> bool:
        found = self.sql(
            "SELECT 1 FROM findings WHERE theme_probabilities IS NOT NULL LIMIT 1", (), "findings"
        )
        return bool(found)

    @cached_property
    def recommendations(self) -> Items[Recommendation]:
        """All items of improvement lists, of reports that name their authority."""
        columns = (
            "recommendation", "report", "kind_code", "addressee", "theme_probabilities", "text",
            "page", "kind", "timescale", "due", "order",
        )  # fmt: skip
        found = []
        for row in sorted(self.rows("recommendations", *columns)):
            iri, report, kind, addressee, said, text, page, name, timescale, due, order = row
            if report in self.reports:
                themes = _rated(said)[0]
                more = (page or None, name, timescale, _day(due), order or 0)
                found.append(Recommendation(iri, report, kind, addressee, themes, text, *more))
        return Items(found)

    def told_again(self, least: float) -> list[Pair]:
        """The pairs of items of one authority and different days whose words are alike.

        How alike, over 0 to 1, is told by TF-IDF over the items of all authorities.
        """
        return self._pairs(TOLD_AGAIN, least, LEAST_TOLD_AGAIN)

    def near_identical(self, least: float) -> list[Pair]:
        """The pairs of items that ask for the same in nearly the same words."""
        return self._pairs(NEAR_IDENTICAL, least, LEAST_NEAR_IDENTICAL)

    def _pairs(self, name: str, least: float, kept: float) -> list[Pair]:
        """Pairs as they are kept; those less alike than is kept, and an endpoint's, are found."""
        if least >= kept and self.made.has_likeness:
            return self.sql(
                f"SELECT one, other, alike FROM {name} WHERE alike >= ? ORDER BY id", (least,)
            )
        items = [
            Item(item.iri, report.authority, str(report.ended or ""), item.text)
            for item in self.recommendations
            for report in (self.reports[item.report],)
        ]
        if name == TOLD_AGAIN:
            return list(told_again([item for item in items if item.ended], least))
        return list(near_identical(items, least))

    @cached_property
    def items_by_iri(self) -> dict[str, Recommendation]:
        """The items of improvement lists by IRI."""
        return {item.iri: item for item in self.recommendations}

    @cached_property
    def judgements(self) -> Items[Judgement]:
        """The judgements that reports give formally, not those said in passing."""
        columns = (
            "judgement", "report", "about", "strand", "grade_code", "subject", "grade", "page",
            "grade_name",
        )  # fmt: skip
        graded = "basis = 'graded' AND strand IS NOT NULL AND grade_code IS NOT NULL"
        found = []
        for row in sorted(self.rows("judgements", *columns, where=graded)):
            *first, page, name = row
            if row[1] in self.reports:
                found.append(Judgement._make((*first, page or None, name)))
        return Items(found)

    @cached_property
    def judgements_by_iri(self) -> dict[str, Judgement]:
        """The judgements by IRI."""
        return {judgement.iri: judgement for judgement in self.judgements}

    @cached_property
    def sections(self) -> Items[Section]:
        """The sections of reports, in the order of the reports and of the sections in them."""
        columns = ("section", "report", "heading", "kind", "strand", "page")
        return Items(Section(*row) for row in self.rows("sections", *columns))

    @cached_property
    def figures(self) -> Items[Figure]:
        """The figures that reports print."""
        columns = (
            "fact", "report", "measure", "value", "unit", "date", "comparison", "page", "text",
        )  # fmt: skip
        return Items(Figure(*row) for row in self.rows("facts", *columns))

    @cached_property
    def problems(self) -> Items[Problem]:
        """What was not found or not understood, also of files of which no report is stored."""
        columns = ("source", "problem", "severity", "message", "page", "text", "report")
        return Items(Problem(*row) for row in self.rows("problems", *columns))

    @cached_property
    def _mentions(self) -> dict[str, Items[Mention]]:
        """The mentions that were asked for, by what is mentioned."""
        return {}

    def mentions(self, what: str) -> Items[Mention]:
        """The findings that mention a "board", "service", "law" or "authority".

        Sorted by finding; of a body that has several types each is one.  Raises `QueryError` for
        another word.
        """
        if what not in MENTIONED:
            hint = did_you_mean(what, MENTIONED, otherwise=f"there is: {', '.join(MENTIONED)}")
            raise QueryError(f"no mentions of {what!r}{hint}")
        if what not in self._mentions:
            rows = self.sql(
                "SELECT m.statement, m.report, m.what, m.body, m.name, m.type, f.polarity, f.text, "
                "f.counted = 'yes' FROM mentions m JOIN findings f ON f.finding = m.statement "
                "WHERE m.what = ?",
                (what,), "mentions", "findings",
            )  # fmt: skip
            self._mentions[what] = Items(
                sorted(Mention._make(map(given_text, row)) for row in rows)
            )
        return self._mentions[what]

    def findings_on(
        self, theme: str, *, polarity: str | None = None, authority: str | None = None,
        main: bool = False, body: bool = True, least: float = 0.0,
    ) -> Items[Finding]:  # fmt: skip
        """The findings on a theme, given by its code or name, sorted by IRI.

        One that has several themes is on each of them, with ``main`` only on the one that is most
        central.  ``body`` leaves out what is not counted where one counts what reports say
        (summaries, lists of what to improve, reviews of boards); ``least`` those of whose theme
        the classifier is less sure, over 0 to 1.  ``polarity`` is strength, weakness, mixed or
        none; ``authority`` a name, short name or code.  Raises `QueryError` for a name that means
        nothing.
        """
        return findings_on(
            self, theme, polarity, authority, main=main, body=body, least=least
        )  # fmt: skip


def by_authority(reports: Mapping[str, Report]) -> dict[str, list[Report]]:
    """The reports of each authority, the earliest first, those without a date left out."""
    found: dict[str, list[Report]] = {}
    for report in reports.values():
        if report.ended:
            found.setdefault(report.authority, []).append(report)
    return {
        authority: sorted(found[authority], key=lambda report: (report.ended, report.iri))
        for authority in sorted(found)
    }


def _rated(said: str | None) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The codes and the numbers of "plans 0.91 drift 0.40"."""
    words = (said or "").split()
    return tuple(words[::2]), tuple(map(float, words[1::2]))


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
