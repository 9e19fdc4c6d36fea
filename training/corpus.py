"""The sentences of all reports in reading order, and what readers said of them."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from kg.documents import read
from kg.errors import UnreadableFile
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report

LABELS = Path(__file__).parent / "labels.csv.gz"
POLARITIES = ("strength", "weakness", "mixed", "none")


@dataclass(slots=True)
class Sentence:
    """One sentence; ``polarity`` is an index of `POLARITIES`, None if nobody labelled it."""

    report: str
    text: str
    paragraph: int
    bullet: bool
    polarity: int | None = None
    #: indexes of themes
    themes: tuple[int, ...] = ()
    #: it was cut in another way than ours, and its neighbours are not known
    alone: bool = False
    #: people labelled it
    by_people: bool = False
    #: it was drawn at random by those who made the corpus, and is scored
    scored: bool = False


@dataclass(slots=True)
class Corpus:
    """All sentences, those of one report together and in order."""

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
    for path in sorted((folder / "gold" / "sentences").glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8")):
            found = places.get((item["report"], key(item["text"])))
            if found is None:
                # cut in another way than ours: it stands alone
                found = Sentence(item["report"], item["text"], 0, False, alone=True)
                places[item["report"], key(item["text"])] = found
                sentences.append(found)
            found.polarity = POLARITIES.index(item["polarity"])
            found.themes = tuple(number[code] for code in item["themes"])
            found.by_people = True
            found.scored = found.scored or path.name.startswith("random")
    return Corpus(sentences, themes)


def key(text: str) -> str:
    """What names a sentence without giving its words: a hash of its letters and digits."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "").replace("'", "")
    return hashlib.sha256("".join(re.findall(r"[a-z0-9]+", plain)).encode()).hexdigest()[:12]


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
    return [
        Sentence(
            document.name,
            finding.text,
            finding.paragraph or -(finding.recommendation or 0),
            finding.paragraph in bullets or bool(finding.recommendation),
        )
        for finding in report.findings
    ]
