"""The one place where it is told what a grade is worth on a scale that several frameworks share.

The grades that the vocabulary gives a level are one scale: "adequate" (to 2013) and "requires
improvement" (since) stand at the same place of it.  Others, such as the outcomes of Area SEND
inspections, are on one scale with those that the same frameworks use, by their rank, and are never
compared with the rest.  In a store whose vocabulary has no levels all are told apart so.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.corpus import Corpus, remembered


@dataclass(frozen=True, slots=True)
class Place:
    """Where a grade stands: ``ordinal`` 1 is the best of its scale, ``last`` the worst.

    ``scale`` names the scale by the codes of its grades: grades of different scales are not
    compared.
    """

    code: str
    ordinal: int
    last: int
    scale: str

    @property
    def worst(self) -> bool:
        """Whether nothing on the scale is worse."""
        return self.ordinal == self.last


@remembered
def places(corpus: Corpus) -> dict[str, Place]:
    """The place of each grade, by its code."""
    ordinals: dict[str, int] = {}
    versions: dict[str, set[str]] = {}
    levels = set()
    for code, grade in corpus.grades.items():
        ordinals[code] = grade.level or grade.rank
        versions[code] = set(grade.versions)
        if grade.level:
            levels.add(code)
    apart = {code: users for code, users in versions.items() if code not in levels}
    found: dict[str, Place] = {}
    for codes in [*([levels] if levels else []), *_joined(apart)]:
        name = " ".join(sorted(codes, key=lambda code: (ordinals[code], code)))
        last = max(ordinals[code] for code in codes)
        found |= {code: Place(code, ordinals[code], last, name) for code in codes}
    return dict(sorted(found.items()))


def _joined(versions: dict[str, set[str]]) -> list[set[str]]:
    """The codes in groups: two are together if a chain of common frameworks joins them."""
    groups: list[tuple[set[str], set[str]]] = []
    for code in sorted(versions):
        joined, users = {code}, set(versions[code])
        apart = []
        for codes, others in groups:
            if users & others:
                joined |= codes
                users |= others
            else:
                apart.append((codes, others))
        groups = [*apart, (joined, users)]
    return [codes for codes, _ in groups]
