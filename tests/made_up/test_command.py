"""The command line writes reports, their truth and the register of their authorities."""

import json
import sys

import pytest

pytest.importorskip("reportlab", reason="made-up reports are laid out with reportlab")

from kg.documents import read
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report
from tests.made_up.__main__ import main


@pytest.mark.parametrize(("form", "ending"), [("pdf", ".pdf"), ("text", ".txt")])
def test_reports_of_a_family_are_written_with_their_truth(form, ending, tmp_path, monkeypatch):
    words = ["--count", "4", "--seed", "3", "--family", "LAC", "--format", form, "--share", "0.1"]
    monkeypatch.setattr(sys, "argv", ["made_up", str(tmp_path), *words])
    main()
    files = sorted(tmp_path.glob(f"*{ending}"))
    knowledge = load_knowledge((tmp_path / "register.ttl",))
    assert len(files) == 4
    for file in files:
        truth = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        report = read_report(read(file), knowledge, load_profiles(), rate=False)
        assert report.authority is not None
        assert (report.framework, report.authority.value) == ("LAC", truth["authority"])
        assert {line["owner"] for line in truth["lines"]} >= {"title", "item", "judgement row"}


def test_the_same_arguments_give_the_same_bytes(tmp_path, monkeypatch):
    made = []
    for name in ("first", "second"):
        words = ["--count", "2", "--family", "ILACS", "--share", "0.1"]
        monkeypatch.setattr(sys, "argv", ["made_up", str(tmp_path / name), *words])
        main()
        made.append({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 5
