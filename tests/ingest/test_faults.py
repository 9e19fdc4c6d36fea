"""One bad file never stops the others, and what was read is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kg.errors import KgError, StoreError
from kg.ingest import Fate, build
from kg.ingest.limits import TooLong, time_limit
from kg.ingest.work import Settings, Task, work_within_limits
from kg.ingest.workers import READY, read_each
from kg.store import Records, open_store
from tests.ingest import made_files

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def many(folder: Path) -> None:
    """Twelve reports of different days."""
    for number, month in enumerate(MONTHS):
        a_report(folder, f"r{number:02}.txt", dates=f"3 to 7 {month} 2024")


def a_report(folder: Path, name: str, **options: str) -> Path:
    folder.mkdir(exist_ok=True)
    return made_files.report(folder, name, **options)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two good reports."""
    for name, place in (("a-good.txt", "Kent"), ("z-good.txt", "Leeds")):
        a_report(tmp_path / "in", name, place=place)
    return tmp_path / "in"


def _damaged_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document>" + "text " * 2000)
    content = bytearray(path.read_bytes())
    content[60:200] = bytes(range(140))
    path.write_bytes(bytes(content))


BAD = {
    "docx whose stream is damaged": ("b.docx", _damaged_docx),
    "pdf that ends at once": ("b.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF")),
    "page without text": ("b.html", lambda path: path.write_bytes(b"<html><body></body></html>")),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_one_line_and_the_others_are_stored(kind, reports, tmp_path):
    name, make = BAD[kind]
    make(reports / name)
    done = build([str(reports)], tmp_path / "store")
    fates = {path.name: fate for path, fate in done.files}
    assert fates == {"a-good.txt": Fate.STORED, "z-good.txt": Fate.STORED, name: Fate.UNREADABLE}
    (line,) = [each for each in done.complaints if name in each]
    assert "\n" not in line


@pytest.mark.usefixtures("in_this_process")
def test_what_nobody_foresaw_is_told_of_the_file_alone(reports, tmp_path, monkeypatch):
    from kg.documents import read as true

    def read(path):
        if path.name.startswith("z"):
            raise ValueError("no such thing")
        return true(path)

    monkeypatch.setattr("kg.documents.read", read)
    done = build([str(reports)], tmp_path / "store")
    assert dict(done.files)[reports / "a-good.txt"] is Fate.STORED
    (line,) = done.complaints
    assert "z-good.txt: stopped the reading (ValueError: no such thing)" in line
    assert "report it; --debug shows where" in line
    (failed,) = [result for result in done.results if result.failure]
    assert "in read" in failed.traceback


def _kill_self(task: Task):
    """Stands for a file that ends the process that reads it."""
    if task.path.name.startswith("z"):
        os.kill(os.getpid(), signal.SIGKILL)
    return work_within_limits(task)


def test_a_process_that_dies_is_told_of_its_file_alone(reports, monkeypatch):
    monkeypatch.setattr("kg.ingest.workers._serve", _serve_and_die)
    tasks = [Task(path, Settings()) for path in sorted(reports.iterdir())]
    results = {result.path.name: result for result in read_each(tasks, 2)}
    assert not results["a-good.txt"].failure
    assert "ended the process that read it (SIGKILL)" in results["z-good.txt"].failure


def _serve_and_die(connection):
    """What the processes of that test run."""
    connection.send(READY)
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send(_kill_self(task))


def test_a_process_that_cannot_begin_is_not_the_fault_of_a_file(reports, monkeypatch):
    monkeypatch.setattr("kg.ingest.workers._serve", _end_at_once)
    tasks = [Task(path, Settings()) for path in sorted(reports.iterdir())]
    with pytest.raises(KgError, match="could not begin"):
        list(read_each(tasks, 2))


def _end_at_once(connection):
    """What the processes of that test run."""


def test_a_script_without_a_guard_builds_as_any_other(reports, tmp_path):
    """Also one that is given on standard input, or typed."""
    script = (
        "from kg.ingest import build\n"
        f"done = build([{str(reports)!r}], __import__('pathlib').Path({str(tmp_path / 's')!r}))\n"
        "print(sorted(fate.value for _, fate in done.files), list(done.complaints))\n"
    )
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    for arguments, given in (([str(tmp_path / "script.py")], ""), (["-"], script)):
        ran = subprocess.run(
            [sys.executable, *arguments], input=given, text=True, capture_output=True, check=False
        )
        assert (ran.stdout.count("stored"), ran.stderr) == (2, "") or "unchanged" in ran.stdout


