"""The sentences of all reports in reading order, and what readers said of them."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from kg.documents import read
from kg.errors import UnreadableFile
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report

LABELS = Path(__file__).parent / "labels.csv.gz"
#: So many letters find the place of a sentence that was cut in another way.
ENOUGH = 40
POLARITIES = ("strength", "weakness", "mixed", "none")


@dataclass(slots=True)
class Sentence:
    """One sentence; ``polarity`` is an index of `POLARITIES`, None if nobody labelled it."""

    report: str
    text: str
    paragraph: int
    bullet: bool
    #: kind of its section, None if the profile names none
    kind: str | None = None
    #: notation of the strand of its section, or None
    strand: str | None = None
    polarity: int | None = None
    #: indexes of themes
    themes: tuple[int, ...] = ()
    #: it was cut in another way than ours
    alone: bool = False
    #: then: first and last place of the sentences that hold its words, None if they are not found
    within: tuple[int, int] | None = None
    #: people labelled it
    by_people: bool = False
    #: it was drawn at random by those who made the corpus, and is scored
    scored: bool = False


@dataclass(slots=True)
class Corpus:
    """All sentences, those of one report together and in order; behind them those `alone`."""

    sentences: list[Sentence]
    themes: list[str]

    def summary(self) -> str:
        """How much there is, in a line."""
        labelled = [sentence for sentence in self.sentences if sentence.polarity is not None]
        scored = sum(sentence.scored for sentence in labelled)
        reports = len({sentence.report for sentence in self.sentences})
        return (
            f"{len(self.sentences):,} sentences of {reports} reports, {len(labelled):,} labelled, "
            f"{scored:,} of them scored"
        )


def read_corpus(folder: Path) -> Corpus:
    """The corpus in a folder, with its labels and our own."""
    themes = _themes()
    number = {theme: index for index, theme in enumerate(themes)}
    sentences = _sentences(folder / "reports")
    places = {(s.report, key(s.text)): s for s in sentences}
    for report, hashed, polarity, codes in _own_labels():
        found = places.get((report, hashed))
        if found:
            found.polarity = POLARITIES.index(polarity)
            found.themes = tuple(number[code] for code in codes)
    spans = letters_of(sentences)
    for path in sorted((folder / "gold" / "sentences").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8")):
            found = places.get((item["report"], key(item["text"])))
            if found is None:
                # cut in another way than ours
                found = placed(item["report"], item["text"], sentences, spans)
                places[item["report"], key(item["text"])] = found
                sentences.append(found)
            found.polarity = POLARITIES.index(item["polarity"])
            found.themes = tuple(number[code] for code in item["themes"])
            found.by_people = True
            found.scored = found.scored or path.name.startswith("random")
    return Corpus(sentences, themes)


def key(text: str) -> str:
    """What names a sentence without giving its words: a hash of its letters and digits."""
    return hashlib.sha256(_plain(text).encode()).hexdigest()[:12]


def _plain(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "").replace("'", "")
    return "".join(re.findall(r"[a-z0-9]+", plain))


def letters_of(sentences: list[Sentence]) -> dict[str, tuple[str, list[int], int]]:
    """Of each report: its letters and digits, where in them each sentence ends, and the place of
    its first sentence."""
    pieces: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    for place, sentence in enumerate(sentences):
        first.setdefault(sentence.report, place)
        pieces.setdefault(sentence.report, []).append(_plain(sentence.text))
    return {
        report: ("".join(found), list(accumulate(map(len, found))), first[report])
        for report, found in pieces.items()
    }


def placed(
    report: str,
    text: str,
    sentences: list[Sentence],
    spans: dict[str, tuple[str, list[int], int]],
) -> Sentence:
    """A sentence that was cut in another way than ours, in the place where its words stand."""
    letters, ends, first = spans.get(report, ("", [], 0))
    wanted = _plain(text)
    # a heading may stand before its words, or a number behind them: as much as is found
    length = len(wanted)
    found = letters.find(wanted) if wanted else -1
    if found < 0:
        length = min(length, ENOUGH)
        found = max(letters.find(wanted[:length]), letters.find(wanted[-length:]))
    if found < 0 or not wanted:
        return Sentence(report, text, 0, False, alone=True)
    within = (
        first + bisect_right(ends, found),
        first + bisect_right(ends, found + length - 1),
    )
    there = sentences[within[0]]
    return Sentence(
        report,
        text,
        there.paragraph,
        there.bullet,
        there.kind,
        there.strand,
        alone=True,
        within=within,
    )


def _themes() -> list[str]:
    return list(load_knowledge().themes)


def _own_labels() -> Iterator[tuple[str, str, str, list[str]]]:
    with gzip.open(LABELS, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row["report"], row["sentence"], row["polarity"], row["themes"].split()


def _sentences(folder: Path) -> list[Sentence]:
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".pdf", ".txt", ".md")]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return [sentence for found in pool.map(_read, paths, chunksize=4) for sentence in found]


def _read(path: Path) -> list[Sentence]:
    try:
        document = read(path)
    except UnreadableFile:
        return []
    report = read_report(document, load_knowledge(), load_profiles(), rate=False)
    bullets = {paragraph.order for paragraph in report.paragraphs if paragraph.bullet}
    kinds = {section.order: section.kind for section in report.sections}
    return [
        Sentence(
            document.name,
            finding.text,
            finding.paragraph or -(finding.recommendation or 0),
            finding.paragraph in bullets or bool(finding.recommendation),
            kinds.get(finding.section) if finding.section else None,
            finding.strand,
        )
        for finding in report.findings
    ]
