"""A missing field does not lose a report; a contradiction does, and takes the old record along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import kg.validation
from kg.ingest import Fate, build, is_not_stored
from kg.ingest.outcome import summary
from kg.knowledge import load_knowledge
from kg.store import open_store
from kg.validation import Severity, Violation
from kg.validation.rules import KEEPING_OUT, OF_RECORDS, RULES
from tests.ingest import made_files

OVERALL = "Overall effectiveness\tGood\n"
HEADING = "Inspection of {} local authority children's services"

#: what is taken from the text of a report -> what it then lacks
LACKING: dict[str, tuple[Callable[[str], str], tuple[str, ...]]] = {
    "authority": (lambda text: text.replace("Leeds", "Marlowe"), ("authority",)),
    "family": (lambda text: text.replace(HEADING.format("Leeds"), "On Leeds"), ("framework",)),
    "days": (
        lambda text: text.replace("Inspection dates: 3 to 7 June 2024", ""),
        ("inspection_start", "inspection_end"),
    ),
    "a grade": (lambda text: text.replace(OVERALL, ""), ("overall",)),
    "authority and a grade": (
        lambda text: text.replace("Leeds", "Marlowe").replace(OVERALL, ""),
        ("authority", "overall"),
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return made_files.report(tmp_path / "in")


def built(tmp_path: Path, **more):
    return build([str(tmp_path / "in")], tmp_path / "store", jobs=1, **more)


def records(tmp_path: Path) -> dict[str, list[str]]:
    """Name of the file -> what its stored report lacks."""
    entries = open_store(tmp_path / "store").entries.values()
    reports = (e for e in entries if e.source and not is_not_stored(e))
    return {Path(e.source).name: list(e.incomplete) for e in reports}


@pytest.fixture
def contradictions(monkeypatch: pytest.MonkeyPatch, in_this_process: None) -> None:
    """Reports that say "up is down" violate a shape."""
    true = kg.validation.validate_report

    def validate(lines, context, text=None):
        found = true(lines, context, text=text)
        if not any("up is down" in line for line in lines):
            return found
        rule = "Up is not down."
        return (
            *found,
            Violation(Severity.VIOLATION, "shape", "up", rule, "focus", "", "", "", "", "a-report"),
        )

    monkeypatch.setattr(kg.validation, "validate_report", validate)


@pytest.mark.usefixtures("in_this_process")
@pytest.mark.parametrize(
    ("code", "fate"), [("days-in-their-words", Fate.STORED), ("one-file", Fate.LEFT_OUT)]
)
def test_what_depends_on_the_print_is_told_and_stored(path, tmp_path, monkeypatch, code, fate):
    """A rule that follows from how records are made keeps a report out; another one does not."""
    true = kg.validation.validate_report
    broken = Violation(
        Severity.VIOLATION, RULES + code, code, "It is so.", "focus", "", "", "", "", "a-report"
    )
    monkeypatch.setattr(
        kg.validation,
        "validate_report",
        lambda lines, context, text=None: (*true(lines, context, text=text), broken),
    )
    done = built(tmp_path)
    assert dict(done.files)[path] is fate
    said = done.remarks if fate is Fate.STORED else done.complaints
    assert any("It is so." in line for line in said)


@pytest.mark.parametrize("name", LACKING)
def test_a_report_that_lacks_something_is_stored_and_named_each_time(name, path, tmp_path):
    lose, missing = LACKING[name]
    path.write_text(lose(path.read_text(encoding="utf-8")), encoding="utf-8")
    line = f"{path}: incomplete: {', '.join(missing)}"
    first, second = built(tmp_path), built(tmp_path)
    assert (dict(first.files)[path], dict(second.files)[path]) == (Fate.INCOMPLETE, Fate.UNCHANGED)
    assert records(tmp_path) == {"a-report.txt": list(missing)}
    for done in (first, second):
        assert line in done.complaints
        assert done.look_at == ((path, "incomplete"),)
        assert "1 report to look at: 1 incomplete" in summary(done)


@pytest.mark.usefixtures("in_this_process")
def test_an_error_in_a_whole_report_is_something_to_look_at_each_time(path, tmp_path, monkeypatch):
    """A problem whose code is an error; a warning is not."""
    from kg.reports import read_report as true
    from kg.reports.model import Problem

    codes = load_knowledge().problem_codes.values()
    error, warning = (
        next(code.notation for code in codes if code.severity == severity)
        for severity in ("error", "warning")
    )
    added = [Problem(error, "Not understood.", 1, "31 June 2024")]

    def read_report(*args, **options):
        report = true(*args, **options)
        return replace(report, problems=(*report.problems, *added))

    monkeypatch.setattr("kg.reports.read_report", read_report)
    first, second = built(tmp_path), built(tmp_path)
    assert dict(first.files)[path] is Fate.STORED
    for done in (first, second):
        assert done.look_at == ((path, "with errors"),)
        assert done.complaints
    added[0] = Problem(warning, "Perhaps missed.", 1)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert built(tmp_path).look_at == ()


def test_a_whole_report_is_nothing_to_look_at(path, tmp_path):
    done = built(tmp_path)
    assert (done.complaints, done.look_at) == ((), ())
    assert "to look at" not in summary(done)


def test_what_a_report_says_with_something_missing_is_still_read(path, tmp_path):
    text = path.read_text(encoding="utf-8").replace("Leeds", "Marlowe")
    path.write_text(text.replace("Inspection dates: 3 to 7 June 2024", ""), encoding="utf-8")
    built(tmp_path)
    rows = open_store(tmp_path / "store").select(
        "SELECT ?text WHERE { ?r a <https://w3id.org/childrens-services-kg/def#Recommendation> ; "
        "<https://w3id.org/childrens-services-kg/def#text> ?text }"
    )
    assert rows.rows == (("The timeliness of reviews.",),)


@pytest.mark.usefixtures("contradictions")
def test_a_report_that_contradicts_itself_is_left_out_unless_it_is_asked_for(path, tmp_path):
    made_files.report(tmp_path / "in", path.name, more="Here up is down.")
    for keep, fate, stored in (
        (False, Fate.LEFT_OUT, {}),
        (True, Fate.KEPT_INVALID, {path.name: []}),
        (True, Fate.UNCHANGED, {path.name: []}),
        # what was kept is not kept for ever
        (False, Fate.LEFT_OUT, {}),
    ):
        done = built(tmp_path, keep_invalid=keep)
        assert dict(done.files)[path] is fate
        assert records(tmp_path) == stored
        assert done.look_at and any(str(path) in line for line in done.complaints)


SPOILED = {
    "unreadable": (lambda path: path.write_bytes(b""), Fate.UNREADABLE),
    "left out": (
        lambda path: made_files.report(path.parent, path.name, more="Here up is down."),
        Fate.LEFT_OUT,
    ),
    "a copy of another": (
        lambda path: made_files.report(path.parent, path.name, place="Kent"),
        Fate.DUPLICATE,
    ),
}


@pytest.mark.usefixtures("contradictions")
@pytest.mark.parametrize("name", SPOILED)
def test_a_file_that_is_not_stored_now_takes_its_old_record_with_it(name, path, tmp_path):
    made_files.report(tmp_path / "in", "a-first.txt", place="Kent")
    built(tmp_path)
    assert set(records(tmp_path)) == {"a-first.txt", path.name}
    spoil, fate = SPOILED[name]
    spoil(path)
    done = built(tmp_path)
    assert dict(done.files)[path] is fate
    assert f"{path}: what was stored of it before was taken out of the store" in done.complaints
    assert set(records(tmp_path)) == {"a-first.txt"}
    # once only
    assert not any("taken out" in line for line in built(tmp_path).complaints)


@pytest.mark.usefixtures("contradictions")
def test_a_report_that_is_not_stored_claims_no_identity(path, tmp_path):
    """A file of the same day that is left out does not change the other's IRIs."""
    alone = built(tmp_path)
    (entry,) = [e for e in open_store(tmp_path / "store").entries.values() if e.source]
    for number in range(6):
        made_files.report(
            tmp_path / "in", f"b-{number}.txt", more=f"In {2000 + number} up is down."
        )
    done = built(tmp_path)
    assert not any("both are kept" in line for line in done.complaints)
    entries = open_store(tmp_path / "store").entries.values()
    (after,) = [e for e in entries if e.source and not is_not_stored(e)]
    assert after.graph == entry.graph
    assert alone.families == done.families


def test_what_keeps_a_report_out_is_a_rule() -> None:
    codes = {RULES + rule.code for rules in OF_RECORDS.values() for rule in rules}
    assert codes > KEEPING_OUT
