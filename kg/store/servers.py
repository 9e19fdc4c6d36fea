"""The servers that are known: what each wants to be asked, from ``servers.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.namespaces import GRAPH

#: The merge of all graphs, on servers that have no better place for it.
MERGED = GRAPH + "merged"
#: What has been pushed: each graph with the hash of its record.
PUSHED = GRAPH + "pushed"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Server:
    """One make of server; the fields are explained in ``servers.toml``."""

    key: str
    name: str
    answers: str
    query: str
    merge: str
    gzip: bool
    put_bytes: int
    update_bytes: int
    update: str | None = None
    graphs: str | None = None
    update_as: str = "direct"
    digest: bool = False
    timeout: str = ""
    timeout_unit: str = "s"
    sorted_rows: int | None = None
    orders: bool = True
    again: tuple[str, ...] = ()
    tested: bool = False

    def limit(self, seconds: float) -> str:
        """The value of the parameter `timeout`."""
        if self.timeout_unit == "ms":
            return str(round(seconds * 1000))
        return f"{seconds:g}{'s' if self.timeout_unit == 'text' else ''}"

    def base(self, address: str) -> str:
        """The address without the ends that this server puts to it."""
        whole = address.rstrip("/")
        ends = {end.rstrip("/") for end in (self.query, self.update, self.graphs) if end}
        for end in sorted(ends, key=len, reverse=True):
            if whole.endswith(end):
                return whole.removesuffix(end)
        return whole


@cache
def load_servers() -> dict[str, Server]:
    """All known servers by key, ``other`` the last."""
    content = tomllib.loads(Path(__file__).with_name("servers.toml").read_text(encoding="utf-8"))
    return {
        key: Server(key=key, **facts | {"again": tuple(facts.get("again", ()))})
        for key, facts in content.items()
    }


def recognise(header: str) -> Server:
    """The server that gave a header ``Server``; ``other`` if it is none of those known."""
    servers = load_servers()
    return next(
        (known for known in servers.values() if known.answers and known.answers in header),
        servers[OTHER],
    )
