"""``kg export``: the graph and its tables as files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import add_quiet, make_folder_of, say
from kg.cli.source import add_asked, endpoint

if TYPE_CHECKING:
    from kg.store import Store

NAME = "export"
HELP = "write the graph or its tables to files"
DESCRIPTION = """\
Writes what the store holds: the graph as turtle, ntriples, nquads, trig, jsonld or rdfxml, one
JSON object a report as jsonl, one JSON document a report with all that was read as json (with its
context and schema), the clean text that each report's quotes stand in as text (pages parted by
form feeds), schema.org markup of reports and grades as schemaorg, CSV files as tables, or an Excel
workbook as xlsx, with summaries, filters and links to the pages of the reports.
OUT is a folder for json, text and tables, else a file.  Beside a graph graph.ttl stands
graph.ttl.void.ttl, which describes it in VoID and DCAT: counts, licence, version.
The same reports give the same bytes, in whatever order they were read.
"""
EXAMPLE = """\
example:
  kg export turtle graph.ttl
  kg export tables tables/
  kg export tables tables/ --for-excel
  kg export text texts/
  kg export xlsx outcomes.xlsx --base-url https://example.org/reports/
  kg export ntriples - | grep Judgement | wc -l
  kg export tables tables/ --endpoint http://localhost:8890/sparql
"""
FORMATS = (
    "turtle",
    "ntriples",
    "nquads",
    "trig",
    "jsonld",
    "rdfxml",
    "jsonl",
    "json",
    "text",
    "schemaorg",
    "tables",
    "xlsx",
)

#: What is written as several files, into a folder.
FOLDERS = ("json", "tables", "text")
#: Of more files than these only the number is said.
MOST_NAMED = 12
#: What needs no more than answers to questions.
FROM_ENDPOINT = ("tables", "jsonl")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument(
        "out",
        nargs="?",
        metavar="OUT",
        type=Path,
        help="file, - for standard output, or folder",
    )
    parser.add_argument(
        "--base-url",
        metavar="URL",
        default="",
        help="xlsx: address or folder of the reports' files, for links to their pages "
        "(default: beside the workbook)",
    )
    parser.add_argument(
        "--for-excel",
        action="store_true",
        help="tables: CSV that a spreadsheet opens rightly (UTF-8 with its mark, an apostrophe "
        "before text that looks like a formula)",
    )
    parser.add_argument(
        "--no-description",
        dest="describe",
        action="store_false",
        help="graphs: do not write OUT's description (VoID and DCAT) beside it",
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no store or OUT cannot be written."""
    from kg.errors import StoreError
    from kg.exports import write_jsonl, write_tables
    from kg.store import open_store

    if args.out is None:
        what = "a folder" if args.format in FOLDERS else "a file, or - for standard output"
        raise StoreError(f"say where to: kg export {args.format} OUT, with OUT {what}")
    if args.endpoint and args.format not in FROM_ENDPOINT:
        raise StoreError(
            f"{args.format} is written from a store's records, which an endpoint does not have; "
            f"leave --endpoint out, or write {' or '.join(FROM_ENDPOINT)}"
        )
    if args.format in FOLDERS and args.out.is_file():
        raise StoreError(
            f"{args.out}: is a file, and {args.format} is several files; give a folder"
        )
    store = None if args.endpoint else open_store(args.store)
    if store:
        store.refuse_altered()
    source = store or endpoint(args)
    try:
        make_folder_of(args.out)
        if store and args.format not in FROM_ENDPOINT:
            written = _from_records(store, args)
        elif args.format == "tables":
            written = write_tables(source, args.out, for_excel=args.for_excel)
        else:
            written = [args.out]
            write_jsonl(source, args.out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(f"{args.out}: cannot be written ({error.strerror})") from error
    if not args.quiet and str(args.out) != "-":
        for path in written[:MOST_NAMED]:
            say(f"wrote {path}")
        if len(written) > MOST_NAMED:
            say(f"wrote {len(written) - MOST_NAMED:,} more files")
    return 0


def _from_records(store: Store, args: argparse.Namespace) -> list[Path]:
    """Write what needs the records; returns the files."""
    from kg.exports import (
        write_documents,
        write_graph,
        write_schemaorg,
        write_texts,
        write_workbook,
    )

    out: Path = args.out
    if args.format == "json":
        return write_documents(store, out)
    if args.format == "text":
        return write_texts(store, out)
    if args.format == "xlsx":
        for line in write_workbook(store, out, base=args.base_url):
            say(line)
    elif args.format == "schemaorg":
        write_schemaorg(store, out)
    else:
        return write_graph(store, args.format, out, described=args.describe)
    return [out]
