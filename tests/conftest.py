"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run: a test that fails on one machine fails on all.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

REPOSITORY = Path(__file__).resolve().parent.parent
#: Runs the command line as the installed `kg` script does, on the code of this repository.
KG = (sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())")

RunKg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds kg/, ontology/, shapes/, queries/ and examples/."""
    return REPOSITORY


@pytest.fixture(scope="session")
def run_kg() -> RunKg:
    """Runs ``kg`` in a process of its own: ``run_kg("info", "--store", store, cwd=folder)``."""

    def run(
        *arguments: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*KG, *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, run_kg: RunKg) -> Path:
    """The store of `make demo`; copy it before you change it."""
    store = tmp_path_factory.mktemp("demo") / "store"
    built = run_kg(
        "build", "examples/reports", "--vocabulary", "examples/register.ttl", "--store", store,
        cwd=REPOSITORY,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    return store
