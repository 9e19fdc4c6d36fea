"""A build keeps saved results, and says when they are older than the reports."""

import shutil
from pathlib import Path

from kg.analysis import pattern
from kg.analysis.saved_results import save, saved_names
from kg.corpus import open_corpus
from kg.ingest import Settings, build
from kg.store import open_store
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"


def test_a_build_keeps_results_and_says_when_they_are_old(tmp_path: Path) -> None:
    reports, folder = tmp_path / "reports", tmp_path / "store"
    reports.mkdir()
    settings = Settings(vocabulary=(EXAMPLES / "register.ttl",))
    shutil.copy(EXAMPLES / "reports" / "eastmere-cp-2012.txt", reports)
    build([str(reports)], folder, settings=settings, jobs=1)
    store = open_store(folder)
    save(folder, open_corpus(store), [pattern("trajectories").find(store)])

    unchanged = build([str(reports)], folder, settings=settings, jobs=1)
    assert not any("saved results" in line for line in unchanged.remarks)
    assert sum(unchanged.families.values()) == 1, "a result is no report"

    shutil.copy(EXAMPLES / "reports" / "marlowe-focused-visit-2022.txt", reports)
    added = build([str(reports)], folder, settings=settings, jobs=1, prune=True)
    assert [line for line in added.remarks if "saved results" in line] == [
        "saved results are older than the reports: trajectories; "
        "to count them again: kg patterns NAME --save"
    ]
    assert saved_names(open_store(folder).entries.values()) == ["trajectories"]
