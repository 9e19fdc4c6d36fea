"""``kg query``: ask the store a question."""

from __future__ import annotations

import argparse
import sys

from kg.cli.options import add_store, positive

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
"""
#: For rows, and besides them one for triples.
ROW_FORMATS = ("table", "csv", "tsv", "json", "markdown")
FORMATS = (*ROW_FORMATS, "ntriples")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("query", metavar="NAME|FILE.rq", help="a name of the catalogue, or a file")
    parser.add_argument(
        "-p", dest="parameters", metavar="NAME=VALUE", action="append", default=[],
        help="the value of a parameter; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=FORMATS,
        help="default: table (ntriples for a query that constructs triples)",
    )  # fmt: skip
    add_store(parser)
    parser.add_argument("--endpoint", metavar="URL", help="ask another SPARQL 1.1 server instead")
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=60,
        help="for an endpoint or a query of your own (default: 60)",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if the question cannot be asked."""
    from kg.catalogue import bind, find
    from kg.exports import write_rows
    from kg.store import Answers, SparqlEndpoint, gives_triples, open_store

    query = find(args.query)
    asked: Answers
    if args.endpoint:
        asked = SparqlEndpoint(args.endpoint, args.timeout)
    else:
        # the catalogue's own questions take no time worth a limit
        own = query.path.suffix == ".rq" and args.query == str(query.path)
        asked = open_store(args.store, timeout_seconds=args.timeout if own else None)
    values = bind(query, _given(args.parameters), asked)
    if args.format == "ntriples" or (args.format is None and gives_triples(query.text)):
        for line in asked.construct(query.text, values):
            print(line)
    else:
        write_rows(asked.select(query.text, values), args.format or "table", sys.stdout)
    return 0


def _given(parameters: list[str]) -> dict[str, str]:
    from kg.errors import QueryError

    given = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise QueryError(f"-p {parameter}: write it as NAME=VALUE")
        if name in given:
            raise QueryError(f"-p {parameter}: {name} is given twice")
        given[name] = value
    return given
