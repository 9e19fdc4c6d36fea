"""Codes of problems: the program and the vocabulary know the same ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import Severity, folder, load_knowledge
from tests.conftest import REPOSITORY

HOW = "add it to ontology/vocabularies/problem-codes.ttl"
KG = REPOSITORY / "kg"
VOCABULARY = folder("ontology") / "vocabularies" / "problem-codes.ttl"


def trees() -> Iterator[ast.AST]:
    for path in sorted(KG.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def codes_of_calls() -> set[str]:
    """The codes that are written where a `Problem` or a document's `Note` is made."""
    return {
        each.args[0].value
        for tree in trees()
        for each in ast.walk(tree)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Name)
        and each.func.id in ("Problem", "Note")
        and each.args
        and isinstance(each.args[0], ast.Constant)
    }


def strings() -> set[str]:
    return {
        each.value
        for tree in trees()
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    }


def test_each_code_of_the_program_is_in_the_vocabulary() -> None:
    codes = codes_of_calls()
    assert "no-dates" in codes
    assert codes - set(load_knowledge().problem_codes) == set(), HOW


def test_each_code_of_the_vocabulary_is_used() -> None:
    assert set(load_knowledge().problem_codes) - strings() == set(), "take it out of the vocabulary"


def test_what_is_routine_is_only_worth_knowing() -> None:
    codes = load_knowledge().problem_codes.values()
    assert {code.severity for code in codes if code.routine} == {Severity.INFO}
    assert {code.severity for code in codes} == set(Severity)
    assert all(code.definition.endswith(".") for code in codes)


def test_a_code_that_no_file_describes_is_a_fault_that_says_what_to_do() -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge().problem_code("no-date")
    assert str(caught.value) == (
        f"the code of problems 'no-date' is in no vocabulary file; {HOW}; did you mean 'no-dates'?"
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('cs:severity "grave"', "is 'grave'; write one of error, warning, info"),
        ('cs:severity "warn"', "did you mean 'warning'?"),
        ('cs:severity "error" ; cs:routine "often"', "write true or false"),
        ('cs:routine false', "has no cs:severity; add it"),
    ],
)  # fmt: skip
def test_a_code_of_the_user_is_checked(tmp_path: Path, wrong: str, said: str) -> None:
    prefixes = "".join(
        line for line in VOCABULARY.read_text("utf-8").splitlines(True) if "@prefix" in line
    )
    path = tmp_path / "mine.ttl"
    path.write_text(
        prefixes + "problem:mine a cs:ProblemCode , skos:Concept ; skos:inScheme "
        'scheme:problem-code ; skos:notation "mine" ; skos:prefLabel "Mine"@en ; '
        f'skos:definition "One of mine."@en ; {wrong} .\n',
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError, match=r"mine\.ttl: ") as caught:
        load_knowledge((path,))
    assert said in str(caught.value)
