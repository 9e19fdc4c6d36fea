"""``kg brief`` as its user calls it."""

import shlex
from pathlib import Path

import pytest

from kg.briefs import authority_brief, theme_brief
from kg.briefs.model import More
from kg.store import Store, open_store
from tests.analysis.made_up_reports import make_store
from tests.briefs.test_authority import A1, A2, B
from tests.conftest import REPOSITORY, RunKg


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("command") / "store", [A1, A2, B])


def test_a_file_of_each_kind_is_written(store: Store, run_kg: RunKg, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    kinds = {"a.html": b"<!DOCTYPE html>", "a.md": b"# Ambershire", "a.docx": b"PK"}
    for name, begins in kinds.items():
        done = run_kg("brief", "Ambershire", "-o", tmp_path / name, "--store", store.folder)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert done.stderr == f"wrote {tmp_path / name}\n"
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_the_order_of_hashes_does_not_matter(
    store: Store, run_kg: RunKg, tmp_path: Path, seed: str
) -> None:
    first = run_kg("brief", "ambershire", "--store", store.folder)
    again = run_kg("brief", "ambershire", "--store", store.folder, env={"PYTHONHASHSEED": seed})
    assert first.returncode == 0
    assert first.stdout.startswith("# Ambershire")
    assert again.stdout == first.stdout


def test_a_theme_goes_to_standard_output_as_markdown(store: Store, run_kg: RunKg) -> None:
    done = run_kg("brief", "--theme", "Plans", "--store", store.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Plans: what inspection reports say")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "give an AUTHORITY or --theme THEME, one of the two"),
        (("ambershire", "--theme", "plans"), "give an AUTHORITY or --theme THEME, one of the two"),
        (("ambershyre",), "no authority is called 'ambershyre'; did you mean 'Ambershire'?"),
        (("--theme", "plan"), "no theme is called 'plan'; did you mean 'plans'?"),
        (("dunmere",), "the store has no report on Dunmere"),
        (("ambershire", "-o", "a.pdf"), "a.pdf: give a file that ends in .html, .md or .docx"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    store: Store, run_kg: RunKg, arguments: tuple[str, ...], says: str
) -> None:
    done = run_kg("brief", *arguments, "--store", store.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kg brief: {says}")
    assert done.stderr.count("\n") == 1


def test_no_store_is_told(run_kg: RunKg, tmp_path: Path) -> None:
    done = run_kg("brief", "ambershire", "--store", tmp_path / "none")
    assert done.returncode == 2
    assert "there is no store here" in done.stderr


def test_every_command_that_a_brief_names_can_be_run(run_kg: RunKg, tmp_path: Path) -> None:
    examples = REPOSITORY / "examples"
    folder = tmp_path / "store"
    register = ("--vocabulary", examples / "register.ttl")
    assert run_kg("build", examples / "reports", *register, "--store", folder).returncode == 0
    store = open_store(folder)
    briefs = (authority_brief(store, "eastmere"), theme_brief(store, "care-leavers"))
    every = [block for brief in briefs for part in brief.parts for block in part.blocks]
    commands = [block.command for block in every if isinstance(block, More)]
    assert len(commands) >= 3
    for command in commands:
        kg, *arguments = shlex.split(command)
        done = run_kg(*arguments, "--store", folder)
        assert (kg, done.returncode) == ("kg", 0), f"{command}: {done.stderr}"
