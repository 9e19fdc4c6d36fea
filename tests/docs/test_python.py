"""The Python of the README and the tutorial runs, and prints what they say it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from tests.conftest import REPOSITORY

#: A block of Python, and what it prints if a block of text comes next.
BLOCK = re.compile(
    r"^```python\n (?P<code> .*? ) ^```$ (?: \n\n ```text\n (?P<shown> .*? ) ^```$ )?",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_each_block_prints_what_the_page_shows(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "examples").symlink_to(REPOSITORY / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    # the commands further up the page have made it
    kg.build("examples/reports", "kg-store", vocabulary="examples/register.ttl")
    blocks = list(BLOCK.finditer((REPOSITORY / page).read_text(encoding="utf-8")))
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block["code"], page, "exec"), names)
        printed = capsys.readouterr().out.splitlines()
        assert printed
        for line in (block["shown"] or "").splitlines():
            assert line in printed
