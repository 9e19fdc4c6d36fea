"""``kg shapes``: which shapes look at which terms of the ontology."""

from __future__ import annotations

import argparse

from kg.cli.options import say

NAME = "shapes"
HELP = "show which shapes cover which terms of the ontology"
DESCRIPTION = """\
Prints a line for each class and property of the ontology: which shapes look at it and what they
ask, or the reason why none does. What has neither is a gap.
"""
EXAMPLE = """\
example:
  kg shapes coverage
  kg shapes coverage --gaps
exit status: 0 no gap; 1 at least one gap
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("what", choices=("coverage",), help="what to show")
    parser.add_argument("--gaps", action="store_true", help="show the gaps only")
    parser.add_argument("--format", choices=("text", "csv"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if there is a gap."""
    from kg.rdf import vocabulary_quads
    from kg.shacl.index import read_index
    from kg.validation.coverage import coverage, read_reasons
    from kg.validation.shapes import load_shapes, shapes_folder

    place = shapes_folder()
    rows = coverage(read_index(vocabulary_quads()), load_shapes(place), read_reasons(place))
    gaps = [row for row in rows if row.gap]
    shown = gaps if args.gaps else rows
    lines = [
        (row.term, row.kind, target, asked)
        for row in shown
        for target, asked in [
            *row.asked,
            *([("no shape", row.reason)] if row.reason else []),
            *([("GAP", row.gap)] if row.gap else []),
        ]
    ]
    if args.format == "csv":
        import csv
        import sys

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([("term", "kind", "target", "asked"), *lines])
    else:
        width, middle = (max((len(line[at]) for line in lines), default=0) for at in (0, 2))
        before = ""
        for term, kind, target, asked in lines:
            name = "" if term == before else term
            print(f"{name:{width}}  {kind if name else '':8}  {target:{middle}}  {asked}".rstrip())
            before = term
    covered = sum(bool(row.asked) and not row.gap for row in rows)
    reasoned = sum(bool(row.reason) and not row.gap for row in rows)
    say(f"{covered} terms covered, {reasoned} with a reason why not, {len(gaps)} gaps")
    return 1 if gaps else 0
