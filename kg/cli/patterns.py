"""``kg patterns``: what no single report says."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.cli.options import (
    TABLE,
    add_parameters,
    add_quiet,
    given_parameters,
    list_parameters,
    positive,
    say,
    write_file,
)
from kg.cli.source import add_asked, corpus, given_authority

if TYPE_CHECKING:
    from kg.analysis import Result, Table
    from kg.corpus import Corpus

NAME = "patterns"
HELP = "find what no single report says"
DESCRIPTION = """\
Lists the patterns that can be looked for across all reports, or looks for one of them. Every row
of a result can be opened to the statements that it was counted from.
"""
EXAMPLE = """\
example:
  kg patterns
  kg patterns recurrence
  kg patterns authorities-like-mine -p authority=northmoor
  kg patterns trajectories --table authorities --evidence 1
  kg patterns trajectories --format json -o trajectories.json
  kg patterns all --save
"""
FORMATS = ("table", "csv", "json", "markdown", "turtle")
ALL = "all"


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=f"a pattern, or {ALL}")
    add_parameters(parser)
    parser.add_argument("--format", choices=FORMATS, default="table", help=TABLE)
    parser.add_argument("--table", metavar="TABLE", help="only this table of the result")
    parser.add_argument(
        "--evidence", metavar="ROW", type=positive,
        help="show the statements behind a row of the first table, or of --table",
    )  # fmt: skip
    parser.add_argument(
        "-o", dest="output", metavar="FILE", type=Path,
        help="write to a file (CSV: one file a table, its name added)",
    )  # fmt: skip
    parser.add_argument(
        "--save", action="store_true", help="keep the result in the store, as a named graph"
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no such pattern, parameter, table or row."""
    from kg.analysis import NAMES, pattern
    from kg.errors import QueryError

    if args.name is None:
        return _list(args)
    if args.endpoint and args.save:
        raise QueryError("a result is saved in a store; leave --save or --endpoint out")
    if args.name == ALL and (args.parameters or args.table or args.evidence):
        raise QueryError("parameters, --table and --evidence are for one pattern, not for all")
    if args.name == ALL and args.format in ("csv", "json") and args.output is None:
        raise QueryError(
            f"all as {args.format} is several files; give the start of their names: -o"
        )
    chosen = [pattern(name) for name in (NAMES if args.name == ALL else (args.name,))]
    given = given_parameters(args)
    found_in = corpus(args)
    if args.name != ALL and any(each.name == "authority" for each in chosen[0].parameters):
        missing = given_authority(found_in, given, quiet=args.quiet)
        if missing and not args.quiet:
            say(missing)
    found = []
    for each in chosen:
        result = each.find(found_in, given)
        _check(result, args)
        if args.evidence:
            _show_evidence(found_in, result, args)
        else:
            _write(result, args, several=len(chosen) > 1)
        found.append(result)
    if args.save:
        from kg.analysis.saved_results import save

        save(args.store, found_in, found)
        if not args.quiet:
            say(f"saved in {args.store}: {', '.join(result.pattern for result in found)}")
    return 0


def _list(args: argparse.Namespace) -> int:
    from kg.analysis import NAMES, pattern

    width = max(map(len, NAMES), default=0)
    for name, (_, title) in NAMES.items():
        print(f"{name:<{width}}  {title}")
        list_parameters(pattern(name).parameters, width)
    if (args.store / "records").is_dir() and not args.quiet:
        _saved(args.store)
    return 0


def _saved(folder: Path) -> None:
    """Print which results the store keeps, and which of them are out of date."""
    from kg.analysis.saved_results import out_of_date, saved_names
    from kg.store import open_store

    entries = open_store(folder).entries.values()
    stale = out_of_date(entries)
    names = saved_names(entries)
    if names:
        print(f"\nsaved in {folder}:")
    for name in names:
        again = f"out of date, the reports have changed since; kg patterns {name} --save"
        print(f"  {name} ({again if name in stale else 'up to date'})")


def _check(result: Result, args: argparse.Namespace) -> None:
    from kg.errors import QueryError

    names = [table.name for table in result.tables]
    if args.table and args.table not in names:
        raise QueryError(f"{result.pattern} has no table {args.table!r}; it has: {' '.join(names)}")


def _table(result: Result, args: argparse.Namespace) -> Table:
    return next(table for table in result.tables if args.table in (None, table.name))


def _write(result: Result, args: argparse.Namespace, *, several: bool) -> None:
    """Write a result to its file or files, or to standard output."""
    tables = [args.table] if args.table else [table.name for table in result.tables]
    path: Path | None = args.output
    if path is None:
        if args.format == "csv" and len(tables) > 1 and not args.quiet:
            say(f"{tables[0]} only; for the others: --table {' | '.join(tables[1:])}, or -o FILE")
        sys.stdout.write(
            _text(result, args.format, tables[0] if args.format == "csv" else args.table)
        )
        return
    if several:
        path = path.with_name(f"{path.stem}-{result.pattern}{path.suffix}")
    parts: list[tuple[Path, str | None]] = [(path, args.table)]
    if args.format == "csv" and len(tables) > 1:
        parts = [(path.with_name(f"{path.stem}-{name}{path.suffix}"), name) for name in tables]
    for place, table in parts:
        write_file(place, _text(result, args.format, table).encode(), quiet=args.quiet)


def _text(result: Result, name: str, table: str | None) -> str:
    from kg.exports.results import write_result

    if name == "turtle":
        from kg.analysis.resultgraph import result_quads
        from kg.rdf import convert

        turtle = io.BytesIO()
        convert(result_quads(result, __version__), "turtle", turtle)
        return turtle.getvalue().decode()
    stream = io.StringIO(newline="")
    write_result(result, name, stream, table)
    return stream.getvalue()


def _show_evidence(corpus: Corpus, result: Result, args: argparse.Namespace) -> None:
    """Print the row, and each statement behind it with its words, page and file."""
    from kg.analysis.evidence import evidence
    from kg.errors import QueryError
    from kg.exports.rows import write_rows

    table = _table(result, args)
    if args.evidence > len(table.rows):
        raise QueryError(
            f"{table.name} has {len(table.rows)} rows; there is no row {args.evidence}"
        )
    row = table.rows[args.evidence - 1]
    if args.format == "turtle":
        raise QueryError("evidence is rows; give --format table, csv, json or markdown")
    if args.format == "table":
        for column, cell in zip(table.columns, row.cells, strict=True):
            print(f"{column.name}: {'' if cell is None else cell}")
        print()
    write_rows(evidence(corpus, row.evidence), args.format, sys.stdout)
