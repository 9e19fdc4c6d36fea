"""What a corpus knows of authorities, themes and grades."""

from __future__ import annotations

from functools import cached_property

from kg.corpus.corpustables import CorpusTables
from kg.corpus.values import Authority, GradeConcept, ItemsByKey, Theme


class CorpusVocabulary(CorpusTables):
    """The register of authorities and the concepts of the vocabularies."""

    @cached_property
    def authorities(self) -> ItemsByKey[Authority]:
        """All authorities of the register by IRI, those without a report among them."""
        found: ItemsByKey[Authority] = ItemsByKey()
        columns = ("about", "authority", "region", "gss", "valid_from", "valid_to")
        for row in sorted(self.rows("authorities", *columns)):
            found.setdefault(row[0], Authority(*row))
        return found

    @cached_property
    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """The statistical neighbours of each authority that has some, sorted; all are IRIs."""
        found: dict[str, tuple[str, ...]] = {}
        for one, other in self.rows("neighbours", "authority", "neighbour"):
            found[one] = (*found.get(one, ()), other)
        return found

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """The authorities that took over from each that is no more; all are IRIs."""
        found: dict[str, tuple[str, ...]] = {}
        for one, other in self.rows("successors", "authority", "successor"):
            found[one] = (*found.get(one, ()), other)
        return found

    @cached_property
    def themes(self) -> ItemsByKey[Theme]:
        """The themes by code."""
        return ItemsByKey(
            (code, Theme(iri, code, label)) for code, iri, label in sorted(self.concepts("theme"))
        )

    @cached_property
    def names_of_things(self) -> dict[str, str]:
        """What authorities, concepts, reports and bodies are called, by IRI."""
        found: dict[str, str] = {}
        for table, iri, name in (
            ("authorities", "about", "authority"), ("concepts", "concept", "label"),
            ("reports", "report", "title"), ("mentions", "body", "name"),
        ):  # fmt: skip
            for one, label in self.rows(table, iri, name):
                if label:
                    found.setdefault(one, label)
        return found

    @cached_property
    def grades(self) -> dict[str, GradeConcept]:
        """The grades of all scales by code."""
        used: dict[str, set[str]] = {}
        for version, grade in self.rows("versions", "code", "grade"):
            used.setdefault(grade, set()).add(version)
        columns = ("code", "label", "level", "rank", "other_names")
        found: dict[str, GradeConcept] = {}
        for code, label, level, rank, others in sorted(
            self.rows("concepts", *columns, where="rank IS NOT NULL")
        ):
            names = tuple(filter(None, (label, *others.split(" | "))))
            versions = tuple(sorted(used.get(code, ())))
            found.setdefault(code, GradeConcept(code, label, level or None, rank, names, versions))
        return found

    def concepts(self, scheme: str) -> list[tuple[str, str, str]]:
        """Code, IRI and label of the concepts of a scheme, by the last word of its IRI."""
        rows = self.rows("concepts", "code", "concept", "label", "scheme")
        found = {row[:3]: None for row in rows if row[3].rpartition("/")[2] == scheme}
        return list(found)
