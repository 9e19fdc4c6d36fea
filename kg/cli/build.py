"""``kg build``: read reports into the store."""

from __future__ import annotations

import argparse
import signal
import sys

from kg.cli.options import (
    add_corrections,
    add_knowledge,
    add_manifest,
    add_quiet,
    add_store,
    positive,
    say,
)

NAME = "build"
HELP = "read reports into the store"
DESCRIPTION = """\
Reads reports (files, folders, globs), checks each against the shapes and puts it into the store.
Files that have not changed since they were last read are not read again.
A report that lacks something (its authority, a grade) is stored and listed as incomplete.
A report that contradicts itself is left out and listed, unless --keep-invalid is given.
What was stored of a file that is left out now, or can no longer be read, is taken out.
Each report is stored when it is read, so that a build that was stopped goes on where it was;
what reads the store sees the reports of a build when it has ended.
"""
EXAMPLE = """\
example:
  kg build reports/
  kg build --store my-store 'reports/*2024*.pdf'
exit status: 0 all read, with warnings at most; 1 a file was not read or given twice, a report is
left out, invalid, incomplete or has a problem of severity error, a correction does not fit;
2 the call is wrong, or a corrections file cannot be understood
"""
#: What is said behind "stopped" when Ctrl-C or SIGTERM ends it.
WHEN_STOPPED = "; what was read is kept, and the same call goes on from there"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder or a glob")
    add_store(parser)
    add_knowledge(parser)
    parser.add_argument(
        "--keep-invalid", action="store_true", help="store reports that violate a shape as well"
    )
    add_corrections(parser)
    add_manifest(parser)
    parser.add_argument(
        "--prune",
        action="store_true",
        help="take out reports that were read from the folders named here and are gone from them",
    )
    parser.add_argument(
        "--yes", action="store_true", help="let --prune take out more than a tenth of the store"
    )
    parser.add_argument(
        "--debug", action="store_true", help="show where the program failed at a file"
    )
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes to read with (default: one a core)"
    )
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if something is complained of: a file, a report, a correction."""
    from kg.ingest import Settings, build, progress
    from kg.ingest.outcome import summary

    # whoever ends a build ends it in order, like Ctrl-C: its workers would go on without it
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with progress(quiet=args.quiet) as step:
        outcome = build(
            args.paths,
            args.store,
            settings=Settings(tuple(args.vocabulary), tuple(args.profile)),
            keep_invalid=args.keep_invalid,
            prune=args.prune,
            sure=args.yes,
            jobs=args.jobs,
            corrections=args.corrections,
            manifest=args.manifest,
            step=step,
        )
    if args.debug:
        for result in outcome.results:
            if result.traceback:
                print(f"{result.path}:\n{result.traceback}", file=sys.stderr, end="")
    for line in (*outcome.complaints, *(() if args.quiet else outcome.remarks)):
        say(line)
    if not args.quiet:
        print(summary(outcome), end="")
    return 1 if outcome.complaints else 0
