"""Each bad file gets one clear line; everything else is still built, and nothing is invented."""

import os
from pathlib import Path

import pytest

from kg.ingest import Fate, build
from kg.store import open_store
from tests.ingest import made_files

pytest.importorskip("reportlab", reason="the PDFs of these tests are made with reportlab")

UNREADABLE = {
    "empty": (lambda: b"", "x.pdf", "is empty"),
    "truncated PDF": (lambda: made_files.pdf(3, "Text")[:900], "x.pdf", "cut off"),
    "encrypted PDF": (lambda: made_files.pdf(1, "Text", "secret"), "x.pdf", "encrypted"),
    "PDF without text": (lambda: made_files.pdf(2), "x.pdf", "no text layer"),
    "HTML named PDF": (
        lambda: b"<!DOCTYPE html><html><body>Report not found</body></html>",
        "x.pdf",
        "not a PDF: HTML page",
    ),
    "2,000 pages": (lambda: made_files.pdf(2000, "Text"), "x.pdf", "2,000 pages"),
    "zip bomb": (made_files.zip_bomb, "x.docx", "unpacks to more than"),
    "bytes of nothing": (lambda: bytes(range(256)) * 20, "x.txt", "no PDF, DOCX, HTML or text"),
    "old Word file": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "x.txt", "old Word file"),
}


def outcome(tmp_path: Path):
    return build([str(tmp_path / "in")], tmp_path / "store", jobs=1)


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "in").mkdir()
    made_files.report(tmp_path / "in", "good.txt")
    return tmp_path / "in"


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(name, folder, tmp_path):
    make, file_name, words = UNREADABLE[name]
    (folder / file_name).write_bytes(make())
    done = outcome(tmp_path)
    assert len(done.complaints) == 1
    assert file_name in done.complaints[0]
    assert words in done.complaints[0]
    assert dict(done.files)[folder / file_name] is Fate.UNREADABLE
    assert dict(done.files)[folder / "good.txt"] is Fate.STORED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(folder, tmp_path):
    path = folder / "locked.txt"
    path.write_text("text")
    path.chmod(0)
    assert "permission" in outcome(tmp_path).complaints[0]


@pytest.mark.usefixtures("in_this_process")
def test_a_file_without_permission_is_said_so(folder, tmp_path, monkeypatch):
    path = folder / "locked.txt"
    path.write_text("text")
    whole = Path.read_bytes

    def read_bytes(self: Path) -> bytes:
        if self.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    (complaint,) = outcome(tmp_path).complaints
    assert "locked.txt: may not be read" in complaint


def test_a_folder_without_reports(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    (complaint,) = outcome(tmp_path).complaints
    assert "a folder without reports" in complaint


def test_a_path_that_is_not_there(tmp_path):
    done = build([str(tmp_path / "nowhere")], tmp_path / "store")
    assert "no such file or folder" in done.complaints[0]


def test_the_same_file_under_two_names_is_read_once(folder, tmp_path):
    (folder / "same.txt").write_bytes((folder / "good.txt").read_bytes())
    done = outcome(tmp_path)
    assert dict(done.files) == {
        folder / "good.txt": Fate.STORED,
        folder / "same.txt": Fate.DUPLICATE,
    }
    assert "is the same file as" in done.complaints[0]


def graphs(tmp_path: Path) -> dict[str, str]:
    entries = open_store(tmp_path / "store").entries.values()
    return {Path(entry.source).name: entry.graph for entry in entries if entry.source}


def test_two_reports_of_one_day_are_both_kept_in_any_order(folder, tmp_path):
    made_files.report(folder, "other.txt", more="This one says more.")
    done = outcome(tmp_path)
    assert len(done.complaints) == 1 and "both are kept" in done.complaints[0]
    together = graphs(tmp_path)
    assert len(set(together.values())) == 2
    for first, second in (("good.txt", "other.txt"), ("other.txt", "good.txt")):
        store = tmp_path / f"store-{first}"
        build([str(folder / first)], store, jobs=1)
        build([str(folder / second)], store, jobs=1)
        entries = open_store(store).entries.values()
        assert {Path(e.source).name: e.graph for e in entries if e.source} == together


@pytest.mark.parametrize(
    ("dates", "words"),
    [("29 to 31 February 2024", "no such day"), ("7 June 2024 to 3 June 2024", "before")],
)
def test_dates_that_cannot_be_are_told_and_the_report_stays(dates, words, folder, tmp_path):
    path = made_files.report(folder, "bad.txt", dates=dates)
    done = outcome(tmp_path)
    assert dict(done.files)[path] is Fate.INCOMPLETE
    assert any("bad.txt" in line and words in line for line in done.complaints)
    assert list(graphs(tmp_path)) == ["good.txt", "bad.txt"]
    assert "2024-02-31" not in "\n".join(open_store(tmp_path / "store").sorted_lines())


def test_an_authority_in_no_register_is_named(folder, tmp_path):
    path = made_files.report(folder, "where.txt", place="Marlowe")
    done = outcome(tmp_path)
    assert dict(done.files)[path] is Fate.INCOMPLETE
    assert any("'Marlowe' is in no register" in line for line in done.complaints)


def test_odd_characters_come_through_unharmed(folder, tmp_path):
    odd = "They said \"yes\" \\ 'no' <b>loudly</b>\t& left.\x07\x1b Twice."
    made_files.report(folder, "odd.txt", place="Kent", more=odd)
    assert not outcome(tmp_path).complaints
    rows = open_store(tmp_path / "store").select(
        "SELECT ?q WHERE { ?p <https://w3id.org/childrens-services-kg/def#quote> ?q "
        'FILTER(CONTAINS(?q, "loudly")) }'
    )
    assert rows.rows[0][0].endswith("\"yes\" \\ 'no' <b>loudly</b> & left. Twice.")


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "ReadMe-first.html"])
def test_what_tells_of_a_folder_is_passed_over_unless_it_is_named(name, folder, tmp_path):
    (folder / name).write_text("# What is here\n\nReports of two years.")
    done = outcome(tmp_path)
    assert not done.complaints
    assert [fate for _, fate in done.files] == [Fate.STORED]
    assert any(name in line and "it was passed over" in line for line in done.remarks)
    named = build([str(folder), str(folder / name)], tmp_path / "other", jobs=1)
    assert dict(named.files)[folder / name] is Fate.INCOMPLETE
    assert not any("passed over" in line for line in named.remarks)
