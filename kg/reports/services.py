"""Services, teams, programmes, trusts and providers that a report names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.documents import Document
from kg.knowledge.servicewords import ServiceNames, WordClass
from kg.language.anchors import alone
from kg.language.propernames import find_doubtful_names
from kg.language.services import find_services
from kg.language.servicewords import Lexicon, ServiceSpan, lexicon, singular
from kg.reports.evidence import Mention, Service, Unplaced
from kg.reports.outline import quote
from kg.reports.quotes import Quote, Spans
from kg.text.words import normalise

#: What is said of a service behind its name, in the same sentence.
RELATION = re.compile(
    r"(?:,? (?:which|that))?(?: is| are| was| were| has been| have been| operates?)?"
    r"(?: now| being| currently| also| jointly)*(?: in [A-Z]\w+ (?:is|are))?,? (?:"
    r"(?P<provided>(?:provided|delivered|run|managed) (?:by|on behalf of))"
    r"|(?P<commissioned>commissioned (?:from|by|through|externally))"
    r"|(?P<shared>shared (?:with|by|across)|(?:jointly )?with (?:two|three|four|neighbouring)))\b"
)
RELATIONS = {
    "provided": "provided by",
    "commissioned": "commissioned from",
    "shared": "shared with",
}


#: Words that tell no service from another.
FILLERS = frozenset({WordClass.FILLER, WordClass.OPENER})


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
    places = frozenset((authority or "").split("-"))
    counted = Spans(each.span for each in body)
    spans, doubts = _spans(document, counted, names, places)
    words = lexicon(names)
    found: dict[str, _Found] = {}
    for span in spans:
        usual = span.usual or words.tells(WordClass.USUAL, [(span.short or "").lower()])
        key = usual or _own_key(span.name, places, words)
        if key not in found:
            found[key] = _Found(span.kind, usual)
        found[key].spans.append(span)
        if span.short:
            found[key].shorts.add(span.short)
    _join_short_forms(found, words)
    _short_mentions(document.text, found, counted)
    owner = authority or "unknown"
    services = []
    mentions = []
    for key, each in found.items():
        if not each.shorts and all(
            words.is_a(normalise(span.name), WordClass.MANY) for span in each.spans
        ):
            continue
        service = _service(document, f"{owner}/{key}", each)
        services.append(service)
        mentions += [
            Mention("service", service.key, quote(document, span.start, span.end))
            for span in each.spans
        ]
    mentions.sort(key=lambda mention: mention.quote.start)
    unplaced = tuple(
        Unplaced(document.text[start:end], why, quote(document, start, end))
        for start, end, why in doubts
    )
    return tuple(services), tuple(mentions), unplaced


def _spans(
    document: Document, body: Spans, names: ServiceNames, places: frozenset[str]
) -> tuple[list[ServiceSpan], list[tuple[int, int, str]]]:
    """The names in the body in reading order, none inside another, and the doubtful ones."""
    text = document.text
    every = find_services(text, names, places)
    spans = [span for span in every if body.holds(span.start, span.end)]
    begins = [span.start for span in spans]
    doubts = []
    for start, end, why in find_doubtful_names(text):
        at = bisect_right(begins, end - 1) - 1
        if body.holds(start, end) and (at < 0 or spans[at].end <= start):
            doubts.append((start, end, why))
    return spans, sorted(doubts)


def _join_short_forms(found: dict[str, _Found], words: Lexicon) -> None:
    """Put "the ART team" to the "assessment and response team (ART)", "Awaken" to its team."""
    owners: dict[str, str] = {}
    for key, each in found.items():
        for short in sorted(each.shorts):
            owners.setdefault(short.lower().rstrip("s"), key)
    for key, each in list(found.items()):
        if each.usual:
            continue
        core = [
            word
            for word in key.split("-")
            if word != "and" and not FILLERS & words.does(word).keys()
        ]
        first = core[0] if core else key
        forms = [*sorted(each.shorts), first]
        target = next(
            (owners[f] for f in (form.lower().rstrip("s") for form in forms) if f in owners), None
        )
        if target is None and f"{key}-team" in found:
            target = f"{key}-team"
        # a service that was itself put elsewhere takes no other
        if target and target != key and target in found:
            found[target].spans += each.spans
            found[target].spans.sort(key=lambda span: span.start)
            found[target].shorts |= each.shorts
            del found[key]


def _short_mentions(text: str, found: dict[str, _Found], body: Spans) -> None:
    """Add the places where a service's abbreviation stands alone."""
    taken = Spans((span.start, span.end) for each in found.values() for span in each.spans)
    seen: set[int] = set()
    for each in found.values():
        places = [
            (start, end, short)
            for short in sorted(each.shorts)
            for start, end in alone(text, short)
            if start not in taken and body.holds(start, end)
        ]
        for start, end, short in places:
            if start not in seen:
                seen.add(start)
                each.spans.append(ServiceSpan(start, end, short, each.usual, each.kind, None))
        each.spans.sort(key=lambda span: span.start)


def _service(document: Document, key: str, found: _Found) -> Service:
    first = found.spans[0]
    printed = [document.text[span.start : span.end] for span in found.spans]
    fullest = _fullest(found.spans, printed)
    return Service(
        key=key,
        kind=found.kind,
        name=fullest,
        names=tuple(dict.fromkeys(printed)),
        relation=_relation(document.text, found.spans),
        quote=quote(document, first.start, first.end),
    )


def _fullest(spans: Sequence[ServiceSpan], printed: Sequence[str]) -> str:
    """A name of its own, or else the form with its abbreviation, a form of words, an abbreviation.

    Among several the one printed most often, and among these the first.
    """
    own = [span.name for span in spans if span.own]
    full = [form for form in printed if form.endswith(")")]
    written = [form for form in printed if not form.isupper()]
    single = [form for form in written if not form.endswith("services")]
    return max(
        own or full or single or written or printed,
        key=lambda f: (printed.count(f), -printed.index(f)),
    )


def _relation(text: str, spans: Sequence[ServiceSpan]) -> str | None:
    """What the first sentence that says something says of the service."""
    for span in spans:
        match = RELATION.match(text, span.end)
        if match and match.lastgroup:
            return RELATIONS[match.lastgroup]
    return None


def _own_key(name: str, places: frozenset[str], lexicon: Lexicon) -> str:
    """The end of the key of a service that is not a usual one.

    Words that tell no service from another fall away ("social work", the place's name), and a
    team, a service and a unit for the same thing are one.
    """
    words = normalise(name).split()
    head = singular(words[-1])
    rest = [word for word in words[:-1] if word not in places]
    core = [word for word in rest if not FILLERS & lexicon.does(word).keys()]
    if all(lexicon.is_a(word, WordClass.JOINER) for word in core):
        # nothing but words that tell no service from another, and what joins them
        core = rest
    return "-".join([*core, "team" if lexicon.is_a(head, WordClass.ALIKE) else head])
