"""``kg query``: ask the store a question."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.cli.options import TABLE, add_parameters, given_parameters, say
from kg.cli.source import add_asked, answering, asked

if TYPE_CHECKING:
    from kg.corpus.catalogue import Query
    from kg.store import Answers, Rows

NAME = "query"
HELP = "ask a question of the catalogue, or one of your own"
DESCRIPTION = """\
Asks the store a question: one of the catalogue by its name (see kg queries), or a SPARQL query
in a file of your own. The graphs of all reports are asked together.
"""
EXAMPLE = """\
example:
  kg query latest-grades
  kg query judgements -p authority=northmoor
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
        help=f"{TABLE} (and ntriples for a query that constructs triples)",
    )  # fmt: skip
    add_asked(parser, limited=True)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if the question cannot be asked."""
    from kg.corpus.catalogue import bind, find
    from kg.corpus.queryterms import unknown_terms
    from kg.exports.rows import write_rows
    from kg.store import Rows

    query = find(args.query)
    own = args.query == str(query.path)
    for remark in unknown_terms(query.text) if own else ():
        say(remark)
    source = asked(args, catalogue=not own)
    given = given_parameters(args)
    found = _answer(args, source, query, bind(query, given, source))
    rows = found.rows if isinstance(found, Rows) else found
    if others := _instead(source, query, given, empty=not rows):
        found = _answer(args, source, query, bind(query, others, source))
    if isinstance(found, Rows):
        write_rows(found, args.format or "table", sys.stdout)
    else:
        for line in found:
            print(line)
    return 0


def _answer(
    args: argparse.Namespace, source: Answers, query: Query, values: Mapping[str, str]
) -> Rows | list[str]:
    """Rows, or the lines of a graph."""
    from kg.store import gives_triples

    if args.format == "ntriples" or (args.format is None and gives_triples(query.text)):
        return source.construct(query.text, values)
    return source.select(query.text, values)


def _instead(
    source: Answers, query: Query, given: Mapping[str, str], *, empty: bool
) -> dict[str, str]:
    """The parameters with which to ask again; none if the answer stands.

    An authority that is no more answers for itself wherever there is an answer; where there is
    none, the one that took over is asked.  What was taken for what is told on standard error.
    """
    from kg.corpus import resolve

    others: dict[str, str] = {}
    for parameter in query.parameters:
        words = given.get(parameter.name, parameter.default)
        if parameter.type != "authority" or words is None:
            continue
        meant = resolve.meant(source, words)
        if empty and len(meant.successors) == 1:
            others[parameter.name] = answering(source, words).slug
            continue
        for remark in (*meant.remarks, *([meant.missing] if empty and meant.missing else ())):
            say(remark)
    return {**given, **others} if others else {}
