"""``kg review``: names that fit nothing known, for people to look at."""

from __future__ import annotations

import argparse
import sys

from kg.cli.options import TABLE
from kg.cli.query import ROW_FORMATS
from kg.cli.source import add_asked, asked

NAME = "review"
HELP = "list names that fit nothing known"
DESCRIPTION = """\
Lists what looks like the name of a board or service, but is in no vocabulary file and follows no
rule: each may belong into ontology/vocabularies/, or is no name at all.  Nothing of it is a node
of the graph.
"""
EXAMPLE = """\
example:
  kg review
  kg review --format csv > names.csv
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    add_asked(parser, limited=True)
    parser.add_argument("--format", choices=ROW_FORMATS, default="table", help=TABLE)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no store."""
    from kg.corpus.catalogue import find
    from kg.exports.rows import write_rows

    write_rows(asked(args, catalogue=True).select(find("review").text), args.format, sys.stdout)
    return 0
