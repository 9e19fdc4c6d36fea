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
from kg.store.limits import Limits, limit_memory


def answer_within(limits: Limits, index: Path, sparql: str) -> Rows | bool | list[str]:
    """The answer from the index in a folder.  Raises `QueryError` if it takes more."""
    context = get_context("spawn")
    mine, its = context.Pipe(duplex=False)
    process = context.Process(
        target=_answer, args=(its, str(index), sparql, limits.memory), daemon=True
    )
    with mine:
        process.start()
        its.close()
        try:
            if not mine.poll(limits.seconds):
                raise QueryError(
                    f"no answer within {limits.seconds:g} seconds; "
                    "ask for less, or give a longer --timeout"
                )
            found = mine.recv()
        except EOFError:
            raise QueryError(
                "the query's process ended without an answer, as it does for want of memory "
                f"(it may have {limits.memory / 2**30:g} GB); ask for less, or give a larger "
                "--memory"
            ) from None
        finally:
            process.kill()
            process.join()
    if isinstance(found, KgError):
        raise found
    answered: Rows | bool | list[str] = found
    return answered


def _answer(its: Connection, index: str, sparql: str, memory: int) -> None:
    import pyoxigraph

    limit_memory(memory)
    found: Rows | bool | list[str] | KgError
    try:
        found = answer(pyoxigraph.Store.read_only(index), sparql)
    except KgError as error:
        found = error
    except MemoryError:
        # said by the one who asked, as where the process ends
        return
    # the one who asked may have gone away meanwhile
    with suppress(BrokenPipeError):
        its.send(found)
