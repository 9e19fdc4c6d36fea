"""A correction is taken and marked, what was read is kept, and what fits no more is told."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from kg.corpus.catalogue import bind, load_catalogue
from kg.errors import KnowledgeError
from kg.ingest import Fate, Settings, build
from kg.ingest.acceptance import faults
from kg.ingest.work import Task, file_hash, work
from kg.reports.corrections import Correction
from kg.store import open_store
from tests.ingest import made_files

COLUMNS = ("source", "sha256", "field", "value", "page", "who", "why")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A report of an authority in no register, without its days and its overall grade."""
    (tmp_path / "in").mkdir()
    path = made_files.report(tmp_path / "in", place="Marlowe")
    text = path.read_text(encoding="utf-8").replace("Inspection dates: 3 to 7 June 2024\n", "")
    path.write_text(text.replace("Overall effectiveness\tGood\n", ""), encoding="utf-8")
    return path


def correct(path: Path, *given: tuple[str, str], **other: str) -> None:
    """Write corrections of a file beside it."""
    row = {"source": path.stem, "sha256": file_hash(path), "page": "1"}
    row |= {"who": "A. Reader", "why": "It is printed."} | other
    with (path.parent / "corrections.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        for field, value in given:
            writer.writerow({**row, "field": field, "value": value})


def built(tmp_path: Path):
    return build([str(tmp_path / "in")], tmp_path / "store", jobs=1)


def asked(
    tmp_path: Path, name: str, given: Mapping[str, str] = MappingProxyType({})
) -> list[dict[str, str]]:
    query, store = load_catalogue()[name], open_store(tmp_path / "store")
    rows = store.select(query.text, bind(query, given, store))
    return [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]


DAYS = (("inspection_start", "2024-06-03"), ("inspection_end", "2024-06-07"))


def test_a_corrected_report_is_whole_and_says_who_corrected_it(path, tmp_path):
    assert dict(built(tmp_path).files)[path] is Fate.INCOMPLETE
    given = (
        ("authority", "Leeds"),
        *DAYS,
        ("grade:overall", "good"),
        ("addressee:1", "partnership"),
    )
    correct(path, *given)
    done = built(tmp_path)
    assert dict(done.files)[path] is Fate.STORED, done.complaints
    assert done.look_at == ()
    (report,) = asked(tmp_path, "tables/reports")
    assert (report["authority"], report["inspection_end"]) == ("Leeds", "2024-06-07")
    # with the days, the framework version and its grades are read as well
    grades = {row["strand"]: row["grade_code"] for row in asked(tmp_path, "tables/judgements")}
    assert grades["overall"] == "good" and len(grades) == 5
    (item,) = asked(tmp_path, "tables/recommendations")
    assert item["addressee"] == "partnership"
    told = asked(tmp_path, "corrections")
    assert {row["field"] for row in told} == {field for field, _ in given}
    assert {(row["who"], row["why"]) for row in told} == {("A. Reader", "It is printed.")}
    (addressee,) = [row for row in told if row["field"] == "addressee:1"]
    assert addressee["read"] == "authority"


def test_only_what_was_corrected_otherwise_is_read_again(path, tmp_path):
    made_files.report(tmp_path / "in", "another.txt", place="Kent")
    built(tmp_path)
    correct(path, ("authority", "Leeds"))
    assert [result.path for result in built(tmp_path).results] == [path]
    assert built(tmp_path).results == ()
    (path.parent / "corrections.csv").unlink()
    assert [result.path for result in built(tmp_path).results] == [path]
    assert {row["authority"] for row in asked(tmp_path, "tables/reports")} == {"", "Kent"}


def test_a_correction_that_fits_nothing_any_more_is_told(tmp_path):
    (tmp_path / "in").mkdir()
    path = made_files.report(tmp_path / "in")
    for given, other, words in (
        (("authority", "Leeds"), {}, "says what is read"),
        (("grade:adoption", "good"), {}, "strand 'adoption'"),
        (("grade:overall", "splendid"), {}, "grade 'splendid'"),
        (("addressee:9", "board"), {}, "recommendation '9'"),
        (("authority", "Nowhere at all"), {}, "in no register"),
        (("authority", "Kent"), {"sha256": "0" * 64}, "other bytes"),
        (("authority", "Kent"), {"source": "nothing"}, "no report 'nothing'"),
        (("authority", "Kent"), {"page": "99"}, "names page 99"),
    ):
        correct(path, given, **other)
        done = built(tmp_path)
        assert any(words in line for line in done.complaints), (given, done.complaints)
        assert asked(tmp_path, "corrections") == []


@pytest.mark.parametrize(
    ("field", "value", "other", "words"),
    [
        ("authorty", "Leeds", {}, "did you mean 'authority'"),
        ("grade", "good", {}, "write grade: and the code of a strand"),
        ("published", "31 June 2024", {}, "is no day"),
        ("published", "2024-02-31", {}, "is no day"),
        ("addressee:1", "council", {}, "write one of authority"),
        ("authority", "Leeds", {"page": "0"}, "whole number from 1"),
        ("authority", "Leeds", {"who": ""}, "who is empty"),
        ("authority", "Leeds", {"sha256": "abc"}, "is no SHA-256"),
    ],
)
def test_a_line_that_cannot_be_understood_is_refused(field, value, other, words, path, tmp_path):
    correct(path, (field, value), **other)
    with pytest.raises(KnowledgeError, match=words) as caught:
        built(tmp_path)
    assert "corrections.csv: line 2" in str(caught.value)


def test_a_comma_outside_of_quotation_marks_is_refused(path, tmp_path):
    correct(path, ("authority", "Leeds"))
    place = path.parent / "corrections.csv"
    place.write_text(place.read_text(encoding="utf-8").rstrip() + ", and so\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 2: has more cells than columns"):
        built(tmp_path)


def test_a_hash_may_be_written_in_capitals(path, tmp_path):
    correct(path, ("authority", "Leeds"), sha256=file_hash(path).upper())
    assert not any("the correction of" in line for line in built(tmp_path).complaints)
    assert [row["field"] for row in asked(tmp_path, "corrections")] == ["authority"]


def test_a_corrected_grade_does_not_keep_the_words_of_another(tmp_path):
    (tmp_path / "in").mkdir()
    path = made_files.report(tmp_path / "in")
    correct(path, ("grade:overall", "inadequate"))
    built(tmp_path)
    rows = asked(tmp_path, "tables/judgements")
    (overall,) = [row for row in rows if row["strand"] == "overall"]
    assert (overall["grade_code"], overall["corrected"]) == ("inadequate", "A. Reader")
    assert overall["grade_name"] == "Inadequate"
    # what the page prints may be the one or the other: nothing is said of it
    assert overall["grade"] == ""
    others = [row for row in rows if row["strand"] != "overall"]
    assert {(row["grade"], row["corrected"]) for row in others} == {("Good", "")}
    for name, column, given in (
        ("latest-grades", "grade", {}),
        ("judgements", "grade", {"authority": "leeds"}),
        ("provenance", "grade", {"authority": "leeds"}),
        ("grade-on-strand", "printed", {"strand": "overall", "grade": "inadequate"}),
    ):
        said = {row[column] for row in asked(tmp_path, name, given)}
        assert "Inadequate" in said, name
    (told,) = asked(tmp_path, "corrections")
    assert (told["value"], told["read"]) == ("inadequate", "good")
    quotes = [line for line in open_store(tmp_path / "store").lines() if "#quote>" in line]
    assert quotes
    assert not any("Overall effectiveness" in line for line in quotes)


def test_a_file_without_its_columns_is_refused(path, tmp_path):
    (path.parent / "corrections.csv").write_text("source,field\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 1: has no column sha256, value"):
        built(tmp_path)


def test_columns_parted_by_semicolons_are_told(path, tmp_path):
    correct(path, ("authority", "Leeds"))
    file = path.parent / "corrections.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="line 1: the columns are parted by semicolons"):
        built(tmp_path)


def test_a_file_in_the_coding_of_windows_is_told_with_its_line(path, tmp_path):
    correct(path, ("authority", "Leeds"), ("family", "ILACS"), who="Zo\u00eb")
    file = path.parent / "corrections.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp1252"))
    with pytest.raises(KnowledgeError, match=r"corrections\.csv: line 2: is not UTF-8 text"):
        built(tmp_path)


