"""Sheets that sum up the tables: the latest outcomes of each family, one row an inspection, counts.

The outcomes have the columns that users of the published spreadsheets of outcomes know; which
strands there are is told by the table of strands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from kg.store import Rows

#: The strand that comes first, as people look for it first.
OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is no table of the contract."""

    name: str
    meaning: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Row = Mapping[str, str]


def summaries(tables: Mapping[str, Rows], themes: Mapping[str, str]) -> list[Sheet]:
    """The sheets in the order in which they stand in a workbook.

    ``themes`` has the label of each theme by its code.
    """
    rows = {
        name: [dict(zip(found.variables, row, strict=True)) for row in found.rows]
        for name, found in tables.items()
        if name != "findings"
    }
    graded = _graded(rows["judgements"])
    families = sorted({r["framework"] for r in rows["reports"] if r["report"] in graded})
    sheets = [_outcomes(family, rows, graded) for family in sorted(families, key=_ilacs_first)]
    sheets.append(_inspections(rows, graded, tables["findings"]))
    sheets.append(_grades_by_year(rows, graded))
    sheets.append(_themes(rows["recommendations"], tables["findings"], themes))
    return sheets


def _ilacs_first(family: str) -> tuple[bool, str]:
    # the framework in force stands first, as in the spreadsheets that people know
    return not family.startswith("ILACS"), family


class PrintedGrade(NamedTuple):
    """A grade as printed, or its name where a person gave it; its code; its page."""

    grade: str
    code: str
    page: str


#: report -> strand -> its grade
Graded = Mapping[str, Mapping[str, PrintedGrade]]
NOTHING = PrintedGrade("", "", "")


def _graded(judgements: Sequence[Row]) -> dict[str, dict[str, PrintedGrade]]:
    """The grades that each report gives formally."""
    found: dict[str, dict[str, PrintedGrade]] = defaultdict(dict)
    for row in judgements:
        if row["basis"] == "graded" and row["strand"]:
            grade = row["grade"] or row["grade_name"]
            given = PrintedGrade(grade, row["grade_code"], row["page"])
            found[row["report"]].setdefault(row["strand"], given)
    return dict(found)


def _outcomes(
    family: str,
    tables: Mapping[str, Sequence[Row]],
    graded: Graded,
) -> Sheet:
    """The latest graded inspection of each authority in one family."""
    strands: dict[str, str] = {}
    for row in tables["strands"]:
        if row["framework"] == family:
            strands[row["strand"]] = row["name"]
    codes = sorted(strands, key=lambda code: code != OVERALL)
    latest: dict[str, Row] = {}
    inspections = Counter[str]()
    for row in sorted(tables["reports"], key=lambda row: (row["inspection_end"], row["report"])):
        if row["framework"] == family and row["report"] in graded and row["authority"]:
            latest[row["authority"]] = row
            inspections[row["authority"]] += 1
    known = {row["authority"]: row for row in tables["authorities"]}
    rows = []
    for authority, report in sorted(latest.items()):
        about = known.get(authority, {})
        grades = graded[report["report"]]
        rows.append(
            (
                authority,
                about.get("region", ""),
                about.get("urn", ""),
                report["gss"],
                report["framework_version"],
                report["variant"],
                report["inspection_start"],
                report["inspection_end"],
                report["published"],
                *chain.from_iterable(grades.get(code, NOTHING)[:2] for code in codes),
                report["lead_inspector"],
                str(inspections[authority]),
                report["source"],
                next((grades[code].page for code in codes if code in grades), ""),
            )
        )
    columns = (
        *("authority", "region", "urn", "gss", "framework_version", "variant"),
        *("inspection_start", "inspection_end", "published"),
        *chain.from_iterable((strands[c], f"{strands[c]}: code") for c in codes),
        *("lead_inspector", "inspections", "source", "page"),
    )
    meaning = f"The latest graded {family} inspection of each authority, one grade a column"
    return Sheet(f"{family} outcomes"[:31], meaning, columns, tuple(rows))


def _inspections(
    tables: Mapping[str, Sequence[Row]],
    graded: Graded,
    findings: Rows,
) -> Sheet:
    """One row a report: its overall grade, and how much was read."""
    recommended = Counter(row["report"] for row in tables["recommendations"])
    report, polarity = (findings.variables.index(name) for name in ("report", "polarity"))
    found = Counter((row[report], row[polarity]) for row in findings.rows)
    kinds = ("strength", "weakness", "mixed", "none")
    rows = [
        (
            *(row[name] for name in ("authority", "framework", "inspection_start")),
            *(row[name] for name in ("inspection_end", "published")),
            *graded.get(row["report"], {}).get(OVERALL, NOTHING)[:2],
            str(recommended[row["report"]]),
            *(str(found[row["report"], kind]) for kind in kinds),
            row["title"],
            row["source"],
        )
        for row in sorted(
            tables["reports"],
            key=lambda row: (row["authority"], row["inspection_end"], row["report"]),
        )
    ]
    columns = (
        *("authority", "framework", "inspection_start", "inspection_end", "published"),
        *("overall", "overall: code", "recommendations"),
        *(f"findings: {kind}" for kind in kinds),
        *("title", "source"),
    )
    meaning = "Every report, by authority and day: its overall grade and how much was read from it"
    return Sheet("Inspections", meaning, columns, tuple(rows))


def _grades_by_year(tables: Mapping[str, Sequence[Row]], graded: Graded) -> Sheet:
    """How many inspections of a family ended in a year with each overall grade."""
    codes = {
        (row["report"]): row["grade_code"] or row["grade"].lower()
        for row in reversed(tables["judgements"])
        if row["basis"] == "graded" and row["strand"] == OVERALL
    }
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in tables["reports"]:
        if row["report"] in graded:
            grade = codes.get(row["report"], "no overall grade")
            counts[row["framework"], row["inspection_end"][:4]][grade] += 1
    grades = sorted({grade for counted in counts.values() for grade in counted})
    rows = tuple(
        (family, year, *(str(counted[grade]) for grade in grades), str(sum(counted.values())))
        for (family, year), counted in sorted(counts.items())
    )
    meaning = "How many graded inspections of each family and year got each overall grade"
    return Sheet("Grades by year", meaning, ("framework", "year", *grades, "all"), rows)


def _themes(recommendations: Sequence[Row], findings: Rows, labels: Mapping[str, str]) -> Sheet:
    """How often each theme is met, and with which polarity."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for row in recommendations:
        for theme in row["themes"].split():
            said[theme]["recommendations"] += 1
    themes, polarity = (findings.variables.index(name) for name in ("themes", "polarity"))
    for cells in findings.rows:
        for theme in cells[themes].split():
            said[theme][cells[polarity]] += 1
    columns = ("recommendations", "weakness", "strength", "mixed", "none")
    rows = tuple(
        (theme, labels.get(theme, theme), *(str(counts[name]) for name in columns))
        for theme, counts in sorted(said.items())
    )
    meaning = "How many recommendations and findings are about each theme; one may have several"
    return Sheet("Themes", meaning, ("theme", "label", *columns), rows)
