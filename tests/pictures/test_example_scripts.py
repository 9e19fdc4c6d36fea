"""The scripts in ``examples/scripts`` run as their first lines say."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import networkx as nx
import pytest

from tests.conftest import REPOSITORY, RunKg

SCRIPTS = REPOSITORY / "examples" / "scripts"
TESTED = {
    "check_quotes.py",
    "gephi_strongest_ties.py",
    "networkx_central_themes.py",
    "pandas_grades.py",
    "sparqlwrapper_endpoint.py",
}


def run(name: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, SCRIPTS / name, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_script_is_tested() -> None:
    assert {path.name for path in SCRIPTS.glob("*.py")} == TESTED


def test_networkx(folder: Path, run_kg: RunKg, tmp_path: Path) -> None:
    out = tmp_path / "themes.graphml"
    run_kg("draw", "theme-network", out, "-p", "least=1", "--store", folder)
    said = run("networkx_central_themes.py", out)
    themes = nx.read_graphml(out)
    assert themes.number_of_edges() > 0
    assert f"{len(themes)} themes, {themes.number_of_edges()} ties" in said
    assert "Governance and accountability, Leadership and vision" in said
    assert "https://w3id.org/childrens-services-kg/id/" in said


def test_gephi(folder: Path, run_kg: RunKg, tmp_path: Path) -> None:
    out, strong = tmp_path / "alike.gexf", tmp_path / "strong.gexf"
    run_kg("draw", "network", out, "-p", "of=authority-similarity", "--store", folder)
    said = run("gephi_strongest_ties.py", out, "1", strong)
    whole, kept = nx.read_gexf(out), nx.read_gexf(strong)
    assert set(kept) == set(whole)
    assert kept.number_of_edges() < whole.number_of_edges()
    assert min(dict(kept.degree).values()) >= 1
    left_out = whole.number_of_edges() - kept.number_of_edges()
    assert f"{left_out} weaker ones left out" in said


@pytest.mark.skipif(find_spec("pandas") is None, reason="pandas is not installed")
def test_pandas(folder: Path, run_kg: RunKg, tmp_path: Path) -> None:
    run_kg("export", "tables", tmp_path / "tables", "--store", folder)
    said = run("pandas_grades.py", tmp_path / "tables")
    assert "overall grades by family of report" in said
    # since April 2026 none gives an overall grade
    assert "Eastmere: Requires improvement to be good, page 1 of eastmere-ilacs-2025" in said


def test_every_quote_stands_on_its_page(folder: Path, run_kg: RunKg, tmp_path: Path) -> None:
    out = tmp_path / "graph.nq"
    run_kg("export", "nquads", out, "--selectors", "--store", folder)
    reports = REPOSITORY / "examples" / "reports"
    whole, total = re.findall(r"[0-9]+", run("check_quotes.py", out, reports, "2000"))
    assert whole == total and int(total) > 400
    # what was altered is found
    lines = out.read_text(encoding="utf-8").replace("safe", "unsafe").replace("plans", "plots")
    out.write_text(lines, encoding="utf-8")
    command = [sys.executable, SCRIPTS / "check_quotes.py", out, reports, "2000"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "not on page" in done.stdout


def test_sparqlwrapper(endpoint: str) -> None:
    lines = run("sparqlwrapper_endpoint.py", endpoint).splitlines()
    assert len(lines) == 5
    counts = [int(line.split()[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert all("(" in line and "20" in line for line in lines)
