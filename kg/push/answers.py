"""What a server's answer means: rows, or what is wrong and what to do about it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.errors import StoreError

if TYPE_CHECKING:
    import httpx

#: Bytes of an answer; a page of a thousand marks has a fifth of a megabyte.
LARGEST = 2**26
#: Headers that hold only while an answer is on its way.
OF_TRANSFER = {"content-encoding", "content-length", "transfer-encoding"}
#: So much of a server's own words is repeated.
WORDS = 200
HINT = "set KG_PUSH_USER and KG_PUSH_PASSWORD, or KG_PUSH_TOKEN, or put the host into ~/.netrc"


class PushError(StoreError):
    """A server cannot be pushed to; ``status`` is what it answered, 0 if it did not."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


def rows(answer: httpx.Response, address: str, needed: Sequence[str]) -> list[dict[str, str]]:
    """The solutions in an answer.

    Raises `PushError` if they are not SPARQL results in JSON, or lack a ``needed`` variable.
    """
    try:
        found = json.loads(answer.content)
        bindings = found["results"]["bindings"]
        solutions = [{name: str(term["value"]) for name, term in row.items()} for row in bindings]
        if any(name not in row for row in solutions for name in needed):
            raise KeyError(needed)
        return solutions
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise PushError(
            f"{address}: answered {answer.status_code} with something else than SPARQL results "
            f"in JSON ({_words(answer)}); is this the address of an endpoint?",
            answer.status_code,
        ) from error


def bounded(answer: httpx.Response, end: float, address: str) -> httpx.Response:
    """An answer that is still coming, whole, with its body unpacked.

    ``end`` is when it must be there, on the monotonic clock.  Raises `PushError` if it is not,
    or is larger than any answer that a push asks for.
    """
    import httpx

    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > LARGEST:
            raise PushError(
                f"{address}: answers with more than {LARGEST // 2**20} MB to a question that has "
                "a short answer; is this the address of an endpoint?"
            )
        if time.monotonic() > end:
            raise PushError(f"{address}: the answer came too slowly; give a longer --timeout")
    headers = [each for each in answer.headers.multi_items() if each[0].lower() not in OF_TRANSFER]
    return httpx.Response(
        answer.status_code, headers=headers, content=bytes(body), request=answer.request
    )


def number(text: str, address: str) -> int:
    """A count in an answer.  Raises `PushError` if it is none."""
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise PushError(f"{address}: answers {text[:40]!r} where a number of statements is asked")
    return int(text)


def complaint(answer: httpx.Response, address: str, signed: bool) -> PushError | None:
    """What is wrong with an answer, if anything.  ``signed``: a password or token was given."""
    status = answer.status_code
    if status in (200, 201, 202, 204):
        kind = answer.headers.get("Content-Type", "")
        if kind.startswith("text/html") and answer.content.strip():
            return PushError(
                f"{address}: answered {status} with a web page ({_words(answer)}): that is no "
                "triple store, or a page of something before it; check the address and any proxy",
                status,
            )
        return None
    if status in (301, 302, 303, 307, 308):
        elsewhere = answer.headers.get("Location", "another address")
        what = f"sends us on to {elsewhere}, which a push does not follow; give that address"
    elif status in (401, 407):
        done = "refused the name and password or the token" if signed else "wants to know who asks"
        what = f"{done} (HTTP {status}); {HINT}"
    elif status == 403:
        what = f"forbids this (HTTP 403: {_words(answer)}); use an account that may write, {HINT}"
    elif status in (404, 410):
        what = f"has nothing at this address (HTTP {status}); check path and --server"
    elif status in (405, 501):
        what = (
            f"does not take this (HTTP {status}): it may be read-only; start it so that it can be "
            "written to, or give the address where it can, with --update"
        )
    elif status == 413:
        what = "says that a request is too large (HTTP 413)"
    elif status in (429, 502, 503, 504):
        what = f"is too busy or not there (HTTP {status}), also after several tries; try later"
    else:
        what = f"answered HTTP {status}: {_words(answer)}"
    return PushError(f"{address}: {what}", status)


def fault(error: httpx.TransportError, address: str, seconds: float) -> PushError:
    """What a failure to get any answer means."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        what = f"no answer within {seconds:g} seconds; see how the server does, or give --timeout"
    elif isinstance(error, httpx.ProxyError):
        what = f"the proxy does not let us through ({error}); see HTTPS_PROXY and NO_PROXY"
    elif isinstance(error, httpx.ConnectError):
        what = f"cannot be reached ({error}); is the server running, and the address right?"
    else:
        what = f"broke off the connection ({error}); see the server's log"
    return PushError(f"{address}: {what}")


def _words(answer: httpx.Response) -> str:
    """The beginning of what a server says, without marks of HTML, in one line."""
    text = re.sub(r"<(style|script|head)\b.*?</\1>|<[^>]*>", " ", answer.text, flags=re.S | re.I)
    text = " ".join(text.split())
    return text if len(text) <= WORDS else text[: WORDS - 1] + "…"
