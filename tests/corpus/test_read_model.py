"""The file of tables: the same for the same records, and made again where it is not whole."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.corpus import Corpus, modelwriting, open_corpus, readmodel, tableset
from kg.corpus.modelfile import NAME, content_hash
from kg.corpus.readmodel import make_from_generation, make_read_model
from kg.corpus.recordreading import RecordFiles
from kg.corpus.schema import FORM
from kg.errors import QueryError, StoreError
from kg.namespaces import VOCABULARY_GRAPH
from kg.store import Records, Store, open_store
from tests.corpus.compared import answer


@pytest.fixture
def store(examples: Store, tmp_path: Path) -> Store:
    """A copy of the example store, to be damaged."""
    folder = tmp_path / "store"
    shutil.copytree(examples.folder, folder)
    return open_store(folder)


def opened(store: Store) -> tuple[Corpus, list[str]]:
    """The corpus of a store, and what it said."""
    said: list[str] = []
    return open_corpus(store, said.append), said


def hash_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return content_hash(connection)
    finally:
        connection.close()


def test_a_build_leaves_it_and_nothing_is_said(store: Store) -> None:
    corpus, said = opened(store)
    assert said == []
    assert corpus.reports
    assert [path.name for path in store.generation.glob("*.sqlite")] == [NAME]


def test_the_same_records_give_the_same_bytes(store: Store, tmp_path: Path) -> None:
    make_from_generation(store.generation, tmp_path / "again.sqlite")
    kept = store.generation / NAME
    assert (tmp_path / "again.sqlite").read_bytes() == kept.read_bytes()
    assert hash_of(tmp_path / "again.sqlite") == hash_of(kept)


def test_the_number_of_processes_does_not_matter(store: Store, tmp_path: Path) -> None:
    records = Records(store.generation)
    entries = records.entries()
    (vocabulary,) = [records.path(k) for k, e in entries.items() if e.graph == VOCABULARY_GRAPH]
    sources = [
        RecordFiles(records.path(key), records.text_path(key))
        for key, entry in entries.items()
        if entry.graph != VOCABULARY_GRAPH
    ]
    for workers in (1, 2):
        steps: dict[int, tuple[int, str]] = {}
        path = tmp_path / f"{workers}.sqlite"
        make_read_model(
            path, vocabulary, sources,
            lambda done, of, about, steps=steps: steps.update({done: (of, about)}),
            workers=workers,
        )  # fmt: skip
        whole = len(sources)
        assert steps == dict.fromkeys(range(1, whole + 1), (whole, readmodel.ABOUT))
        assert path.read_bytes() == (store.generation / NAME).read_bytes()


def test_other_records_give_another_hash(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "changed.sqlite"
    shutil.copy(store.generation / NAME, path)
    before = hash_of(path)
    with sqlite3.connect(path) as changed:
        changed.execute("UPDATE findings SET text = text || '!' WHERE id = 1")
    changed.close()
    assert hash_of(path) != before


def of_another_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {FORM - 1}")
    connection.close()


def without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE findings")
        connection.execute(f"PRAGMA user_version = {FORM}")
    connection.execute("VACUUM")
    connection.close()


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_database(path: Path) -> None:
    path.write_bytes(b"source,report\n" * 4000)


def with_other_words(path: Path) -> None:
    """The file stays a whole database, and says something that no report does."""
    content = path.read_bytes()
    assert b"children" in content
    path.write_bytes(content.replace(b"children", b"CHILDREN"))


def with_pages_overwritten(path: Path) -> None:
    """The beginning and the size are right, so that nothing shows until the rows are read."""
    with sqlite3.connect(path) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        roots = "SELECT rootpage FROM sqlite_master WHERE name IN ('findings', 'pages')"
        damaged = [row[0] for row in connection.execute(roots)]
    connection.close()
    content = bytearray(path.read_bytes())
    for page in damaged:
        content[(page - 1) * size : page * size] = bytes([0x5A]) * size
    path.write_bytes(content)


def keeping_times(path: Path, damage: Callable[[Path], None]) -> None:
    """As a disk does it that loses what it was given."""
    status = path.stat()
    damage(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (Path.unlink, "are not there"),
        (of_another_version, "are of another version"),
        (without_a_table, r"are damaged \(a part is missing\)"),
        (truncated, "are damaged"),
        (empty, "are empty"),
        (with_other_words, "are not as they were made"),
        (with_pages_overwritten, "are not as they were made"),
        (no_database, "are damaged"),
    ],
)
def test_what_is_not_whole_is_made_again_and_said(
    store: Store, examples: Store, damage, why: str
) -> None:
    path = store.generation / NAME
    damage(path)
    corpus, said = opened(store)
    assert len(said) == 1
    assert re.match(f"{re.escape(str(store.folder))}: its tables {why}", said[0])
    assert said[0].endswith(f"; they are made again in {path.parent}")
    assert corpus.table("judgements") == answer(examples, "judgements")
    assert path.read_bytes() == (examples.generation / NAME).read_bytes()
    assert opened(open_store(store.folder))[1] == [], "the next one finds them whole"


@pytest.mark.parametrize(
    "ask",
    [
        lambda corpus: corpus.findings,
        lambda corpus: corpus.table("findings"),
        lambda corpus: list(corpus.cells("findings")),
        lambda corpus: corpus.pages(next(iter(corpus.reports))),
        lambda corpus: corpus.content_hash(),
    ],
    ids=["values", "table", "cells", "pages", "hash"],
)
def test_damage_in_the_middle_is_told_with_the_file_to_remove(store: Store, ask) -> None:
    path = store.generation / NAME
    keeping_times(path, with_pages_overwritten)
    corpus, said = opened(store)
    assert said == []
    with pytest.raises(StoreError, match="its tables are damaged") as told:
        ask(corpus)
    assert f"remove {path}" in str(told.value)
    path.unlink()
    assert len(opened(open_store(store.folder))[0].findings) > 100


@pytest.mark.parametrize("damage", [with_other_words, with_pages_overwritten])
def test_who_looks_at_each_byte_has_them_made_again(store: Store, examples: Store, damage) -> None:
    path = store.generation / NAME
    keeping_times(path, damage)
    said: list[str] = []
    corpus = open_corpus(store, said.append, thoroughly=True)
    assert len(said) == 1 and "its tables are not as they were made" in said[0]
    assert corpus.table("findings") == answer(examples, "findings")


def test_a_copy_with_new_times_is_taken_for_what_it_is(store: Store) -> None:
    os.utime(store.generation / NAME, ns=(1, 1))
    assert opened(store)[1] == []


def test_a_store_that_may_not_be_written_has_them_in_a_folder_for_the_time(
    store: Store, examples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`os.access` is asked, as permissions mean nothing to the superuser."""
    (store.generation / NAME).unlink()
    monkeypatch.setattr(tableset.os, "access", lambda *asked: False)
    corpus, said = opened(store)
    (line,) = said
    folder = Path(line.rpartition(" in ")[2])
    assert "its tables are not there" in line
    assert folder != store.generation
    assert (folder / NAME).exists()
    assert not (store.generation / NAME).exists()
    assert corpus.table("findings") == answer(examples, "findings")
    del corpus
    assert not folder.exists(), "it goes with the corpus"


