"""The command line: a thin skin over the library.

Results go to standard output, everything else to standard error.  Exit status: 0 done; 1 the
work was done and something is wrong with the data; 2 the call itself is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from kg import __version__
from kg.cli import (
    brief,
    build,
    diff,
    draw,
    explain,
    export,
    info,
    patterns,
    push,
    queries,
    query,
    review,
    shapes,
    validate,
)
from kg.errors import KgError

#: In the order in which a user meets them.
COMMANDS = (
    build,
    info,
    query,
    queries,
    patterns,
    draw,
    brief,
    export,
    push,
    diff,
    validate,
    shapes,
    explain,
    review,
)

DESCRIPTION = """\
Turns published inspection reports of children's services into a knowledge graph
in which every statement has its page and its exact quote.
"""
EXAMPLE = """\
example:
  kg build reports/            read the reports in a folder into the store kg-store
  kg queries                   list the questions that can be asked
  kg query latest-grades       ask one of them
  kg patterns trajectories     what no single report says
  kg brief northmoor          four pages on one authority
  kg export turtle graph.ttl   write the graph
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    parser = _parser()
    args = parser.parse_args(arguments)
    if args.command is None:
        parser.print_help()
        return 0
    # what is multiplied here is so small that threads would only wait for each other; the
    # processes that a command starts are told as well
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        status: int = args.run(args)
        sys.stdout.flush()
        return status
    except KgError as error:
        print(f"kg {args.command}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # the reader of a pipe (head, less) has seen enough; nothing more may be written to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        # files, disks and pipes live at this edge; what the library raises is a KgError
        about = f"{error.filename}: " if error.filename else ""
        print(f"kg {args.command}: {about}{error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"kg {args.command}: stopped{args.when_stopped}", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg",
        description=DESCRIPTION,
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for module in COMMANDS:
        command = commands.add_parser(
            module.NAME,
            help=module.HELP,
            description=module.DESCRIPTION,
            epilog=module.EXAMPLE,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.configure(command)
        command.set_defaults(run=module.run, when_stopped=getattr(module, "WHEN_STOPPED", ""))
    return parser
