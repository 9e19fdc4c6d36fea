"""The seal of a read model: by what one knows that it is as it was made.

Beside the file stand its SHA-256, its size and the time of its last change.  While size and time
are those, the file is taken as it is; where they are not (it was edited, or copied with its
store), its bytes decide.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from kg.store.files import write_whole

END = ".seal"


def seal(path: Path) -> None:
    """Seal a finished file.  Raises `StoreError` if the seal cannot be written."""
    write_whole(_place(path), json.dumps({"sha256": _sha256(path), **_stamp(path)}).encode())


def is_sealed(path: Path, *, thoroughly: bool = False) -> bool:
    """Whether a file is as it was sealed; ``thoroughly``: by its bytes, whatever its times."""
    try:
        sealed = json.loads(_place(path).read_bytes())
        stamp = {name: sealed[name] for name in _stamp(path)}
        sha256 = sealed["sha256"]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    if stamp == _stamp(path) and not thoroughly:
        return True
    if sha256 != _sha256(path):
        return False
    if stamp != _stamp(path) and os.access(path.parent, os.W_OK):
        seal(path)
    return True


def _place(path: Path) -> Path:
    return path.with_name(path.name + END)


def _stamp(path: Path) -> dict[str, int]:
    status = path.stat()
    return {"size": status.st_size, "changed": status.st_mtime_ns}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
