"""The laws and the other authorities that a report names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Knowledge, Register
from kg.knowledge.bodies import Bodies
from kg.knowledge.sectionkinds import Trait
from kg.language.laws import LawNames
from kg.language.placenames import PlaceNames
from kg.reports.evidence import Mention
from kg.reports.outline import Part, quote


def read_mentions(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    fieldwork_end: date | None,
    knowledge: Knowledge,
) -> tuple[Mention, ...]:
    """Every place where the body of a report names a law or another authority, in order.

    ``authority`` is the slug of the report's own authority, which is not among them; a name
    means the authority that bore it at the end of the fieldwork.
    """
    text, found = document.text, list[tuple[int, int, str, str]]()
    for law in _laws(knowledge.bodies).find(text):
        found.append((law.start, law.end, "law", law.iri))
    for place in _places(knowledge.register, knowledge.bodies).find(text):
        other = knowledge.register.resolve(place.name, fieldwork_end)
        if other is not None and other.slug != authority:
            found.append((place.start, place.end, "authority", other.slug))
    spoken = _spoken(document, parts)
    return tuple(
        Mention(what, target, quote(document, start, end))
        for start, end, what, target in sorted(found)
        if any(first <= start < last for first, last in spoken)
    )


def _spoken(document: Document, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Where the report speaks for itself: not in its cover, addresses and standing texts."""
    blocks = document.blocks
    headed = any(part.heading is not None for part in parts)
    return [
        (blocks[part.first].start, blocks[part.last - 1].end)
        for part in parts
        if part.first < part.last
        and Trait.OTHERS in part.traits
        and (part.heading is not None or part.resumed is not None or not headed)
    ]


@lru_cache(maxsize=4)
def _laws(bodies: Bodies) -> LawNames:
    return LawNames((law.iri, law.labels) for law in bodies.laws)


@lru_cache(maxsize=4)
def _finder(names: tuple[str, ...], bodies: Bodies) -> PlaceNames:
    return PlaceNames(names, bodies.places)


def _places(register: Register, bodies: Bodies) -> PlaceNames:
    names = (name for each in register.authorities.values() for name in each.names)
    return _finder(tuple(name for name in names if name[:1].isupper()), bodies)
