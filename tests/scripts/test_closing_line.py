"""The last line of a run counts tests, and steps that failed without a failed test."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.closing_line import main

RESULTS = """<?xml version="1.0"?>
<testsuites><testsuite name="pytest" tests="{tests}" failures="{failures}" errors="{errors}"
 skipped="{skipped}"/></testsuites>
"""


@pytest.mark.parametrize(
    ("counts", "failed_steps", "line", "status"),
    [
        ((10, 0, 0, 0), 0, "10 passed, 0 failed, 0 skipped", 0),
        ((10, 0, 0, 4), 0, "6 passed, 0 failed, 4 skipped", 0),
        # the failed test is why the step failed: it counts once
        ((10, 1, 1, 0), 1, "8 passed, 2 failed, 0 skipped", 1),
        # tests passed, but the demonstration failed
        ((10, 0, 0, 0), 1, "10 passed, 1 failed, 0 skipped", 1),
        ((10, 1, 0, 0), 2, "9 passed, 2 failed, 0 skipped", 1),
    ],
)
def test_closing_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    counts: tuple[int, int, int, int],
    failed_steps: int,
    line: str,
    status: int,
) -> None:
    tests, failures, errors, skipped = counts
    results = tmp_path / "tests.xml"
    results.write_text(
        RESULTS.format(tests=tests, failures=failures, errors=errors, skipped=skipped),
        encoding="utf-8",
    )
    assert main(results, failed_steps) == status
    assert capsys.readouterr().out.splitlines()[-1] == line


def test_tests_that_did_not_run_are_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "absent.xml", 0) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"
