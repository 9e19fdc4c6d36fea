"""Small graphs for a store: lines of canonical N-Quads about nothing in particular."""

from __future__ import annotations

from pathlib import Path

from kg.rdf.terms import text
from kg.store import Writer, writing

THING = "https://example.org/thing/"
SAYS = "<https://example.org/says>"


def graph(name: str) -> str:
    return f"https://example.org/graph/{name}"


def lines(name: str, *words: str) -> list[str]:
    """One statement a word, all about one thing, in the graph of that name."""
    return sorted(f"<{THING}{name}> {SAYS} {text(word)} <{graph(name)}> ." for word in words)


def put(writer: Writer, name: str, *words: str, source: str = "") -> None:
    writer.put(name, lines(name, *words), graph=graph(name), source=source or f"{name}.pdf")


def build(folder: Path, **contents: tuple[str, ...]) -> None:
    """A build that puts each named graph."""
    with writing(folder) as writer:
        for name, words in contents.items():
            put(writer, name, *words)
        writer.commit()


ALL_WORDS = f"SELECT ?word WHERE {{ ?thing {SAYS} ?word }} ORDER BY ?word"
