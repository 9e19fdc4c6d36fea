"""The command line starts without the libraries that only some commands need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Each costs more to import than the whole of `kg --help` may take.
HEAVY = {"networkx", "pyoxigraph", "pypdfium2", "pyshacl", "rdflib", "rich", "SPARQLWrapper"}

SHOW_MODULES = """
import contextlib, io, json, sys
from kg.cli import main
with contextlib.redirect_stdout(io.StringIO()) as shown, contextlib.suppress(SystemExit):
    main(sys.argv[1:])
print(json.dumps({"shown": shown.getvalue(), "modules": sorted(sys.modules)}))
"""


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("build", "--help"), ("query", "--help"), ("export", "--help")],
    ids=" ".join,
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...], repository: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SHOW_MODULES, *arguments],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    seen = json.loads(ran.stdout)
    assert "kg" in seen["shown"]
    assert HEAVY.isdisjoint(seen["modules"])
