"""What changed from one small store to another, made by rewriting some of its lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.diff import Difference, compare, open_side, write_difference
from kg.errors import StoreError
from kg.exports.registry import EXPORTS, Options
from kg.namespaces import CS, DCTERMS, GRAPH, ID, PROV, RDF, SKOS
from kg.store import open_store, writing

LEEDS = "leeds/ilacs/2022-03-04"
YORK = "york/sif/2015-02-01"


def nquads(end: str, said: Sequence[tuple[str, str, str]]) -> list[str]:
    """Lines from (end of the subject's IRI, predicate, value); a value with ":" is an IRI."""
    lines = []
    for subject, predicate, value in said:
        term = f"<{value}>" if "://" in value else json.dumps(value, ensure_ascii=False)
        name = predicate if "://" in predicate else CS + predicate
        lines.append(f"<{ID}{subject}> <{name}> {term} <{GRAPH}{end}> .")
    return sorted(lines)


def report(end: str, sha256: str = "aa") -> list[tuple[str, str, str]]:
    """A report with a judgement, two recommendations and two findings."""
    base = f"report/{end}"
    return [
        (base, f"{RDF}type", f"{CS}Report"),
        (base, f"{DCTERMS}title", "A report"),
        (base, "about", f"{ID}authority/{end.partition('/')[0]}"),
        (base, f"{PROV}wasDerivedFrom", f"{ID}file/{sha256}"),
        (f"{base}/judgement/overall", f"{RDF}type", f"{CS}Judgement"),
        (f"{base}/judgement/overall", "basis", "graded"),
        (f"{base}/judgement/overall", "gradePrinted", "good"),
        (f"{base}/judgement/overall", "subject", "Overall effectiveness"),
        (f"{base}/judgement/overall", "page", "1"),
        *item(end, "recommendation/1", "Recommendation", "Visit children every week.", "2"),
        *item(end, "recommendation/2", "Recommendation", "Write plans that parents can read.", "2"),
        *item(end, "finding/1", "Finding", "Leaders know their services well.", "3"),
        (f"{base}/finding/1", "polarity", "https://example.org/strength"),
        (f"{base}/finding/1", "themeProbabilities", "leadership 0.91 plans 0.4"),
        *item(end, "finding/2", "Finding", "Plans drift.", "4"),
    ]  # fmt: skip


def item(end: str, name: str, kind: str, text: str, page: str) -> list[tuple[str, str, str]]:
    subject = f"report/{end}/{name}"
    words = "text" if kind == "Recommendation" else "quote"
    return [
        (subject, f"{RDF}type", f"{CS}{kind}"),
        (subject, words, text),
        (subject, "page", page),
    ]


VOCABULARY = [
    ("authority/leeds", f"{SKOS}prefLabel", "Leeds"),
    ("authority/york", f"{SKOS}prefLabel", "York"),
    ("made-up/ilacs", "familyCode", "ILACS"),
]
Reports = dict[str, list[tuple[str, str, str]]]


@pytest.fixture
def stores(tmp_path: Path) -> Callable[[str, Reports], Path]:
    def make(name: str, reports: Reports) -> Path:
        with writing(tmp_path / name) as writer:
            for end, said in {"vocabulary": VOCABULARY, **reports}.items():
                writer.put(
                    end.replace("/", "_"), nquads(end, said), graph=GRAPH + end, fingerprint="x"
                )
            writer.commit()
        return tmp_path / name

    return make


@pytest.fixture
def told(stores: Callable[[str, Reports], Path]) -> Callable[[Reports, Reports], list[str]]:
    """The lines of the text that follow the counts."""

    def tell(old: Reports, new: Reports) -> list[str]:
        found = difference(stores("old", old), stores("new", new))
        counts = len(found.counts())
        return write_difference(found, "text").splitlines()[counts:]

    return tell


def difference(old: Path, new: Path) -> Difference:
    return compare(open_side(old), open_side(new))


def rewritten(said: list[tuple[str, str, str]], **words: str) -> list[tuple[str, str, str]]:
    """The same with some values replaced, spaces written as underscores."""
    change = {old.replace("_", " "): new for old, new in words.items()}
    return [(subject, name, change.get(value, value)) for subject, name, value in said]


def test_nothing_changed(stores) -> None:
    old = stores("old", {LEEDS: report(LEEDS)})
    found = difference(old, stores("new", {LEEDS: report(LEEDS)}))
    assert write_difference(found, "text") == "reports: 1 the same\n"


def test_a_grade_was_and_is(told) -> None:
    assert told({LEEDS: report(LEEDS)}, {LEEDS: rewritten(report(LEEDS), good="outstanding")}) == [
        "Leeds, ILACS 2022: the grade of overall effectiveness was good, is outstanding (page 1)"
    ]


def test_a_recommendation_that_comes_first_does_not_change_the_others(told) -> None:
    before = report(LEEDS)
    # the numbers in the IRIs of all that follow move on by one
    moved = [
        (subject.replace("ation/2", "ation/3").replace("ation/1", "ation/2"), name, value)
        for subject, name, value in before
    ]
    after = moved + item(LEEDS, "recommendation/1", "Recommendation", "Answer the telephone.", "2")
    assert told({LEEDS: before}, {LEEDS: after}) == [
        "Leeds, ILACS 2022: recommendation added: “Answer the telephone.” (page 2)"
    ]


def test_a_text_that_is_nearly_the_same_is_reworded(told) -> None:
    after = rewritten(report(LEEDS))
    after = [
        (s, n, "Visit children every day." if v == "Visit children every week." else v)
        for s, n, v in after
    ]
    assert told({LEEDS: report(LEEDS)}, {LEEDS: after}) == [
        "Leeds, ILACS 2022: recommendation reworded: was “Visit children every week.”, "
        "is “Visit children every day.” (page 2)"
    ]


def test_themes_and_polarity_change_but_probabilities_do_not_matter(told, stores) -> None:
    before = report(LEEDS)
    after = [
        (s, n, {"leadership 0.91 plans 0.4": "plans 0.7"}.get(v, v).replace("strength", "mixed"))
        for s, n, v in before
    ]
    what = "of the finding “Leaders know their services well.”"
    assert told({LEEDS: before}, {LEEDS: after}) == [
        f"Leeds, ILACS 2022: the polarity {what} was strength, is mixed (page 3)",
        f"Leeds, ILACS 2022: the themes {what} was leadership, plans, is plans (page 3)",
    ]
    surer = [
        (s, n, v.replace("leadership 0.91 plans 0.4", "leadership 0.99 plans 0.8"))
        for s, n, v in before
    ]
    found = difference(stores("a", {LEEDS: before}), stores("b", {LEEDS: surer}))
    assert write_difference(found, "text") == (
        "reports: 1 changed only in places, probabilities or versions, 0 the same\n"
    )


def test_reports_come_and_go(told) -> None:
    assert told({LEEDS: report(LEEDS)}, {YORK: report(YORK, "bb")}) == [
        "Leeds, ILACS 2022: report removed: 1 judgement, 2 recommendations, 2 findings",
        "Leeds, ILACS 2022: judgement removed: overall effectiveness, good (page 1)",
        "York, sif 2015: report added: 1 judgement, 2 recommendations, 2 findings",
        "York, sif 2015: judgement added: overall effectiveness, good (page 1)",
    ]


def test_one_file_read_as_another_report_is_renamed(told) -> None:
    assert told({LEEDS: report(LEEDS)}, {YORK: report(YORK)}) == [
        "York, sif 2015: the same file was Leeds, ILACS 2022",
        "York, sif 2015: the authority was Leeds, is York",
    ]


def test_two_reports_of_one_year_are_told_apart_by_their_days(told) -> None:
    other = "leeds/ilacs/2022-11-30"
    lines = told(
        {LEEDS: report(LEEDS), other: report(other, "bb")},
        {LEEDS: report(LEEDS), other: rewritten(report(other, "bb"), good="poor")},
    )
    assert lines == [
        "Leeds, ILACS 2022-11-30: the grade of overall effectiveness was good, is poor (page 1)"
    ]


@pytest.mark.parametrize("format", ["turtle:ttl", "ntriples:nt", "nquads:nq", "trig:trig"])
def test_a_file_says_the_same_as_the_store_it_was_written_from(stores, tmp_path, format) -> None:
    name, ending = format.split(":")
    old = stores("old", {LEEDS: report(LEEDS)})
    new = stores("new", {LEEDS: rewritten(report(LEEDS), good="outstanding"), YORK: report(YORK)})
    for store in (old, new):
        EXPORTS[name].write(
            open_store(store), tmp_path / f"{store.name}.{ending}", Options(described=False)
        )
    between_stores = difference(old, new)
    assert difference(tmp_path / f"old.{ending}", new) == between_stores
    assert difference(tmp_path / f"old.{ending}", tmp_path / f"new.{ending}") == between_stores
    assert difference(tmp_path / f"old.{ending}", old).counts()["report"]["changed"] == 0


def test_json_counts_and_names_each_change(stores) -> None:
    old = stores("old", {LEEDS: report(LEEDS)})
    new = stores(
        "new", {LEEDS: rewritten(report(LEEDS), good="outstanding"), YORK: report(YORK, "b")}
    )
    said = json.loads(write_difference(difference(old, new), "json"))
    assert said["counts"]["report"] == {"added": 1, "removed": 0, "changed": 1, "renamed": 0}
    assert said["counts"]["judgement"] == {"added": 1, "removed": 0, "changed": 1, "renamed": 0}
    assert said["counts"]["finding"] == {"added": 2, "removed": 0, "changed": 0, "renamed": 0}
    assert said["reports"][0]["changes"] == [
        {
            "change": "changed", "kind": "judgement", "what": "overall effectiveness",
            "field": "grade", "old": "good", "new": "outstanding", "page": 1,
        }
    ]  # fmt: skip
    assert "changes" not in json.loads(write_difference(difference(old, new), "json", summary=True))


def test_markdown_has_a_heading_a_report(stores) -> None:
    old = stores("old", {LEEDS: report(LEEDS)})
    new = stores("new", {LEEDS: rewritten(report(LEEDS), good="outstanding")})
    assert write_difference(difference(old, new), "markdown") == (
        "# What changed\n\n"
        "- reports: 1 changed, 0 the same\n"
        "- judgements: 1 changed\n\n"
        "## Leeds, ILACS 2022\n\n"
        "- The grade of overall effectiveness was good, is outstanding (page 1)\n"
    )


def test_a_term_of_the_vocabulary_that_changed_is_named(stores, monkeypatch) -> None:
    old = stores("old", {LEEDS: report(LEEDS)})
    more = [*VOCABULARY, ("authority/york", "gss", "E06000014")]
    monkeypatch.setattr(sys.modules[__name__], "VOCABULARY", more)
    found = difference(old, stores("new", {LEEDS: report(LEEDS)}))
    assert write_difference(found, "text").splitlines()[-1] == (
        f"vocabulary: the gss of the term York <{ID}authority/york> was not given, is E06000014"
    )


def test_what_is_no_store_and_no_file_is_refused(tmp_path) -> None:
    (tmp_path / "notes.csv").write_text("notes")
    (tmp_path / "broken.ttl").write_text("this is no Turtle")
    (tmp_path / "other.ttl").write_text("")
    (tmp_path / "folder").mkdir()
    for name, why in {
        "missing": "no such file or folder",
        "folder": "is no store",
        "notes.csv": "its ending is not one of RDF",
        "broken.ttl": "is not what its ending says",
        "other.ttl": "says nothing of reports",
    }.items():
        with pytest.raises(StoreError, match=why):
            open_side(tmp_path / name)


def test_the_command_ends_with_0_whether_there_are_differences_or_not(stores) -> None:
    old = stores("old", {LEEDS: report(LEEDS)})
    new = stores("new", {LEEDS: rewritten(report(LEEDS), good="outstanding"), YORK: report(YORK)})
    said = set()
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-m", "kg", "diff", str(old), str(new)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        said.add(done.stdout)
    assert len(said) == 1
    missing = subprocess.run(
        [sys.executable, "-m", "kg", "diff", str(old), "nowhere"], capture_output=True, text=True
    )
    assert missing.returncode == 2
    assert missing.stderr == (
        "kg diff: nowhere: no such file or folder; give a store or an exported file\n"
    )
