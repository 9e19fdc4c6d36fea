"""The register: authorities, their codes and neighbours, what became of them, who delivers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta

from kg.shacl.terms import text_of
from kg.validation.rules.graphview import GraphView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.times import is_real

#: What no two authorities have in common; of names, no two of today.
KEYS = ("cs:gss", "cs:ofstedUrn", "cs:dfeCode", "skos:prefLabel")


def _keys(known: GraphView) -> Iterator[Broken]:
    for name in KEYS:
        seen: set[str] = set()
        for authority in known.of_class("cs:Authority"):
            if name == "skos:prefLabel" and known.value(authority, "cs:validTo"):
                continue
            for value in known.values(authority, name):
                if value in seen:
                    yield Broken(authority, name, value)
                seen.add(value)


def _described(known: GraphView) -> Iterator[Broken]:
    for authority in known.of_class("cs:Authority"):
        for name in ("cs:gss", "cs:authorityType", "cs:region"):
            if len(known.values(authority, name)) != 1:
                yield Broken(authority, name)
        for name in known.texts(authority, "skos:altLabel"):
            if not name.strip():
                yield Broken(authority, "skos:altLabel")


def _regions(known: GraphView) -> Iterator[Broken]:
    """A region has one code wherever it is named, and a code is of one region."""
    named: dict[str, str] = {}
    for authority in known.of_class("cs:Authority"):
        region = known.value(authority, "cs:region")
        code = known.value(authority, "cs:regionGss")
        if code and (named.setdefault(code, region), named.setdefault(region, code)) != (
            region,
            code,
        ):
            yield Broken(authority, "cs:region", region)
        if not code and region in named:
            yield Broken(authority, "cs:regionGss")


#: Types of authorities with the beginnings of their GSS codes.
TYPES = {
    "Unitary Authority": "E06",
    "Metropolitan District": "E08",
    "London Borough": "E09",
    "County": "E10",
}


def _types(known: GraphView) -> Iterator[Broken]:
    for authority in known.of_class("cs:Authority"):
        written = known.text(authority, "cs:authorityType")
        gss = known.text(authority, "cs:gss")
        if written and (written not in TYPES or (gss and not gss.startswith(TYPES[written]))):
            yield wrong(known, authority, "cs:authorityType")


def _neighbours(known: GraphView) -> Iterator[Broken]:
    for authority in known.having("cs:statisticalNeighbour"):
        for other in known.values(authority, "cs:statisticalNeighbour"):
            gone = known.value(other, "cs:validTo") and not known.value(authority, "cs:validTo")
            if other == authority or gone:
                yield Broken(authority, "cs:statisticalNeighbour", other)


def _endings(known: GraphView) -> Iterator[Broken]:
    """What ended was changed by something, and what became of it is told."""
    for authority in known.of_class("cs:Authority"):
        ended = known.day(authority, "cs:validTo")
        changes = known.values(authority, "org:changedBy")
        if ended and not changes:
            yield Broken(authority, "org:changedBy")
        for change in changes:
            when = known.day(change, "cs:changeDate")
            if authority not in known.values(change, "org:originalOrganization"):
                yield Broken(authority, "org:changedBy", change)
            if ended and when and when != ended + timedelta(1):
                yield Broken(authority, "org:changedBy", change)
        for change in known.values(authority, "org:resultedFrom"):
            when = known.day(change, "cs:changeDate")
            begun = known.day(authority, "cs:validFrom")
            if authority not in known.values(change, "org:resultingOrganization"):
                yield Broken(authority, "org:resultedFrom", change)
            if begun and when and begun < when:
                yield Broken(authority, "org:resultedFrom", change)


def _changes(known: GraphView) -> Iterator[Broken]:
    """A change has both sides; who ended by it, or began with it, says so."""
    for change in known.of_class("org:ChangeEvent"):
        before = known.values(change, "org:originalOrganization")
        after = known.values(change, "org:resultingOrganization")
        if not before or not after:
            yield Broken(change)
        when = known.day(change, "cs:changeDate")
        if not known.value(change, "skos:prefLabel"):
            yield Broken(change, "skos:prefLabel")
        for body in before:
            begun = known.day(body, "cs:validFrom")
            if known.value(body, "cs:validTo") and change not in known.values(
                body, "org:changedBy"
            ):
                yield Broken(change, "org:originalOrganization", body)
            if begun and when and begun > when:
                yield Broken(change, "org:originalOrganization", body)
        for body in after:
            begun = known.day(body, "cs:validFrom")
            ended = known.day(body, "cs:validTo")
            new = body not in before and begun == when
            if new and when and change not in known.values(body, "org:resultedFrom"):
                yield Broken(change, "org:resultingOrganization", body)
            if ended and when and ended < when:
                yield Broken(change, "org:resultingOrganization", body)


def _successions(known: GraphView) -> Iterator[Broken]:
    """Nobody that ended comes after itself, by however many changes."""
    after: dict[str, set[str]] = {}
    for change in known.of_class("org:ChangeEvent"):
        for body in known.values(change, "org:originalOrganization"):
            if known.value(body, "cs:validTo"):
                after.setdefault(body, set()).update(
                    known.values(change, "org:resultingOrganization")
                )
    for body in sorted(after):
        seen: set[str] = set()
        waiting = [body]
        while waiting:
            for other in after.get(waiting.pop(), set()) - seen:
                seen.add(other)
                waiting.append(other)
        if body in seen:
            yield Broken(body, "org:changedBy")


def _area_codes(known: GraphView) -> Iterator[Broken]:
    """A code is named by itself, is of the authority that has it, and holds for one time."""
    times: dict[str, list[tuple[str, str, str]]] = {}
    for code in known.of_class("cs:AreaCode"):
        notation = known.text(code, "skos:notation")
        if text_of(code).rpartition("/")[2] != notation:
            yield wrong(known, code, "skos:notation")
        for authority in known.values(code, "cs:codeOf"):
            begins = known.text(code, "cs:validFrom")
            ends = known.text(code, "cs:validTo") or "9999"
            times.setdefault(authority, []).append((begins, ends, code))
    for authority in known.of_class("cs:Authority"):
        own = sorted(times.get(authority, []))
        gss = known.value(authority, "cs:gss")
        dated = [code for begins, ends, code in own if begins or ends < "9999"]
        if len(own) > 1 and len(dated) < len(own):
            yield Broken(authority, "cs:gss", gss)
        if own and gss and gss not in {known.value(code, "skos:notation") for _, _, code in own}:
            yield Broken(authority, "cs:gss", gss)
        for (_, ends, _), (begins, _, code) in itertools.pairwise(own):
            if begins <= ends:
                yield wrong(known, code, "cs:validFrom")


def _deliveries(known: GraphView) -> Iterator[Broken]:
    for delivery in known.of_class("cs:Delivery"):
        when, until = known.text(delivery, "cs:when"), known.text(delivery, "cs:until")
        for name, written in (("cs:when", when), ("cs:until", until)):
            if written and not is_real(written):
                yield wrong(known, delivery, name)
        if until and when and until < when[: len(until)]:
            yield wrong(known, delivery, "cs:until")
        by, for_whom = (
            known.value(delivery, "cs:deliveredBy"),
            known.value(delivery, "cs:deliveredFor"),
        )
        if by == for_whom:
            yield Broken(delivery, "cs:deliveredBy", by)


REGISTER = (
    Rule("keys-of-authorities", "No two authorities have one code, number or name.", _keys),
    Rule(
        "described",
        "An authority has one code, one type and one region, and no empty name.",
        _described,
    ),
    Rule(
        "region-and-code",
        "A region must have one code, and a code one region, wherever they are named.",
        _regions,
    ),
    Rule("type-and-code", "The type must be one that there is, and fit the code.", _types),
    Rule(
        "neighbours-there",
        "A statistical neighbour is another authority, and one that has not ended.",
        _neighbours,
    ),
    Rule(
        "endings-told",
        "An authority that ended was changed by a change on the day after, and one that began"
        " resulted from a change, both told on each side.",
        _endings,
    ),
    Rule(
        "both-sides",
        "A change has authorities before and after it that existed then, and each says so.",
        _changes,
    ),
    Rule("no-circle", "An authority that ended must not come after itself.", _successions),
    Rule(
        "codes-in-their-time",
        "A code is named by its notation, and an authority has one code at a time.",
        _area_codes,
    ),
    Rule(
        "deliveries-in-order",
        "A delivery has dates that there are, ends after it begins, and is by another body.",
        _deliveries,
    ),
)
