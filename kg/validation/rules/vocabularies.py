"""Concept schemes: what each concept refers to fits, and is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.namespaces import CS, VOCAB
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import GraphView, term
from kg.validation.rules.printed import NUMBERS
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.words import plain


def _named_once(known: GraphView) -> Iterator[Broken]:
    """A notation names one concept of its scheme; strands have theirs within a version."""
    for scheme in known.of_class("skos:ConceptScheme"):
        seen: set[str] = set()
        if text_of(scheme).endswith("/strand"):
            continue
        for concept in known.subjects_with("skos:inScheme", scheme):
            for notation in known.values(concept, "skos:notation"):
                if notation in seen:
                    yield Broken(concept, "skos:notation", notation)
                seen.add(notation)


def _labelled_once(known: GraphView) -> Iterator[Broken]:
    """What concepts of a scheme are called first is not the same of two."""
    for scheme in known.of_class("skos:ConceptScheme"):
        if text_of(scheme).rpartition("/")[2] in {"strand", "measure"}:
            continue
        seen: set[str] = set()
        for concept in known.subjects_with("skos:inScheme", scheme):
            for label in known.values(concept, "skos:prefLabel"):
                if label in seen:
                    yield Broken(concept, "skos:prefLabel", label)
                seen.add(label)


def _broader(known: GraphView) -> Iterator[Broken]:
    """Nothing is broader than itself by any way, nor both broader and related (SKOS, S27)."""
    for concept in known.having("skos:broader"):
        seen: set[str] = set()
        waiting = [concept]
        while waiting:
            for above in set(known.values(waiting.pop(), "skos:broader")) - seen:
                seen.add(above)
                waiting.append(above)
        if concept in seen:
            yield Broken(concept, "skos:broader", concept)
        for related in known.values(concept, "skos:related"):
            if related in seen:
                yield Broken(concept, "skos:related", related)


def _other_than_itself(known: GraphView) -> Iterator[Broken]:
    for name in ("dcterms:isReplacedBy", "dcterms:replaces", "skos:related", "skos:closeMatch"):
        for concept in known.having(name):
            if concept in known.values(concept, name):
                yield Broken(concept, name, concept)


def _scheme_there(known: GraphView) -> Iterator[Broken]:
    """What is named after a scheme is in it, and what is named alike is in the same one."""
    schemes = {text_of(scheme): scheme for scheme in known.of_class("skos:ConceptScheme")}
    alike: dict[str, str] = {}
    for concept in known.having("skos:inScheme"):
        folder = VOCAB + text_of(concept).removeprefix(VOCAB).partition("/")[0]
        for scheme in known.values(concept, "skos:inScheme"):
            wanted = schemes.get(folder) or alike.setdefault(folder, scheme)
            if text_of(scheme) not in schemes or scheme != wanted:
                yield Broken(concept, "skos:inScheme", scheme)


def _meant(known: GraphView) -> Iterator[Broken]:
    """What concepts lead to is of the scheme that is asked for, or of the one its like lead to."""
    for name, scheme in SCHEMES.items():
        concepts = set(known.subjects_with("skos:inScheme", f"<{VOCAB}{scheme}>"))
        for subject in known.having(name):
            for value in known.values(subject, name):
                if value not in concepts:
                    yield Broken(subject, name, value)
    for name in ("skos:broader", "dcterms:isReplacedBy", "dcterms:replaces"):
        outside: dict[str, str] = {}
        for concept in known.having(name):
            own = known.value(concept, "skos:inScheme")
            for value in known.values(concept, name):
                there = known.value(value, "skos:inScheme")
                alike = name == "skos:broader" and outside.setdefault(own, there) == there
                if own and there != own and not alike:
                    yield Broken(concept, name, value)


#: Property -> the scheme of its values.
SCHEMES = {
    "cs:meansBoard": "board-kind",
    "cs:meansPartnership": "board-kind",
    "cs:hasGrade": "grade",
    "cs:hasStrand": "strand",
    "cs:holdsItem": "kind",
}


def _replaced(known: GraphView) -> Iterator[Broken]:
    """What was replaced has a last day, where its like have any."""
    for concept in known.having("dcterms:isReplacedBy"):
        if known.value(concept, "cs:boardType") and not known.value(concept, "cs:validTo"):
            yield Broken(concept, "cs:validTo")


def _coded_by_name(known: GraphView) -> Iterator[Broken]:
    """The code of a concept is the end of its name, where it is a code at all."""
    for concept in known.of_class("skos:Concept"):
        code, name = known.text(concept, "skos:notation"), text_of(concept).rpartition("/")[2]
        if code and code != name and (CODE.fullmatch(code) or code.casefold() == name.casefold()):
            yield wrong(known, concept, "skos:notation")


#: What a code looks like.
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _called_otherwise(known: GraphView) -> Iterator[Broken]:
    """No other name of a grade, authority or kind of board is the first name of another."""
    for kind in ("cs:Grade", "cs:Authority"):
        first = {
            plain(label): thing
            for thing in known.of_class(kind)
            if not known.value(thing, "cs:validTo")
            for label in known.texts(thing, "skos:prefLabel")
        }
        for thing in known.of_class(kind):
            for name in ("skos:altLabel", "skos:hiddenLabel"):
                for label in known.values(thing, name):
                    if first.get(plain(text_of(label)), thing) != thing:
                        yield Broken(thing, name, label)


def _months(known: GraphView) -> Iterator[Broken]:
    """A timescale has its months, and they are those of its name where that is a number."""
    for concept in known.subjects_with("skos:inScheme", f"<{VOCAB}timescale>"):
        months = known.number(concept, "cs:months")
        words = plain(known.text(concept, "skos:prefLabel")).split()
        told = [NUMBERS.index(word) for word in words if word in NUMBERS]
        if months is None or (told and "month" in words[-1] and months != told[0]):
            yield wrong(known, concept, "cs:months")


def _boards_typed(known: GraphView) -> Iterator[Broken]:
    for kind in known.subjects_with("skos:inScheme", f"<{VOCAB}board-kind>"):
        if not known.value(kind, "cs:boardType"):
            yield Broken(kind, "cs:boardType")


def _units(known: GraphView) -> Iterator[Broken]:
    units = set(known.subjects_with("skos:inScheme", f"<{VOCAB}unit>"))
    for measure in known.subjects_with("skos:inScheme", f"<{VOCAB}measure>"):
        for unit in known.values(measure, "skos:related"):
            if unit not in units:
                yield Broken(measure, "skos:related", unit)


def _ordered(known: GraphView) -> Iterator[Broken]:
    """Two concepts of a scheme have not the same place in the order; strands have a rule."""
    for scheme in known.of_class("skos:ConceptScheme"):
        seen: set[str] = set()
        for concept in known.subjects_with("skos:inScheme", scheme):
            place = known.value(concept, "cs:order")
            if place and place in seen and not known.value(concept, "cccev:isDerivedFrom"):
                yield Broken(concept, "cs:order", place)
            seen.add(place)


def _declared(known: GraphView) -> Iterator[Broken]:
    """A property of the ontology's own namespace is declared there, and classes are known."""
    for predicate, column in sorted(known.index.columns.items()):
        if predicate.startswith(f"<{CS}") and predicate not in known.index.subjects:
            for subject in sorted(column.first):
                yield Broken(subject, value=predicate)
    for concept in known.of_class("skos:Concept"):
        for kind in known.values(concept, "rdf:type"):
            if kind not in known.index.subjects and kind not in KNOWN:
                yield Broken(concept, "rdf:type", kind)


