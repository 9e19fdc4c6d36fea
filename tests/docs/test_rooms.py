"""Each room of the package is in the table of the README and has its folder of tests."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPOSITORY

ROOMS = sorted(path.parent.name for path in (REPOSITORY / "kg").glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_told_of_and_tested(room: str) -> None:
    table = (REPOSITORY / "README.md").read_text(encoding="utf-8").partition("## Where things")[2]
    assert f"| `kg/{room}/`" in table
    assert list((REPOSITORY / "tests" / room).glob("test_*.py"))


def test_what_the_readme_and_contributing_name_is_there() -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (REPOSITORY / page).read_text(encoding="utf-8")
        named = re.findall(r"`((?:kg|tests|ontology|shapes|queries|scripts|docs)/[\w./-]*)`", text)
        assert named
        gone = [name for name in named if not (REPOSITORY / name).exists()]
        assert gone == []
