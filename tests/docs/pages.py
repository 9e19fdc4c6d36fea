"""What the pages of docs/ show, taken out of them for tests."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tests.conftest import REPOSITORY, RunKg

REGISTER = REPOSITORY / "examples" / "register.ttl"

LETTER = """\
Ofsted
Made-up House

5 December {year}

Ines Holt
Director of Children's Services
{authority} Council

Dear Ms Holt

Focused visit to {authority} local authority children's services

This letter summarises the findings of the focused visit to {authority} local authority children's services on 8 and 9 November {year}. His Majesty's Inspectors for this visit were Sylvie Brook and Aron Tate.

Headline findings

Children in need are helped by workers who know them well.

What needs to improve in this area of social work practice?

- The timeliness of reviews.

Main findings

{findings}

Yours sincerely

Sylvie Brook
His Majesty's Inspector
"""  # noqa: E501


def letter(authority: str, year: int, findings: str) -> str:
    """The text of a focused visit's letter about a made-up authority, of November of a year."""
    return LETTER.format(authority=authority, year=year, findings=findings)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page of docs/, in order."""
    text = (REPOSITORY / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def build(run_kg: RunKg, folder: Path, report: str, *options: str | Path) -> str:
    """Build one text report about a made-up authority; what the build said on standard error."""
    (folder / "report.txt").write_text(report, encoding="utf-8")
    done = run_kg("build", "report.txt", "--vocabulary", REGISTER, *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stderr


def table(run_kg: RunKg, folder: Path, name: str) -> list[dict[str, str]]:
    """One table of the store in a folder."""
    assert run_kg("export", "tables", "tables", cwd=folder).returncode == 0
    with (folder / "tables" / f"{name}.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))
