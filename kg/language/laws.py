"""Acts, regulations and statutory guidance that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.text.phrases import PhraseMatcher, comparable

#: The last words of the titles of Acts and regulations, which are printed with capitals.
TITLE_ENDS = (" Act", " Regulations")
#: A year after a title: "Act 1989", "Act (1989)", "children’, 2015".
YEAR = re.compile(r"[\u2019\u201d')]*,? ?(\()?(?P<year>(?:19|20)\d\d)\b(?(1)\))")
YEARS = re.compile(r"(?<=\w) (?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class LawName:
    """One place where a law is named: ``text[start:end]``."""

    start: int
    end: int
    iri: str


class LawNames:
    """What finds the names of laws, made once of their labels."""

    def __init__(self, laws: Iterable[tuple[str, Iterable[str]]]) -> None:
        """``laws``: IRI and labels of each."""
        titles: set[str] = set()
        #: (title, year or "") -> IRI
        self._laws: dict[tuple[str, str], str] = {}
        for iri, labels in laws:
            for label in labels:
                year = YEARS.search(label)
                title = label[: year.start()] if year else label
                titles.add(title)
                key = (comparable(title, marks=False), year.group().strip() if year else "")
                self._laws.setdefault(key, iri)
        acts = {title for title in titles if title.endswith(TITLE_ENDS)}
        self._acts = PhraseMatcher(acts, capitals=True, marks=False, plurals=False)
        self._guidance = PhraseMatcher(titles - acts, marks=False, plurals=False)

    def find(self, text: str) -> Iterator[LawName]:
        """Every law named: Acts and regulations, then guidance."""
        for match in (*self._acts.find(text), *self._guidance.find(text)):
            title = comparable(match.phrase, marks=False)
            year = YEAR.match(text, match.end)
            if year and (title, year["year"]) in self._laws:
                yield LawName(match.start, year.end(), self._laws[title, year["year"]])
            elif (title, "") in self._laws:
                yield LawName(match.start, match.end, self._laws[title, ""])
