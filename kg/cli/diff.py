"""``kg diff``: what changed between two graphs, in words."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import add_quiet

NAME = "diff"
HELP = "say what changed between two stores or exported files"
DESCRIPTION = """\
Says in words what changed from OLD to NEW: reports that came, went or changed, and in these each
judgement, recommendation, finding, board, service and figure that was added, removed or changed;
then the terms of the vocabulary.  OLD and NEW are folders of stores or files written by
kg export (.ttl, .nt, .nq, .trig, .rdf, .jsonld), in any mixture.

Of a report that is only on one side, text tells the judgements; json tells all.
"""
EXAMPLE = """\
example:
  cp -r kg-store before && kg build reports/ && kg diff before kg-store
  kg diff march.ttl april.ttl --format markdown > news.md
  kg diff before kg-store | grep grade
exit status: 0 if the two were compared, whether they differ or not; 2 the call itself is wrong
"""
FORMATS = ("text", "json", "markdown")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("old", metavar="OLD", type=Path, help="a store or an exported file")
    parser.add_argument("new", metavar="NEW", type=Path, help="a store or an exported file")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--summary", action="store_true", help="counts only")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 0, whether the two differ or not."""
    from kg.diff import compare, open_side, write_difference
    from kg.ingest import progress

    old, new = open_side(args.old), open_side(args.new)
    with progress(quiet=args.quiet) as step:
        found = compare(old, new, lambda done, total: step(done, total, "comparing"))
    print(write_difference(found, args.format, summary=args.summary), end="")
    return 0
