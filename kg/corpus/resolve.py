"""What a user's words mean to a store: the authority of a name, the concept of a code."""

from __future__ import annotations

from kg.errors import QueryError
from kg.knowledge.councils import council_words
from kg.store import Answers
from kg.text.suggest import alike, did_you_mean, meant

NAMES = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?authority ?name WHERE {
  ?authority a cs:Authority ; skos:prefLabel|skos:altLabel|skos:hiddenLabel|cs:gss|cs:dfeCode ?name
} ORDER BY ?authority ?name
"""
NOTATIONS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?notation ?scheme WHERE {
  ?concept skos:notation ?notation OPTIONAL { ?concept skos:inScheme ?scheme }
} ORDER BY ?notation ?scheme
"""


def authority(asked: Answers, words: str) -> str:
    """The IRI of the authority that bears a name, a code, or the end of an IRI.

    Raises `QueryError`, naming those that are written alike, if the store knows none.
    """
    shortened = council_words().shortened
    known: dict[str, set[str]] = {}
    for iri, name in asked.select(NAMES).rows:
        if words == iri.rpartition("/")[2]:
            return iri
        for form in (name, iri.rpartition("/")[2]):
            known.setdefault(next(shortened(form), ""), set()).add(iri)
    for form in shortened(words):
        found = known.get(form, set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise QueryError(f"{words!r} may be {' or '.join(sorted(found))}; give the end of one")
    close = alike(next(shortened(words), ""), known)
    names = sorted({iri.rpartition("/")[2] for form in close for iri in known[form]})
    hint = meant(names)
    raise QueryError(f"no authority is called {words!r}{hint}")


def notation(asked: Answers, code: str, vocabulary: str = "") -> str:
    """The code itself, if a concept of the store's vocabularies has it.  Raises `QueryError`.

    Where the store has a vocabulary of that name ("theme"), or some that end in it ("kind" in
    "service-kind"), the concept must be one of theirs.
    """
    rows = asked.select(NOTATIONS).rows
    own = [known for known, scheme in rows if vocabulary and _is(scheme, vocabulary)]
    known = list(dict.fromkeys(own or (known for known, _ in rows)))
    if code in known:
        return code
    hint = did_you_mean(code, known, most=3)
    raise QueryError(f"no {vocabulary if own else 'concept'} has the code {code!r}{hint}")


def _is(scheme: str, vocabulary: str) -> bool:
    name = scheme.rpartition("/")[2]
    return name == vocabulary or name.endswith(f"-{vocabulary}")
