"""What the committed reference shows is in the ontology; the pages load nothing from elsewhere."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph

from scripts import make_reference
from tests.conftest import REPOSITORY

CS = "https://w3id.org/childrens-services-kg/def#"


def test_the_drawing_shows_every_class() -> None:
    drawing = (REPOSITORY / "docs" / "reference" / "classes.svg").read_text(encoding="utf-8")
    graph = Graph().parse(REPOSITORY / "ontology" / "children-services-kg.ttl")
    every = {str(each) for each in graph.subjects(RDF.type, OWL.Class)}
    classes = {each.removeprefix(CS) for each in every if each.startswith(CS)}
    shown = set(re.findall(r"<title>(\w+)</title>", drawing))
    # what all items are is the frame around them
    assert classes - shown == {"ReportedItem"}
    assert "ReportedItem" in drawing


def test_every_link_that_is_drawn_is_between_classes() -> None:
    for line in re.findall(r"^(\w+) -> (\w+)", make_reference.diagram(), re.MULTILINE):
        assert all(f"{name};" in make_reference.diagram() for name in line)


def test_the_examples_are_what_is_read_now() -> None:
    page = (REPOSITORY / "docs" / "reference" / "examples.md").read_text(encoding="utf-8")
    # a classifier trained anew is surer or less sure; all else is as it is read
    changing = re.compile(r"cs:(polarityProbability|themeProbabilities|aboutTheme|mainTheme) .*")
    assert changing.sub("", page) == changing.sub("", make_reference.examples()), (
        "run scripts/make_reference.py --committed"
    )


# pyLODE leaves its style sheet open
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_pages_are_the_same_twice_and_load_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if importlib.util.find_spec("pylode") is None:
        pytest.skip("pyLODE is not installed")
    themes = REPOSITORY / "ontology" / "vocabularies" / "themes.ttl"
    monkeypatch.setattr(make_reference, "vocabulary_files", lambda: [themes])
    for name in ("one", "two"):
        make_reference.write_pages(tmp_path / name)
    pages = sorted((tmp_path / "one").iterdir())
    assert {"index.html", "ontology.html", "theme.html", "classes.svg"} <= {p.name for p in pages}
    for page in pages:
        assert page.read_bytes() == (tmp_path / "two" / page.name).read_bytes()
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<script[^>]* src=|@import|url\(|<img[^>]* src=\"http", text)
        assert not re.search(r'<link[^>]* href="(?!data:)', text)
