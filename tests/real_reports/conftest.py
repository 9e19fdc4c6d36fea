"""The real reports, read once for all tests of this folder.

They are not part of the repository: they are Crown copyright, and some 90 megabytes.
``KG_CORPUS`` names their folder; the default is ``shared`` beside the repository.
``KG_CORPUS_STORE`` names a store to keep; the default is a temporary one.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY, RunKg


@dataclass(frozen=True, slots=True)
class Built:
    """A store made from all real reports."""

    store: Path
    tables: Path
    #: what the build said about files and reports
    said: str
    status: int


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = Path(os.environ.get("KG_CORPUS", REPOSITORY.parent / "shared")).resolve()
    if not (folder / "reports" / "pdf").is_dir():
        pytest.skip(f"the real reports are not at {folder} (KG_CORPUS names their folder)")
    return folder


@pytest.fixture(scope="session")
def built(corpus: Path, run_kg: RunKg, tmp_path_factory: pytest.TempPathFactory) -> Built:
    work = tmp_path_factory.mktemp("corpus")
    # tests may run in several processes: one of them builds, the others find what it built
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    store = Path(os.environ.get("KG_CORPUS_STORE", shared / "corpus-store")).resolve()
    store.parent.mkdir(parents=True, exist_ok=True)
    reports = (corpus / "reports" / "pdf", corpus / "reports" / "seeds")
    with (store.parent / "one-builds.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = run_kg("build", *reports, "--store", store, timeout=1800)
    assert ran.returncode in (0, 1), ran.stderr
    tables = work / "tables"
    exported = run_kg("export", "tables", tables, "--store", store, timeout=600)
    assert exported.returncode == 0, exported.stderr
    return Built(store, tables, ran.stdout + ran.stderr, ran.returncode)


@pytest.fixture(scope="session")
def scores(corpus: Path, built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What score.py says of the tables: precision, recall and F1 a kind, as ``p, r, f1``."""
    out = tmp_path_factory.mktemp("score") / "score.json"
    subprocess.run(
        [
            *(sys.executable, corpus / "score" / "score.py"),
            *(built.tables, corpus / "gold" / "reports", "--json", out, "--sentences"),
            *sorted((corpus / "gold" / "sentences").glob("random-*.json")),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found
