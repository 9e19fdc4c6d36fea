"""``kg export``: the graph and its tables as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import add_quiet, say, writing
from kg.cli.source import add_asked, endpoint
from kg.exports.registry import EXPORTS, Options

NAME = "export"
HELP = "write the graph or its tables to files"
_FORMATS = "\n".join(
    f"  {each.name:<9}  {each.told}{' (a folder)' if each.folder else ''}"
    for each in EXPORTS.values()
)
DESCRIPTION = f"""\
Writes what the store holds, in one of these formats:
{_FORMATS}
OUT is a folder where that is said, else a file or - for standard output. Beside a graph
graph.ttl stands graph.ttl.void.ttl, which describes it in VoID and DCAT: counts, licence, version.
The same reports give the same bytes, in whatever order they were read.
"""
EXAMPLE = """\
example:
  kg export turtle graph.ttl
  kg export tables tables/
  kg export tables tables/ --for-excel
  kg export text texts/
  kg export turtle checkable.ttl --selectors
  kg export xlsx outcomes.xlsx --base-url https://example.org/reports/
  kg export ntriples - | grep Judgement | wc -l
  kg export tables tables/ --endpoint http://localhost:8890/sparql
"""
#: Of more files than these only the number is said.
MOST_NAMED = 12


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("format", choices=EXPORTS, metavar="FORMAT", help="one of those above")
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
    parser.add_argument(
        "--selectors",
        action="store_true",
        help="graphs: add Web Annotation selectors (exact words, what stands around them, page of "
        "the published file) of everything that was read",
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no store or OUT cannot be written."""
    from kg.corpus import open_corpus
    from kg.errors import StoreError
    from kg.store import open_store

    chosen = EXPORTS[args.format]
    if args.out is None:
        what = "a folder" if chosen.folder else "a file, or - for standard output"
        raise StoreError(f"say where to: kg export {chosen.name} OUT, with OUT {what}")
    if chosen.folder and args.out.is_file():
        raise StoreError(
            f"{args.out}: is a file, and {chosen.name} is several files; give a folder"
        )
    if args.endpoint and chosen.records:
        others = " or ".join(each.name for each in EXPORTS.values() if not each.records)
        raise StoreError(
            f"{chosen.name} is written from a store's records, which an endpoint does not have; "
            f"leave --endpoint out, or write {others}"
        )
    store = None if args.endpoint else open_store(args.store)
    if store:
        store.refuse_altered()
    # while this is held, an export that asks for the corpus of the store gets it
    looked_at = open_corpus(store, say, thoroughly=True) if store and chosen.tables else None
    options = Options(
        base_url=args.base_url,
        for_excel=args.for_excel,
        described=args.describe,
        selectors=args.selectors,
    )
    with writing(args.out):
        written = chosen.write(store or endpoint(args), args.out, options)
    del looked_at
    for remark in written.remarks:
        say(remark)
    if not args.quiet and str(args.out) != "-":
        for path in written.files[:MOST_NAMED]:
            say(f"wrote {path}")
        if len(written.files) > MOST_NAMED:
            say(f"wrote {len(written.files) - MOST_NAMED:,} more files")
    return 0
