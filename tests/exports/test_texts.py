"""The clean texts: each quote stands at its offsets, on its page, in the file with its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.exports.registry import EXPORTS
from kg.ingest import build
from kg.ingest.work import Settings
from kg.store import Store, open_store, writing

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
#: Where the words of everything that was read stand.
QUOTES = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?sha256 ?quote ?page ?start ?end {
  ?item cs:quote ?quote ; cs:page ?page ; cs:textStart ?start ; cs:textEnd ?end ;
    cs:partOf ?report .
  ?report prov:wasGeneratedBy/cs:textSha256 ?sha256
}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("texts") / "store"
    settings = Settings(vocabulary=(EXAMPLES / "register.ttl",))
    build([str(EXAMPLES / "reports")], place, settings=settings)
    return open_store(place)


def test_each_quote_stands_where_the_graph_says(store: Store, tmp_path: Path) -> None:
    written = EXPORTS["text"].write(store, tmp_path).files
    texts = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text() for path in written}
    quotes = store.select(QUOTES).rows
    assert len(texts) == len({row[0] for row in quotes}) > 10
    assert any("\f" in text for text in texts.values())
    for sha256, quote, page, start, end in quotes:
        text = texts[sha256]
        assert "".join(text[int(start) : int(end)].split()) == "".join(quote.split())
        assert text.count("\f", 0, int(start)) + 1 == int(page)


def test_several_files_do_not_fit_on_standard_output(store: Store) -> None:
    with pytest.raises(StoreError, match="give a folder"):
        EXPORTS["text"].write(store, Path("-"))


def test_a_report_that_an_older_version_stored_has_no_text(tmp_path: Path) -> None:
    with writing(tmp_path / "s") as writer:
        graph = "https://example.org/graph"
        line = (
            f"<https://example.org/a> <https://example.org/b> <https://example.org/c> <{graph}> ."
        )
        writer.put("a", [line], graph=graph, source="a.pdf", family="ILACS")
        writer.commit()
    with pytest.raises(StoreError, match="build its report again"):
        EXPORTS["text"].write(open_store(tmp_path / "s"), tmp_path)
