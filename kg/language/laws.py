"""Acts, regulations and statutory guidance that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.text.words import normalise

#: The last words of the titles of Acts and regulations.
TITLE_ENDS = (" Act", " Regulations")
#: A year after a title: "Act 1989", "Act (1989)", "children’, 2015".
YEAR = re.compile(r"[\u2019\u201d')]*,? ?(\()?(?P<year>(?:19|20)\d\d)\b(?(1)\))")
YEARS = re.compile(r"(?<=\w) (?:19|20)\d\d$")
WORD = re.compile(r"[\w\u2019'&-]+")
#: A title has at most so many characters and words.
LONGEST, MOST_WORDS = 110, 12


@dataclass(frozen=True, slots=True)
class LawName:
    """One place where a law is named: ``text[start:end]``."""

    start: int
    end: int
    iri: str


@dataclass(frozen=True)
class LawNames:
    """What finds the names of laws, made once of their labels."""

    #: (title, year or "") -> IRI; of Acts and regulations by the words of the title
    titles: Mapping[tuple[str, str], str]
    #: guidances' titles without capitals, by the shortest title that they begin with
    guidance: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, laws: Iterable[tuple[str, Iterable[str]]]) -> LawNames:
        """The finder for some laws: (IRI, labels)."""
        titles: dict[tuple[str, str], str] = {}
        guidance: set[str] = set()
        for iri, labels in laws:
            for label in labels:
                year = YEARS.search(label)
                title = label[: year.start()] if year else label
                titles.setdefault((normalise(title), year.group().strip() if year else ""), iri)
                if not title.endswith(TITLE_ENDS):
                    guidance.add(title.lower())
        return cls(titles, _by_beginning(guidance))

    def find(self, text: str, low: str) -> Iterator[LawName]:
        """Every law named; ``low`` is the text without capitals."""
        for last in TITLE_ENDS:
            end = text.find(last)
            while end >= 0:
                end += len(last)
                if not text[end : end + 1].isalnum():
                    yield from self._title(text, end)
                end = text.find(last, end)
        for beginning, titles in self.guidance.items():
            start = low.find(beginning)
            while start >= 0:
                for title in titles:
                    if low.startswith(title, start) and not low[start - 1 : start].isalnum():
                        yield from self._named(text, start, start + len(title))
                        break
                start = low.find(beginning, start + len(beginning))

    def _title(self, text: str, end: int) -> Iterator[LawName]:
        """The Act or regulations whose title ends here: the longest that is known."""
        words = list(WORD.finditer(text, max(end - LONGEST, 0), end))[-MOST_WORDS:]
        for word in words:
            if word.group()[0].isupper():
                found = next(self._named(text, word.start(), end), None)
                if found is not None:
                    yield found
                    return

    def _named(self, text: str, start: int, end: int) -> Iterator[LawName]:
        title = normalise(text[start:end])
        year = YEAR.match(text, end)
        iri = self.titles.get((title, year["year"])) if year else None
        if year and iri:
            yield LawName(start, year.end(), iri)
        elif (title, "") in self.titles:
            yield LawName(start, end, self.titles[title, ""])


def _by_beginning(titles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Titles, the longest first, by the shortest one that each begins with."""
    found: dict[str, tuple[str, ...]] = {}
    for title in sorted(titles, key=len):
        beginning = next((each for each in found if title.startswith(each)), title)
        found[beginning] = (title, *found.get(beginning, ()))
    return found
