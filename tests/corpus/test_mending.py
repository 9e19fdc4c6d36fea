"""A read model made from the one before it: the bytes of one that is made of all records."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.corpus import readmodel
from kg.corpus.modelfile import NAME
from kg.corpus.readmodel import make_beside_index, make_from_generation
from kg.namespaces import VOCABULARY_GRAPH
from kg.store import Packed, Store, Writer, open_store, pack, writing

#: What is done to the records of a store.
Change = Callable[[Writer], None]


@pytest.fixture
def folder(examples: Store, tmp_path: Path) -> Path:
    shutil.copytree(examples.folder, tmp_path / "store")
    return tmp_path / "store"


def changed(folder: Path, change: Change) -> Store:
    with writing(folder, (make_beside_index,)) as writer:
        change(writer)
        writer.commit()
    return open_store(folder)


def assert_as_if_made_anew(store: Store, tmp_path: Path) -> None:
    anew = tmp_path / "anew.sqlite"
    anew.unlink(missing_ok=True)
    make_from_generation(store.generation, anew)
    assert (store.generation / NAME).read_bytes() == anew.read_bytes()


@pytest.fixture
def only_mended(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Until it is called, no read model may be made of all records."""

    def refuse(*given: object, **named: object) -> None:
        pytest.fail("all records were read")

    kept = readmodel.make_read_model
    monkeypatch.setattr(readmodel, "make_read_model", refuse)
    return lambda: monkeypatch.setattr(readmodel, "make_read_model", kept)


def keys(writer: Writer, *saying: str) -> list[str]:
    """The keys of reports whose records have all of these words somewhere."""
    return [
        entry.key
        for entry in writer.entries()
        if entry.source and all(any(w in line for line in writer.lines(entry.key)) for w in saying)
    ]


def rewrite(writer: Writer, key: str, edit: Callable[[str], str], text: Packed | None) -> None:
    entry = writer.entry(key)
    assert entry is not None
    lines = sorted(edit(line) for line in writer.lines(key))
    assert lines != list(writer.lines(key)) or text is not None
    writer.put(key, lines, text, graph=entry.graph, source=entry.source, fingerprint="edited")


def edited(old: str, new: str, *saying: str) -> Change:
    """The first record with some words, and with others in their place."""

    def change(writer: Writer) -> None:
        key = keys(writer, old, *saying)[0]
        rewrite(writer, key, lambda line: line.replace(old, new), pack(b"One page.\fAnother."))

    return change


def without_the_first(writer: Writer) -> None:
    writer.remove(keys(writer)[0])


def without_one_in_the_middle(writer: Writer) -> None:
    writer.remove(keys(writer)[3])


def without_the_last(writer: Writer) -> None:
    writer.remove(keys(writer)[-1])


def with_another_text(writer: Writer) -> None:
    rewrite(writer, keys(writer)[1], lambda line: line, pack(b"Other words on the only page."))


def with_the_source_of_another(writer: Writer) -> None:
    """Two files of one name in two folders: their rows stand among each other's."""
    entries = [writer.entry(key) for key in keys(writer)]
    one, other = entries[1], entries[4]
    assert one is not None and other is not None
    names = [f'"{Path(each.source).stem}"' for each in (one, other)]
    rewrite(writer, one.key, lambda line: line.replace(*names), None)


CHANGES: tuple[Change, ...] = (
    without_the_first,
    without_one_in_the_middle,
    without_the_last,
    with_another_text,
    with_the_source_of_another,
    edited(" children ", " infants "),
    edited("Supervision", "“Oversight” of \U0001f4c4"),
)


@pytest.mark.parametrize("change", CHANGES)
def test_what_unchanged_records_gave_is_kept(
    folder: Path, tmp_path: Path, change: Change, only_mended: Callable[[], None]
) -> None:
    store = changed(folder, change)
    only_mended()
    assert_as_if_made_anew(store, tmp_path)


@pytest.mark.parametrize("change", CHANGES)
def test_one_change_after_the_other_leaves_no_trace(
    folder: Path, tmp_path: Path, change: Change
) -> None:
    before = (open_store(folder).generation / NAME).read_bytes()
    kept = {}

    def keep(writer: Writer) -> None:
        for entry in writer.entries():
            facts = {"graph": entry.graph, "source": entry.source, "fingerprint": ""}
            text = open_store(folder).text(entry.key)
            kept[entry.key] = (list(writer.lines(entry.key)), text, facts)

    def back(writer: Writer) -> None:
        for entry in writer.entries():
            if entry.key not in kept:
                writer.remove(entry.key)
        for key, (lines, text, facts) in kept.items():
            packed = None if text is None else pack(text.encode())
            writer.put(key, lines, packed, **facts)

    changed(folder, keep)
    changed(folder, change)
    store = changed(folder, back)
    assert (store.generation / NAME).read_bytes() == before


def boards(store: Store) -> list[tuple[str, str, str]]:
    """The boards that reports name: the report's source, the board, its type."""
    connection = sqlite3.connect(store.generation / NAME)
    found = connection.execute("SELECT source, board, type FROM boards ORDER BY id").fetchall()
    connection.close()
    return found


def test_a_type_that_one_record_gives_a_body_is_that_of_all_its_rows(
    folder: Path, tmp_path: Path, only_mended: Callable[[], None]
) -> None:
    """A report now names the board of another, and says that it is of another kind."""
    before = boards(open_store(folder))
    (source, board, type_), (other, its_board, its_type) = before[0], before[-1]
    assert source != other

    def key(writer: Writer) -> str:
        return next(k for k in keys(writer) if any(f'"{other}"' in li for li in writer.lines(k)))

    def change(writer: Writer) -> None:
        def edit(line: str) -> str:
            is_type = line.startswith(f"<{its_board}> ") and f'"{its_type}"' in line
            line = line.replace(f'"{its_type}"', '"another"') if is_type else line
            return line.replace(f"<{its_board}>", f"<{board}>")

        rewrite(writer, key(writer), edit, None)

    store = changed(folder, change)
    assert {row for row in boards(store) if row[:2] == (source, board)} == {
        (source, board, type_), (source, board, "another"),
    }  # fmt: skip
    less = changed(folder, lambda writer: writer.remove(key(writer)))
    assert boards(less) == [row for row in before if row[0] != other]
    only_mended()
    assert_as_if_made_anew(less, tmp_path)


def of_the_vocabulary(writer: Writer) -> None:
    (entry,) = [each for each in writer.entries() if each.graph == VOCABULARY_GRAPH]
    lines = sorted(line.replace("Good", "Very good") for line in writer.lines(entry.key))
    writer.put(entry.key, lines, graph=entry.graph, fingerprint=entry.fingerprint)


def of_many_reports(writer: Writer) -> None:
    for key in keys(writer)[::2]:
        writer.remove(key)


@pytest.mark.parametrize("change", [of_the_vocabulary, of_many_reports])
def test_a_change_of_much_is_made_of_all_records(
    folder: Path, tmp_path: Path, change: Change
) -> None:
    assert_as_if_made_anew(changed(folder, change), tmp_path)


def test_nothing_is_taken_from_a_file_that_somebody_altered(folder: Path, tmp_path: Path) -> None:
    """Its size and times are as they were: its bytes are looked at."""
    path = open_store(folder).generation / NAME
    times, content = path.stat(), path.read_bytes()
    path.write_bytes(content.replace(b"children", b"CHILDREN"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    store = changed(folder, without_the_first)
    assert b"CHILDREN" not in (store.generation / NAME).read_bytes()
    assert_as_if_made_anew(store, tmp_path)
