"""``kg query``: ask the store a question."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli.options import add_store

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
FORMATS = ("table", "csv", "tsv", "json", "markdown", "ntriples")


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
        "--timeout", metavar="SECONDS", type=int, default=60, help="for an endpoint (default: 60)"
    )


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if the question cannot be asked."""
    from kg.catalogue import bind, find
    from kg.exports import write_rows
    from kg.store import SparqlEndpoint, open_store

    query = find(args.query)
    values = bind(query, _given(args.parameters))
    asked = (
        SparqlEndpoint(args.endpoint, args.timeout)
        if args.endpoint
        else open_store(Path(args.store))
    )
    if args.format == "ntriples" or (args.format is None and _constructs(query.text)):
        for line in asked.construct(query.text):
            print(line)
    else:
        write_rows(asked.select(query.text, values), args.format or "table", sys.stdout)
    return 0


def _constructs(text: str) -> bool:
    import re

    bare = re.sub(r"#[^\n]*|<[^>]*>|PREFIX\s+\S+\s+", " ", text, flags=re.I)
    first = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", bare, re.I)
    return first is not None and first[1].upper() in ("CONSTRUCT", "DESCRIBE")


def _given(parameters: list[str]) -> dict[str, str]:
    from kg.errors import QueryError

    given = {}
    for parameter in parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise QueryError(f"-p {parameter}: write it as NAME=VALUE")
        given[name] = value
    return given
