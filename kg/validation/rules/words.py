"""Words without what printing does to them: case, marks, spaces."""

from __future__ import annotations

import re

from kg.validation.rules.graphview import GraphView

LABELS = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
NO_LETTER = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case.

    >>> letters("Early-help services,")
    'earlyhelpservices'
    """
    return NO_LETTER.sub("", text).casefold()


def plain(text: str) -> str:
    """The words of a text in lower case, parted by single spaces.

    >>> plain("Children’s  services")
    'children s services'
    """
    return " ".join(NO_LETTER.sub(" ", text).casefold().split())


def labels(known: GraphView, concept: str) -> set[str]:
    """What a concept is called, as plain words."""
    return {plain(label) for name in LABELS for label in known.texts(concept, name)} - {""}