#: Classes of other vocabularies that concepts are of.
KNOWN = {term("skos:Concept"), term("cccev:Criterion"), term("cccev:ReferenceFramework")}


def _classes(known: GraphView) -> Iterator[Broken]:
    """No class is under itself."""
    for name in sorted(known.index.column(term("rdfs:subClassOf")).first):
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            for above in set(known.values(waiting.pop(), "rdfs:subClassOf")) - seen:
                seen.add(above)
                waiting.append(above)
        if name in seen:
            yield Broken(name, "rdfs:subClassOf", name)


VOCABULARIES = (
    Rule(
        "of-the-scheme-that-is-asked",
        "What a framework, a kind or a concept leads to must be of the vocabulary that is meant.",
        _meant,
    ),
    Rule(
        "replaced-has-ended", "A kind of board that was replaced must have a last day.", _replaced
    ),
    Rule("code-is-the-name", "The code of a concept must be the end of its name.", _coded_by_name),
    Rule(
        "called-as-another",
        "Another name of a grade or an authority is the first name of another one.",
        _called_otherwise,
    ),
    Rule(
        "months-of-its-name",
        "A timescale must have its months, and those that its name tells.",
        _months,
    ),
    Rule("board-has-type", "A kind of board must have a type.", _boards_typed),
    Rule("unit-of-a-measure", "A measure may be related to units only.", _units),
    Rule("one-place-each", "Two concepts of a vocabulary have the same place.", _ordered),
    Rule(
        "declared-in-the-ontology",
        "Properties of this ontology, and the classes of concepts, must be declared in it.",
        _declared,
    ),
    Rule("code-once", "A code must name one concept of its vocabulary only.", _named_once),
    Rule("name-once", "Two concepts of one vocabulary have the same name.", _labelled_once),
    Rule(
        "broader-without-circles",
        "A concept must not be broader than itself, nor both broader and related.",
        _broader,
    ),
    Rule(
        "another-than-itself",
        "A concept must not be replaced by, related or close to itself.",
        _other_than_itself,
    ),
    Rule(
        "scheme-that-names-it",
        "A concept must be in a vocabulary that there is: the one that its name begins with.",
        _scheme_there,
    ),
    Rule("no-class-under-itself", "A class must not be under itself.", _classes),
)