def test_a_complaint_names_the_folder_and_the_graph_does_not(path, tmp_path):
    correct(path, ("authority", "Nowhere at all"))
    (line,) = (each for each in built(tmp_path).complaints if "Nowhere at all" in each)
    assert f"({path.parent / 'corrections.csv'}: line 2) was not taken" in line
    stored = "".join(open_store(tmp_path / "store").lines())
    assert "(corrections.csv: line 2) was not taken" in stored
    assert str(path.parent) not in stored


def test_two_answers_to_one_question_are_refused(path, tmp_path):
    correct(path, ("authority", "Leeds"), ("authority", "Kent"))
    with pytest.raises(KnowledgeError, match="line 3: corrects authority twice"):
        built(tmp_path)


SLIPS = (
    *(("authority", value) for value in ("Leeds", "Bournemouth", "Dorset")),
    *(
        (field, value)
        for field in ("inspection_start", "inspection_end", "published")
        for value in ("1999-01-01", "2014-03-01", "2020-02-29", "2026-05-20", "2050-01-01")
    ),
    ("lead_inspector", "Bo Crane"),
    *(
        (f"grade:{strand}", "inadequate")
        for strand in ("overall", "leadership", "in-care", "care-leavers", "lscb")
    ),
    *(("addressee:1", about) for about in ("authority", "board", "partnership")),
)


@pytest.mark.parametrize(
    "name",
    [
        "eastmere-cp-2012.txt",
        "northmoor-ilacs-2026.pdf",
        "northmoor-jtai-2017.pdf",
        "saltmarsh-sif-2016.pdf",
    ],
)
def test_no_correction_makes_a_report_contradict_itself(name, repository):
    path = repository / "examples" / "reports" / name
    register = (repository / "examples" / "register.ttl",)
    for field, value in SLIPS:
        given = Correction(
            path.stem, file_hash(path), field, value, 1, "A. Reader", "A slip.", Path("c.csv"), 2
        )
        result = work(Task(path, Settings(register, corrections=(given,))))
        assert not result.failure
        assert faults(result) == [], (field, value)
