"""The list of faults names tests that are there, and every test of this folder."""

import re
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FAULTS = tomllib.loads((HERE / "faults.toml").read_text("utf-8"))
#: This file's own tests belong to no fault.
INDEX = Path(__file__).name


def names_in(path: Path) -> set[str]:
    return set(re.findall(r"^ *def (test_\w+)\(", path.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_tests_that_are_there(name: str) -> None:
    fault = FAULTS[name]
    assert fault.keys() == {"was", "tests"}
    assert fault["was"].endswith(".")
    assert fault["tests"]
    for named in fault["tests"]:
        file, _, test = named.partition("::")
        assert test in names_in(HERE.parent / file), named


def test_every_test_here_belongs_to_a_fault() -> None:
    named = {each for fault in FAULTS.values() for each in fault["tests"]}
    here = {
        f"reported/{path.name}::{test}"
        for path in HERE.glob("test_*.py")
        if path.name != INDEX
        for test in names_in(path)
    }
    assert here
    assert here - named == set()
