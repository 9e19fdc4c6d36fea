"""Processes that work for another: safe beside threads, deaf to a script's own lines."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

SCRIPT = """
import sys
from pathlib import Path

from kg.corpus import readmodel, recordreading
from kg.store import open_store

print("once")
recordreading.FEW = 1
store = open_store(Path(sys.argv[1]))
# Oxigraph has threads from here on
print(store.ask("ASK { ?s ?p ?o }"))
readmodel.make_from_generation(store.generation, Path(sys.argv[2]))
print(Path(sys.argv[2]).stat().st_size > 0)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("processes") / "store"
    said = [sys.executable, "-m", "kg", "build", "examples/reports/eastmere-ilacs-2025.pdf"]
    made = [*said, "--vocabulary", "examples/register.ttl", "--store", str(folder)]
    subprocess.run(made, check=True, capture_output=True, cwd=REPOSITORY)
    return folder


def test_a_script_without_a_guard_runs_once_and_ends(store: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    ran = subprocess.run(
        [sys.executable, script, store, tmp_path / "made.sqlite"],
        capture_output=True, text=True, timeout=60, cwd=REPOSITORY,
        env={"PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert (ran.stdout.split(), ran.stderr) == (["once", "True", "True"], "")


FORKS = re.compile(r"""get_context\("fork"\)|os\.fork\(""")
#: What may fork, and why.
MAY_FORK = {"queryprocess.py": "it looks first whether there are threads"}


def test_nothing_forks_a_process_that_may_have_threads() -> None:
    forking = [
        path
        for path in (REPOSITORY / "kg").rglob("*.py")
        if path.name not in MAY_FORK and FORKS.search(path.read_text())
    ]
    assert forking == []
