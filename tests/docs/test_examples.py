"""Turtle, TOML and Python that the pages show are what they say they are."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib

import pyoxigraph
import pytest
from _pytest.mark import ParameterSet

from tests.conftest import REPOSITORY

FENCE = re.compile(r"^```(turtle|toml|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(language: str) -> list[ParameterSet]:
    found = []
    for page in (*sorted(REPOSITORY.glob("*.md")), *sorted(REPOSITORY.glob("docs/**/*.md"))):
        text = page.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            if match[1] == language:
                line = text.count("\n", 0, match.start()) + 1
                found.append(pytest.param(match[2], id=f"{page.name}:{line}"))
    return found


@pytest.mark.parametrize("text", examples("turtle"))
def test_turtle_names_only_terms_of_the_ontology(text: str) -> None:
    base = "https://w3id.org/childrens-services-kg/def#"
    known = "\n".join(
        path.read_text(encoding="utf-8") for path in REPOSITORY.glob("ontology/**/*.ttl")
    )
    quads = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    own = {
        quad.predicate.value.removeprefix(base)
        for quad in quads
        if quad.predicate.value.startswith(base)
    }
    assert own
    assert {name for name in own if f"cs:{name} " not in known} == set()


@pytest.mark.parametrize("text", examples("toml"))
def test_patterns_of_toml_compile(text: str) -> None:
    profile = tomllib.loads(text)
    patterns = [profile["family"]["title"]]
    patterns += [heading["match"] for heading in profile["sections"]["heading"]]
    for pattern in patterns:
        re.compile(pattern, re.VERBOSE | re.IGNORECASE)


@pytest.mark.parametrize("text", examples("python"))
def test_python_imports_what_is_there(text: str) -> None:
    nodes = list(ast.walk(ast.parse(text)))
    named = [
        (str(node.module), name.name)
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    ]
    # of what is imported whole, what is taken from it
    named += [
        (node.value.id, node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "kg"
    ]
    # a block that imports nothing goes on with what the one before it has
    assert named or "import " not in text
    for module, name in named:
        assert hasattr(importlib.import_module(module), name), f"{module} has no {name}"
