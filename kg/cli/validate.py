"""``kg validate``: hold the whole store against the shapes."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import add_quiet, add_store, say

NAME = "validate"
HELP = "check the whole store against the shapes"
DESCRIPTION = """\
Checks every report in the store, and the shared vocabulary once, against the SHACL shapes and
says in plain English what is wrong, where, and with which words.
"""
EXAMPLE = """\
example:
  kg validate
  kg validate --format html > faults.html
  kg validate --engine pyshacl     the same by pySHACL, which takes many times as long
exit status: 0 no violation; 1 at least one violation
"""
FORMATS = ("text", "json", "turtle", "html")
ENGINES = ("fast", "pyshacl")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    add_store(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default="fast",
        help="what checks: the shapes compiled (fast, the default), or pySHACL, the reference; "
        "both give the same results",
    )
    parser.add_argument(
        "--shapes",
        metavar="DIR",
        type=Path,
        help="a folder of shapes of your own, instead of those of the package",
    )
    parser.add_argument(
        "--notes", action="store_true", help="show notes as well (text leaves them out)"
    )
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if there is a violation."""
    from kg.corpus import open_corpus
    from kg.ingest import VOCABULARY, progress
    from kg.store import open_store
    from kg.validation import Engine, Severity, validate_store, worst, write_violations

    store = open_store(args.store)
    store.refuse_altered()
    # tables that are not as they were made are made again, and that is said
    open_corpus(store, say, thoroughly=True)
    records = [store.path(key) for key in store.entries if key != VOCABULARY]
    vocabulary = store.record(VOCABULARY)
    done = 0
    with progress(quiet=args.quiet) as step:

        def count(record: Path) -> None:
            nonlocal done
            done += 1
            step(done, len(records), "checking")

        found = validate_store(
            records, vocabulary, args.shapes, on_record=count, engine=Engine(args.engine)
        )
    shown = found
    if args.format == "text" and not args.notes:
        shown = tuple(each for each in found if each.severity is not Severity.INFO)
    print(write_violations(shown, args.format), end="")
    if not args.quiet:
        notes = len(found) - len(shown)
        more = f"; {notes} notes not shown (--notes shows them)" if notes else ""
        say(f"checked {len(records)} records and the shared vocabulary{more}")
    return 1 if worst(found) is Severity.VIOLATION else 0
