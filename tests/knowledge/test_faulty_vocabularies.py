"""Frameworks and registers that lack something, or say nonsense: one line each, or right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import folder, vocabulary_files
from kg.knowledge.frameworks import read_versions
from kg.knowledge.problems import read_problem_codes
from kg.knowledge.register import read_register
from kg.knowledge.sectionkinds import read_section_kinds
from kg.knowledge.turtle import Table, read_table
from tests.conftest import REPOSITORY

READERS: dict[str, Callable[[Table], object]] = {
    "frameworks": read_versions,
    "examples": read_register,
    "section-kinds.ttl": read_section_kinds,
    "problem-codes.ttl": read_problem_codes,
}
WHOLE = read_table((*vocabulary_files(), REPOSITORY / "examples" / "register.ttl"))


def own(name: str) -> list[str]:
    """The subjects of one of the files that the readers above read."""
    if name == "examples":
        files = [REPOSITORY / "examples" / "register.ttl"]
    elif name == "frameworks":
        files = sorted((folder("ontology") / name).glob("*.ttl"))
    else:
        files = [folder("ontology") / "vocabularies" / name]
    return list(read_table(files))


def changed(subject: str, predicate: str, values: list[str] | None) -> Table:
    """The vocabularies, with one property of one thing dropped or of other values."""
    table = Table()
    table.update(WHOLE)
    table.files = WHOLE.files
    properties = dict(WHOLE[subject])
    if values is None:
        del properties[predicate]
    else:
        properties[predicate] = values
    table[subject] = properties
    return table


def refused(read: Callable[[Table], object], table: Table) -> bool:
    """Whether the vocabularies are refused, in one line that names a file or a thing."""
    try:
        read(table)
    except KnowledgeError as error:
        assert re.fullmatch(r"[^\n]*(\.ttl|<)[^\n]*", str(error)), error
        return True
    return False


def properties(name: str) -> Iterator[tuple[str, str]]:
    for subject in own(name):
        for predicate in WHOLE[subject]:
            yield subject, predicate


@pytest.mark.parametrize("name", READERS)
def test_what_lacks_something_is_refused_in_one_line_or_read(name: str) -> None:
    counts = [refused(READERS[name], changed(s, p, None)) for s, p in properties(name)]
    assert any(counts)
    assert not all(counts)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "nonsense", ["", "\u2028", "31 February", "-1", "urn:nothing", "\U0001f600"]
)
def test_nonsense_is_refused_in_one_line_or_read(name: str, nonsense: str) -> None:
    for subject, predicate in properties(name):
        refused(READERS[name], changed(subject, predicate, [nonsense]))


def test_an_authority_without_a_code_or_a_name_is_told(tmp_path: Path) -> None:
    head = "@prefix cs: <https://w3id.org/childrens-services-kg/def#> .\n"
    head += "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    path = tmp_path / "mine.ttl"
    for lacking, said in (
        ('skos:prefLabel "Marlowe"', "cs:gss"),
        ('cs:gss "E1"', "skos:prefLabel"),
    ):
        path.write_text(f"{head}<urn:authority/marlowe> a cs:Authority ; {lacking} .\n")
        with pytest.raises(KnowledgeError, match=rf"mine\.ttl: .* has no {said}; add it$"):
            read_register(read_table([path]))
