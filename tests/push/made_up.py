"""A small store: three graphs of so many statements, one of which stands in all of them."""

from collections.abc import Mapping
from pathlib import Path

from kg.push import PushOutcome, connect, make_plan, push
from kg.store import Store, open_store, writing

GRAPH = "https://w3id.org/childrens-services-kg/graph/"
SIZES = {"a": 40, "b": 60, "c": 20}


def three_graphs(folder: Path, sizes: Mapping[str, int] = SIZES, word: str = "word") -> Store:
    """Graph ``a`` has 40 statements, one of them shared with ``b`` and ``c``."""
    with writing(folder) as writer:
        for entry in writer.entries():
            if entry.key not in sizes:
                writer.remove(entry.key)
        for key, size in sizes.items():
            lines = [f'<urn:x:all> <urn:x:says> "to all" <{GRAPH}{key}> .']
            lines += [
                f'<urn:x:{key}> <urn:x:says> "{word} \\" ü {number:03}" <{GRAPH}{key}> .'
                for number in range(size - 1)
            ]
            writer.put(key, sorted(lines), graph=f"{GRAPH}{key}", source=key, fingerprint="f")
        writer.commit()
    return open_store(folder)


def push_all(store: Store, url: str, **how: object) -> PushOutcome:
    """A whole push with no pause between tries."""
    remove = bool(how.pop("remove", False))
    step = how.pop("step", lambda done, total, about: None)
    again = bool(how.pop("again", False))
    connection = connect(url, sleep=lambda seconds: None, **how)  # type: ignore[arg-type]
    try:
        plan = make_plan(store, connection, again=again)
        return push(store, connection, plan, remove=remove, step=step)  # type: ignore[arg-type]
    finally:
        connection.close()
