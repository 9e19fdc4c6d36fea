"""``kg brief``: four pages on one authority, or on one theme."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.briefs.writing import FORMATS, PASTED, endings, format_of
from kg.cli.options import AUTHORITY, add_quiet, write_file
from kg.cli.source import add_asked, answering, corpus

NAME = "brief"
HELP = "write four pages on one authority, or on one theme"
_FORMATS = "\n".join(
    f"  {'.' + name:<6} {each.told}{'; without -o to standard output' if name == PASTED else ''}"
    for name, each in FORMATS.items()
)
DESCRIPTION = f"""\
Writes a brief for a meeting: where an authority stands and how it moved, what recurs, what it was
last told to do, its weak and strong themes beside region and statistical neighbours, and who has
solved this. Each line has its report and page. The file's ending says what is written:
{_FORMATS}
"""
EXAMPLE = """\
example:
  kg brief northmoor -o northmoor.html
  kg brief "Saltmarsh and Vale" -o saltmarsh.docx
  kg brief --theme supervision -o supervision.md
exit status: 0 done; 2 no such authority or theme, no report on it, or another kind of file
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("authority", nargs="?", metavar="AUTHORITY", help=AUTHORITY)
    parser.add_argument("--theme", metavar="THEME", help="code or name of a theme, instead")
    parser.add_argument(
        "-o", dest="output", metavar="FILE", type=Path, help=f"file that ends in {endings()}"
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is nothing to write about, or no way to write it."""
    from kg.briefs import authority_brief, theme_brief, write_brief
    from kg.errors import QueryError

    if bool(args.authority) == bool(args.theme):
        raise QueryError("give an AUTHORITY or --theme THEME, one of the two")
    path: Path | None = args.output
    name = format_of(path) if path else PASTED
    found = corpus(args)
    if args.theme:
        made = theme_brief(found, args.theme)
    else:
        made = authority_brief(found, answering(found, args.authority, quiet=args.quiet).slug)
    written = write_brief(made, name)
    if path is None:
        sys.stdout.write(written.decode("utf-8"))
        return 0
    write_file(path, written, quiet=args.quiet)
    return 0
