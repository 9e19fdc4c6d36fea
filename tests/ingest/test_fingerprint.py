"""What a result depends on: every file of it is counted, wherever it is and whatever it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import KnowledgeError
from kg.ingest import Settings
from kg.ingest.fingerprint import ABOVE, fingerprint, packaged

PACKAGE = Path(kg.__file__).parent
SETTINGS = Settings()


def test_every_packaged_file_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    files = dict(packaged())
    contents = {path: path.read_bytes() for path in files.values()}
    monkeypatch.setattr(Path, "read_bytes", lambda self: contents[self])
    before = fingerprint(SETTINGS)
    assert len(files) > 100
    for name, path in files.items():
        was = contents[path]
        contents[path] = was + b" "
        assert fingerprint(SETTINGS) != before, name
        contents[path] = was
    assert fingerprint(SETTINGS) == before


def test_no_file_of_the_reading_rooms_is_left_out(repository: Path) -> None:
    counted = {path for _, path in packaged()}
    rooms = ("documents", "knowledge", "language", "classifier", "reports", "rdf", "validation")
    for room in (*rooms, "ingest"):
        files = {path for path in (PACKAGE / room).rglob("*") if path.is_file()}
        assert files
        assert {path for path in files - counted if path.suffix != ".pyc"} == set()
    for room in ("ontology", "shapes"):
        assert {path for path in (repository / room).rglob("*") if path.is_file()} <= counted


SHOW_MODULES = """
import json, sys
from pathlib import Path
from kg.ingest import Settings, Task, work
result = work(Task(Path(sys.argv[1]), Settings(vocabulary=(Path(sys.argv[2]),))))
assert result.graph, result.failure
print(json.dumps(sorted(name for name in sys.modules if name.startswith("kg."))))
"""


def test_what_is_not_counted_has_no_part_in_reading(repository: Path) -> None:
    examples = repository / "examples"
    report = next(iter(sorted(examples.glob("reports/*.txt"))))
    ran = subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, report, examples / "register.ttl"],
        cwd=repository,
        env={"PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    above = {name.removesuffix(".py") for name in ABOVE}
    # the package `kg.ingest` names what its callers need of the store; the work itself does not
    used = {name.split(".")[1] for name in json.loads(ran.stdout)} & above
    assert used <= {"store"}


def test_content_counts_and_not_the_name(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ttl", tmp_path / "b.ttl"
    first.write_text("# one\n", encoding="utf-8")
    second.write_text("# one\n", encoding="utf-8")
    mark = fingerprint(Settings(vocabulary=(first,)))
    assert fingerprint(Settings(vocabulary=(second,))) == mark
    second.write_text("# two\n", encoding="utf-8")
    assert fingerprint(Settings(vocabulary=(second,))) != mark
    # as a profile the same bytes mean something else
    assert fingerprint(Settings(profiles=(first,))) != mark


def test_the_order_of_the_users_files_does_not_count(tmp_path: Path) -> None:
    files = [tmp_path / "a.ttl", tmp_path / "b.ttl"]
    for number, path in enumerate(files):
        path.write_text(f"# {number}\n", encoding="utf-8")
    assert fingerprint(Settings(vocabulary=(*files,))) == fingerprint(
        Settings(vocabulary=(*reversed(files),))
    )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"gone\.ttl: cannot be read"):
        fingerprint(Settings(vocabulary=(tmp_path / "gone.ttl",)))
