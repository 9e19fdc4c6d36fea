"""The profiles beside this file: how each family of report is printed.

What a profile may say is in `kg.knowledge.profile`, and what its words mean in the vocabularies.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.knowledge import load_knowledge
from kg.knowledge.profile import Profile
from kg.knowledge.profiles import read_profile
from kg.reports.family import recognise

__all__ = ["PROFILES", "Profile", "load_profiles", "recognise"]

PROFILES = Path(__file__).parent / "profiles"


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
