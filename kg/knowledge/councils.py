"""What makes a place's name a council's: "the London Borough of Marlowe", "Marlowe MBC".

The words are in ``ontology/vocabularies/place-names.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.turtle import Statements
from kg.knowledge.vocabularies import VOCAB, vocabulary_table
from kg.text.phrases import any_of
from kg.text.words import normalise

#: "Marlowe’s", "St Aldates’": whose services they are.
POSSESSIVE = re.compile(r"(?<=\w)[\u2019']s?(?=\W|\Z)")


@dataclass(frozen=True)
class CouncilWords:
    """Words around a place's name, as they stand after `normalise`."""

    #: at the start of a name
    before: re.Pattern[str]
    #: at its end
    after: re.Pattern[str]
    #: words that make of a place's name the name of another place: "West" of "West Berkshire"
    larger: frozenset[str]
    #: every word that may be one of those before a name
    titles: frozenset[str]

    def names_a_place(self, text: str) -> bool:
        """Whether a comparable text has more than words that make a place's name a council's."""
        return not self.titles.issuperset(text.split())

    def shortened(self, printed: str) -> Iterator[str]:
        """A printed name made comparable, then without the words that only make it a council's.

        The longest first; then the same without what says that something belongs to it:
        "Marlowe’s council" is "marlowe".
        """
        forms = dict.fromkeys((printed, POSSESSIVE.sub("", printed)))
        texts = list(dict.fromkeys(normalise(form) for form in forms))
        # grows while it is read
        for text in texts:
            if text:
                yield text
            for words in (self.after, self.before):
                shorter = words.sub("", text)
                if shorter not in texts:
                    texts.append(shorter)


@lru_cache(maxsize=1)
def council_words() -> CouncilWords:
    """The words of the package's own vocabulary."""
    return read_council_words(vocabulary_table())


def read_council_words(table: Statements) -> CouncilWords:
    """The words of the vocabulary.  Raises `KnowledgeError` where a group of them is missing."""
    kinds, others, befores, afters = (
        _words(table, f"council-{group}") for group in ("kind", "of", "before", "after")
    )
    kind, of, before, after = map(any_of, (kinds, others, befores, afters))
    return CouncilWords(
        before=re.compile(
            rf"""
            ^ (?: (?: (?: {kind} | {of} ) [ ] )+ of [ ] (?: the [ ] )?
                | {before} [ ] )
            """,
            re.X,
        ),
        after=re.compile(rf" [ ] (?: {kind} | {after} ) $ ", re.X),
        larger=frozenset(_words(table, "larger")),
        titles=frozenset(" ".join((*kinds, *others, *befores, "of")).split()),
    )


def _words(table: Statements, group: str) -> Sequence[str]:
    """The words of a group, written as they are compared."""
    iri = f"{VOCAB}place-name/{group}"
    words = turtle.words(table, iri)
    for word in words:
        if normalise(word) != word:
            raise KnowledgeError(
                f"{table.place(iri)}: skos:hiddenLabel {word!r} of <{iri}>: write "
                f"{normalise(word)!r}, as names are compared"
            )
    return words
