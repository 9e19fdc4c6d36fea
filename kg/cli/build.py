"""``kg build``: read reports into the store."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path

from kg.cli.options import add_knowledge, add_quiet, add_store, positive, say

NAME = "build"
HELP = "read reports into the store"
DESCRIPTION = """\
Reads reports (files, folders, globs), checks each against the shapes and puts it into the store.
Files that have not changed since they were last read are not read again.
A report that lacks something (its authority, a grade) is stored and listed as incomplete.
A report that contradicts itself is left out and listed, unless --keep-invalid is given.
What was stored of a file that is left out now, or can no longer be read, is taken out.
Reports are stored when all have been read; a build that is stopped before then stores none.
"""
EXAMPLE = """\
example:
  kg build reports/
  kg build --store my-store 'reports/*2024*.pdf'
exit status: 0 all read; 1 a file was not read, a report is left out, invalid or incomplete;
2 the call is wrong
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder or a glob")
    add_store(parser)
    add_knowledge(parser)
    parser.add_argument(
        "--keep-invalid", action="store_true", help="store reports that violate a shape as well"
    )
    parser.add_argument(
        "--corrections",
        metavar="FILE",
        type=Path,
        help="a corrections file (default: each corrections.csv beside the reports)",
    )
    parser.add_argument(
        "--prune",
        action="store_true",
        help="take out stored reports whose file is not there any more",
    )
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes to read with (default: one a core)"
    )
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if a file could not be read, or a report is invalid or incomplete."""
    from kg.build import Settings, build, progress
    from kg.build.summary import summary

    # whoever ends a build ends it in order, like Ctrl-C: its workers would go on without it
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with progress(quiet=args.quiet) as step:
        outcome = build(
            args.paths,
            args.store,
            settings=Settings(tuple(args.vocabulary), tuple(args.profile)),
            keep_invalid=args.keep_invalid,
            prune=args.prune,
            jobs=args.jobs,
            corrections=args.corrections,
            step=step,
        )
    for line in (*outcome.complaints, *(() if args.quiet else outcome.remarks)):
        say(line)
    if not args.quiet:
        print(summary(outcome), end="")
    return 1 if outcome.complaints else 0
