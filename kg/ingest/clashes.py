"""Two different files that claim to be the same report: one authority, one family, one day.

Both are kept.  The file whose hash sorts first bears the plain IRI, the others one with the first
letters of their hash, so that the order in which files are read does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: Letters of the hash in the IRI of a report that shares its identity.
LETTERS = 8


@dataclass(frozen=True, slots=True)
class Claim:
    """A file (its path and hash) that claims an identity (authority/framework/date)."""

    identity: str
    sha256: str
    path: str


def suffixes(claims: Iterable[Claim]) -> Mapping[str, str]:
    """The suffix of every claimant by its hash: "" for the first of each identity."""
    found: dict[str, str] = {}
    for _, claimants in _by_identity(claims):
        for place, claim in enumerate(claimants):
            found[claim.sha256] = claim.sha256[:LETTERS] if place else ""
    return found


def complaints(claims: Iterable[Claim]) -> list[str]:
    """One line for each file that shares its identity with another."""
    lines = []
    for identity, claimants in _by_identity(claims):
        first, *others = claimants
        lines += [
            f"{claim.path}: is about the same authority, family and day ({identity}) as "
            f"{first.path}; both are kept: if one is an older version, take it out of the store"
            for claim in others
        ]
    return lines


def _by_identity(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    groups: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.identity, {})[claim.sha256] = claim
    return [
        (identity, [group[sha256] for sha256 in sorted(group)])
        for identity, group in sorted(groups.items())
    ]
