"""The wheel carries all it needs and works from any folder, in an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="the build backend is not installed: run make install")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command that knows nothing of this repository, of the user or of a registry."""
    hidden = ("PYTHON", "KG_", "COV_", "COVERAGE_", "VIRTUAL_ENV")
    env = {key: value for key, value in os.environ.items() if not key.startswith(hidden)}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def pip(*arguments: str | Path, cwd: Path) -> None:
    ran = run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", out)
    pip("wheel", *options, repository, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """A virtual environment that holds the wheel; dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    made = run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    assert made.returncode == 0, made.stderr
    (site_packages,) = folder.glob("lib/python*/site-packages")
    # Folders that a .pth file names are searched, but their own .pth files (and with them an
    # editable install of this repository) are not read.
    lent = sysconfig.get_paths()["purelib"]
    (site_packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    pip(
        *("--python", folder / "bin" / "python", "install", "--no-deps", "--no-index"),
        *("--ignore-installed", wheel),
        cwd=folder.parent,
    )
    return folder


def test_the_wheel_carries_knowledge_and_no_tests(wheel: Path, repository: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder, ending in (("ontology", ".ttl"), ("shapes", ".ttl"), ("queries", ".rq")):
        files = [path.relative_to(repository) for path in repository.glob(f"{folder}/**/*{ending}")]
        assert files
        assert {f"kg/_data/{path}" for path in files} <= names
    profiles = [path.name for path in repository.glob("kg/reports/profiles/*.toml")]
    assert profiles
    assert {f"kg/reports/profiles/{name}" for name in profiles} <= names
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"kg"}


def test_the_installed_package_is_not_the_repository(environment: Path, tmp_path: Path) -> None:
    ran = run(environment / "bin" / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert Path(ran.stdout.strip()).is_relative_to(environment), ran.stderr


def test_an_installed_kg_builds_and_answers_from_any_folder(
    environment: Path, tmp_path: Path, repository: Path
) -> None:
    kg = environment / "bin" / "kg"
    texts = sorted(repository.glob("examples/reports/*.txt"))
    assert texts, "no text report among the examples"
    shutil.copy(texts[0], tmp_path / "report.txt")
    shutil.copy(repository / "examples" / "register.ttl", tmp_path)

    shown = run(kg, "--help", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "build" in shown.stdout

    listed = run(kg, "queries", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert "judgements" in listed.stdout

    built = run(kg, "build", "report.txt", "--vocabulary", "register.ttl", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr

    checked = run(kg, "validate", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr

    exported = run(kg, "export", "turtle", "graph.ttl", cwd=tmp_path)
    assert exported.returncode == 0, exported.stderr
    turtle = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert "Recommendation" in turtle
