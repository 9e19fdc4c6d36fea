"""Reports whose findings and grade disagree, on reports that are plain but for one."""

import numpy as np
import pytest

from kg.analysis import pattern
from kg.analysis.grade_model import RIDGE, cross_validated, features
from kg.analysis.inspections import bodies
from kg.analysis.outliers import _expected
from kg.analysis.regression import grade_probabilities, ordered_logistic
from kg.analysis.result import Result
from kg.corpus import Corpus
from tests.analysis.made_up_sentences import THEMES, Made, Said, finding, made_up_store
from tests.analysis.tables import table


def reports() -> list[Made]:
    """Good reports praise and inadequate ones blame, but number 23 blames and is called good."""
    made = []
    for number in range(24):
        good = number % 2 == 0 or number == 23
        weak = 1 + number % 3 if good and number != 23 else 7 + number % 3
        said = [Said("weakness", "plans", text=f"Plans are weak {n}.") for n in range(weak)]
        said += [Said("strength", "supervision")] * (10 - weak)
        grade = "good" if good else "inadequate"
        made.append(Made(f"authority-{number:02}", "2016-05-01", grade, said))
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return made_up_store(tmp_path_factory.mktemp("odd") / "s", reports())


@pytest.fixture(scope="module")
def found(store: Corpus) -> Result:
    return pattern("anomalies").find(store, {"folds": "4", "most": "1", "quotes": "2"})


def test_the_odd_report_comes_first(found: Result) -> None:
    odd = table(found, "reports")[0]
    assert odd["authority"] == "Authority-23"
    assert (odd["grade"], odd["likeliest"], odd["side"]) == ("good", "inadequate", "better")
    assert odd["probability"] < 0.2
    assert odd["weak_share"] == 90.0


def test_its_weaknesses_are_quoted_once_a_theme(found: Result) -> None:
    (quoted,) = table(found, "quotes")
    assert (quoted["polarity"], quoted["text"]) == ("weakness", "Plans are weak 0.")
    assert quoted["evidence"] == (finding(reports()[23], 0),)


def test_the_other_reports_are_as_their_findings_read(found: Result) -> None:
    assert {row["side"] for row in table(found, "reports")[1:]} == {"as the findings read"}
    told = {(row["grade"], row["likeliest"]): row["reports"] for row in table(found, "confusion")}
    assert told == {
        ("good", "good"): 12, ("good", "inadequate"): 1,
        ("inadequate", "good"): 0, ("inadequate", "inadequate"): 11,
    }  # fmt: skip


def test_no_report_is_rated_by_a_model_that_saw_its_authority(store: Corpus) -> None:
    """Another grade for a report changes nothing in how it and its authority are rated."""
    body = bodies(store)
    x = features(body, THEMES)
    graded = [int(each.grade.code == "inadequate") for each in body]
    authorities = [each.authority for each in body]
    authorities[5] = authorities[4]
    before = cross_validated(x, graded, authorities, 2, 4)
    graded[4] = 1 - graded[4]
    after = cross_validated(x, graded, authorities, 2, 4)
    assert before[4] == pytest.approx(after[4])
    assert before[5] == pytest.approx(after[5])
    assert not np.allclose(before, after)


def test_a_part_is_rated_by_the_model_of_the_others(store: Corpus) -> None:
    body = bodies(store)
    x = features(body, THEMES)
    graded = np.array([int(each.grade.code == "inadequate") for each in body])
    rated = cross_validated(x, list(graded), [each.authority for each in body], 2, 4)
    test = np.arange(24) % 4 == 1
    model = ordered_logistic(x[~test], graded[~test], 2, RIDGE)
    assert rated[test] == pytest.approx(grade_probabilities(model, x[test]))


def test_it_is_said_how_many_odd_reports_chance_alone_gives(found: Result) -> None:
    (note,) = [note for note in found.notes if "By chance alone" in note]
    assert note.startswith(f"Of {len(found.inputs)} reports ")
    assert ("expected by chance as were found" in note) != ("more odd reports were found" in note)


def test_as_many_odd_reports_as_chance_gives_are_no_evidence() -> None:
    """Twenty reports, each of one grade by nine in ten: two are expected to have the other."""
    rated = np.array([[0.91, 0.09]] * 20)
    assert "2 are odd" in _expected(rated, [1, 1] + [0] * 18)
    assert "about 2 would be: about as many" in _expected(rated, [1, 1] + [0] * 18)
    assert "more odd reports were found than chance gives" in _expected(rated, [1] * 9 + [0] * 11)
