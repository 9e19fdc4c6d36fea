"""The two files that the page shows teach the reader a family that it did not know."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from kg.knowledge import folder, load_knowledge
from tests.conftest import REPOSITORY, RunKg

REPORT = """\
Marlowe Council
Inspection of fostering services

Inspection dates: 4 to 8 March 2026

What needs to improve?

• The speed with which carers are approved.
• Records of visits to children.

The leadership of the fostering service is good

Leaders know their carers well. They visit them often.
"""


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    page = (REPOSITORY / "docs" / "how-to-add-a-framework.md").read_text(encoding="utf-8")
    paths = []
    for language, name in (("turtle", "fostering.ttl"), ("toml", "fostering.toml")):
        found = re.search(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        assert found
        paths.append(tmp_path / name)
        paths[-1].write_text(found[1], encoding="utf-8")
    return paths[0], paths[1]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_a_framework_is_two_files_and_no_code(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path
) -> None:
    meaning, printed = two_files
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", register, "--vocabulary", meaning,
        "--profile", printed, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert run_kg("export", "tables", "tables", cwd=tmp_path).returncode == 0
    (report,) = rows(tmp_path / "tables", "reports")
    assert report["framework"] == "FOSTERING"
    assert report["framework_version"] == "FOSTERING-2026"
    assert report["authority"] == "Marlowe"
    assert (report["inspection_start"], report["inspection_end"]) == ("2026-03-04", "2026-03-08")
    (judgement,) = rows(tmp_path / "tables", "judgements")
    assert (judgement["strand"], judgement["grade_code"]) == ("leadership", "good")
    items = rows(tmp_path / "tables", "recommendations")
    assert [(item["kind"], item["text"]) for item in items] == [
        ("what needs to improve", "The speed with which carers are approved."),
        ("what needs to improve", "Records of visits to children."),
    ]


def test_a_judgement_that_the_framework_asks_for_is_missed(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path
) -> None:
    meaning, printed = two_files
    lacking = REPORT.replace(" is good", "")
    (tmp_path / "marlowe.txt").write_text(lacking, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", register, "--vocabulary", meaning,
        "--profile", printed, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1
    assert "incomplete: leadership" in done.stderr


def test_without_them_it_is_a_report_of_no_known_family(run_kg: RunKg, tmp_path: Path) -> None:
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg("build", "marlowe.txt", "--vocabulary", register, cwd=tmp_path)
    assert "no family known here" in done.stderr


OWN_SCALE = REPORT.replace("is good", "is not met")


def with_own_scale(meaning: Path) -> None:
    """The first file of the page, grading on the scale of its second."""
    page = (REPOSITORY / "docs" / "how-to-add-a-framework.md").read_text(encoding="utf-8")
    scale = re.findall(r"^```turtle\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1]
    text = meaning.read_text(encoding="utf-8")
    text = text.replace("scale:outstanding-to-inadequate-2013", "scale:met-or-not-2026")
    text = re.sub(r"cs:hasGrade [^;]*;", "cs:hasGrade grade:met , grade:not-met ;", text)
    meaning.write_text(text + scale, encoding="utf-8")


def test_a_framework_may_have_a_scale_of_its_own(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path
) -> None:
    meaning, printed = two_files
    with_own_scale(meaning)
    (tmp_path / "marlowe.txt").write_text(OWN_SCALE, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", register, "--vocabulary", meaning,
        "--profile", printed, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert run_kg("export", "tables", "tables", cwd=tmp_path).returncode == 0
    (judgement,) = rows(tmp_path / "tables", "judgements")
    assert (judgement["grade"], judgement["grade_code"]) == ("not met", "not-met")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("    cs:hasScale scale:outstanding-to-inadequate-2013 ;\n", "", "add cs:hasScale"),
        ("scale:outstanding-to-inadequate-2013", "scale:unheard-of", "which no file describes"),
        (" , grade:inadequate ;", " ;", "look at: inadequate"),
        ('    cs:judges "authority" ;\n', "", "has no cs:judges; add it"),
        ("cs:order 1", 'cs:order "first"', "write a whole number"),
        ("2026-01-01", "1 January 2026", "write a date as YYYY-MM-DD"),
        (
            "cs:hasStrand strand:leadership",
            "cs:hasStrand strand:other",
            "other>, which no file describes",
        ),
        (
            "cs:requiresStrand strand:leadership",
            "cs:requiresStrand strand:x",
            "cs:hasStrand as well",
        ),
        ("cs:order 1 .", "cs:order 1", "is not valid Turtle"),
    ],
)
def test_a_fault_is_told_in_one_line_that_names_the_file(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path, wrong: str, right: str, said: str
) -> None:
    meaning, printed = two_files
    text = meaning.read_text(encoding="utf-8")
    assert wrong in text
    meaning.write_text(text.replace(wrong, right), encoding="utf-8")
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", meaning, "--profile", printed, cwd=tmp_path
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "fostering.ttl" in line
    assert said in line


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('about = "authority"', 'about = "authorty"', "did you mean 'authority'?"),
        ("items =", "itmes =", "sections.heading[1].itmes: is not a key; did you mean 'items'?"),
        ('"what needs to improve"', '"things to do"', "'things to do' is not one of"),
        ('code = "FOSTERING"\n', "", "family.code: is missing; add it"),
        ("subject =", "subjct =", "judgements.sentence[1].subjct: is not a key; did you mean"),
        ("\\s dates? \\s", "\\s dates? ( \\s", "header.dates: is not a regular expression"),
        ("[header]", "[header", "cannot be read as TOML"),
    ],
)
def test_a_fault_of_the_printed_form_is_told_in_one_line_that_names_the_place(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path, wrong: str, right: str, said: str
) -> None:
    meaning, printed = two_files
    text = printed.read_text(encoding="utf-8")
    assert wrong in text
    printed.write_text(text.replace(wrong, right), encoding="utf-8")
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", meaning, "--profile", printed, cwd=tmp_path
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "fostering.toml: " in line
    assert said in line


def test_the_placeholder_of_2027_would_take_over_from_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "try.ttl"
    example = folder("ontology") / "frameworks" / "ilacs-2027.ttl.example"
    path.write_bytes(example.read_bytes())
    for day, notation in ((date(2027, 3, 31), "ILACS-2026"), (date(2027, 4, 1), "ILACS-2027")):
        version = load_knowledge((path,)).version_for("ILACS", day)
        assert version is not None
        assert version.notation == notation
    assert load_knowledge().version("ILACS-2027") is None, "the placeholder itself is not read"