def test_that_the_disk_is_full_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    (store.generation / NAME).unlink()

    def full(*asked: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(tableset, "make_from_generation", full)
    with pytest.raises(StoreError, match=r"cannot be made \(database or disk is full\)"):
        opened(store)
    assert [path.name for path in store.generation.glob("*.sqlite")] == []


def test_an_sqlite_without_search_does_all_else(
    store: Store, examples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store.generation / NAME).unlink()
    monkeypatch.setattr(modelwriting, "has_search", lambda connection: False)
    monkeypatch.setattr(tableset, "has_search", lambda connection: False)
    corpus, said = opened(store)
    assert len(said) == 1
    assert corpus.table("findings") == answer(examples, "findings")
    assert corpus.pages(next(iter(corpus.reports)))
    with pytest.raises(QueryError, match="no full-text search"):
        corpus.made.need_search()


def test_texts_are_found_by_the_stems_of_their_words(examples: Store) -> None:
    corpus = open_corpus(examples)
    found = corpus.sql(
        "SELECT s.text FROM search JOIN statements s ON s.id = search.rowid "
        "WHERE search MATCH 'inspected' ORDER BY s.id"
    )
    words = {"inspect", "inspects", "inspected", "inspection", "inspections", "inspecting"}
    texts = [
        *(one.text for one in corpus.findings), *(one.text for one in corpus.recommendations),
    ]  # fmt: skip
    wanted = [text for text in texts if words & {w.strip(".,;:()'") for w in text.lower().split()}]
    assert wanted
    assert {row[0] for row in found} >= set(wanted)
