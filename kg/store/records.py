"""The records of a store: one file of sorted N-Quads a graph, each with a slip of facts beside it.

``records/KEY.nq`` is the record, ``records/KEY.json`` its slip: where it came from and what is
in it, so that nothing need be parsed to know what has changed.  A slip that does not fit its
record (a build was killed between the two) counts as out of date, and the report is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg import __version__
from kg.errors import StoreError
from kg.store.files import UNFINISHED, sync_folder, write_whole


@dataclass(frozen=True, slots=True)
class Entry:
    """What the slip of a record says."""

    key: str
    #: IRI of the named graph
    graph: str
    #: SHA-256 of the record's own bytes
    digest: str
    #: path of the file that was read, "" for the vocabulary
    source: str = ""
    #: SHA-256 of that file
    sha256: str = ""
    #: of the program and knowledge that read it; "" if the slip is out of date
    fingerprint: str = ""
    #: authority/family/date, without ``suffix``
    identity: str = ""
    #: parts reports of one identity
    suffix: str = ""
    family: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    #: what the report lacks that every such report has
    incomplete: Sequence[str] = ()
    #: codes of problems that need a look
    errors: Sequence[str] = ()
    #: digest of the corrections that were taken, "" for none
    corrections: str = ""
    #: how many shapes it violates (it was stored all the same)
    faults: int = 0
    #: why no report of the file is stored, where it could not be read
    failure: str = ""
    #: of the program that made the record, "" if that was before records said so
    version: str = ""


class Records:
    """The records in a store's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "records"

    def entries(self) -> dict[str, Entry]:
        """All slips by key, in order of the keys."""
        if not self.folder.is_dir():
            return {}
        keys = sorted(path.stem for path in self.folder.glob("*.nq") if path.name[0] != ".")
        found = {}
        for key in keys:
            # a build may take one out while a reader looks through them
            with suppress(FileNotFoundError):
                found[key] = self._entry(key)
        return found

    def put(self, key: str, lines: Iterable[str], **facts: object) -> Entry:
        """Replace a record and its slip; the record first, since it is the truth."""
        self.folder.mkdir(parents=True, exist_ok=True)
        content = "\n".join((*lines, "")).encode()
        digest = hashlib.sha256(content).hexdigest()
        entry = Entry(key=key, digest=digest, version=__version__, **facts)  # type: ignore[arg-type]
        write_whole(self.path(key), content)
        slip = asdict(entry) | {"bytes": len(content)}
        # in ASCII, for the name of a file may hold what is no character
        write_whole(self._slip(key), json.dumps(slip, indent=1, sort_keys=True).encode())
        return entry

    def remove(self, key: str) -> None:
        """Take a record out."""
        self.path(key).unlink(missing_ok=True)
        self._slip(key).unlink(missing_ok=True)

    def link(self, folder: Path, keys: Iterable[str]) -> None:
        """Let another folder have these records as well: the same files, whatever comes after."""
        other = Records(folder)
        other.folder.mkdir(parents=True)
        for key in keys:
            for mine, its in (
                (self.path(key), other.path(key)),
                (self._slip(key), other._slip(key)),
            ):
                try:
                    os.link(mine, its)
                except FileNotFoundError:
                    # a record whose slip is lost is known by what it holds
                    continue
                except OSError:
                    # not every file system has links
                    shutil.copy2(mine, its)
        sync_folder(other.folder)

    def doubtful(self) -> list[str]:
        """The keys of records that no build left as they are: record and slip do not fit.

        Only what sizes and times show is looked at more closely; `altered` reads every record.
        """
        slips = {path.stem for path in self.folder.glob("*.json") if path.name[0] != "."}
        entries = self.entries()
        broken = {key for key in entries if not self._written_digest(key)}
        other = {
            key
            for key, entry in entries.items()
            if not entry.fingerprint and self._written_digest(key) != entry.digest
        }
        return sorted(broken | other | (slips - entries.keys()))

    def altered(self) -> list[str]:
        """The keys of records that are not as they were written, by the digest in their slip."""
        return [
            key
            for key in self.entries()
            if (digest := self._written_digest(key)) and _digest(self.path(key)) != digest
        ]

    def _written_digest(self, key: str) -> str:
        """What the slip says; "" if it is lost."""
        try:
            return str(json.loads(self._slip(key).read_bytes())["digest"])
        except (OSError, ValueError, TypeError, KeyError):
            return ""

    def sweep(self) -> None:
        """Remove what killed builds left behind.  The store's lock must be held."""
        for path in self.folder.glob(f".*{UNFINISHED}"):
            path.unlink()
        for path in self.folder.glob("*.json"):
            if not path.with_suffix(".nq").exists():
                path.unlink()

    def written(self, key: str) -> int:
        """When a record was written, in nanoseconds."""
        return self.path(key).stat().st_mtime_ns

    def path(self, key: str) -> Path:
        """The file of a record."""
        return self.folder / f"{key}.nq"

    def lines(self, key: str) -> Iterator[str]:
        """The lines of a record, without line ends."""
        with self.path(key).open(encoding="utf-8", newline="\n") as stream:
            for line in stream:
                yield line.rstrip("\n")

    def _slip(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _entry(self, key: str) -> Entry:
        path = self.path(key)
        try:
            slip = json.loads(self._slip(key).read_bytes())
            size = slip.pop("bytes")
            entry = Entry(**slip)
        except (OSError, ValueError, TypeError, KeyError):
            return self._without_slip(key)
        # a record is renamed into place before its slip: size or time tell a slip left behind;
        # a store that was copied has new times, and there the record itself must tell
        record, slip_file = path.stat(), self._slip(key).stat()
        if record.st_size == size and (
            record.st_mtime_ns <= slip_file.st_mtime_ns or _digest(path) == entry.digest
        ):
            return entry
        return self._without_slip(key)

    def _without_slip(self, key: str) -> Entry:
        """What the record itself tells; the empty fingerprint makes its report be read again."""
        content = self.path(key).read_bytes()
        first = content.partition(b"\n")[0].decode()
        graph = first.removesuffix(" .").rpartition(" ")[2].strip("<>")
        if not graph:
            raise StoreError(
                f"{self.path(key)}: is no record of this program; move it out of the store"
            )
        return Entry(key, graph, hashlib.sha256(content).hexdigest())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
