"""Whether vocabulary files say what they say in words that the ontology has.

A class or property that is written wrongly would else be passed over in silence: an authority of
the class ``cs:Autority`` is in no register, and a name that is a ``skos:altLable`` of it is none.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.turtle import CS, DCTERMS, ORG, RDF, SKOS, TYPE, Table
from kg.text.suggest import ALIKE, alike

OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FOAF = "http://xmlns.com/foaf/0.1/"
#: Vocabularies of others whose terms the ontology declares as far as they are used here.
OTHERS = {SKOS: "skos:", DCTERMS: "dcterms:", ORG: "org:", FOAF: "foaf:"}
#: So like a declared term (share of the letters that fit) is only what was meant to be that term.
MISSPELT = 0.85


def check_terms(table: Table) -> None:
    """Raises `KnowledgeError` of one line that names the file, the thing, and what may be meant.

    At fault are classes and properties of the ontology's own namespace that it does not declare,
    those of others that are written almost as one that it declares, empty values, and two values of
    a property that may have one only.
    """
    classes = _declared(table, "Class")
    properties = {
        term
        for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
        for term in _declared(table, kind)
    }
    single = _declared(table, "FunctionalProperty")
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


def _declared(table: Table, kind: str) -> dict[str, None]:
    return dict.fromkeys(turtle.instances(table, OWL + kind))


def _check(table: Table, subject: str, said: str, term: str, declared: Collection[str]) -> None:
    if term in declared or term.startswith((RDF, RDFS, OWL)):
        return
    namespace = next((each for each in (CS, *OTHERS) if term.startswith(each)), None)
    if namespace is None:
        return
    own = namespace == CS
    names = {each.removeprefix(namespace) for each in declared if each.startswith(namespace)}
    meant = alike(term.removeprefix(namespace), sorted(names), 1, ALIKE if own else MISSPELT)
    if own or meant:
        there = ", which does not exist" if own else ""
        hint = f"; did you mean {short(namespace + meant[0])!r}?" if meant else ""
        raise KnowledgeError(f"{table.place(subject)}: <{subject}> {said}{there}{hint}")
