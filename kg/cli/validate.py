"""``kg validate``: hold the whole store against the shapes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import add_quiet, add_store, say

if TYPE_CHECKING:
    from kg.validation import Violation

NAME = "validate"
HELP = "check the whole store, or any RDF file, against shapes"
DESCRIPTION = """\
Checks every report in the store, and the shared vocabulary once, against the SHACL shapes and
says in plain English what is wrong, where, and with which words. With --data it checks RDF files
of any kind against shapes of any kind instead, and needs no store.
"""
EXAMPLE = """\
example:
  kg validate
  kg validate --format html > faults.html
  kg validate --engine pyshacl     the same by pySHACL, which takes many times as long
  kg validate --shapes theirs.ttl --data graph.nt --format turtle
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
        metavar="FILE",
        type=Path,
        help="shapes of your own, a file or a folder of .ttl files, instead of those of the "
        "package",
    )
    parser.add_argument(
        "--data",
        metavar="FILE",
        type=Path,
        action="append",
        help="a file to check instead of the store: .ttl, .nt, .rdf, .xml, .owl, .jsonld, .json, "
        ".nq or .trig; may be given several times, and the files are then one graph",
    )
    parser.add_argument(
        "--notes", action="store_true", help="show notes as well (text leaves them out)"
    )
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if there is a violation."""
    if args.data:
        return _check_files(args)
    from kg.corpus import open_corpus
    from kg.ingest import VOCABULARY, progress
    from kg.store import open_store
    from kg.validation import Engine, Severity, validate_store, worst

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
    more = _show(found, args)
    if not args.quiet:
        say(f"checked {len(records)} records and the shared vocabulary{more}")
    return 1 if worst(found) is Severity.VIOLATION else 0


def _check_files(args: argparse.Namespace) -> int:
    from kg.errors import KnowledgeError
    from kg.validation import Engine, Severity, validate_files, worst

    if args.shapes is None:
        raise KnowledgeError(
            "--data: name with --shapes the file or folder of shapes to check it against"
        )
    checked = validate_files(args.data, args.shapes, Engine(args.engine))
    if args.format == "turtle":
        print(checked.results.turtle(), end="")
        more = ""
    else:
        more = _show(checked.violations, args)
    nodes = checked.results.focus_nodes
    if nodes == 0:
        say("no shape has a focus node in the data: nothing was checked")
    elif not args.quiet:
        of = "" if nodes is None else f" at {nodes} focus node{'' if nodes == 1 else 's'}"
        say(f"checked {', '.join(map(str, args.data))}{of}{more}")
    return 1 if worst(checked.violations) is Severity.VIOLATION else 0


def _show(found: Sequence[Violation], args: argparse.Namespace) -> str:
    """Prints what was found; gives in words what was not shown."""
    from kg.validation import Severity, write_violations

    shown = found
    if args.format == "text" and not args.notes:
        shown = [each for each in found if each.severity is not Severity.INFO]
    print(write_violations(shown, args.format), end="")
    notes = len(found) - len(shown)
    return f"; {notes} notes not shown (--notes shows them)" if notes else ""
