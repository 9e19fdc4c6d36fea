"""``kg export``: the graph and its tables as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.asked import add_asked, endpoint
from kg.cli.options import add_quiet, say

NAME = "export"
HELP = "write the graph or its tables to files"
DESCRIPTION = """\
Writes what the store holds: the graph as turtle, ntriples, nquads, trig, jsonld or rdfxml, one
JSON object a report as jsonl, or CSV files as tables (OUT is then a folder).
The same reports give the same bytes, in whatever order they were read.
"""
EXAMPLE = """\
example:
  kg export turtle graph.ttl
  kg export tables tables/
  kg export ntriples - | grep Judgement | wc -l
  kg export tables tables/ --endpoint http://localhost:8890/sparql
"""
FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml", "jsonl", "tables")
#: What needs no more than answers to questions.
FROM_ENDPOINT = ("tables", "jsonl")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="file, - for standard output, or folder"
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no store or OUT cannot be written."""
    from kg.errors import StoreError
    from kg.exports import write_graph, write_jsonl, write_tables
    from kg.store import open_store

    if args.endpoint and args.format not in FROM_ENDPOINT:
        raise StoreError(
            f"{args.format} is written from a store's records, which an endpoint does not have; "
            f"leave --endpoint out, or write {' or '.join(FROM_ENDPOINT)}"
        )
    source = endpoint(args) if args.endpoint else open_store(args.store)
    try:
        if args.format == "tables":
            written = write_tables(source, args.out)
        else:
            written = [args.out]
            if args.format == "jsonl":
                write_jsonl(source, args.out)
            else:
                write_graph(open_store(args.store), args.format, args.out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(f"{args.out}: cannot be written ({error.strerror})") from error
    if not args.quiet and str(args.out) != "-":
        for path in written:
            say(f"wrote {path}")
    return 0
