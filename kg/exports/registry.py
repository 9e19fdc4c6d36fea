"""The formats of ``kg export`` by name; a format's module is imported when it is asked for.

A new format is one file of this folder with a function ``export(source, out, options)``, its line
here, and its place in the documentation.  Nothing heavy is imported here: the command's help reads
these lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store import Answers


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may say of an export; each format looks at what concerns it."""

    #: The name of the format, where one file writes several.
    format: str = ""
    #: The address or folder of the reports' files, for links to their pages.
    base_url: str = ""
    #: Whether CSV is for a spreadsheet.
    for_excel: bool = False
    #: Whether a graph's description is written beside it.
    described: bool = True
    #: Whether a graph has standard selectors of the words that things were read from.
    selectors: bool = False


USUAL = Options()


class Written(NamedTuple):
    """The files that an export wrote, and what its user ought to know of them."""

    files: tuple[Path, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its module in this folder, and its line of help.

    ``folder`` if it writes several files, into a folder; else one file or standard output.
    ``records`` if it is written from a store's records; else answers to questions are enough,
    which an endpoint gives as well.  ``tables`` if it is made of the tables of a corpus.
    """

    name: str
    module: str
    told: str
    folder: bool = False
    records: bool = True
    tables: bool = False

    def write(self, source: Answers, out: Path, options: Options = USUAL) -> Written:
        """Write ``source`` to ``out``, and say what was written.

        ``source`` is a `kg.store.Store` where the format needs records.  Raises `StoreError`,
        also for "-" if there are several files: they do not fit on standard output.
        """
        if self.folder and str(out) == "-":
            raise StoreError(f"-: {self.name} is several files; give a folder")
        module: Any = import_module(f"kg.exports.{self.module}")
        written: Written = module.export(source, out, replace(options, format=self.name))
        return written


def _by_name(*formats: ExportFormat) -> Mapping[str, ExportFormat]:
    return {each.name: each for each in formats}


#: In the order in which they are listed.
EXPORTS = _by_name(
    ExportFormat("turtle", "graph", "the graph as Turtle"),
    ExportFormat("ntriples", "graph", "the graph as N-Triples"),
    ExportFormat("nquads", "graph", "the graphs of the reports as N-Quads"),
    ExportFormat("trig", "graph", "the graphs of the reports as TriG"),
    ExportFormat("jsonld", "graph", "the graphs of the reports as JSON-LD"),
    ExportFormat("rdfxml", "graph", "the graph as RDF/XML"),
    ExportFormat(
        "jsonl", "jsonl", "one JSON object a report, one a line", records=False, tables=True
    ),
    ExportFormat(
        "json", "documents", "one JSON document a report with all that was read", folder=True
    ),
    ExportFormat("text", "texts", "the clean text that the quotes stand in", folder=True),
    ExportFormat(
        "schemaorg", "schemaorg", "reports and grades in terms of schema.org", tables=True
    ),
    ExportFormat(
        "tables", "tables", "CSV files, one a table", folder=True, records=False, tables=True
    ),
    ExportFormat(
        "xlsx", "workbook", "an Excel workbook with summaries, filters and links", tables=True
    ),
)
