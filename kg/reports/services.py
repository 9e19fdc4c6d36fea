"""Services, teams, programmes, trusts and providers that a report names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.documents import Document
from kg.knowledge.services import ServiceNames
from kg.knowledge.words import plain
from kg.language.services import ServiceSpan, find_services
from kg.language.servicewords import singular
from kg.reports.evidence import Mention, Service, Unplaced
from kg.reports.outline import quote
from kg.reports.quotes import Quote

#: What is said of a service behind its name, in the same sentence.
RELATION = re.compile(
    r"[^.;:\n]{0,50}?\b(?:"
    r"(?P<provided>(?:provided|delivered|run|managed) (?:by|on behalf of))"
    r"|(?P<commissioned>commissioned (?:from|by|through|externally))"
    r"|(?P<shared>shared (?:with|by|across)|joint(?:ly)? (?:with|between)))\b"
)
RELATIONS = {"provided": "provided by", "commissioned": "commissioned from", "shared": "shared with"}


@dataclass(slots=True)
class _Found:
    """One service while its mentions are gathered."""

    kind: str
    usual: str | None
    spans: list[ServiceSpan] = field(default_factory=list)
    shorts: set[str] = field(default_factory=set)


def read_services(
    document: Document,
    body: Iterable[Quote],
    authority: str | None,
    names: ServiceNames,
) -> tuple[tuple[Service, ...], tuple[Mention, ...], tuple[Unplaced, ...]]:
    """The services named in the body, one of each, every place that names them, and doubts.

    ``body`` are the places that count: paragraphs and recommendations.  ``authority`` is the
    slug of the report's authority, None if it is unknown.
    """
    pieces = sorted({(each.start, each.end) for each in body})
    places = frozenset((authority or "").split("-"))
    found: dict[str, _Found] = {}
    for start, end in pieces:
        for span in find_services(document.text, start, end, names, places):
            key = span.usual or _own_key(span.name, places)
            if key not in found:
                found[key] = _Found(span.kind, span.usual)
            found[key].spans.append(span)
            if span.short:
                found[key].shorts.add(span.short)
    owner = authority or "unknown"
    services = []
    mentions = []
    for key, each in found.items():
        if each.usual and all(_several(span.name) for span in each.spans):
            continue
        service = _service(document, f"{owner}/{key}", each)
        services.append(service)
        mentions += [
            Mention("service", service.key, quote(document, span.start, span.end))
            for span in each.spans
        ]
    mentions.sort(key=lambda mention: mention.quote.start)
    return tuple(services), tuple(mentions), ()


def _service(document: Document, key: str, found: _Found) -> Service:
    first = found.spans[0]
    printed = [document.text[span.start : span.end] for span in found.spans]
    fullest = _fullest(printed)
    return Service(
        key=key,
        kind=found.kind,
        name=fullest,
        names=tuple(dict.fromkeys(printed)),
        relation=_relation(document.text, found.spans),
        quote=quote(document, first.start, first.end),
    )


def _several(name: str) -> bool:
    """Whether a name speaks of a kind of service ("advocacy services"), not of one."""
    return name.endswith("services") and "mental health" not in name


def _fullest(printed: Sequence[str]) -> str:
    """The form with its abbreviation behind it, else a form of words, else an abbreviation.

    Among several the one printed most often, and among these the first.
    """
    full = [form for form in printed if form.endswith(")")]
    written = [form for form in printed if not form.isupper()]
    return max(full or written or printed, key=lambda f: (printed.count(f), -printed.index(f)))


def _relation(text: str, spans: Sequence[ServiceSpan]) -> str | None:
    """What the first sentence that says something says of the service."""
    for span in spans:
        match = RELATION.match(text, span.end)
        if match and match.lastgroup:
            return RELATIONS[match.lastgroup]
    return None


def _own_key(name: str, places: frozenset[str]) -> str:
    """The end of the key of a service that is not a usual one: its words, its place aside."""
    words = [word for word in plain(name).split() if word not in places]
    return "-".join([*words[:-1], singular(words[-1])]) if words else plain(name)
