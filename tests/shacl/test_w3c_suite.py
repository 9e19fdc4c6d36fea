"""The core tests of the W3C's suite for SHACL, as they stand.

The suite (https://github.com/w3c/data-shapes, data-shapes-test-suite) is not part of this
repository.  What is compared is what its README asks for: whether the data conform, and of each
result focus node, path, value, source shape, constraint component and severity, each as often as
it is there.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from kg.shacl import ShapesError, validate
from kg.shacl.described import Described, read_described
from kg.shacl.path_reader import read_path
from kg.shacl.paths import sparql
from kg.shacl.reader import Reader
from kg.shacl.terms import RDF_TYPE, SH, text_of

SUITE = Path(os.environ.get("KG_CORPUS", "../shared")) / "w3c" / "data-shapes-test-suite" / "tests"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
FILES = sorted((SUITE / "core").rglob("*.ttl"))
TESTS = [file for file in FILES if "sht:Validate" in file.read_text(encoding="utf-8")]
#: test -> the words by which the engine refuses its shapes
REFUSED = {
    # the suite wants what counts nothing to be let pass in silence
    "node/qualified-001": "sh:qualifiedMinCount without sh:qualifiedValueShape",
}
#: what tells a result from another
FACTS = (
    "focusNode", "resultPath", "value", "sourceShape", "sourceConstraintComponent",
    "resultSeverity",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not TESTS, reason=f"the W3C's suite is not in {SUITE}")


def name_of(file: Path) -> str:
    return file.relative_to(SUITE / "core").with_suffix("").as_posix()


def test_the_suite_is_whole() -> None:
    assert len(TESTS) == 98
    assert REFUSED.keys() <= set(map(name_of, TESTS))


@pytest.mark.parametrize("file", TESTS, ids=name_of)
def test_results_are_those_of_the_suite(file: Path) -> None:
    described = read_described([file])
    (test,) = (each for each in described.said if SHT + "Validate" in described.types(each))
    (action,) = described.about(test)[MF + "action"]
    data, shapes = (
        Path(unquote(urlparse(text_of(described.about(action)[SHT + graph][0])).path))
        for graph in ("dataGraph", "shapesGraph")
    )
    (report,) = described.about(test)[MF + "result"]
    if name_of(file) in REFUSED:
        with pytest.raises(ShapesError, match=REFUSED[name_of(file)]):
            validate(data, shapes)
        return
    found = validate(data, shapes)
    assert found.conforms == (text_of(described.about(report)[SH + "conforms"][0]) == "true")
    # blank nodes of another file can only be some blank nodes
    same = file in (data, shapes)
    expected = Counter(
        facts(described, result, same) for result in described.about(report).get(SH + "result", ())
    )
    assert (
        Counter(
            tuple(
                value if same or not value.startswith("_") else "a blank node"
                for value in (
                    fault.focus,
                    fault.path_text,
                    fault.value,
                    fault.shape.term,
                    f"<{SH}{fault.component}>",
                    f"<{fault.shape.severity}>",
                )
            )
            for fault in found.faults
        )
        == expected
    )


def facts(described: Described, result: str, same: bool) -> tuple[str, ...]:
    """What the suite says of one result."""
    about = described.about(result)
    assert f"<{SH}ValidationResult>" in about[RDF_TYPE]
    said = [about.get(SH + fact, [""])[0] for fact in FACTS]
    if said[1]:
        said[1] = sparql(read_path(Reader(described, ""), result, said[1]))
    return tuple(each if same or not each.startswith("_") else "a blank node" for each in said)
