"""What docs/pictures.md shows runs, and its images are there."""

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from kg.pictures import NAMES
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "pictures.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = sorted({line for block in BLOCK.findall(PAGE) for line in block.splitlines()})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(folder))
    program, *arguments = shlex.split(command)
    assert program == "kg"
    assert main(arguments) == 0
    assert all((tmp_path / each).stat().st_size for each in arguments[2:3])


def test_every_picture_is_told_and_every_image_is_there() -> None:
    for name in NAMES:
        assert f"### `{name}`" in PAGE
    images = re.findall(r"\]\((img/[^)]*)\)", PAGE)
    assert len(images) == 7
    for image in images:
        assert (REPOSITORY / "docs" / image).is_file()
