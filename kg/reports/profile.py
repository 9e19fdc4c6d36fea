"""The profiles beside this file: how each family of report is printed, and which one a report has.

What a profile may say is in `kg.knowledge.profile`, and what its words mean in the vocabularies.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from kg.documents import Document
from kg.knowledge import load_knowledge
from kg.knowledge.profile import Profile
from kg.knowledge.profiles import read_profile

__all__ = ["FRONT_BLOCKS", "PROFILES", "TITLE_LENGTH", "Profile", "load_profiles", "recognise"]

PROFILES = Path(__file__).parent / "profiles"

#: The title stands among this many blocks at the front of a report.
FRONT_BLOCKS = 30
#: Characters; no title is longer.
TITLE_LENGTH = 300


@cache
def load_profiles(
    extra: tuple[Path, ...] = (), vocabulary: tuple[Path, ...] = ()
) -> tuple[Profile, ...]:
    """All profiles of the package, then the user's own, in order of their file names.

    ``vocabulary`` are the user's own vocabulary files, whose families, strands and kinds a profile
    may name.  Raises `KnowledgeError` of one line for a profile that says what none may say.
    """
    knowledge = load_knowledge(vocabulary)
    files = (*sorted(PROFILES.glob("*.toml")), *extra)
    return tuple(read_profile(path, knowledge) for path in files)


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
