"""``kg push``: bring a store to another triple store."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kg.cli.options import add_quiet, add_store, positive, say

if TYPE_CHECKING:
    from kg.push import Connection, Plan

NAME = "push"
HELP = "bring the store to another triple store, such as Virtuoso"
DESCRIPTION = """\
Brings every graph of the store to a server by the SPARQL 1.1 Graph Store Protocol, or by SPARQL
Update where there is none. Only what has changed since the last push travels; a push that was
interrupted goes on where it stopped, by the same command. At the end the counts are compared.

A name and password are taken from KG_PUSH_USER and KG_PUSH_PASSWORD, a token from KG_PUSH_TOKEN,
or else from ~/.netrc. docs/stores.md says how to start and fill each kind of server.
"""
EXAMPLE = """\
example:
  kg push http://localhost:8890/sparql
  kg push http://localhost:7878 --dry-run
  kg push https://example.org/data/sparql --server fuseki --store my-store
exit status: 0 done; 1 pushed, and counts disagree; 2 could not be pushed, or not to the end
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("endpoint", metavar="ENDPOINT", help="address of the server's queries")
    parser.add_argument(
        "--server", metavar="NAME",
        help="virtuoso, oxigraph, fuseki, graphdb, qlever, neptune, stardog or other "
        "(default: told from the server's answer)",
    )  # fmt: skip
    parser.add_argument("--update", metavar="URL", help="address of its updates, if unusual")
    parser.add_argument("--graphs", metavar="URL", help="address of its graph store, if unusual")
    parser.add_argument("--dry-run", action="store_true", help="say what would travel, and stop")
    parser.add_argument(
        "--again",
        action="store_true",
        help="push also what has not changed, and make the merge anew",
    )
    parser.add_argument(
        "--remove", action="store_true", help="take out graphs of kg there that the store lacks"
    )
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=300,
        help="for each request (default: 300)",
    )  # fmt: skip
    add_store(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 1 if the counts disagree, 2 if the push came to no end."""
    from contextlib import closing

    from kg.errors import StoreError
    from kg.ingest import progress
    from kg.push import connect, make_plan, push
    from kg.store import open_store
    from kg.store.servers import load_servers

    if args.server is not None and args.server not in load_servers():
        raise StoreError(f"--server {args.server}: is one of {', '.join(load_servers())}")
    store = open_store(args.store)
    store.refuse_altered()
    opened = connect(
        args.endpoint, server=args.server, update=args.update, graphs=args.graphs,
        timeout=args.timeout,
    )  # fmt: skip
    with closing(opened) as connection:
        plan = make_plan(store, connection, again=args.again)
        if args.dry_run:
            _tell(connection, plan, remove=args.remove)
            return 0
        with progress(quiet=args.quiet) as step:
            done = push(store, connection, plan, remove=args.remove, step=step)
    for wrong in done.wrong:
        print(wrong)
    if not args.quiet:
        way = "" if done.by_protocol else ", by updates: it has no Graph Store Protocol"
        say(
            f"pushed {done.graphs:,} graphs of {done.statements:,} statements to "
            f"{connection.name} ({connection.server.name}{way}); {len(plan.same):,} unchanged"
        )
        if done.removed:
            say(f"removed {done.removed:,} graphs that the store does not have")
        elif plan.others:
            say(
                f"{len(plan.others):,} graphs there were pushed from elsewhere or are no longer "
                "in this store: --remove takes them out"
            )
        merged = "" if done.merged is None else f"; the merge of them has {done.merged:,}"
        verdict = "disagree, see above" if done.wrong else f"agree{merged}"
        say(f"checked {done.checked:,} graphs: the counts {verdict}")
    return 1 if done.wrong else 0


def _tell(connection: Connection, plan: Plan, *, remove: bool) -> None:
    for entry in plan.changed:
        print(f"push    {entry.graph}")
    for graph in plan.others:
        print(f"{'remove' if remove else 'leave '}  {graph}")
    say(
        f"{connection.name} ({connection.server.name}): {len(plan.changed):,} graphs to push, "
        f"{len(plan.same):,} unchanged; nothing was written"
    )
