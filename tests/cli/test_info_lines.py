"""`kg info` says how much of what each family prints is standing text, and what is unread."""

from __future__ import annotations

import json
import re
from pathlib import Path

from kg import __version__
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


def test_the_versions_that_made_each_part(run_kg: RunKg, tmp_path: Path) -> None:
    report = EXAMPLES / "reports" / "eastmere-cp-2012.txt"
    store = tmp_path / "store"
    run_kg("build", report, "--vocabulary", EXAMPLES / "register.ttl", "--store", store)
    said = run_kg("info", "--store", store).stdout
    assert re.search(rf"^  records +made by kg {re.escape(__version__)}$", said, re.M)
    assert re.search(rf"^  index +made by kg {re.escape(__version__)}$", said, re.M)
    # a record of an older program, which did not say its version
    (slip,) = (store / "records").glob("eastmere*.json")
    facts = json.loads(slip.read_bytes())
    del facts["version"]
    slip.write_text(json.dumps(facts), encoding="utf-8")
    said = run_kg("info", "--store", store).stdout
    assert re.search(r"^  records +made by a kg that did not say its version \(1\), kg", said, re.M)
