"""Names, passwords and tokens: from the environment or from netrc, never from a command line.

They are sent to the server they are meant for only, are no part of an address, and stand in no
message: what holds them does not show them.
"""

from __future__ import annotations

import netrc
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name with a password, or a token, or neither."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


def credentials(address: str, prefix: str) -> Credentials:
    """Those for an address.

    ``PREFIX_TOKEN``, or ``PREFIX_USER`` with ``PREFIX_PASSWORD``, of the environment; otherwise
    the entry of its host in the file that ``NETRC`` names (``~/.netrc``).  Raises `StoreError`
    for an address with a password in it, for half of a pair, and for a netrc that cannot be read.
    """
    host = _plain(address)
    token, user, password = (
        os.environ.get(f"{prefix}_{name}", "") for name in ("TOKEN", "USER", "PASSWORD")
    )
    if token:
        return Credentials(token=token)
    if bool(user) != bool(password):
        raise StoreError(f"give {prefix}_USER and {prefix}_PASSWORD together, or neither")
    if user:
        return Credentials(user, password)
    path = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return Credentials()
    try:
        # the default entry of a netrc is meant for ftp, and would give a name to any server
        entry = netrc.netrc(str(path)).hosts.get(host)
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
        # the message of the parser may hold a piece of the file
        reason = error.strerror if isinstance(error, OSError) else "is not in netrc's form"
        raise StoreError(f"{path}: cannot be read ({reason}); mend it, or set NETRC") from None
    return Credentials(entry[0], entry[2]) if entry else Credentials()


def _plain(address: str) -> str:
    """The host of an address.  Raises `StoreError` for what is none, or holds a password."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (a ValueError for a wrong one)
    except ValueError:
        raise StoreError("that address cannot be read; write it as http://HOST:PORT/PATH") from None
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            "an address with a name or password in it ends up in logs and lists of processes; "
            "give them in the environment or in ~/.netrc (see docs/stores.md)"
        )
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{address}: is no address of a server; write it as http://HOST:PORT/PATH")
    return parts.hostname
