"""Both engines give the same results on random shapes and data, each as often."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.validation import Engine, validate_files
from tests.validation.random_shapes import shapes_and_data

#: shapes and data a test; the results of all are counted below
EACH = 20


@pytest.mark.parametrize("start", range(0, 8 * EACH, EACH))
def test_results_are_the_same(start: int, tmp_path: Path) -> None:
    number = 0
    for seed in range(start, start + EACH):
        shapes, data = (tmp_path / f"{name}{seed}.ttl" for name in ("shapes", "data"))
        for file, text in zip((shapes, data), shapes_and_data(seed), strict=True):
            file.write_text(text, encoding="utf-8")
        fast, reference = (
            Counter(
                (fault.focus, fault.path_text, fault.value, fault.component, fault.shape.iri)
                for fault in validate_files([data], shapes, engine).results.faults
            )
            for engine in Engine
        )
        assert fast == reference, seed
        number += fast.total()
    assert number > 5 * EACH
