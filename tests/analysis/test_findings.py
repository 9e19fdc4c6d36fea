"""Which sentences count as findings, and which of them as findings of the body."""

from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.analysis.inspections import JOINT, bodies
from kg.corpus import Corpus
from tests.analysis.made_up_reports import Made, iri, make
from tests.analysis.made_up_sentences import Made as Told
from tests.analysis.made_up_sentences import Said, finding, made_up_store
from tests.analysis.tables import table

#: Five reports; each praises a service in a sentence that has no theme.
PRAISED = [Said("weakness", "plans"), Said("strength", "", ("early-help",))]


def _told(folder: Path) -> tuple[Corpus, list[Told]]:
    made = [Told(f"authority-{n}", f"2016-0{n + 1}-01", "good", PRAISED) for n in range(5)]
    return made_up_store(folder, made), made


def test_a_finding_without_a_theme_is_a_finding(tmp_path: Path) -> None:
    store, made = _told(tmp_path / "s")
    found = {one.iri: one for one in store.findings}
    assert len(found) == 10
    bare = found[finding(made[0], 1)]
    assert (bare.polarity, bare.themes, bare.sure) == ("strength", (), ())
    assert [len(body.findings) for body in bodies(store)] == [2] * 5


def test_all_findings_of_a_year_are_those_without_a_theme_too(tmp_path: Path) -> None:
    store, _ = _told(tmp_path / "s")
    told = {row["theme"]: row for row in table(pattern("time").find(store), "years")}
    assert (told["(all)"]["strengths"], told["(all)"]["weaknesses"]) == (5, 5)
    # one sentence of two
    assert told["plans"]["attention"] == 50.0


def test_a_service_is_praised_in_a_sentence_without_a_theme(tmp_path: Path) -> None:
    store, _ = _told(tmp_path / "s")
    (told,) = table(pattern("services").find(store), "kinds")
    assert (told["strengths"], told["expected"]) == (5, 50.0)


def test_odd_reports_quote_only_sentences_that_have_a_theme(tmp_path: Path) -> None:
    made = [
        Told(
            f"authority-{n}", f"2016-0{n + 1}-01", "good" if n % 2 else "inadequate",
            [*PRAISED, *[Said("strength" if n % 2 else "weakness", "plans")] * 4],
        )
        for n in range(8)
    ]  # fmt: skip
    store = made_up_store(tmp_path / "s", made)
    result = pattern("anomalies").find(store, {"folds": "2"})
    bare = {finding(one, 1) for one in made}
    quoted = {iri for row in table(result, "quotes") for iri in row["evidence"]}
    assert quoted
    assert not quoted & bare


def test_what_the_summary_says_again_is_no_finding_of_the_body(tmp_path: Path) -> None:
    made = Made("ambershire", "2016-01-01", "good", findings=["weakness plans"],
                summary=["weakness plans", "weakness"])  # fmt: skip
    store = make(tmp_path / "s", [made])
    assert len(store.findings) == 3
    assert [one.iri for one in store.body_findings] == [iri(made, "/finding/1")]


def test_reports_before_a_fall_are_counted_without_their_summaries(tmp_path: Path) -> None:
    """Blamed once in two findings of the body, as is the report beside it: no difference."""
    said, again = ["weakness plans", "strength voice"], ["weakness plans"] * 8
    made = [
        Made("ambershire", "2015-01-01", "good", findings=said, summary=again),
        Made("ambershire", "2018-01-01", "inadequate", findings=said),
        Made("bexmoor", "2015-02-01", "good", findings=said),
        Made("bexmoor", "2018-02-01", "good", findings=said),
    ]
    found = pattern("trajectories").find(make(tmp_path / "s", made))
    (fall,) = table(found, "falls")
    assert (fall["weak"], fall["beside"], fall["most_blamed"]) == (50.0, 50.0, "Plans 1")


def test_authorities_are_likened_without_what_summaries_say(tmp_path: Path) -> None:
    made = [
        Made("ambershire", "2016-01-01", "good", findings=["weakness plans"]),
        Made("bexmoor", "2016-01-01", "good", findings=["weakness plans"],
             summary=["weakness voice"] * 9),
    ]  # fmt: skip
    found = pattern("authorities-like-mine").find(
        make(tmp_path / "s", made), {"authority": "ambershire"}
    )
    (nearest,) = table(found, "nearest")
    assert (nearest["alike"], nearest["shared"]) == (1.0, "Plans")
    assert nearest["evidence"].count(iri(made[1], "/finding/1")) == 1
    assert len(nearest["evidence"]) == 2


@pytest.mark.parametrize("name", ["marks", "services", "time", "boards", "authorities-like-mine"])
def test_counts_say_that_joint_inspections_count_once_for_each_authority(
    tmp_path: Path, name: str
) -> None:
    made = [
        Told(f"authority-{n}", "2016-01-01", "good" if n % 2 else "inadequate", PRAISED)
        for n in range(10)
    ]
    assert JOINT in pattern(name).find(made_up_store(tmp_path / "s", made)).notes


def test_shared_recommendations_say_so_too(tmp_path: Path) -> None:
    made = [Made(name, "2016-01-01", "good", items=[("Meet weekly about plans.", "plans")])
            for name in ("ambershire", "bexmoor")]  # fmt: skip
    found = pattern("shared-recommendations").find(make(tmp_path / "s", made))
    assert JOINT in found.notes
    assert table(found, "groups")[0]["authorities"] == 2