def test_time_is_processor_time_and_ends_what_goes_on():
    with time_limit(0.05):
        time.sleep(0.2)
    with pytest.raises(TooLong), time_limit(0.05):
        while True:
            pass
    # nothing is left ticking
    started = time.process_time()
    while time.process_time() - started < 0.1:
        pass


def test_a_file_whose_time_is_up_is_told_so(reports, monkeypatch):
    def read(path):
        while True:
            pass

    monkeypatch.setattr("kg.documents.read", read)
    monkeypatch.setattr("kg.ingest.limits.SECONDS", 0.05)
    found = work_within_limits(Task(reports / "a-good.txt", Settings()))
    assert "takes more than 0.05 s of processor time" in found.failure and found.sha256


def test_a_file_beyond_its_limit_is_read_again_only_when_something_changed(
    reports, tmp_path, monkeypatch
):
    import kg.documents

    really, begun = kg.documents.read, []

    def read(path):
        begun.append(path.name)
        while path.name == "a-good.txt":
            pass
        return really(path)

    monkeypatch.setattr("kg.documents.read", read)
    monkeypatch.setattr(
        "kg.ingest.pipeline.read_each", lambda tasks, jobs: map(work_within_limits, tasks)
    )
    slow = reports / "a-good.txt"
    # what is loaded once for all files does not count for the first
    build([str(reports / "z-good.txt")], tmp_path / "store")
    monkeypatch.setattr("kg.ingest.limits.SECONDS", 0.5)
    for again in range(3):
        outcome = build([str(reports)], tmp_path / "store")
        assert dict(outcome.files)[slow] is Fate.UNREADABLE
        assert any("takes more than 0.5 s" in line for line in outcome.complaints), again
    assert begun.count("a-good.txt") == 1
    # more time: it is tried again
    monkeypatch.setattr("kg.ingest.limits.SECONDS", 0.6)
    build([str(reports)], tmp_path / "store")
    assert begun.count("a-good.txt") == 2
    # another file of that name
    slow.write_bytes(slow.read_bytes() + b"\n")
    build([str(reports)], tmp_path / "store")
    assert begun.count("a-good.txt") == 3


def test_a_build_that_is_killed_goes_on_where_it_was(tmp_path):
    """And a reader sees nothing of the half of it."""
    many(tmp_path / "in")
    store = tmp_path / "store"
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "in"), "--store", str(store)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and len(Records(store).entries()) < 3:
        time.sleep(0.01)
    process.kill()
    process.wait()
    kept = set(Records(store).entries())
    if len(kept) < 12:
        with pytest.raises(StoreError, match="stopped before the end"):
            open_store(store)
    done = build([str(tmp_path / "in")], store)
    fates = [fate for _, fate in done.files]
    assert fates.count(Fate.UNCHANGED) >= min(len(kept), 12) - 1
    assert len([e for e in open_store(store).entries.values() if e.source]) == 12


def test_a_record_whose_slip_was_not_written_is_no_claim(tmp_path):
    """A build was killed between the two; the report had moved to another day."""
    path = a_report(tmp_path / "in", "a.txt", dates="3 to 7 June 2024")
    build([str(path)], tmp_path / "store")
    a_report(tmp_path / "in", "a.txt", dates="3 to 8 June 2024")
    build([str(path)], tmp_path / "undisturbed")
    wanted = {each.name for each in (tmp_path / "undisturbed" / "records").iterdir()}
    (record,) = (tmp_path / "undisturbed" / "records").glob("leeds_*.nq.gz")
    (tmp_path / "store" / "records" / record.name).write_bytes(record.read_bytes())
    done = build([str(path)], tmp_path / "store")
    assert dict(done.files)[path] is Fate.STORED
    assert {each.name for each in (tmp_path / "store" / "records").iterdir()} == wanted


