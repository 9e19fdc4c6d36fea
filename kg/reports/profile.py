"""The profiles beside this file: how each family of report is printed, and which one a report has.

What a profile may say is in `kg.knowledge.profile`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.documents import Document
from kg.knowledge.profile import Profile, read_profile

__all__ = ["FRONT_BLOCKS", "PROFILES", "TITLE_LENGTH", "Profile", "load_profiles", "recognise"]

PROFILES = Path(__file__).parent / "profiles"

#: The title stands among this many blocks at the front of a report.
FRONT_BLOCKS = 30
#: Characters; no title is longer.
TITLE_LENGTH = 300


@cache
def load_profiles(extra: tuple[Path, ...] = ()) -> tuple[Profile, ...]:
    """All profiles of the package, then the user's own, in order of their file names.

    Raises `KnowledgeError` of one line for a profile that says what no profile may say.
    """
    return tuple(read_profile(path) for path in (*sorted(PROFILES.glob("*.toml")), *extra))


def recognise(document: Document, profiles: Sequence[Profile]) -> Profile | None:
    """The profile whose title stands at the front of a document, or None.

    Only the title counts: the prose of a report may name any other kind of inspection.
    """
    found: list[Profile] = []
    for block in document.blocks[:FRONT_BLOCKS]:
        # a title set with wide gaps is several blocks: what follows is let in
        text = document.text[block.start : block.start + TITLE_LENGTH].replace("\n", " ")
        found = [profile for profile in profiles if profile.family.title.match(text)]
        if found:
            break
    return max(found, key=lambda profile: profile.family.priority, default=None)
