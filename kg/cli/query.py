"""``kg query``: ask the store a question."""

from __future__ import annotations

import argparse
import sys

from kg.cli.options import add_parameters, given_parameters
from kg.cli.source import add_asked, asked

NAME = "query"
HELP = "ask a question of the catalogue, or one of your own"
DESCRIPTION = """\
Asks the store a question: one of the catalogue by its name (see kg queries), or a SPARQL query
in a file of your own. The graphs of all reports are asked together.
"""
EXAMPLE = """\
example:
  kg query latest-grades
  kg query judgements -p authority=leeds
  kg query my-question.rq --format csv > answer.csv
  kg query latest-grades --endpoint http://localhost:8890/sparql
"""
#: For rows, and besides them one for triples.
ROW_FORMATS = ("table", "csv", "tsv", "json", "markdown")
FORMATS = (*ROW_FORMATS, "ntriples")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("query", metavar="NAME|FILE.rq", help="a name of the catalogue, or a file")
    add_parameters(parser)
    parser.add_argument(
        "--format", choices=FORMATS,
        help="default: table (ntriples for a query that constructs triples)",
    )  # fmt: skip
    add_asked(parser, limited=True)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if the question cannot be asked."""
    from kg.corpus.catalogue import bind, find
    from kg.exports import write_rows
    from kg.store import gives_triples

    query = find(args.query)
    source = asked(args, catalogue=args.query != str(query.path))
    values = bind(query, given_parameters(args), source)
    if args.format == "ntriples" or (args.format is None and gives_triples(query.text)):
        for line in source.construct(query.text, values):
            print(line)
    else:
        write_rows(source.select(query.text, values), args.format or "table", sys.stdout)
    return 0
