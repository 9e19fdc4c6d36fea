"""Manifests: where each file was published.  Nothing of one is taken that does not fit its file.

A manifest is a CSV file beside the reports with a line for each; `kg fetch` writes it.  A line is
taken if its file is there, has the bytes whose SHA-256 it gives, and no other line speaks of it
otherwise; each line that is not taken is told.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import KnowledgeError, why_unreadable
from kg.reports.publication import Publication

#: Of a manifest beside the reports.
NAME = "manifest.csv"
SHA256 = re.compile("[0-9a-f]{64}")
#: What a manifest must have; the others may be left out.
NEEDED = ("file", "sha256", "address")
COLUMNS = (
    *NEEDED,
    *("provider_page", "urn", "authority", "kind", "listed_date"),
    *("fetched", "etag", "last_modified"),
)
#: What no IRI may hold.
NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a manifest that says something that can be true."""

    #: "manifest.csv: line 7"
    place: str
    sha256: str
    publication: Publication


@dataclass(slots=True)
class Manifest:
    """The lines of all manifests, and what is wrong with them."""

    #: resolved path of a file -> what is said of it
    lines: dict[Path, Listed] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def of(self, path: Path, sha256: str) -> Publication | None:
        """Where a file was published; None if no line says, or it has other bytes than one says."""
        found = self.lines.get(path.resolve())
        return found.publication if found and found.sha256 == sha256 else None

    def strays(self, hashes: Mapping[Path, str]) -> Iterator[str]:
        """A line on each line whose file is not there, or has other bytes (``hashes``)."""
        now = {path.resolve(): sha256 for path, sha256 in hashes.items()}
        for path, listed in self.lines.items():
            if path in now and now[path] != listed.sha256:
                yield (
                    f"{listed.place}: {path.name} has other bytes than the manifest says; its "
                    "address is not taken"
                )
            elif path not in now and not path.is_file():
                yield f"{listed.place}: there is no file {path.name}"


def digest(publication: Publication | None) -> str:
    """What tells whether a report is said to be published otherwise than before; "" for none."""
    return hashlib.sha256(repr(publication).encode()).hexdigest() if publication else ""


def find_manifests(files: Iterable[Path], given: Path | None) -> Manifest:
    """The lines of ``given``, or of the manifest in each folder that holds one of the files.

    Raises `KnowledgeError` for a file that is no manifest.
    """
    found = Manifest()
    places = [given] if given else sorted({path.parent / NAME for path in files})
    for place in places:
        if given or place.is_file():
            _read(place, found)
    return found


def _read(place: Path, found: Manifest) -> None:
    try:
        text = place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnowledgeError(f"{place}: cannot be read: {why_unreadable(place, error)}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{place}: is not UTF-8 text; write it as CSV UTF-8") from error
    if ";" in (head := text.partition("\n")[0]) and "," not in head:
        raise KnowledgeError(
            f"{place}: line 1: the columns are parted by semicolons; save it with commas between "
            "the columns"
        )
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        raise KnowledgeError(
            f"{place}: line 1: has no column {', '.join(missing)}; a manifest has the columns "
            f"{', '.join(COLUMNS)}, in any order"
        )
    twice: set[Path] = set()
    for row in _rows(rows, place):
        where = f"{place}: line {rows.line_num}"
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        why = _fault(cells)
        if why:
            found.complaints.append(f"{where}: {why}; the line is not taken")
            continue
        path = (place.parent / cells["file"]).resolve()
        listed = Listed(where, cells["sha256"].lower(), _publication(cells))
        before = found.lines.get(path)
        if before and (before.sha256, before.publication) != (listed.sha256, listed.publication):
            found.complaints.append(
                f"{where}: says of {cells['file']} what {before.place} does not; neither is taken"
            )
            twice.add(path)
        elif path not in twice:
            found.lines[path] = listed
    for path in twice:
        del found.lines[path]


def _rows(rows: csv.DictReader[str], place: Path) -> Iterator[dict[str, str]]:
    """The lines of a manifest.  Raises `KnowledgeError` for one that no CSV has."""
    try:
        yield from rows
    except csv.Error as error:
        raise KnowledgeError(f"{place}: line {rows.line_num}: {error}") from error


def _fault(cells: Mapping[str, str]) -> str:
    """What is wrong with one line, "" if nothing is."""
    if not cells["file"]:
        return "names no file"
    if not SHA256.fullmatch(cells["sha256"].lower()):
        return f"{cells['sha256']!r} is no SHA-256"
    for name in ("address", "provider_page"):
        if (cells[name] or name == "address") and not is_address(cells[name]):
            return (
                f"{name} {cells[name]!r} is no whole address that begins with https:// or http://"
            )
    if cells["listed_date"]:
        try:
            date.fromisoformat(cells["listed_date"])
        except ValueError:
            return f"listed_date {cells['listed_date']!r} is no day; write it as YYYY-MM-DD"
    return ""


def is_address(text: str) -> bool:
    """Whether a text is an address of the web that can stand in a graph."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    fits = parts.scheme in {"http", "https"} and parts.hostname and (port is None or port > 0)
    return bool(fits) and not parts.fragment and not parts.username and _is_iri(text)


def _is_iri(text: str) -> bool:
    """Whether a graph may name something so, by the parser that reads exports and queries."""
    from pyoxigraph import RdfFormat, parse

    if NOT_IN_IRI.search(text) or not text.isprintable():
        return False
    line = f"<{text}> <{text}> <{text}> ."
    try:
        return len(list(parse(line, format=RdfFormat.N_TRIPLES))) == 1
    except SyntaxError:
        return False


def _publication(cells: Mapping[str, str]) -> Publication:
    listed = cells["listed_date"]
    return Publication(
        address=cells["address"],
        provider_page=cells["provider_page"],
        urn=cells["urn"],
        authority=cells["authority"],
        kind=cells["kind"],
        listed=date.fromisoformat(listed) if listed else None,
    )
