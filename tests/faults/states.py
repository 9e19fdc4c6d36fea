"""What a store holds, looked at from outside; run in processes of their own (see `child`)."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.ingest.acceptance import is_not_stored
from kg.ingest.files import path_of
from kg.store import Store, open_store
from tests.faults.tally import Harm

#: The words of a statement in a record.
QUOTE = re.compile(r'^(?P<node>\S+) <\S+def#quote> "(?P<words>.*)"(?:@\S+|\^\^\S+)? <[^>]+> \.$')
ESCAPED = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
PER_GRAPH = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
MERGED = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def print_state(folder: str) -> int:
    """What a reader of a store sees: a digest of its records, and of what its index answers."""
    try:
        store = open_store(Path(folder))
        said: dict[str, Any] = {"records": _records(store), "index": _index(store)}
    except KgError as error:
        said = {"told": str(error)}
    json.dump(said, sys.stdout)
    return 0


def _records(store: Store) -> str:
    """A digest of all lines of all records."""
    digest = hashlib.sha256()
    for line in store.lines():
        digest.update(line.encode())
    return digest.hexdigest()


def _index(store: Store) -> str:
    """A digest of how many statements each graph has, and their merge."""
    rows = [*store.select(PER_GRAPH).rows, *store.select(MERGED).rows]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def anatomy(folder: Path) -> dict[str, str]:
    """The hash of every file beside an index of a store, and the name of the index."""
    found = {}
    for path in sorted((folder / "records").iterdir()):
        found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    found["CURRENT"] = (folder / "index" / "CURRENT").read_text(encoding="utf-8")
    return found


def print_audit(folder: str) -> int:
    """Each file that a store knows, what of it is invented, and the harm that the store took."""
    found: dict[str, Any] = {"files": {}, "harms": []}
    try:
        store = open_store(Path(folder))
        for key, entry in store.entries.items():
            if entry.source:
                place = path_of(entry.source, store.folder)
                found["files"][place.name] = key
                if not is_not_stored(entry):
                    found["harms"] += [
                        (Harm.INVENTED, line) for line in invented(store, key, place)
                    ]
        _index(store)
    except KgError as error:
        found["harms"].append((Harm.TORN, str(error)))
    json.dump(found, sys.stdout)
    return 0


def invented(store: Store, key: str, place: Path) -> Iterator[str]:
    """The quotes of a record that do not stand in the text of its file, a line each."""
    from kg.documents import read

    text = read(place).text
    for line in store.record(key):
        quote = QUOTE.match(line)
        if quote and _plain(quote["words"]) not in text:
            yield f"{place.name}: {quote['node']}: {quote['words'][:80]!r} does not stand in it"


def _plain(words: str) -> str:
    """A literal of N-Quads as text."""
    return ESCAPED.sub(
        lambda found: chr(int(found[1][1:], 16)) if found[1][0] in "uU" and len(found[1]) > 1
        else ESCAPES.get(found[1], found[1]),
        words,
    )  # fmt: skip
