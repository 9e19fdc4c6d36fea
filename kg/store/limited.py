"""A query in a process of its own, which is ended when its time is up.

Oxigraph has no time limit of its own, and while it works no signal is heard: a query that would
take an hour can only be ended from outside.
"""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from kg.errors import KgError, QueryError
from kg.store.answers import Rows, answer


def answer_within(seconds: float, index: Path, sparql: str) -> Rows | bool | list[str]:
    """The answer from the index in a folder.  Raises `QueryError` if it takes longer."""
    context = get_context("spawn")
    mine, its = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(its, str(index), sparql), daemon=True)
    with mine:
        process.start()
        its.close()
        try:
            if not mine.poll(seconds):
                raise QueryError(
                    f"no answer within {seconds:g} seconds; "
                    "ask for less, or give a longer --timeout"
                )
            found = mine.recv()
        except EOFError:
            raise QueryError(
                "the query's process ended without an answer, perhaps for want of memory; "
                "ask for less"
            ) from None
        finally:
            process.kill()
            process.join()
    if isinstance(found, KgError):
        raise found
    answered: Rows | bool | list[str] = found
    return answered


def _answer(its: Connection, index: str, sparql: str) -> None:
    import pyoxigraph

    found: Rows | bool | list[str] | KgError
    try:
        found = answer(pyoxigraph.Store.read_only(index), sparql)
    except KgError as error:
        found = error
    # the one who asked may have gone away meanwhile
    with suppress(BrokenPipeError):
        its.send(found)
