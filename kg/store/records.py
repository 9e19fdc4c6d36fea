"""The records of a store: what each report leaves behind, with a slip of facts beside it.

``records/KEY.nq.gz`` is the record, the sorted N-Quads of a graph; ``records/KEY.txt.gz`` is the
clean text that its quotes stand in, for a graph that was read from a file; ``records/KEY.json`` is
the slip: where they came from and what is in them, so that nothing need be parsed to know what
has changed.  A slip that does not fit its record (a build was killed between the two) counts as
out of date, and the report is read again.
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
from kg.store.nquads import graph_of
from kg.store.packing import Packed, content_of

#: Ends of the names of a key's files.
RECORD, TEXT, SLIP = ".nq.gz", ".txt.gz", ".json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the slip of a record says."""

    key: str
    #: IRI of the named graph
    graph: str
    #: SHA-256 of the record's N-Quads
    digest: str
    #: SHA-256 of the clean text, "" if there is none
    text_digest: str = ""
    #: SHA-256 of the files as they lie there, by the ends of their names
    files: Mapping[str, str] = field(default_factory=dict)
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
    #: digest of what a manifest said of the file, "" for nothing
    publication: str = ""
    #: how many shapes it violates (it was stored all the same)
    faults: int = 0
    #: why no report of the file is stored, where it could not be read
    failure: str = ""
    #: of the program that made the record, "" if that was before records said so
    version: str = ""


def text_beside(record: Path) -> Path | None:
    """The file of the clean text that lies beside a record, None if there is none."""
    text = record.with_name(record.name.removesuffix(RECORD) + TEXT)
    return text if record.name.endswith(RECORD) and text.is_file() else None


