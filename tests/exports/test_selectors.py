"""Selectors: another program finds the words in the text and in the published file."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.exports.registry import EXPORTS, Options
from kg.exports.selectors import AROUND, of_record
from kg.ingest import Settings, build
from kg.store import open_store
from tests.conftest import REPOSITORY

ASKED = """
    PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
    SELECT ?thing ?exact ?prefix ?suffix ?page ?number ?source WHERE {
      ?thing prov:wasQuotedFrom ?place ; cs:page ?number .
      ?place a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?words , ?fragment .
      ?words a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
      ?fragment a oa:FragmentSelector ; rdf:value ?page }"""


def written(tmp_path: Path, *, selectors: bool) -> Store:
    settings = Settings((REPOSITORY / "examples/register.ttl",))
    report = REPOSITORY / "examples/reports/saltmarsh-sif-2016.pdf"
    build([str(report)], tmp_path / "store", jobs=1, settings=settings)
    out = tmp_path / "graph.nq"
    EXPORTS["nquads"].write(
        open_store(tmp_path / "store"), out, Options(selectors=selectors, described=False)
    )
    found = Store()
    found.load(path=str(out), format=RdfFormat.N_QUADS)
    return found


def test_words_around_a_quote_are_those_of_the_text(tmp_path: Path) -> None:
    store = written(tmp_path, selectors=True)
    rows = list(store.query(ASKED, use_default_graph_as_union=True))
    kept = open_store(tmp_path / "store")
    (key,) = [key for key, entry in kept.entries.items() if entry.family]
    text = (kept.text(key) or "").replace("\f", " ")
    quoted = list(store.quads_for_pattern(None, None, None, None))
    assert len(rows) == sum("#quote>" in str(quad.predicate) for quad in quoted) > 40
    for row in rows:
        words = [row[name].value for name in ("prefix", "exact", "suffix")]
        assert "".join(words) in text
        assert max(len(words[0]), len(words[2])) <= AROUND
        assert row["page"].value == f"page={row['number'].value}"
        assert "/id/file/" in row["source"].value


def test_without_being_asked_for_there_are_none(tmp_path: Path) -> None:
    assert not list(
        written(tmp_path, selectors=False).query(ASKED, use_default_graph_as_union=True)
    )


def test_the_published_file_is_the_source_where_it_is_known() -> None:
    report, end = "<https://example.org/r>", " <https://example.org/g> ."
    cs = "https://w3id.org/childrens-services-kg/def#"
    number = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    lines = [
        f"{report} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{cs}Report>{end}",
        f"{report} <http://purl.org/dc/terms/source> <https://example.org/file/1>{end}",
        f'<https://example.org/t> <{cs}quote> "well"{end}',
        f'<https://example.org/t> <{cs}page> "2"{number}{end}',
        f'<https://example.org/t> <{cs}textStart> "11"{number}{end}',
        f'<https://example.org/t> <{cs}textEnd> "15"{number}{end}',
    ]
    found = list(of_record(lines, "All is\fso  well and good."))
    assert any("#hasSource> <https://example.org/file/1>" in line for line in found)
    assert any('#prefix> "All is so  "' in line for line in found)
    assert any('#suffix> " and good."' in line for line in found)
