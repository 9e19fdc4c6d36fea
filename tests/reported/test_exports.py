"""What was written to files."""

from pathlib import Path

from kg.exports.registry import EXPORTS
from tests.analysis.made_up_reports import Made, make


def test_each_file_of_a_graph_keeps_its_own_description(tmp_path: Path) -> None:
    store = make(tmp_path / "store", [Made("ambershire", "2020-01-01", "good")]).answers
    written = {path for name, form in (("g.ttl", "turtle"), ("g.nt", "ntriples"))
               for path in EXPORTS[form].write(store, tmp_path / name).files}  # fmt: skip
    descriptions = {path.name: path.read_text() for path in written if "void" in path.name}
    assert descriptions.keys() == {"g.ttl.void.ttl", "g.nt.void.ttl"}
    assert "text/turtle" in descriptions["g.ttl.void.ttl"]
    assert "application/n-triples" in descriptions["g.nt.void.ttl"]
