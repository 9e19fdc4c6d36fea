"""No Python file knows a framework: its string literals are held against the vocabularies."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from kg.knowledge import load_knowledge
from tests.conftest import REPOSITORY

KG = REPOSITORY / "kg"
#: Words of the vocabularies that are plain words as well, and stand for these in the code: the
#: folder or file in which they do, and for what.
PLAIN = {
    "reading": ("ingest/ diff/", "what a build is doing; also a town"),
    "Reading": (
        "rdf/mapping.py validation/rules/identity.py validation/rules/structure.py",
        "the class cs:Reading",
    ),
    "progress": ("ingest/", "the name of a function"),
    "findings": (
        "corpus/ ingest/ exports/ analysis/ pictures/ briefs/",
        "what is counted: cs:Finding",
    ),
    "strengths": ("explain/ analysis/", "findings of the polarity strength"),
    "weaknesses": ("explain/ analysis/", "findings of the polarity weakness"),
    "part": ("analysis/", "the name of a table"),
    "facts": (
        "corpus/ exports/ reports/ledger.py validation/rules/completeness.py",
        "the name of a table, and of a field of a report; sections of them have no sentences",
    ),
    "team": (
        "knowledge/inspectorroles.py reports/ledger.py reports/services.py",
        "the part of an inspector who does not lead; the owner of a line; a team of a service",
    ),
    "timescale": ("corpus/ diff/ knowledge/ rdf/", "a property, and the scheme of timescales"),
    "summary": (
        "corpus/reportrows.py knowledge/sectionkinds.py",
        "the trait that kinds of section have",
    ),
    "Adoption": ("language/servicewords.py", "a word with which names of services begin"),
    "other": ("", "what is of none of the kinds, in every vocabulary"),
}
#: What knows a framework and should not; take a line away when it does no more.
KNOWN = {
    "overall": (
        "briefs/ exports/ analysis/ pictures/ diff/ validation/rules/acrossrecords.py",
        "the strand that sums up the others has this code in every framework that has one",
    ),
    "lscb": ("analysis/board_change.py", "the name of a column that others may rely on"),
    "LSCB": ("analysis/board_change.py", "the change of 2018 is what the table is about"),
    "SafeguardingPartnership": ("analysis/board_change.py", "likewise"),
    "HealthAndWellbeingBoard": ("analysis/boards.py", "a default that the caller may change"),
    "ILACS": ("exports/summaries.py", "stands first in a workbook"),
}


def words_of_the_vocabularies() -> dict[str, str]:
    """Codes and names of families, versions, strands, grades, sections, boards and places."""
    knowledge = load_knowledge()
    found: dict[str, str] = {}
    for version in knowledge.versions:
        found |= {version.family: "family", version.notation: "framework version"}
        found |= {strand.notation: "strand" for strand in version.strands}
        found |= {form: "strand" for strand in version.strands for form in strand.labels}
        found |= {grade.notation: "grade" for grade in version.grades}
        found |= {form: "grade" for grade in version.grades for form in grade.labels}
    found |= dict.fromkeys(knowledge.section_kinds, "kind of section")
    for kind in knowledge.bodies.kinds.values():
        found |= {kind.notation: "kind of board", kind.board_type: "type of board"}
        found |= dict.fromkeys(kind.labels, "kind of board")
    for authority in knowledge.register.authorities.values():
        found |= {authority.slug: "place"} | dict.fromkeys(authority.names, "place")
    return found


def literals(source: str) -> Iterator[tuple[int, str]]:
    """The string literals of a file with their lines, without docstrings."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield node.lineno, node.value


def told(file: str, word: str) -> bool:
    """Whether the lists above say why a word stands in a file."""
    where, _ = (PLAIN | KNOWN).get(word, ("-", ""))
    return any(file.startswith(place) for place in where.split() or [""])


def test_no_literal_is_a_word_that_only_a_vocabulary_should_know() -> None:
    words = words_of_the_vocabularies()
    found = [
        f"{path.relative_to(KG)}:{line}: {text!r} is a {words[text]}"
        for path in sorted(KG.rglob("*.py"))
        for line, text in literals(path.read_text(encoding="utf-8"))
        if text in words and not told(str(path.relative_to(KG)), text)
    ]
    assert found == [], "put it into ontology/ or a profile, or say above why it may stand here"


@pytest.mark.parametrize("word", sorted(PLAIN | KNOWN))
def test_each_word_on_the_lists_stands_in_the_code_and_in_a_vocabulary(word: str) -> None:
    assert word in words_of_the_vocabularies()
    assert any(
        text == word
        for path in KG.rglob("*.py")
        if told(str(path.relative_to(KG)), word)
        for _, text in literals(path.read_text(encoding="utf-8"))
    ), "it stands there no more; take it off the list"


@pytest.mark.parametrize(
    "code",
    ["if family == 'SIF': pass", "KIND = 'safeguarding-partnership'", "x = 'systemic-failings'",
     "SILENT = ('boilerplate', 'cover')", "names = ['Birmingham']"],
)  # fmt: skip
def test_the_scan_finds_what_it_looks_for(code: str) -> None:
    words = words_of_the_vocabularies()
    assert any(text in words for _, text in literals(code))
    assert not any(text in words for _, text in literals(f'def f():\n    """{code}"""\n'))
