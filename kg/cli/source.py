"""What a command asks: the store in a folder, or with ``--endpoint`` another server."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kg.cli.options import add_store, positive, say

if TYPE_CHECKING:
    from kg.corpus import Corpus
    from kg.corpus.resolve import Meant
    from kg.store import Answers, SparqlEndpoint


#: Seconds that an answer may take unless more are asked for: of a server or to a query of one's
#: own, and of a store to a question of the catalogue, the largest of which are whole tables.
SECONDS, OF_CATALOGUE = 60, 600


def add_asked(parser: argparse.ArgumentParser, *, limited: bool = False) -> None:
    """``--store``, ``--endpoint`` and ``--timeout``.

    ``limited``: a store is held to the timeout as well, and to ``--memory``.
    """
    add_store(parser)
    parser.add_argument(
        "--endpoint", metavar="URL", help="ask this SPARQL 1.1 server instead of a store"
    )
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=None if limited else SECONDS,
        help=f"for an answer (default: {SECONDS}, "
        f"{OF_CATALOGUE} for a store and a question of the catalogue)"
        if limited else f"for an endpoint (default: {SECONDS})",
    )  # fmt: skip
    if limited:
        parser.add_argument(
            "--memory", metavar="GB", type=positive, default=4,
            help="memory that an answer of a store may take (default: 4)",
        )  # fmt: skip


def answering(asked: Answers, words: str, *, quiet: bool = False) -> Meant:
    """The authority that answers for the one that words mean; what ought to be known of it is told
    on standard error.
    """
    from kg.corpus import resolve

    found = resolve.answering(asked, words)
    if not quiet:
        for remark in found.remarks:
            say(remark)
    return found


def given_authority(asked: Answers, given: dict[str, str], *, quiet: bool = False) -> str:
    """Put in place of the parameter ``authority``, if it has a value, what means it alone.

    Gives what is to be said where the store has no report on it, else "".
    """
    words = given.get("authority", "")
    if not words.strip():
        return ""
    found = answering(asked, words, quiet=quiet)
    given["authority"] = found.slug
    return found.missing


def endpoint(args: argparse.Namespace) -> SparqlEndpoint:
    """The server that was named; what it leaves out is told on standard error."""
    from kg.store import SparqlEndpoint

    return SparqlEndpoint(args.endpoint, args.timeout, say)


def corpus(args: argparse.Namespace) -> Corpus:
    """The corpus of the server or the store; that its tables had to be made is told."""
    import gc

    from kg.corpus import open_corpus
    from kg.store import open_store

    # a command ends with its one answer: to look for cycles among very many tuples, of which
    # there are none, takes as long as to make them
    gc.disable()
    return open_corpus(endpoint(args) if args.endpoint else open_store(args.store), say)


def asked(args: argparse.Namespace, *, catalogue: bool) -> Answers:
    """The server or the store, held to the limits that were given.

    ``catalogue`` says that the question is of the catalogue.
    """
    from kg.store import Limits, open_store

    if args.endpoint:
        args.timeout = args.timeout or SECONDS
        return endpoint(args)
    seconds = args.timeout or (OF_CATALOGUE if catalogue else SECONDS)
    return open_store(args.store, limits=Limits(seconds, args.memory * 2**30))
