"""Which shapes look at which terms of the ontology, and what no shape looks at.

A class is covered by a shape that targets it; a property by a property shape that asks something
of its values, on the class that the ontology gives as its domain or on a class above or below.
What is not covered needs a reason in ``shapes/coverage.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KnowledgeError
from kg.namespaces import PREFIXES, RDF, RDFS
from kg.shacl.index import GraphIndex
from kg.shacl.shapes import Constraint, Shape, Shapes

#: File beside the shapes: term -> why no shape covers it.
REASONS = "coverage.toml"
#: Why no shape covers the terms that the file lists as links.
LINK = "Only named as what a term of this ontology specialises."

_OWL = PREFIXES["owl"]
_KINDS = {
    "class": (f"<{_OWL}Class>", f"<{RDFS}Class>"),
    "property": (
        f"<{_OWL}ObjectProperty>",
        f"<{_OWL}DatatypeProperty>",
        f"<{RDF}Property>",
    ),
}
_DOMAIN = f"<{RDFS}domain>"
#: Count the values of a property and say nothing of what they are.
_COUNTS = {"minCount", "maxCount"}


@dataclass(frozen=True, slots=True)
class CoveredTerm:
    """One term of the ontology."""

    #: with its prefix: "cs:page"
    term: str
    #: "class" or "property"
    kind: str
    #: (what is targeted, what is asked) of each shape that looks at the term
    asked: tuple[tuple[str, str], ...]
    #: why no shape covers it, "" if none is given
    reason: str
    #: what is missing, "" if nothing is
    gap: str


def coverage(ontology: GraphIndex, shapes: Shapes, reasons: Mapping[str, str]) -> list[CoveredTerm]:
    """One row for each class and property that the ontology declares, classes first.

    Reasons for terms that are not in the ontology, or that shapes do cover, are rows with a gap.
    """
    rows = []
    looked = list(_looked_at(shapes))
    for kind, names in _KINDS.items():
        for name in sorted({term for each in names for term in ontology.instances.get(each, ())}):
            term = short(name)
            if kind == "class":
                asked = tuple(
                    (short(shape.iri), _of_node(shape))
                    for shape in shapes.targeted
                    if name in shape.targets.classes
                )
                gap = "" if asked else "no shape targets it"
            else:
                mine = [(target, shape) for target, path, shape in looked if path == name]
                asked = tuple((short(target), _summary(shape)) for target, shape in mine)
                gap = _gap(ontology, name, mine)
            reason = reasons.get(term, "")
            if reason:
                gap = "" if gap else f"{REASONS} gives a reason, but a shape covers it"
            rows.append(CoveredTerm(term, kind, asked, reason, gap))
    known = {row.term for row in rows}
    rows += [
        CoveredTerm(
            term, "reason", (), reason, f"{REASONS} names it, but the ontology does not have it"
        )
        for term, reason in sorted(reasons.items())
        if term not in known
    ]
    return rows


def read_reasons(place: Path) -> dict[str, str]:
    """Term -> why no shape covers it, of a folder of shapes; empty if it has no such file.

    Raises `KnowledgeError` where the file is not what it should be.
    """
    path = place / REASONS
    if not path.is_file():
        return {}
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: expected TOML: {error}; correct the file") from error
    given = read.get("reasons", {})
    reasons = {}
    for term, reason in given.items() if isinstance(given, dict) else [("reasons", None)]:
        if not isinstance(reason, str) or not reason.strip():
            raise KnowledgeError(f"{path}: {term}: expected a reason in words")
        reasons[term] = reason
    links = read.get("links", {})
    terms = links.get("terms", []) if isinstance(links, dict) else [None]
    if not all(isinstance(term, str) for term in terms):
        raise KnowledgeError(f"{path}: links: expected a list of terms")
    return reasons | dict.fromkeys(terms, LINK)


def short(name: str) -> str:
    """A term or IRI with its prefix, as far as there is one for it."""
    iri = name[1:-1] if name.startswith("<") else name
    prefixed = [
        f"{prefix}:{iri[len(start) :]}"
        for prefix, start in PREFIXES.items()
        if iri.startswith(start) and "/" not in iri[len(start) :]
    ]
    return prefixed[0] if prefixed else iri.rpartition("shapes#")[2]


def _looked_at(shapes: Shapes) -> Iterator[tuple[str, str, Shape]]:
    """(target, property, property shape) of each property shape with a path of one step ahead."""
    for shape in shapes.targeted:
        for target in (*shape.targets.classes, *shape.targets.subjects_of):
            for held in _held(shape):
                if held.predicate:
                    yield target, held.predicate, held


def _held(shape: Shape) -> Iterator[Shape]:
    if shape.path:
        yield shape
    for constraint in shape.constraints:
        if constraint.parameter == "property" and isinstance(constraint.value, Shape):
            yield from _held(constraint.value)


def _gap(ontology: GraphIndex, name: str, mine: Sequence[tuple[str, Shape]]) -> str:
    asking = [target for target, shape in mine if _asks_of_values(shape)]
    if not asking:
        return "no shape asks anything of its values"
    declared = {term for kind in _KINDS["class"] for term in ontology.instances.get(kind, ())}
    for domain in ontology.column(_DOMAIN).values(name):
        if domain in declared and not any(_related(ontology, domain, each) for each in asking):
            return f"no shape on {short(domain)}, its domain, asks anything of its values"
    return ""


def _related(ontology: GraphIndex, one: str, other: str) -> bool:
    below = ontology.subclasses.below
    return other in below(one) or one in below(other)


def _asks_of_values(shape: Shape) -> bool:
    return any(constraint.parameter not in _COUNTS for constraint in shape.constraints)


def _of_node(shape: Shape) -> str:
    """How many properties a node shape looks at, and what else it asks."""
    held = sum(constraint.parameter == "property" for constraint in shape.constraints)
    others = sorted({c.parameter for c in shape.constraints} - {"property"})
    return ", ".join([f"{held} properties"] * bool(held) + others)


def _summary(shape: Shape) -> str:
    """What a property shape asks, in a few words: "1..1 integer minInclusive"."""
    said = {constraint.parameter: constraint for constraint in shape.constraints}
    parts = []
    if _COUNTS & said.keys():
        least = said["minCount"].value if "minCount" in said else 0
        most = said["maxCount"].value if "maxCount" in said else "*"
        parts.append(f"{least}..{most}")
    parts += [_word(c) for name, c in sorted(said.items()) if name not in _COUNTS]
    return " ".join(parts)


def _word(constraint: Constraint) -> str:
    if constraint.parameter in ("class", "datatype"):
        return short(str(constraint.value))
    return constraint.parameter
