"""Stores of older versions of this program are brought into today's form."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from kg.store.nquads import graph_of
from kg.store.packing import pack
from kg.store.records import SLIP, Entry, Records

#: How records were kept before they were compressed, and had a text beside them.
OLD_RECORD = ".nq"
#: What `Records.put` says of a record itself.
WRITTEN_ANEW = {"key", "digest", "files", "text_digest", "version"}


def is_older(folder: Path) -> bool:
    """Whether the store in a folder has records of an older form."""
    return any(path.name[0] != "." for path in (folder / "records").glob(f"*{OLD_RECORD}"))


def bring_into_form(folder: Path) -> None:
    """Write the records of an older form anew.  The store's lock must be held.

    Their clean texts are not there, so that the next build reads their reports again.
    """
    records = Records(folder)
    for path in sorted(records.folder.glob(f"*{OLD_RECORD}")):
        if path.name[0] != ".":
            content = path.read_bytes()
            records.put(path.stem, pack(content), **_facts(path, content))
            path.unlink()


def _facts(path: Path, content: bytes) -> dict[str, Any]:
    """What the slip says that is still so; of a lost one, what the record tells."""
    graph = graph_of(content)
    try:
        slip = json.loads(path.with_suffix(SLIP).read_bytes())
    except (OSError, ValueError):
        return {"graph": graph}
    given = ({each.name for each in fields(Entry)} - WRITTEN_ANEW) & slip.keys()
    return {name: slip[name] for name in given} | {"graph": graph, "fingerprint": ""}
