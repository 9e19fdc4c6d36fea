"""Profiles are checked when they are loaded: each key in turn is dropped, misspelt, mistyped."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.choices import About, Kind, ListForm
from kg.knowledge.profile import Profile
from kg.reports.profile import PROFILES, load_profiles, profile_of

FILES = {path.name: tomllib.loads(path.read_text("utf-8")) for path in PROFILES.glob("*.toml")}
SMALL = tomllib.loads(r"""
[family]
code = "SIF"
title = ''' Review \s of \b '''

[[sections.heading]]
kind = "findings"
match = ''' Findings '''

[[sections.heading]]
kind = "improvements"
items = "recommendation"
about = "board"
match = ''' What \s to \s improve '''
""")

Keys = tuple[str | int, ...]


def keys_of(value: object, before: Keys = ()) -> Iterator[Keys]:
    """Every key of a file, tables among them: ("sections", "heading", 0, "kind")."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield (*before, key)
            yield from keys_of(each, (*before, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from keys_of(each, (*before, number))


def changed(tables: dict[str, Any], keys: Keys) -> tuple[dict[str, Any], Any, str]:
    """A copy of a file, the table in it that holds the last key, and that key."""
    tables = copy.deepcopy(tables)
    table: Any = tables
    for key in keys[:-1]:
        table = table[key]
    return tables, table, str(keys[-1])


EVERY = [(file, keys) for file, tables in FILES.items() for keys in keys_of(tables)]
#: Keys of tables whose keys are free: any word will do there.
FREE = {"variants"}


def one_line(tables: dict[str, Any], file: str) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(KnowledgeError) as caught:
        profile_of(tables, file, load_knowledge())
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{file}: ")
    return str(caught.value)


def test_the_files_here_are_all_right_and_typed() -> None:
    profiles = load_profiles()
    assert len(profiles) == len(FILES)
    assert {profile.family.code for profile in profiles} >= {"SIF", "ILACS", "AreaSEND"}
    send = next(each for each in profiles if each.family.code == "AreaSEND")
    assert send.sections.about is About.PARTNERSHIP
    assert send.improvements.items is ListForm.ROWS
    assert send.statement is not None


def test_a_misspelt_key_is_refused_wherever_it_stands() -> None:
    for file, keys in EVERY:
        if keys[-2:-1] and keys[-2] in FREE:
            continue
        tables, table, key = changed(FILES[file], keys)
        table[f"{key[:-1]}q{key[-1]}"] = table.pop(key)
        said = one_line(tables, file)
        assert f"{key[:-1]}q{key[-1]}: is not a key; did you mean {key!r}?" in said, said


def test_a_value_of_another_type_is_refused_wherever_it_stands() -> None:
    for file, keys in EVERY:
        tables, table, key = changed(FILES[file], keys)
        table[key] = "word" if isinstance(table[key], bool | int) else 42
        assert f"{key}: is a " in one_line(tables, file)


def test_an_empty_string_is_refused_wherever_it_stands() -> None:
    for file, keys in EVERY:
        tables, table, key = changed(FILES[file], keys)
        if isinstance(table[key], str):
            table[key] = ""
            assert f"{key}: " in one_line(tables, file)


def test_a_key_that_is_not_there_is_missed_or_does_without() -> None:
    refused = 0
    for file, keys in EVERY:
        tables, table, key = changed(FILES[file], keys)
        del table[key]
        try:
            assert isinstance(profile_of(tables, file, load_knowledge()), Profile)
        except KnowledgeError as error:
            refused += 1
            assert "\n" not in str(error)
    needed = [keys for _, keys in EVERY if keys[-1] in ("family", "code", "title", "match")]
    assert refused >= len(needed)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ({"about": "bord"}, "about: 'bord' is not one of authority, board, partnership; "
         "did you mean 'board'?"),
        ({"items": "recomendation"}, "did you mean 'recommendation'?"),
        ({"items": "things to do"}, f"'things to do' is not one of {', '.join(sorted(Kind))}"),
        ({"match": "("}, "match: is not a regular expression: missing ), unterminated"),
        ({"holds": "finding"}, "holds: 'finding' is not one of findings, improvements; "
         "did you mean 'findings'?"),
        ({"kidn": "findings"}, "kidn: is not a key; did you mean 'kind'?"),
        ({"kind": "finding"}, "did you mean 'findings'?"),
        ({"strand": "leaders"}, "did you mean 'leadership'?"),
    ],
)  # fmt: skip
def test_a_fault_of_a_heading_is_told_with_its_number(heading: dict[str, Any], said: str) -> None:
    tables = copy.deepcopy(SMALL)
    tables["sections"]["heading"][1].update(heading)
    line = one_line(tables, "small.toml")
    assert line.startswith(f"small.toml: sections.heading[2].{next(iter(heading))}: ")
    assert said in line


def test_a_heading_without_a_kind_needs_another_reason() -> None:
    tables = copy.deepcopy(SMALL)
    del tables["sections"]["heading"][0]["kind"]
    assert "sections.heading[1].kind: is missing; add it, or" in one_line(tables, "small.toml")
    tables["sections"]["heading"][0]["ignore"] = True
    assert profile_of(tables, "small.toml", load_knowledge()).sections.heading[0].ignore


def test_a_title_that_every_report_has_is_refused() -> None:
    tables = copy.deepcopy(SMALL)
    tables["family"]["title"] = r"\s*"
    assert "family.title: matches an empty text" in one_line(tables, "small.toml")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"judgements": {"table": "fornt"}}, "judgements.table: 'fornt' is not one of findings, "
         "front, improvements; did you mean 'front'?"),
        ({"judgements": {"sentence": [{"strand": "leadership", "subject": "Leaders",
                                       "where": "heading"}]}},
         "judgements.sentence[1].where: 'heading' is not one of body, findings, front, headings, "
         "improvements; did you mean 'headings'?"),
        ({"judgements": {"narrative": [{"about": "board", "match": "{grade}"}]}},
         "judgements.narrative[1].match: has no group (?P<grade> ...); add it"),
        ({"statement": {"match": "(?P<what> plan )", "where": "next"}},
         "statement.where: 'next' is not one of findings, improvements"),
        ({"next_step": {"sentence": [{"kind": "full-inspection", "match": "x", "where": "y"}]}},
         "next_step.sentence[1].where: 'y' is not one of"),
        ({"judgements": {"sentence": [{"strand": "practice", "subject": "Practice"}]}},
         "judgements.sentence[1].strand: 'practice' is not one of "),
        ({"next_step": {"sentence": [{"kind": "full", "match": "x"}]}},
         "next_step.sentence[1].kind: 'full' is not one of full-inspection, "),
        ({"earlier": {"kind": "sif", "match": "(?P<what> x ) (?P<dates> y )"}},
         "earlier.kind: 'sif' is not one of "),
        ({"family": {"code": "ILAC", "title": "Review"}},
         "family.code: 'ILAC' is not one of "),
        ({"header": {"authority": "of \\s Marlowe"}},
         "header.authority: has no group (?P<authority> ...); add it"),
    ],
)  # fmt: skip
def test_a_profile_names_only_sections_and_groups_that_it_has(
    table: dict[str, Any], said: str
) -> None:
    assert f"small.toml: {said}" in one_line({**copy.deepcopy(SMALL), **table}, "small.toml")
