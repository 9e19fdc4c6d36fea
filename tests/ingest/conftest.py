"""What the tests of a build share."""

from __future__ import annotations

import pytest

from kg.ingest.work import work_within_limits


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in the process of the test, so that what is put in place of a part counts."""
    monkeypatch.setattr(
        "kg.ingest.pipeline.read_each", lambda tasks, jobs: map(work_within_limits, tasks)
    )