def test_processes_end_with_the_one_that_started_them(tmp_path):
    many(tmp_path / "in")
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "in"), "--store"]
    process = subprocess.Popen(
        [*command, str(tmp_path / "store")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and not Records(tmp_path / "store").entries():
        time.sleep(0.01)
    group = os.getpgid(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process of the build is still there")


def test_a_name_that_is_no_text_is_read_as_any_other(tmp_path):
    text = a_report(tmp_path / "in", "a.txt").read_bytes()
    (tmp_path / "in" / "a.txt").unlink()
    names = [b"caf\xe9.txt", b"-x.txt", b"two\nlines.txt"]
    for number, name in enumerate(names):
        path = os.fsencode(tmp_path / "in") + b"/" + name
        with Path(os.fsdecode(path)).open("wb") as stream:
            stream.write(text + b"\n" * number)
    done = build([str(tmp_path / "in")], tmp_path / "store")
    assert [fate for _, fate in done.files].count(Fate.STORED) == 3
    again = build([str(tmp_path / "in")], tmp_path / "store")
    assert {fate for _, fate in again.files} == {Fate.UNCHANGED}
    assert any("caf%E9" in line for line in open_store(tmp_path / "store").lines())


class TestPrune:
    """Only what the named folders held before goes, and not much of a store without a word."""

    def build(self, tmp_path, *folders, **options):
        return build([str(tmp_path / name) for name in folders], tmp_path / "store", **options)

    def stored(self, tmp_path):
        entries = open_store(tmp_path / "store").entries.values()
        return sorted(Path(entry.source).name for entry in entries if entry.source)

    @pytest.fixture(autouse=True)
    def folders(self, tmp_path):
        many(tmp_path / "one")
        a_report(tmp_path / "two", "other.txt", place="Kent")
        self.build(tmp_path, "one", "two")

    def test_what_is_gone_from_another_folder_stays(self, tmp_path, monkeypatch):
        (tmp_path / "one/r00.txt").unlink()
        self.build(tmp_path, "two", prune=True)
        assert len(self.stored(tmp_path)) == 13
        monkeypatch.chdir(tmp_path / "one")
        done = build(["."], Path("../store"), prune=True)
        assert len(self.stored(tmp_path)) == 12
        assert "1 of 13 stored reports was taken out" in done.remarks[-1]

    def test_what_was_taken_out_is_one_line_with_the_first_names(self, tmp_path):
        for path in (tmp_path / "one").iterdir():
            path.unlink()
        a_report(tmp_path / "one", "new.txt", place="Leeds", dates="3 to 7 June 2025")
        done = build([str(tmp_path / "one")], tmp_path / "store", prune=True, sure=True)
        (line,) = (line for line in done.remarks if "taken out" in line)
        assert line.startswith("12 of 14 stored reports were taken out")
        assert line.endswith(" and 9 more") and line.count(".txt") == 3

    def test_reports_that_lie_elsewhere_now_are_told(self, tmp_path):
        (tmp_path / "one").rename(tmp_path / "three")
        done = self.build(tmp_path, "three", "two")
        (line,) = (line for line in done.remarks if "elsewhere" in line)
        assert line.startswith("12 reports lie elsewhere than when stored")
        assert len(self.stored(tmp_path)) == 13
        assert not any("elsewhere" in each for each in self.build(tmp_path, "three").remarks)

    def test_a_folder_that_was_moved_needs_a_yes(self, tmp_path):
        for path in (tmp_path / "one").iterdir():
            path.unlink()
        a_report(tmp_path / "one", "new.txt", place="Leeds", dates="3 to 7 June 2025")
        done = self.build(tmp_path, "one", prune=True)
        assert len(self.stored(tmp_path)) == 14
        assert "would take out 12 of 14 reports" in done.complaints[-1]
        self.build(tmp_path, "one", prune=True, sure=True)
        assert self.stored(tmp_path) == ["new.txt", "other.txt"]

    def test_a_store_and_its_reports_can_be_moved_together(self, tmp_path):
        (tmp_path / "moved").mkdir()
        for name in ("one", "two", "store"):
            (tmp_path / name).rename(tmp_path / "moved" / name)
        done = build(
            [str(tmp_path / "moved/one"), str(tmp_path / "moved/two")], tmp_path / "moved/store"
        )
        assert {fate for _, fate in done.files} == {Fate.UNCHANGED}
