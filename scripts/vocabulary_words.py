"""Counts in how many reports each word of the vocabularies is printed, and lists those in none.

Usage: python scripts/vocabulary_words.py STORE [--write]

The words are the labels by which readers find boards, laws, measures, earlier inspections and the
like.  ``docs/reference/printed-words.csv`` has a row for each with its count, which is the
word's source (none: a form that was expected and not met yet); ``--write`` writes it anew from the
reports in the store.  A word that stands inside a longer one of its scheme is not counted there.
What a reader asks besides (a date nearby, a heading) is not asked here, so that a count says where
a word may be met, not how often it was taken.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rdflib import RDF, SKOS, Graph, URIRef

from kg.knowledge import folder, vocabulary_files
from kg.namespaces import VOCAB
from kg.store import open_store
from kg.text.phrases import PhraseMatcher
from kg.text.words import normalise

FILE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "printed-words.csv"
SERVICE_WORDS = folder("ontology") / "vocabularies" / "service-words.csv"
#: Schemes whose words are those of the inspectorate's site, and of no report.
OF_THE_SITE = {"listed-kind"}
COLUMNS = ("scheme", "word", "reports")
#: Schemes whose concepts are looked for by their labels; of all others that have further labels,
#: only these are words that reports print.
NAMES_ARE_PRINTED = {"board-kind", "grade", "inspection-kind", "law", "strand", "timescale"}
#: What a star in a label stands for, up to two words, and what three dots do, a few.
STAR, GAP = r" (?:\w+ ){0,2}", r" (?:\w+ ){0,12}?"
GAP_WORD = "..."


def main() -> int:
    """Count and print, and write the table if that is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {FILE.name} anew")
    args = parser.parse_args()
    store = open_store(args.store)
    texts = [text for key in store.entries if (text := store.text(key)) is not None]
    known = {**words(), "service-words.csv": service_words()}
    counted = count(known, texts)
    print(*report(known, counted, len(texts)), sep="\n")
    if args.write:
        write(words(), counted)
    return 0


def words() -> dict[str, list[str]]:
    """Scheme -> the words of its concepts, sorted."""
    graph = Graph()
    for path in vocabulary_files():
        graph.parse(path)
    found: dict[str, set[str]] = {}
    for concept, scheme in graph.subject_objects(SKOS.inScheme):
        name = str(scheme).removeprefix(VOCAB)
        labels = [SKOS.altLabel, SKOS.hiddenLabel]
        if name in NAMES_ARE_PRINTED:
            labels.append(SKOS.prefLabel)
        for label in labels:
            found.setdefault(name, set()).update(map(str, graph.objects(concept, label)))
    schemes = {str(each).removeprefix(VOCAB) for each in _schemes(graph)}
    schemes -= OF_THE_SITE
    return {name: sorted(each) for name, each in sorted(found.items()) if each and name in schemes}


def service_words() -> list[str]:
    """The words of services' names, whose table has its own counts."""
    with SERVICE_WORDS.open(newline="", encoding="utf-8") as stream:
        return sorted({row["word"] for row in csv.DictReader(stream)})


def _schemes(graph: Graph) -> Iterator[URIRef]:
    return (each for each in graph.subjects(RDF.type, SKOS.ConceptScheme) if each.startswith(VOCAB))


def count(known: Mapping[str, list[str]], texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """(scheme, word) -> the number of texts that print it."""
    finders = {name: _Finder(each) for name, each in known.items()}
    found: Counter[tuple[str, str]] = Counter()
    for text in map(plain, texts):
        for name, finder in finders.items():
            found.update((name, word) for word in finder.words_in(text))
    return found


class _Finder:
    """Finds the words of one scheme in texts whose marks, case and possessives do not count."""

    def __init__(self, words: Iterable[str]) -> None:
        self._plain: dict[str, list[str]] = {}
        self._open: dict[str, re.Pattern[str]] = {}
        for word in words:
            if "*" in word or GAP_WORD in word:
                self._open[word] = _form(word)
            else:
                self._plain.setdefault(plain(word), []).append(word)
        self._matcher = PhraseMatcher(self._plain)

    def words_in(self, text: str) -> set[str]:
        """The words of the scheme that a text prints; the text is as `plain` makes it."""
        phrases = {match.phrase for match in self._matcher.find(text)}
        found = {word for phrase in phrases for word in self._plain[phrase]}
        return found | {word for word, form in self._open.items() if form.search(text)}


def plain(text: str) -> str:
    """A text or word as they are compared here."""
    return normalise(text, possessives=False)


def _form(word: str) -> re.Pattern[str]:
    """A word with stars or gaps as an expression over a text that `plain` has made."""
    parts = re.split(r"\s*(\*|\.\.\.)\s*", word)
    between = {"*": STAR, GAP_WORD: GAP}
    forms = [between.get(part) or re.escape(plain(part)) for part in parts if part]
    return re.compile(rf"\b{''.join(forms)}s?\b")


def report(
    known: Mapping[str, list[str]], counted: Mapping[tuple[str, str], int], reports: int
) -> Iterator[str]:
    """For each scheme how many of its words are printed, and those in no report or in one."""
    for name, each in known.items():
        none = [word for word in each if not counted.get((name, word))]
        once = [word for word in each if counted.get((name, word)) == 1]
        of = f"{len(each)} words of {reports} reports"
        yield f"{name}: {of}, {len(none)} in none, {len(once)} in one"
        yield from (f"  none  {word}" for word in none)
        yield from (f"  one   {word}" for word in once)


def write(known: Mapping[str, list[str]], counted: Mapping[tuple[str, str], int]) -> None:
    """Write the table of words."""
    with FILE.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        for name, each in known.items():
            table.writerows((name, word, counted.get((name, word), 0)) for word in each)


def table() -> dict[tuple[str, str], int]:
    """(scheme, word) -> reports, as the committed table has it."""
    with FILE.open(newline="", encoding="utf-8") as stream:
        return {(row["scheme"], row["word"]): int(row["reports"]) for row in csv.DictReader(stream)}


if __name__ == "__main__":
    sys.exit(main())
