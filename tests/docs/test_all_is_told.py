"""Whatever can be called is in the documentation, and whatever the documentation calls is there."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePath

import pytest

from kg.briefs.writing import FORMATS as BRIEF_FORMATS
from kg.cli import _parser
from kg.corpus.catalogue import load_catalogue
from tests.conftest import REPOSITORY, RunKg

#: A changelog and a log of decisions tell of the past, too.
PAGES = sorted(
    path
    for path in (*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md"))
    if path.name not in ("CHANGELOG.md", "decisions.md")
)
TEXTS = {path: path.read_text(encoding="utf-8") for path in PAGES}
SPAN = re.compile(r"`(?P<code>[^`\n]+)`")
FENCE = re.compile(r"^```\w*\n(?P<code>.*?)^```$", re.M | re.S)
#: What may stand for a name: NAME, <name>, ..., my-name.
STANDS_FOR = re.compile(r"[A-Z_]+(?:\.rq)?|<.*|\.\.\.|\u2026")


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command."""
    (action,) = (
        each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction)
    )
    return dict(action.choices)


COMMANDS = commands()
(FORMATS,) = (each.choices for each in COMMANDS["export"]._actions if each.dest == "format")


def code(text: str) -> Iterator[str]:
    """Each line of code in a page: spans and fenced blocks."""
    for fence in FENCE.finditer(text):
        yield from fence["code"].replace("\\\n", " ").splitlines()
    yield from (span["code"] for span in SPAN.finditer(FENCE.sub("", text)))


def calls() -> Iterator[tuple[str, list[str]]]:
    """Each ``kg ...`` of the documentation: its page and words, without what it is piped into."""
    for path, text in TEXTS.items():
        for line in code(text):
            # an apostrophe is none of the shell's in a span
            for part in re.split(r"[|;&]", line.replace("'", "")):
                if call := re.match(r"\s*(?:[A-Z_]+=\S+\s+)*(?:\S*/)?kg\s+(?P<words>.+)", part):
                    yield str(path.relative_to(REPOSITORY)), shlex.split(call["words"], True)


CALLS = list(calls())


def listed(run_kg: RunKg, command: str) -> set[str]:
    """The names that a command lists when it is called without one."""
    done = run_kg(command)
    assert done.returncode == 0, done.stderr
    return {line.split()[0] for line in done.stdout.splitlines() if re.match(r"[a-z]", line)}


def called(command: str) -> set[str]:
    """The names that the documentation gives to a command."""
    return {words[1] for _, words in CALLS if words[0] == command and len(words) > 1}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_of(command: str) -> None:
    assert command in {words[0] for _, words in CALLS}, f"no page shows kg {command}"


def test_every_format_of_export_is_told_of() -> None:
    assert len(FORMATS) > 10
    assert set(FORMATS) - called("export") == set()


def test_every_format_of_a_brief_is_told_of() -> None:
    files = {word for _, words in CALLS if words[0] == "brief" for word in words}
    written = {PurePath(word).suffix.lstrip(".") for word in files}
    assert len(BRIEF_FORMATS) > 2
    assert set(BRIEF_FORMATS) - written == set()


@pytest.mark.parametrize("command", ["draw", "patterns"])
def test_every_picture_and_every_analysis_is_told_of(run_kg: RunKg, command: str) -> None:
    names = listed(run_kg, command)
    assert len(names) > 7
    assert names - called(command) == set()


@pytest.mark.parametrize(("page", "words"), CALLS, ids=lambda each: str(each)[:60])
def test_what_is_called_is_there(page: str, words: list[str]) -> None:
    command, *rest = words
    if command.startswith("-") or STANDS_FOR.fullmatch(command):
        return
    assert command in COMMANDS, page
    options = {flag for each in COMMANDS[command]._actions for flag in each.option_strings}
    used = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    assert used - options == set(), page
    names = NAMES.get(command)
    if names is not None and rest and not rest[0].startswith("-"):
        own = (REPOSITORY / rest[0]).is_file() and rest[0].endswith(".rq")
        assert own or rest[0] in names() or STANDS_FOR.fullmatch(rest[0]), page


#: Command -> the names that its first argument may be.
NAMES: dict[str, Callable[[], Collection[str]]] = {
    "export": lambda: FORMATS,
    "query": load_catalogue,
}


@pytest.mark.parametrize("command", ["draw", "patterns"])
def test_each_name_that_is_called_is_there(run_kg: RunKg, command: str) -> None:
    # all: each of them
    names = {name for name in called(command) if re.match(r"[a-z]", name)} - {"all"}
    assert names - listed(run_kg, command) == set()


def test_every_target_of_make_that_is_told_of_is_there() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    told = {
        match[1] for text in TEXTS.values() for line in code(text)
        if (match := re.match(r"make ([a-z-]+)", line))
    }  # fmt: skip
    assert {"test", "demo", "corpus"} <= told
    assert told - targets == set()
