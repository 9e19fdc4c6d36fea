"""Every command that the README and the tutorial show runs, and prints what they say it prints.

A block of commands is a fenced block marked ``sh``; a fenced block marked ``text`` right after it
is what the last of its commands prints, where a line ``...`` stands for lines left out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import KG, REPOSITORY

PAGES = ("README.md", "docs/corrections.md", "docs/tutorial.md")

FENCE = re.compile(
    r"""
    ^```(?P<kind>sh|text|python)\n
    (?P<body>.*?)
    ^```$
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

#: What the commands of the pages read.
NEEDED = ("examples", "queries", "docs", "README.md")


@dataclass(frozen=True, slots=True)
class Step:
    """One command line, and the output that the page shows under it ("" if none)."""

    command: str
    shown: str


def steps(page: str) -> list[Step]:
    """The commands of a page in order."""
    found: list[Step] = []
    shows = ""
    for fence in FENCE.finditer(page):
        before, shows = shows, fence["kind"]
        if shows == "python" or (before == "python" and shows == "text"):
            # test_python.py runs that
            continue
        if shows == "sh":
            commands = fence["body"].replace("\\\n", " ").splitlines()
            found += [Step(line, "") for line in commands if line and not line.startswith("#")]
        elif found and not page[: fence.start()].rstrip().endswith("```"):
            # a sentence stands between the commands and this block: it is not their output
            continue
        elif found:
            found[-1] = Step(found[-1].command, fence["body"])
    return found


@pytest.fixture(scope="module")
def path_with_kg(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A search path on which ``kg`` is the code of this repository."""
    folder = tmp_path_factory.mktemp("bin")
    python, flag, program = KG
    script = folder / "kg"
    script.write_text(f"#!/bin/sh\nexec '{python}' {flag} '{program}' \"$@\"\n", encoding="utf-8")
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("page", PAGES)
def test_every_command_runs(page: str, path_with_kg: str, tmp_path: Path) -> None:
    for name in NEEDED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path / name)
    env = {**os.environ, "PATH": path_with_kg, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "100"}
    env.pop("KG_STORE", None)

    todo = steps((REPOSITORY / page).read_text(encoding="utf-8"))
    assert todo, f"{page} shows no command"
    before = {path.name for path in tmp_path.iterdir()}
    ignored = (REPOSITORY / ".gitignore").read_text(encoding="utf-8").splitlines()
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for step in todo:
        if step.command.startswith("make "):
            # `make test` runs this very test, and .ci/run runs `make demo`: here they need only
            # be there
            target = step.command.split()[1]
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), step.command
            continue
        ran = subprocess.run(
            ["bash", "-c", step.command],
            cwd=tmp_path,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert ran.returncode == 0, f"{step.command}\n{ran.stdout}{ran.stderr}"
        printed = [line.rstrip() for line in ran.stdout.splitlines()]
        for line in step.shown.splitlines():
            if line.strip() not in ("", "..."):
                assert line.rstrip() in printed, f"{step.command} does not print: {line}"
    # whoever tries the page in a clone of the repository is not asked to commit what it makes
    made = {path.name for path in tmp_path.iterdir()} - before
    assert made <= {line.strip("/") for line in ignored}, "add it to .gitignore"


def test_links_lead_somewhere() -> None:
    link = re.compile(r"\]\( (?!https?:|\#) (?P<target> [^)\#\s]+ )", re.VERBOSE)
    pages = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")]
    assert pages
    dead = [
        f"{page.relative_to(REPOSITORY)}: {match['target']}"
        for page in pages
        for match in link.finditer(page.read_text(encoding="utf-8"))
        if not (page.parent / match["target"]).exists()
    ]
    assert not dead
