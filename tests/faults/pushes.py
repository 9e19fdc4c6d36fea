"""Pushes that are ended: what is marked as whole is whole, and the next push ends the work."""

from __future__ import annotations

import os
import signal
from functools import lru_cache
from pathlib import Path

import pyoxigraph

from kg.store.servers import PUSHED
from tests.faults.kills import SIGNALS, STRIDE
from tests.faults.stages import stage
from tests.faults.tally import Harm
from tests.faults.workshop import Workshop
from tests.push.fake_server import FakeServer, Handler, running

IDENTIFIER = pyoxigraph.NamedNode("http://purl.org/dc/terms/identifier")
MARKS = pyoxigraph.NamedNode(PUSHED)


class DeadlyServer(FakeServer):
    """Ends the client at a request: when it comes, or when it is done and not answered yet."""

    def __init__(self) -> None:
        super().__init__()
        self.RequestHandlerClass = DeadlyHandler
        self.requests = 0
        self.fatal = 0
        self.is_done_first = False
        self.signal = signal.SIGKILL
        self.client = 0

    def strike(self, *, done: bool) -> None:
        """End the client if it is time."""
        if self.requests == self.fatal and done == self.is_done_first:
            os.kill(self.client, self.signal)


class DeadlyHandler(Handler):
    server: DeadlyServer

    def answer(self):
        self.server.requests += 1
        self.server.strike(done=False)
        super().answer()

    def reply(self, *values, **headers):
        self.server.strike(done=True)
        super().reply(*values, **headers)


def try_pushes(shop: Workshop, kind: str, seed: int, count: int = 10) -> None:
    """End pushes at so many of their requests."""
    for index in range(seed * count, (seed + 1) * count):
        requests = _undisturbed(shop)[1]
        number = SIGNALS[index % len(SIGNALS)]
        _try(shop, kind, 1 + index * STRIDE % requests, number, done=index % 2 == 0)


def _try(shop: Workshop, kind: str, request: int, number: signal.Signals, *, done: bool) -> None:
    whole, _ = _undisturbed(shop)
    with running(DeadlyServer()) as server:
        server.client = 0
        _push(shop, server, "old")
        server.requests, server.fatal = 0, request
        server.signal, server.is_done_first = number, done
        ran = _push(shop, server, "new")
        shop.tally.tried[kind] += 1
        wrong = shop.blame(ran) or _marked_and_not_whole(shop, server)
        server.fatal = 0
        if not wrong:
            ran = _push(shop, server, "new")
            wrong = shop.blame(ran)
            if not wrong and ran.status:
                wrong = Harm.TORN, f"the next push does not go on: {ran.err[-500:]}"
            elif not wrong and _dump(server) != whole:
                wrong = Harm.TORN, "after the next push the server holds other statements"
    if wrong:
        shop.harmed(kind, *wrong, f"request {request}, signal {number}, done: {done}", None)


def _marked_and_not_whole(shop: Workshop, server: DeadlyServer) -> tuple[Harm, str] | None:
    """A graph that the server says it has in a version, and has not."""
    import hashlib

    for mark in server.graph.quads_for_pattern(None, IDENTIFIER, None, MARKS):
        held = sorted(
            f"{quad} ." for quad in server.graph.quads_for_pattern(None, None, None, mark.subject)
        )
        digest = hashlib.sha256("".join(line + "\n" for line in held).encode()).hexdigest()
        if mark.object.value.removeprefix("sha256:") != digest:
            return Harm.TORN, f"{mark.subject} is marked as another than it is"
    return None


@lru_cache(maxsize=1)
def _undisturbed(shop: Workshop) -> tuple[list[str], int]:
    """What a server holds after the old store and the new were pushed; requests of the second."""
    with running(DeadlyServer()) as server:
        _push(shop, server, "old")
        server.requests = 0
        ran = _push(shop, server, "new")
        if ran.status:
            raise RuntimeError(f"an undisturbed push fails: {ran}")
        wrong = _marked_and_not_whole(shop, server)
        if wrong:
            raise RuntimeError(f"an undisturbed push: {wrong}")
        return _dump(server), server.requests


def _push(shop: Workshop, server: DeadlyServer, age: str):
    built = stage(shop)
    store: Path = (built.old if age == "old" else built.new) / "store"

    def started(child: int) -> None:
        server.client = child

    return shop.nursery.run(
        "push", server.url, "--store", store, "--remove", "--quiet",
        folder=shop.folder, started=started,
    )  # fmt: skip


def _dump(server: DeadlyServer) -> list[str]:
    return sorted(str(quad) for quad in server.graph)
