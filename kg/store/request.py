"""One question to a SPARQL server over SPARQLWrapper, with our own patience and manners."""

from __future__ import annotations

import base64
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError

from kg.errors import QueryError
from kg.store.credentials import Credentials
from kg.store.sparql import form

PIECE = 2**16
#: Bytes of an answer: the largest table of this project has a hundredth.
LARGEST = 2**30
#: So much of a server's own words is repeated.
WORDS = 300
#: Virtuoso: the time was up, and the rows found so far are all that it gives
TIME_UP = "S1TAT"


@dataclass(frozen=True, slots=True)
class Question:
    """A query, where it goes and how."""

    address: str
    sparql: str
    #: "json" or "turtle"
    form: str
    #: named as the default graph; None leaves that to the server
    graph: str | None
    parameters: Mapping[str, str]
    #: seconds, for the whole answer
    timeout: int
    agent: str
    given: Credentials


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    body: bytes
    #: how the server calls itself
    server: str
    #: the number of rows after which the server says that it cut the answer off, ""
    cut: str


def request(question: Question) -> Answer:
    """Ask.  Raises `QueryError`."""
    from SPARQLWrapper import POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import (
        EndPointNotFound,
        SPARQLWrapperException,
        Unauthorized,
    )

    class Wrapper(SPARQLWrapper):
        """Never takes what lets us in to another address."""

        def _createRequest(self) -> urllib.request.Request:
            made = super()._createRequest()
            if signature := _signature(question.given):
                made.add_unredirected_header("Authorization", signature)
            return made

    wrapper = Wrapper(question.address, agent=question.agent)
    wrapper.setTimeout(question.timeout)
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(question.form)
    wrapper.setQuery(question.sparql)
    # SPARQLWrapper takes the first word that looks like one, also in a comment ("address": ADD)
    wrapper.queryType = form(question.sparql) or "SELECT"
    for name, value in question.parameters.items():
        wrapper.addParameter(name, value)
    if question.graph is not None:
        wrapper.addParameter("default-graph-uri", question.graph)
    try:
        response = wrapper.query().response
        body = _read(response, question)
        headers = response.headers
    except TimeoutError as error:
        raise _late(question) from error
    except EndPointNotFound as error:
        raise QueryError(
            f"{question.address}: has nothing at this address (HTTP 404); give that of queries, "
            "which often ends in /sparql or /query (see docs/stores.md)"
        ) from error
    except Unauthorized as error:
        raise QueryError(
            f"{question.address}: wants to know who asks, or refused it (HTTP 401); set "
            "KG_QUERY_USER and KG_QUERY_PASSWORD, or KG_QUERY_TOKEN, or put the host into ~/.netrc"
        ) from error
    except (SPARQLWrapperException, HTTPException, OSError, ValueError) as error:
        if isinstance(getattr(error, "reason", None), TimeoutError):
            raise _late(question) from error
        if '"bindings"' in str(error):
            # Virtuoso, when the time is up while it sorts: an error with rows in it
            raise _gave_up(question) from error
        raise QueryError(f"{question.address}: could not be asked: {_reason(error)}") from error
    if headers.get("X-SQL-State") == TIME_UP or response.status == 206:
        raise _gave_up(question)
    return Answer(body, headers.get("Server", ""), headers.get("X-SPARQL-MaxRows", ""))


def _read(response: Any, question: Question) -> bytes:
    """The whole body, within the time for it: a server may trickle for ever."""
    end = time.monotonic() + question.timeout
    pieces = []
    size = 0
    # `read1` gives what has come: `read` would wait for a whole piece, however slowly it comes
    while piece := response.read1(PIECE):
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > end:
            raise _late(question)
        if size > LARGEST:
            raise QueryError(
                f"{question.address}: answers with more than {LARGEST // 2**20} MB; ask for less"
            )
    # read by pieces, a body that ends too early is no error of http.client
    if response.length:
        raise QueryError(
            f"{question.address}: the connection broke off in the middle of the answer; ask again, "
            "and see the server's log"
        )
    return b"".join(pieces)


def _late(question: Question) -> QueryError:
    return QueryError(
        f"{question.address}: no answer within {question.timeout} seconds; "
        "ask for less, or give a longer --timeout"
    )


def _gave_up(question: Question) -> QueryError:
    return QueryError(
        f"{question.address}: the server gave up after {question.timeout} seconds with part "
        "of the answer; ask for less, or give a longer --timeout"
    )


def _reason(error: Exception) -> str:
    """What went wrong, in one line that is not too long."""
    text = " ".join(str(error).replace("\\n", " ").split())
    if isinstance(error, HTTPError):
        text = f"HTTP {error.code} {error.reason}"
    return text if len(text) <= WORDS else text[: WORDS - 1] + "…"


def _signature(given: Credentials) -> str:
    if given.token:
        return f"Bearer {given.token}"
    if given.user:
        pair = base64.b64encode(f"{given.user}:{given.password}".encode()).decode()
        return f"Basic {pair}"
    return ""