class Records:
    """The records in a store's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "records"

    def entries(self) -> dict[str, Entry]:
        """All slips by key, in order of the keys."""
        if not self.folder.is_dir():
            return {}
        found = {}
        for key in self._keys(RECORD):
            # a build may take one out while a reader looks through them
            with suppress(FileNotFoundError):
                found[key] = self._entry(key)
        return found

    def keys(self) -> list[str]:
        """The keys of all records, sorted."""
        return self._keys(RECORD)

    def put(self, key: str, record: Packed, text: Packed | None = None, **facts: object) -> Entry:
        """Replace a record, its text and its slip; the slip last, since it tells of the others."""
        self.folder.mkdir(parents=True, exist_ok=True)
        files = {RECORD: record} | ({TEXT: text} if text else {})
        digests = {end: _sha256(packed.content) for end, packed in files.items()}
        entry = Entry(
            key, digest=record.digest, text_digest=text.digest if text else "", files=digests,
            version=__version__, **facts,  # type: ignore[arg-type]
        )  # fmt: skip
        for end, packed in files.items():
            write_whole(self._file(key, end), packed.content)
        if text is None:
            self._file(key, TEXT).unlink(missing_ok=True)
        slip = asdict(entry) | {"bytes": len(record.content)}
        # in ASCII, for the name of a file may hold what is no character
        write_whole(self._file(key, SLIP), json.dumps(slip, indent=1, sort_keys=True).encode())
        return entry

    def remove(self, key: str) -> None:
        """Take a record out."""
        for end in (RECORD, TEXT, SLIP):
            self._file(key, end).unlink(missing_ok=True)

    def link(self, folder: Path, keys: Iterable[str]) -> None:
        """Let another folder have these records as well: the same files, whatever comes after."""
        other = Records(folder)
        other.folder.mkdir(parents=True)
        for key in keys:
            for end in (RECORD, TEXT, SLIP):
                mine, its = self._file(key, end), other._file(key, end)
                try:
                    os.link(mine, its)
                except FileNotFoundError:
                    # not every graph has a text; a record whose slip is lost is known by itself
                    continue
                except OSError:
                    # not every file system has links
                    shutil.copy2(mine, its)
        sync_folder(other.folder)

    def holds(self, key: str, digest: str) -> bool:
        """Whether a record's N-Quads have this SHA-256; not if it is damaged."""
        try:
            return _sha256(content_of(self.path(key))) == digest
        except StoreError:
            return False

    def doubtful(self) -> list[str]:
        """The keys of records that no build left as they are: record and slip do not fit.

        Only what sizes and times show is looked at more closely; `altered` reads every record.
        """
        entries = self.entries()
        broken = {key for key in entries if not self._written_digests(key)}
        other = {
            key for key, entry in entries.items() if not entry.fingerprint and self._is_altered(key)
        }
        return sorted(broken | other | (set(self._keys(SLIP)) - entries.keys()))

    def altered(self, besides: Records | None = None) -> list[str]:
        """The keys of records that are not as they were written, by the digests in their slips.

        Those that are the same files as ``besides`` has are passed over.
        """
        return [
            key
            for key in self._keys(RECORD)
            if not (besides and self._is_of(besides, key)) and self._is_altered(key)
        ]

    def _is_of(self, other: Records, key: str) -> bool:
        """Whether another folder has the same files, not ones of the same names."""
        pairs = [(self._file(key, end), other._file(key, end)) for end in (RECORD, TEXT)]
        return all(
            mine.samefile(its) if mine.exists() and its.exists() else mine.exists() == its.exists()
            for mine, its in pairs
        )

    def altered_file(self, key: str) -> Path:
        """The file of a record that is not as it was written: its N-Quads, or only its text."""
        return next(self._altered_files(key), self.path(key))

    def _is_altered(self, key: str) -> bool:
        return next(self._altered_files(key), None) is not None

    def _altered_files(self, key: str) -> Iterator[Path]:
        for end, digest in sorted(self._written_digests(key).items()):
            path = self._file(key, end)
            if not path.exists() or _sha256(path.read_bytes()) != digest:
                yield path

    def _written_digests(self, key: str) -> dict[str, str]:
        """What the slip says of the files; nothing if it is lost."""
        try:
            return dict(json.loads(self._file(key, SLIP).read_bytes())["files"])
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def sweep(self) -> None:
        """Remove what killed builds left behind.  The store's lock must be held."""
        for path in self.folder.glob(f".*{UNFINISHED}"):
            path.unlink()
        records = set(self._keys(RECORD))
        for end in (TEXT, SLIP):
            for key in set(self._keys(end)) - records:
                self._file(key, end).unlink()

    def written(self, key: str) -> int:
        """When a record was written, in nanoseconds."""
        return self.path(key).stat().st_mtime_ns

    def path(self, key: str) -> Path:
        """The file of a record."""
        return self._file(key, RECORD)

    def lines(self, key: str) -> Iterator[str]:
        """The lines of a record, without line ends."""
        return filter(None, content_of(self.path(key)).decode().split("\n"))

    def text(self, key: str) -> str | None:
        """The clean text that the quotes of a record stand in, None if there is none."""
        path = self.text_path(key)
        return content_of(path).decode() if path else None

    def text_path(self, key: str) -> Path | None:
        """The file of the clean text of a record, None if it has none."""
        path = self._file(key, TEXT)
        return path if path.exists() else None

    def _file(self, key: str, end: str) -> Path:
        return self.folder / f"{key}{end}"

    def _keys(self, end: str) -> list[str]:
        """The keys that have a file whose name ends so, sorted."""
        paths = self.folder.glob(f"*{end}")
        return sorted(path.name.removesuffix(end) for path in paths if path.name[0] != ".")

    def _entry(self, key: str) -> Entry:
        path = self.path(key)
        try:
            slip = json.loads(self._file(key, SLIP).read_bytes())
            size = slip.pop("bytes")
            entry = Entry(**slip)
        except (OSError, ValueError, TypeError, KeyError):
            return self._without_slip(key)
        # a record is renamed into place before its slip: size or time tell a slip left behind;
        # a store that was copied has new times, and there the record itself must tell
        record, slip_file = path.stat(), self._file(key, SLIP).stat()
        if record.st_size == size and (
            record.st_mtime_ns <= slip_file.st_mtime_ns
            or _sha256(path.read_bytes()) == entry.files[RECORD]
        ):
            return entry
        return self._without_slip(key)

    def _without_slip(self, key: str) -> Entry:
        """What the record itself tells; the empty fingerprint makes its report be read again.

        Of one that cannot be unpacked nothing is told, not even its graph.
        """
        try:
            content = content_of(self.path(key))
        except StoreError:
            return Entry(key, "", "")
        graph = graph_of(content)
        if not graph:
            raise StoreError(
                f"{self.path(key)}: is no record of this program; move it out of the store"
            )
        return Entry(key, graph, _sha256(content))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
