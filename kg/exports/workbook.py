"""The tables as one Excel workbook, with summaries, filters, real dates and links to the pages.

The same store gives the same bytes.  No cell is ever a formula made of a report's words: text is
written as text whatever it begins with.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg.corpus import open_corpus
from kg.corpus.catalogue import Query, load_catalogue
from kg.errors import StoreError
from kg.exports.files import output
from kg.exports.registry import Options, Written
from kg.exports.summaries import Sheet, summaries
from kg.store import Rows, Store

if TYPE_CHECKING:
    import xlsxwriter

#: The tables that are sheets; the others serve programs.
SHEETS = (
    "authorities", "boards", "facts", "findings", "judgements", "previous", "problems",
    "recommendations", "reports", "services", "strands",
)  # fmt: skip
#: Written into the file in place of the time of day.
CREATED = datetime(2000, 1, 1)
NUMBERS = {"pages", "page", "order", "probability", "value", "paragraph"}
DATES = {"inspection_start", "inspection_end", "published", "due", "date", "valid_from", "valid_to"}
#: What a sheet, a cell and the links of a sheet may hold at most, by Excel's own limits.
MOST_ROWS = 1_048_575
MOST_TEXT = 32_767
MOST_LINKS = 65_000
WIDEST = 60
NUMBER = re.compile(r"-?\d+(\.\d+)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def export(store: Store, path: Path, options: Options) -> Written:
    """Write all tables and summaries as one ``.xlsx`` file; a remark on each sheet whose text was
    cut to what a cell holds.

    The base of the options is put before the names of the reports' files in links: a folder or an
    address; by default the reports are expected beside the workbook.
    """
    import xlsxwriter

    corpus = open_corpus(store)
    tables = {name: corpus.table(name) for name in SHEETS}
    for name, rows in tables.items():
        if len(rows.rows) > MOST_ROWS:
            raise StoreError(
                f"{path}: a sheet holds {MOST_ROWS:,} rows and {name} has {len(rows.rows):,}; "
                "use: kg export tables"
            )
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": "Inspection reports on children's services", "created": CREATED})
    labels = {theme.code: theme.label for theme in corpus.themes.values()}
    sheets = _Workbook(book, _links(store, tables["reports"], options.base_url), labels)
    sheets.write(tables)
    book.close()
    with output(path) as stream:
        stream.write(content.getvalue())
    remarks = tuple(
        f"{path}: the sheet {name} holds {count:,} cell{'s' if count > 1 else ''} cut to "
        f"{MOST_TEXT:,} characters, all that a cell can hold; kg export tables writes them whole"
        for name, count in sorted(sheets.cut.items())
        if count
    )
    return Written((path,), remarks)


class _Workbook:
    """The sheets of one workbook."""

    def __init__(
        self, book: xlsxwriter.Workbook, links: Mapping[str, str], themes: Mapping[str, str]
    ) -> None:
        self._book = book
        #: label of each theme by its code
        self._themes = themes
        #: source -> where its file is
        self._links = links
        #: those of them that are addresses at which files were published
        self._published = {link for link in links.values() if link.startswith("http")}
        #: sheet -> how many of its cells hold less than they should
        self.cut: Counter[str] = Counter()
        self._head = book.add_format({"bold": True, "bg_color": "#DDE6EE", "bottom": 1})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._link = book.add_format({"font_color": "#0B4F8A", "underline": 1})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})

    def write(self, tables: Mapping[str, Rows]) -> None:
        catalogue = load_catalogue()
        own = summaries(tables, self._themes)
        self._contents(own, tables, catalogue)
        for sheet in own:
            self._sheet(sheet.name, sheet.columns, sheet.rows, set(sheet.columns) - {"urn"})
        for name, rows in tables.items():
            self._sheet(name, rows.variables, rows.rows, NUMBERS)

    def _contents(
        self, own: Sequence[Sheet], tables: Mapping[str, Rows], catalogue: Mapping[str, Query]
    ) -> None:
        """The first sheet: what the others are, and what each column means."""
        sheet = self._book.add_worksheet("Contents")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 24)
        sheet.set_column(2, 2, 90, self._wrap)
        sheet.write_string(0, 0, "Inspection reports on children's services", self._title)
        sheet.write_string(1, 0, "Each row of a report has the page it was read from; the page")
        sheet.write_string(2, 0, "number is a link if the reports lie where the links point.")
        for place, word in enumerate(("sheet", "column", "meaning")):
            sheet.write_string(4, place, word, self._head)
        line = 5
        described = [(s.name, s.meaning, dict[str, str](), len(s.rows)) for s in own]
        described += [
            (name, query.title, dict(query.columns), len(rows.rows))
            for name, rows in tables.items()
            for query in (catalogue[f"tables/{name}"],)
        ]
        for name, meaning, columns, count in described:
            sheet.write_url(line, 0, f"internal:'{name}'!A1", self._link, name)
            sheet.write_string(line, 2, f"{meaning} ({count:,} rows)")
            line += 1
            for column, said in columns.items():
                sheet.write_string(line, 1, column)
                sheet.write_string(line, 2, said)
                line += 1
        sheet.freeze_panes(5, 0)

    def _sheet(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        numbers: Collection[str],
    ) -> None:
        sheet = self._book.add_worksheet(name)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, self._head)
            longest = max((len(row[place]) for row in rows[:200]), default=0)
            sheet.set_column(place, place, min(max(longest, len(column) + 4) + 1, WIDEST))
        sheet.freeze_panes(1, 1)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sources = columns.index("source") if "source" in columns else None
        # Excel drops links beyond its limit; a formula is then the only way to have them
        formulas = len(rows) > MOST_LINKS
        for line, row in enumerate(rows, 1):
            link = self._links.get(row[sources], "") if sources is not None else ""
            for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
                if not cell:
                    continue
                if link and column == ("page" if "page" in columns else "source"):
                    self._write_link(sheet, line, place, link, cell, formulas)
                elif column in numbers and NUMBER.fullmatch(cell):
                    sheet.write_number(line, place, float(cell))
                elif column in DATES and DAY.fullmatch(cell):
                    day = datetime.combine(date.fromisoformat(cell), datetime.min.time())
                    sheet.write_datetime(line, place, day, self._day)
                else:
                    sheet.write_string(line, place, cell[:MOST_TEXT])
                    self.cut[name] += len(cell) > MOST_TEXT

    def _write_link(
        self, sheet: Any, line: int, place: int, link: str, cell: str, formulas: bool
    ) -> None:
        """A page or a source that leads to its place in the file."""
        page = cell if NUMBER.fullmatch(cell) else "1"
        is_paged = link.lower().endswith(".pdf") or link in self._published
        whole = f"{link}#page={page}" if is_paged else link
        if formulas:
            # nothing here is a report's words, and quotes in a name are written as %22
            formula = f'=HYPERLINK("{whole.removeprefix("external:")}",{page})'
            sheet.write_formula(line, place, formula, self._link, int(page))
        else:
            sheet.write_url(line, place, whole, self._link, cell)
            if cell == page:
                sheet.write_number(line, place, int(page), self._link)


def _links(store: Store, reports: Rows, base: str) -> dict[str, str]:
    """The file of each source: after the base, where it was published, or beside the workbook."""
    start = base if not base or base.endswith("/") else base + "/"
    names = [Path(entry.source).name for entry in store.entries.values() if entry.source]
    by_source = {name.rpartition(".")[0] or name: name for name in sorted(names)}
    sources = {row[reports.variables.index("source")] for row in reports.rows}
    outside = "" if "://" in start else "external:"
    files = {
        source: outside + start + quote(by_source[source])
        for source in sorted(sources & by_source.keys())
    }
    return files if base else files | _published(reports)


def _published(reports: Rows) -> dict[str, str]:
    """Where each source was published, as far as manifests said so."""
    source, address = map(reports.variables.index, ("source", "address"))
    return {row[source]: row[address] for row in reports.rows if row[address]}
