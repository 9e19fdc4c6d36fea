"""A damaged index is made again from the records; a damaged record is named."""

from __future__ import annotations

import os
import shutil

import pytest

from kg.errors import StoreError
from kg.store import open_store, writing
from kg.store.merge import make_merge
from kg.store.packing import pack_lines
from tests.store.made_up import ALL_WORDS, build, lines, put


def words(folder):
    return [row[0] for row in open_store(folder).select(ALL_WORDS).rows]


def generation(folder):
    return folder / "index" / (folder / "index/CURRENT").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    build(tmp_path / "s", a=("one",), b=("two",), **{f"c{n}": () for n in range(20)})
    return tmp_path / "s"


@pytest.mark.parametrize(
    "pattern", ["merge/CURRENT", "merge/MANIFEST-*", "merge/*.sst", "several.json", "CONTENTS"]
)
@pytest.mark.parametrize("content", [b"", b"not this", None])
def test_a_broken_file_of_the_index_is_no_obstacle(folder, pattern, content):
    broken = sorted(generation(folder).glob(pattern))[0]
    broken.unlink()
    if content is not None:
        broken.write_bytes(content)
    assert words(folder) == ["one", "two"]
    build(folder, a=("new",))
    assert words(folder) == ["new", "two"]


@pytest.mark.parametrize("pattern", ["merge/CURRENT", "merge/*.sst"])
def test_a_build_makes_a_broken_index_anew(folder, pattern):
    sorted(generation(folder).glob(pattern))[0].write_bytes(b"not this")
    build(folder, a=("new",))
    assert words(folder) == ["new", "two"]


def test_an_index_may_be_taken_away(folder):
    current = folder / "index/CURRENT"
    current.write_text("no-such-generation", encoding="utf-8")
    assert words(folder) == ["one", "two"]
    current.unlink()
    assert words(folder) == ["one", "two"]


def test_an_index_of_another_form_is_not_mended(folder, monkeypatch):
    monkeypatch.setattr("kg.store.index.FORM", "as it may be one day")
    made = []
    monkeypatch.setattr("kg.store.index.make_merge", lambda *a: (made.append(1), make_merge(*a)))
    assert words(folder) == ["one", "two"]
    assert made == [1]


@pytest.mark.parametrize("others", [0, 40])
def test_a_damaged_record_is_named(folder, others):
    with writing(folder) as writer:
        for number in range(others):
            put(writer, f"d{number}", "x")
        writer.commit()
        put(writer, "a", "whole")
        record = folder / "records/a.nq.gz"
        record.write_bytes(record.read_bytes()[:-20])
        with pytest.raises(StoreError, match=r"records/a\.nq\.gz: is damaged.*remove it"):
            writer.commit()
    record.unlink()
    assert "two" in words(folder)


def test_a_full_disk_is_said(folder, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with writing(folder) as writer:
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(StoreError, match=r"records/.*: cannot be written \(No space left"):
            put(writer, "a", "new")
    monkeypatch.undo()
    assert words(folder) == ["one", "two"]
    assert not list((folder / "records").glob(".*"))


def test_a_record_in_whose_place_another_was_put_is_named(folder):
    """An editor writes a new file; this one gives it the size and the times of the old."""
    record = folder / "records/a.nq.gz"
    times = record.stat()
    other = record.with_name("other")
    other.write_bytes(pack_lines(lines("a", "two")).content)
    other.replace(record)
    os.utime(record, ns=(times.st_atime_ns, times.st_mtime_ns))
    store = open_store(folder)
    with pytest.raises(StoreError, match=f"{record}: not as a build wrote it"):
        store.refuse_altered()


def test_a_record_that_was_edited_is_named_and_written_anew(folder):
    record = folder / "records/a.nq.gz"
    before = record.stat()
    # in place, as long as before, and with its times: only its hash tells
    record.write_bytes(pack_lines(lines("a", "two")).content)
    os.utime(record, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(StoreError, match=r"records/a\.nq\.gz: not as a build wrote it"):
        open_store(folder).refuse_altered()
    with writing(folder) as writer:
        assert writer.altered() == [record]
        entry = writer.entry("a")
        assert entry is not None and not entry.fingerprint
        put(writer, "a", "one")
        writer.commit()
    open_store(folder).refuse_altered()
    assert words(folder) == ["one", "two"]


def test_a_store_that_may_only_be_read_and_has_no_index_says_what_to_do(folder):
    shutil.rmtree(folder / "index")
    (folder / "lock").unlink()
    # nobody, not even root, can write a file where a folder is
    (folder / "lock").mkdir()
    with pytest.raises(StoreError, match=r"has no index, and may only be read.*make it writable"):
        open_store(folder)


@pytest.mark.parametrize("spoil", ["edited", "no archive", "no slip", "no record", "gone"])
def test_no_reader_answers_from_records_that_no_build_left_so(folder, spoil):
    record = folder / "records/a.nq.gz"
    if spoil == "edited":
        record.write_bytes(pack_lines(lines("a", "another")).content)
    elif spoil == "no archive":
        record.write_bytes(b"not a record")
    elif spoil == "no slip":
        (folder / "records/a.json").write_text("{")
    else:
        record.unlink()
        if spoil == "gone":
            (folder / "records/a.json").unlink()
    with pytest.raises(StoreError, match=r"records/a\.nq\.gz: not as a build wrote it"):
        open_store(folder)
    build(folder, a=("one",))
    assert words(folder) == ["one", "two"]
