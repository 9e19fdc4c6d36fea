"""The words of a corpus: those of statements with their places, of pages, and search for them."""

from __future__ import annotations

from collections.abc import Iterable

from kg.corpus import search as full_text
from kg.corpus.corpustables import CorpusTables
from kg.corpus.values import Hit, Items, Quotation

#: Asked for at once.
MANY = 500
#: Where the words of a statement stand: table, column of its IRI, column of its words.
WORDS = (
    ("findings", "finding", "text"),
    ("recommendations", "recommendation", "quote"),
    ("judgements", "judgement", "quote"),
    ("facts", "fact", "text"),
    ("previous", "earlier", "text"),
    ("sections", "section", "heading"),
    ("inspectors", "inspector", "name"),
)


class CorpusWords(CorpusTables):
    """The words that stand in reports, and where."""

    def quotes(self, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
        """IRI -> its exact words and its page (a text), of findings or items."""
        return {
            one.iri: (one.quote, "" if one.page is None else str(one.page))
            for one in self.statements(iris).values()
        }

    def statements(self, iris: Iterable[str]) -> dict[str, Quotation]:
        """The statements of these IRIs with their words and places, those that there are."""
        found: dict[str, Quotation] = {}
        wanted = sorted(set(iris))
        for table, column, words in WORDS:
            left = [iri for iri in wanted if iri not in found]
            for start in range(0, len(left), MANY):
                some = left[start : start + MANY]
                marks = ", ".join("?" * len(some))
                for row in self.raw_rows(
                    table, column, "source", "page", words, where=f'"{column}" IN ({marks})',
                    given=some,
                ):  # fmt: skip
                    found.setdefault(row[0], Quotation(*row))
        return {iri: found[iri] for iri in wanted if iri in found}

    def pages(self, report: str) -> list[str]:
        """The clean text of a report, page by page.

        Raises `QueryError` for an endpoint: the text is no part of the graph.
        """
        self.made.need_texts()
        rows = self.sql("SELECT text FROM pages WHERE report = ? ORDER BY page", (report,))
        return [row[0] for row in rows]

    def search(self, text: str, most: int = 20) -> Items[Hit]:
        """At most so many findings and recommendations with all of these words, the best first.

        Words are found in each of their forms (inspected: inspection), whatever their case; "a
        phrase" stands in quotes, an asterisk ends the beginning of a word; no other sign means
        anything.  Best is what BM25 ranks highest.  Raises `QueryError` for an endpoint and where
        SQLite has no full-text search.
        """
        return full_text.search(self, text, most)
