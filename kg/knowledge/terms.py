"""Whether vocabulary files say what they say in words that the ontology has.

A class or property that is written wrongly would else be passed over in silence: an authority of
the class ``cs:Autority`` is in no register, and a name that is a ``skos:altLable`` of it is none.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.turtle import CS, DCTERMS, ORG, RDF, SKOS, TYPE, Statements
from kg.text.suggest import ALIKE, alike

OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FOAF = "http://xmlns.com/foaf/0.1/"
#: Vocabularies of others whose terms the ontology declares as far as they are used here.
OTHERS = {SKOS: "skos:", DCTERMS: "dcterms:", ORG: "org:", FOAF: "foaf:"}
#: So like a declared term (share of the letters that fit) is only what was meant to be that term.
MISSPELT = 0.85


def check_terms(table: Statements) -> None:
    """Raises `KnowledgeError` of one line that names the file, the thing, and what may be meant.

    At fault are classes and properties of the ontology's own namespace that it does not declare,
    those of others that are written almost as one that it declares, empty values, and two values of
    a property that may have one only.
    """
    classes, properties = declared_classes(table), declared_properties(table)
    single = set(turtle.instances(table, OWL + "FunctionalProperty"))
    for subject, values in table.items():
        for kind in values.get(TYPE, ()):
            _check(table, subject, f"is of the class {short(kind)}", kind, classes)
        for predicate, objects in values.items():
            _check(table, subject, f"has the property {short(predicate)}", predicate, properties)
            if not all(map(str.strip, objects)) and predicate in properties:
                raise KnowledgeError(
                    f"{table.place(subject)}: <{subject}> has an empty {short(predicate)}; "
                    "write it or take it out"
                )
            different = list(dict.fromkeys(objects))
            if predicate in single and len(different) > 1:
                raise KnowledgeError(
                    f"{table.place(subject)}: <{subject}> has {len(different)} values of "
                    f"{short(predicate)} ({', '.join(map(repr, different))}); it may have one"
                )


def short(term: str) -> str:
    """A term with its usual prefix: ``skos:altLabel``."""
    for namespace, prefix in ((CS, "cs:"), *OTHERS.items()):
        if term.startswith(namespace):
            return prefix + term.removeprefix(namespace)
    return f"<{term}>"


def declared_classes(table: Statements) -> dict[str, None]:
    """The classes that the ontology declares."""
    return dict.fromkeys(turtle.instances(table, OWL + "Class"))


def declared_properties(table: Statements) -> dict[str, None]:
    """The properties that the ontology declares."""
    kinds = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    return {term: None for kind in kinds for term in turtle.instances(table, OWL + kind)}


def misspelt(term: str, declared: Collection[str]) -> str | None:
    """The declared term that one that is not declared is written like; None if nothing is wrong.

    "" for a term of the ontology's own namespace that is like none.
    """
    if term in declared or term.startswith((RDF, RDFS, OWL)):
        return None
    namespace = next((each for each in (CS, *OTHERS) if term.startswith(each)), None)
    if namespace is None:
        return None
    own = namespace == CS
    word = term.removeprefix(namespace)
    names = sorted(each.removeprefix(namespace) for each in declared if each.startswith(namespace))
    # a class begins with a capital letter, a property does not
    same_kind = [each for each in names if each[:1].isupper() == word[:1].isupper()]
    for known in (same_kind, names):
        if meant := alike(word, known, 1, ALIKE if own else MISSPELT):
            return namespace + meant[0]
    return "" if own else None


def _check(
    table: Statements, subject: str, said: str, term: str, declared: Collection[str]
) -> None:
    meant = misspelt(term, declared)
    if meant is not None:
        there = ", which does not exist" if term.startswith(CS) else ""
        hint = f"; did you mean {short(meant)!r}?" if meant else ""
        raise KnowledgeError(f"{table.place(subject)}: <{subject}> {said}{there}{hint}")
