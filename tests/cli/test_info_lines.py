"""`kg info` says how much of what each family prints is standing text, and what is unread."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import RunKg

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def test_printed_lines_by_family(run_kg: RunKg, tmp_path: Path) -> None:
    letter = EXAMPLES / "reports" / "marlowe-focused-visit-2022.txt"
    scale = EXAMPLES / "reports" / "eastmere-cp-2012.txt"
    register, store = EXAMPLES / "register.ttl", tmp_path / "store"
    run_kg("build", letter, scale, "--vocabulary", register, "--store", store)
    done = run_kg("info", "--store", store)
    rows = dict(re.findall(r"^  (\S+) +([\d.]+%) +[\d.]+% +0$", done.stdout, re.M))
    assert rows.keys() == {"CP2012", "ILACS-focused"}
    # the report of 2012 prints what its grades mean, the letter nothing of the kind
    assert float(rows["CP2012"].rstrip("%")) > 0
    assert rows["ILACS-focused"] == "0.0%"
    assert "printed lines: " not in done.stdout
