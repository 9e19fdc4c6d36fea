"""What a command asks: the store in a folder, or with ``--endpoint`` another server."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kg.cli.options import add_store, positive, say

if TYPE_CHECKING:
    from kg.store import Answers, SparqlEndpoint


def add_asked(parser: argparse.ArgumentParser, about: str = "for an endpoint") -> None:
    """``--store``, ``--endpoint`` and ``--timeout``; ``about`` says what the last holds for."""
    add_store(parser)
    parser.add_argument(
        "--endpoint", metavar="URL", help="ask this SPARQL 1.1 server instead of a store"
    )
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=60, help=f"{about} (default: 60)"
    )


def endpoint(args: argparse.Namespace) -> SparqlEndpoint:
    """The server that was named; what it leaves out is told on standard error."""
    from kg.store import SparqlEndpoint

    return SparqlEndpoint(args.endpoint, args.timeout, say)


def asked(args: argparse.Namespace, *, limited: bool = False) -> Answers:
    """The server or the store; ``limited`` holds a store to timeout and memory as well."""
    from kg.store import Limits, open_store

    if args.endpoint:
        return endpoint(args)
    return open_store(
        args.store, limits=Limits(args.timeout, args.memory * 2**30) if limited else None
    )
