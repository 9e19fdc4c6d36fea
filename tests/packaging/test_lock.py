"""The lock is whole, names no registry, and can be installed with every Python and an old pip."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

#: Versions of Python that the lock serves.
PYTHONS = ("3.11", "3.12", "3.13")
#: The pip that Python 3.11.0 brings, the oldest of a Python that is supported.
OLDEST_PIP = "22.3"

PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; (?P<where>.+))? \\$")


@pytest.fixture(scope="module")
def lock(repository: Path) -> str:
    return (repository / "requirements.lock").read_text(encoding="utf-8")


def test_every_line_is_a_pin_a_hash_or_a_comment(lock: str) -> None:
    hash_line = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?")
    others = [
        line
        for line in lock.splitlines()
        if line and not line.lstrip().startswith("#") and not hash_line.fullmatch(line)
    ]
    assert len(others) > 20
    assert [line for line in others if not PINNED.match(line)] == []


def test_the_lock_names_no_registry(lock: str) -> None:
    assert "://" not in lock
    assert "index-url" not in lock


def test_all_that_the_project_asks_for_is_pinned(lock: str, repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(each for extra in extras.values() for each in extra)]
    names = {re.split(r"[<>=!\[; ]", each)[0].lower().replace("_", "-") for each in wanted}
    pinned = {match["name"] for line in lock.splitlines() if (match := PINNED.match(line))}
    assert names <= pinned


#: Where a version manager keeps its Pythons.
VERSIONS = Path.home() / ".pyenv" / "versions"

needs_registry = pytest.mark.skipif(
    "KG_TEST_INSTALL" not in os.environ,
    reason="installs everything anew from a package registry: make test-install",
)


def environment(python: str, folder: Path) -> Path:
    """A virtual environment of one version of Python; skips where that is not on this machine."""
    named = shutil.which(f"python{python}")
    candidates = [*([named] if named else []), *sorted(map(str, VERSIONS.glob(f"{python}.*")))]
    for candidate in candidates:
        command = candidate if candidate == named else f"{candidate}/bin/python3"
        # a version manager puts a script of each name on the path, also where nothing is behind it
        if subprocess.run([command, "--version"], capture_output=True, check=False).returncode:
            continue
        subprocess.run([command, "-m", "venv", folder], check=True, timeout=300)
        return folder / "bin" / "python"
    pytest.skip(f"no Python {python} on this machine")


def install(python: Path, *arguments: str | Path) -> None:
    options = ("--quiet", "--disable-pip-version-check")
    ran = subprocess.run(
        [python, "-m", "pip", "install", *options, *arguments],
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


LOCKED = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r")


@needs_registry
@pytest.mark.parametrize("python", PYTHONS)
def test_each_python_finds_a_wheel_of_everything(
    python: str, tmp_path: Path, repository: Path
) -> None:
    made = environment(python, tmp_path / "venv")
    install(made, "--dry-run", "--ignore-installed", *LOCKED, repository / "requirements.lock")


@needs_registry
def test_the_oldest_pip_installs_the_lock(tmp_path: Path, repository: Path) -> None:
    made = environment("3.11", tmp_path / "venv")
    install(made, f"pip=={OLDEST_PIP}")
    install(made, *LOCKED, repository / "requirements.lock")
    checked = subprocess.run(
        [made, "-m", "pip", "check"], capture_output=True, text=True, timeout=120, check=False
    )
    assert checked.returncode == 0, checked.stdout
