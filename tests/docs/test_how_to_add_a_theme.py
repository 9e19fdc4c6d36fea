"""The concept that the page shows can be asked for, and learnt by a training."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.classifier.model import SHIPPED, load_model
from kg.knowledge import load_knowledge
from tests.conftest import RunKg
from tests.docs.pages import blocks, build, letter

FINDINGS = "Kinship carers are supported well."


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (shown,) = blocks("how-to-add-a-theme.md", "turtle")
    path = tmp_path / "my-theme.ttl"
    path.write_text(shown, encoding="utf-8")
    return path


def test_the_graph_has_it_at_once(theme: Path, run_kg: RunKg, tmp_path: Path) -> None:
    build(run_kg, tmp_path, letter("Marlowe", 2024, FINDINGS), "--vocabulary", theme)
    asked = ("query", "findings-on-theme", "-p", "theme=kinship-care", "--format", "csv")
    done = run_kg(*asked, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1, "no finding has it before a training"


def test_without_it_the_code_is_not_known(run_kg: RunKg, tmp_path: Path) -> None:
    build(run_kg, tmp_path, letter("Marlowe", 2024, FINDINGS))
    done = run_kg("query", "findings-on-theme", "-p", "theme=kinship-care", cwd=tmp_path)
    assert done.returncode == 2
    assert "kinship-care" in done.stderr


def test_a_training_gives_it_to_sentences(theme: Path, tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    from tests.training.test_training import corpus
    from training.fit import fit, held_out_sums
    from training.pack import pack

    themes = [*load_knowledge((theme,)).themes]
    assert themes[-1] == "kinship-care"
    small = corpus()
    small.themes[-1] = "kinship-care"
    pack(fit(small, held_out_sums(small)), tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    texts = [s.text for s in small.sentences if s.report == "report 1"]
    said = model.rate(texts, [1] * len(texts), [False] * len(texts))
    about = {name for rating in said for name, _ in rating.themes}
    assert "kinship-care" in about


def test_every_theme_that_the_classifier_knows_is_in_the_vocabulary() -> None:
    assert set(load_model(SHIPPED).themes) <= set(load_knowledge().themes)
