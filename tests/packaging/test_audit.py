"""The licences of what the lock installs are known, and those that kg needs are permissive."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from email.message import Message
from types import ModuleType

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", REPOSITORY / "scripts" / "audit.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def no_tool(monkeypatch: pytest.MonkeyPatch, audit: ModuleType) -> None:
    monkeypatch.setattr(audit.shutil, "which", lambda name: None)


@pytest.mark.usefixtures("no_tool")
def test_the_packages_of_the_lock_are_in_order(audit, capsys):
    assert audit.main() == 0
    said = capsys.readouterr().out
    assert "not looked up: there is no pip-audit" in said
    assert "says of no licence" not in said


def test_what_kg_needs_is_followed_to_its_ends(audit):
    needed = audit.needed_by(audit.PROJECT)
    # of httpx; of httpx's own; of the tests alone
    assert {"httpx", "httpcore", "h11"} <= needed
    assert "pytest" not in needed


@pytest.mark.parametrize(
    ("said", "is_permissive"),
    [
        ("MIT", True), ("MIT License", True), ("BSD-3-Clause", True), ("The BSD License", True),
        ("Apache Software License", True), ("MPL-2.0", True), ("PSF-2.0", True), ("ISC", True),
        ("MIT OR GPL-3.0-only", True), ("BSD-3-Clause AND 0BSD AND (MIT)", True),
        ("MIT AND GPL-3.0-only", False), ("GPL-3.0-only", False), ("LGPL-3.0-or-later", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False), ("Proprietary", False),
        ("Copyright (c) somebody", False), ("", False),
    ],
)  # fmt: skip
def test_a_licence_is_permissive_or_not(audit, said, is_permissive):
    assert audit.is_permissive(said) == is_permissive


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"License-Expression": "MIT"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: MIT License", "License": "x"}, "MIT License"),
        ({"Classifier": "License :: OSI Approved", "License": "W3C-20150513"}, "W3C-20150513"),
        ({"License": "ISC\n\nmore words"}, "ISC"),
        ({"Name": "x"}, ""),
    ],
)
def test_where_a_licence_is_said(audit, lines, said):
    message = Message()
    for name, value in lines.items():
        message[name] = value
    assert audit.licence_of(message) == said


def test_what_is_a_fault(audit):
    assert "says of no licence" in audit.Licence("x", "", False).fault
    assert "not permissive; kg needs it" in audit.Licence("x", "GPL-3.0", True).fault
    assert not audit.Licence("x", "GPL-3.0", False).fault
    assert not audit.Licence("x", "MIT", True).fault


@pytest.mark.parametrize(
    ("out", "err", "known", "told"),
    [
        (
            '{"dependencies": [{"name": "x", "version": "1", "vulns": '
            '[{"id": "PYSEC-1", "fix_versions": ["2"]}]}]}',
            "", ["x 1: PYSEC-1; repaired in 2"], "1 packages were looked up: 1 known",
        ),
        ("", "no network\nConnectionError: refused", [], "could not be looked up: .*refused"),
    ],
)  # fmt: skip
def test_what_pip_audit_says(audit, monkeypatch, out, err, known, told):
    def run(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, out, err)

    monkeypatch.setattr(audit.shutil, "which", lambda name: "/bin/pip-audit")
    monkeypatch.setattr(audit.subprocess, "run", run)
    found, said = audit.vulnerabilities()
    assert found == known
    assert re.search(told, said[0])
