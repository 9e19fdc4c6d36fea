"""What the vocabulary's record says of concepts and authorities, for the rows of reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.corpus.record import Facts, Record, iri, iris, number, text, texts
from kg.namespaces import ID

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Concepts and authorities by IRI; the codes that an authority had, with their last days."""

    facts: dict[str, Facts] = field(default_factory=dict)
    #: IRI of the authority -> (last day, code) of the codes that it has no more, the oldest first
    former_codes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    #: code of a problem -> severity
    severities: dict[str, str] = field(default_factory=dict)
    #: codes of kinds of section -> their traits
    traits: dict[str, frozenset[str]] = field(default_factory=dict)

    def code(self, concept: str | None) -> str | None:
        """The code of a concept."""
        return text(self.facts.get(concept or "", {}), "skos:notation")

    def label(self, concept: str | None) -> str | None:
        """The name of a concept or an authority."""
        return text(self.facts.get(concept or "", {}), "skos:prefLabel")

    def fact(self, concept: str | None, name: str) -> str | None:
        """A literal that is said of a concept or an authority."""
        return text(self.facts.get(concept or "", {}), name)

    def gss(self, authority: str | None, day: str | None) -> str | None:
        """The code of an authority on a day: the first that ended on it or later, else today's."""
        for until, code in self.former_codes.get(authority or "", ()):
            if day and day <= until:
                return code
        return self.fact(authority, "gss")


def read_vocabulary(record: Record) -> Vocabulary:
    """The vocabulary that a record holds."""
    found = Vocabulary(record.things)
    for facts in record.things.values():
        until, code = text(facts, "validTo"), text(facts, "skos:notation")
        if until and code:
            for body in iris(facts, "codeOf"):
                found.former_codes.setdefault(body, []).append((until, code))
    for codes in found.former_codes.values():
        codes.sort()
    for _, facts in record.of_class("ProblemCode"):
        if (code := text(facts, "skos:notation")) and (severity := text(facts, "severity")):
            found.severities[code] = severity
    for _, facts in record.of_class("SectionKind"):
        if code := text(facts, "skos:notation"):
            found.traits[code] = frozenset(texts(facts, "trait"))
    return found


def vocabulary_rows(record: Record) -> dict[str, list[Row]]:
    """The rows of the tables that no report has a part in."""
    return {
        "authorities": list(_authorities(record)),
        "concepts": list(_concepts(record)),
        "names": list(_names(record)),
        "neighbours": [
            (one, other)
            for one, facts in record.things.items()
            for other in iris(facts, "statisticalNeighbour")
        ],
        "strands": list(_strands(record)),
        "successors": list(_successors(record)),
        "versions": list(_versions(record)),
    }


def _authorities(record: Record) -> Iterator[Row]:
    names = ("gss", "ofstedUrn", "dfeCode", "authorityType", "region", "regionGss")
    for one, facts in record.of_class("Authority"):
        if label := text(facts, "skos:prefLabel"):
            yield (
                label, *(text(facts, name) for name in names),
                text(facts, "validFrom"), text(facts, "validTo"), one,
            )  # fmt: skip


def _concepts(record: Record) -> Iterator[Row]:
    for one, facts in record.things.items():
        names = {*texts(facts, "skos:altLabel"), *texts(facts, "skos:hiddenLabel")}
        others = " | ".join(sorted(names)) or None
        for code in texts(facts, "skos:notation"):
            wider: list[str | None] = [*iris(facts, "skos:broader")]
            for broader in wider or [None]:
                yield (
                    one, iri(facts, "skos:inScheme"), code, text(facts, "skos:prefLabel"),
                    broader, *(number(facts, name) for name in ("order", "level", "rank")), others,
                    text(facts, "boardType"),
                )  # fmt: skip


#: A property that names an authority -> what the table calls such a name.
KINDS_OF_NAME = {
    "skos:prefLabel": "name",
    "skos:altLabel": "other name",
    "skos:hiddenLabel": "form",
    "gss": "code",
    "dfeCode": "code",
}


def _names(record: Record) -> Iterator[Row]:
    for one, facts in record.of_class("Authority"):
        yield from {
            (one, name, kind) for said, kind in KINDS_OF_NAME.items() for name in texts(facts, said)
        }


def _strands(record: Record) -> Iterator[Row]:
    for _, version in record.of_class("FrameworkVersion"):
        required = set(iris(version, "requiresStrand"))
        family, notation = text(version, "familyCode"), text(version, "skos:notation")
        part = _yes(text(version, "judgesPart") == "true")
        for strand in iris(version, "hasStrand"):
            facts = record.about(strand)
            code, order = text(facts, "skos:notation"), number(facts, "order")
            name = text(facts, "skos:prefLabel")
            if family and notation and code and name and order is not None:
                yield (
                    family, notation, code, name, order, text(facts, "judges"),
                    _yes(strand in required), part,
                )  # fmt: skip


def _successors(record: Record) -> Iterator[Row]:
    for facts in record.things.values():
        changed = text(facts, "changeDate")
        for one in iris(facts, "org:originalOrganization"):
            for other in iris(facts, "org:resultingOrganization"):
                ended = text(record.about(one), "validTo")
                if changed and ended and one != other and other.startswith(f"{ID}authority/"):
                    yield one, other, changed


def _versions(record: Record) -> Iterator[Row]:
    for one, facts in record.of_class("FrameworkVersion"):
        code, label = text(facts, "skos:notation"), text(facts, "skos:prefLabel")
        grades: list[str | None] = [
            text(record.about(grade), "skos:notation") for grade in iris(facts, "hasGrade")
        ]
        for grade in grades or [None]:
            yield one, code, label, text(facts, "familyCode"), grade


def _yes(so: bool) -> str:
    return "yes" if so else "no"
