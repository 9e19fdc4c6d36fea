"""A connection to a triple store: queries, updates and whole graphs over HTTP, with patience.

TLS is verified, proxies are those of the environment, and nothing is sent on to another address
than the one given.  What can be repeated without harm is tried again where a server is busy or a
connection breaks.  https://www.w3.org/TR/sparql11-protocol/,
https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import gzip
import ssl
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg import __version__
from kg.errors import StoreError
from kg.push.answers import PushError, bounded, complaint, fault, number, rows
from kg.store.credentials import Credentials, credentials
from kg.store.servers import OTHER, PUSHED, Server, load_servers, recognise

if TYPE_CHECKING:
    import httpx

__all__ = ["Connection", "PushError", "connect"]

#: of the names in the environment: KG_PUSH_USER and so on
PREFIX = "KG_PUSH"
AGENT = f"childrens-services-kg/{__version__}"
#: What a server answers that is busy, or behind something that is.
BUSY = (429, 502, 503, 504)
#: Seconds to wait before the second try and those after it.
PAUSES = (0.5, 1.0, 2.0, 4.0)
#: No server may make us wait longer than so many seconds before the next try.
LONGEST_PAUSE = 60.0
FORM = "application/x-www-form-urlencoded"


class Connection:
    """What one push needs of a server.  Its methods raise `PushError`."""

    def __init__(
        self,
        server: Server,
        addresses: Mapping[str, str],
        given: Mapping[str, Credentials],
        client: httpx.Client,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.server = server
        #: of "query", "update" and "graphs"; the last may be missing
        self.addresses = addresses
        #: for each of them
        self._given = given
        self._client = client
        self._sleep = sleep
        self._gzip = server.gzip
        self._auth: dict[str, httpx.Auth] = {}

    @property
    def name(self) -> str:
        """The address of queries, which stands for the server in messages."""
        return self.addresses["query"]

    def close(self) -> None:
        """End the connection."""
        self._client.close()

    def select(self, sparql: str, *needed: str) -> list[dict[str, str]]:
        """The solutions of a query: each variable with its text, the ``needed`` ones in all."""
        content = urlencode({"query": sparql}).encode()
        headers = {"Content-Type": FORM, "Accept": "application/sparql-results+json"}
        answer = self._send("POST", "query", content, headers, repeatable=True)
        return rows(answer, self.addresses["query"], needed)

    def count(self, sparql: str) -> int:
        """The number ``?n`` that a query asks for."""
        found = self.select(sparql, "n")
        return number(found[0]["n"] if found else "", self.name)

    def update(self, sparql: str) -> None:
        """Do an update that may be done twice: it names all that it adds or takes out."""
        if self.server.update_as == "form":
            content, kind = urlencode({"update": sparql}).encode(), FORM
        else:
            content, kind = sparql.encode(), "application/sparql-update"
        self._send("POST", "update", content, {"Content-Type": kind}, repeatable=True)

    def put(self, graph: str, triples: bytes, *, more: bool = False) -> None:
        """Replace a graph by N-Triples, or with ``more`` add them to it.

        What is added is not tried again here: its graph is begun anew.
        """
        self._send(
            "POST" if more else "PUT",
            "graphs",
            triples,
            {"Content-Type": "application/n-triples"},
            parameters={"graph": graph},
            repeatable=not more,
        )

    def greet(self) -> None:
        """Ask the graph store for something small: digest needs a challenge before a large body."""
        if self.server.digest and "graphs" in self.addresses and self._given["graphs"].user:
            self._auth.pop("graphs", None)
            address = self.addresses["graphs"]
            answer = self._once("GET", address, b"", {}, {"graph": PUSHED}, self._sign("graphs"))
            if answer.status_code != 404:
                self._judge(answer, "graphs")

    def _send(
        self,
        method: str,
        place: str,
        content: bytes,
        headers: Mapping[str, str],
        *,
        parameters: Mapping[str, str] | None = None,
        repeatable: bool,
    ) -> httpx.Response:
        import httpx

        address = self.addresses[place]
        pauses = iter(PAUSES if repeatable else ())
        while True:
            body, all_headers, packed = content, dict(headers), False
            if self._gzip and len(content) > 1000 and place != "query":
                body, packed = gzip.compress(content, 1), True
                all_headers["Content-Encoding"] = "gzip"
            wait: float | None = None
            try:
                answer = self._once(
                    method, address, body, all_headers, parameters or {}, self._sign(place)
                )
            except httpx.TransportError as error:
                if isinstance(error, httpx.UnsupportedProtocol | httpx.ProxyError):
                    raise fault(error, address, self._seconds()) from error
                if (wait := next(pauses, None)) is None:
                    raise fault(error, address, self._seconds()) from error
                self._sleep(wait)
                if method == "PUT":
                    self.greet()
                continue
            if packed and answer.status_code in (400, 415, 500, 501):
                # some servers store what they cannot unpack, most say an error: then plainly
                self._gzip = False
                continue
            if self._busy(answer) and (wait := next(pauses, None)) is not None:
                self._sleep(_patience(answer, wait))
                continue
            self._judge(answer, place)
            return answer

    def _once(
        self,
        method: str,
        address: str,
        content: bytes,
        headers: Mapping[str, str],
        parameters: Mapping[str, str],
        auth: httpx.Auth | None,
    ) -> httpx.Response:
        end = time.monotonic() + self._seconds()
        with self._client.stream(
            method, address, content=content, headers=headers, params=parameters or None, auth=auth
        ) as answer:
            return bounded(answer, end, address)

    def _judge(self, answer: httpx.Response, place: str) -> None:
        given = self._given[place]
        wrong = complaint(answer, self.addresses[place], bool(given.user or given.token))
        if wrong is not None:
            raise wrong

    def _busy(self, answer: httpx.Response) -> bool:
        if answer.status_code in BUSY:
            return True
        return answer.status_code >= 400 and any(w in answer.text for w in self.server.again)

    def _sign(self, place: str) -> httpx.Auth | None:
        """How a request is signed; a challenge of digest is remembered for each address."""
        if place not in self._auth:
            signed = _signature(self._given[place], self.server)
            # a server without passwords on queries need not be told any
            if signed is None:
                return None
            self._auth[place] = signed
        return self._auth[place]

    def _seconds(self) -> float:
        return self._client.timeout.read or 0.0


def connect(
    address: str,
    *,
    server: str | None = None,
    update: str | None = None,
    graphs: str | None = None,
    timeout: float = 300,
    sleep: Callable[[float], None] = time.sleep,
) -> Connection:
    """A connection to the server at an address, which is known by its answer if not named.

    ``update`` and ``graphs`` are the addresses of updates and of the Graph Store Protocol where
    the server's own do not follow from ``address``; ``timeout`` is in seconds and holds for each
    request.  Raises `PushError` where nobody answers, `StoreError` for a bad address.
    """
    import httpx

    credentials(address, PREFIX)
    client = httpx.Client(
        verify=_trusted(),
        headers={"User-Agent": AGENT},
        timeout=httpx.Timeout(timeout, connect=min(timeout, 10)),
        follow_redirects=False,
    )
    try:
        known = load_servers()[server] if server else _ask_who(client, address)
        addresses = _addresses(known, address, {"update": update, "graphs": graphs})
        # what netrc has for one host is not told to another
        given = {place: credentials(each, PREFIX) for place, each in addresses.items()}
    except StoreError:
        client.close()
        raise
    return Connection(known, addresses, given, client, sleep)


def _addresses(known: Server, address: str, told: Mapping[str, str | None]) -> dict[str, str]:
    """Where queries, updates and graphs go."""
    base = known.base(address) if known.key != OTHER else address
    ends = {"query": known.query, "update": known.update, "graphs": known.graphs}
    addresses = {place: base + end for place, end in ends.items() if end is not None}
    addresses |= {place: each for place, each in told.items() if each is not None}
    if "update" not in addresses:
        names = ", ".join(key for key in load_servers() if key != OTHER)
        raise PushError(
            f"{address}: the server does not say of what make it is; name it with --server "
            f"({names}), or give the address of its updates with --update"
        )
    return addresses


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that are trusted: reading them takes longer than a small push."""
    import httpx

    return httpx.create_ssl_context()


def _ask_who(client: httpx.Client, address: str) -> Server:
    """The make of the server, from the header of whatever it answers."""
    import httpx

    try:
        with client.stream("GET", address) as answer:
            return recognise(answer.headers.get("Server", ""))
    except httpx.TransportError as error:
        raise fault(error, address, client.timeout.read or 0.0) from error


def _signature(given: Credentials, server: Server) -> httpx.Auth | None:
    import httpx

    if given.token:
        return _bearer(given.token)
    if not given.user:
        return None
    if server.digest:
        return httpx.DigestAuth(given.user, given.password)
    return httpx.BasicAuth(given.user, given.password)


def _bearer(token: str) -> httpx.Auth:
    import httpx

    def sign(request: httpx.Request) -> httpx.Request:
        request.headers["Authorization"] = f"Bearer {token}"
        return request

    return httpx._auth.FunctionAuth(sign)


def _patience(answer: httpx.Response, wait: float) -> float:
    """Seconds until the next try: what the server asks for, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), LONGEST_PAUSE) if asked.isdecimal() else wait
