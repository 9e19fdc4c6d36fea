"""The profiles beside this file: how each family of report is printed.

What a profile may say is in `kg.knowledge.profile`, and what its words mean in the vocabularies,
against which it is held.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.knowledge import load_knowledge
from kg.knowledge.judgedbodies import MEANS
from kg.knowledge.load import Knowledge
from kg.knowledge.profile import BODY, FRONT, HEADINGS, Profile
from kg.knowledge.typed import KeyPlace, read_toml, read_typed
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


#: Keys that lead to a word, the word, and the words that may stand there.
Word = tuple[str, str, Collection[str]]


def read_profile(path: Path, knowledge: Knowledge) -> Profile:
    """The profile in a file.  Raises `KnowledgeError` of one line: file, place, what is wrong."""
    return profile_of(read_toml(path), str(path), knowledge)


def profile_of(tables: Mapping[str, object], file: str, knowledge: Knowledge) -> Profile:
    """The profile in the tables of a file.  Raises `KnowledgeError`, as `read_profile`."""
    profile = read_typed(Profile, tables, KeyPlace(file))
    for keys, word, known in (*_of_vocabularies(profile, knowledge), *_of_sections(profile)):
        if word not in known:
            raise KeyPlace(file, keys).unknown(word, known)
    _check_bodies(profile, KeyPlace(file), knowledge)
    kinds = {each.kind for each in profile.sections.heading if each.kind}
    return replace(profile, kinds={kind: knowledge.section_kinds[kind] for kind in kinds})


def _of_vocabularies(profile: Profile, knowledge: Knowledge) -> Iterator[Word]:
    """The words of a profile that a vocabulary must know."""
    code = profile.family.code
    yield "family.code", code, {version.family for version in knowledge.versions}
    versions = [version for version in knowledge.versions if version.family == code]
    strands = {strand.notation for version in versions for strand in version.strands}
    for number, heading in enumerate(profile.sections.heading, 1):
        if heading.kind:
            yield f"sections.heading[{number}].kind", heading.kind, knowledge.section_kinds
        if heading.strand:
            yield f"sections.heading[{number}].strand", heading.strand, strands
    for number, sentence in enumerate(profile.judgements.sentence, 1):
        yield f"judgements.sentence[{number}].strand", sentence.strand, strands
    for number, expected in enumerate(profile.judgements.expected, 1):
        yield f"judgements.expected[{number}].strand", expected.strand, strands
    for number, narrative in enumerate(profile.judgements.narrative, 1):
        if narrative.strand:
            yield f"judgements.narrative[{number}].strand", narrative.strand, strands
    for number, step in enumerate(profile.next_step.sentence, 1):
        yield f"next_step.sentence[{number}].kind", step.kind, knowledge.next_steps
    if profile.earlier:
        kinds = {kind.notation for kind in knowledge.inspections.kinds}
        yield "earlier.kind", profile.earlier.kind, kinds


def _check_bodies(profile: Profile, place: KeyPlace, knowledge: Knowledge) -> None:
    """Hold whom a profile speaks of against the family's versions, which say who that is."""
    versions = [each for each in knowledge.versions if each.family == profile.family.code]
    told = [("sections.about", profile.sections.about, all)]
    for number, heading in enumerate(profile.sections.heading, 1):
        if heading.about:
            told.append((f"sections.heading[{number}].about", heading.about, all))
    for number, narrative in enumerate(profile.judgements.narrative, 1):
        # what is said in passing of boards may end with the boards
        told.append((f"judgements.narrative[{number}].about", narrative.about, any))
    for keys, about, of in told:
        if about in MEANS and not of(about in version.bodies for version in versions):
            lacking = ", ".join(each.notation for each in versions if about not in each.bodies)
            raise KeyPlace(place.file, keys).error(
                f"is {about.value!r}, and {lacking} does not say which kind of board that is; "
                f"add cs:{MEANS[about]} to the framework"
            )


def _of_sections(profile: Profile) -> Iterator[Word]:
    """Where a profile names kinds of its own sections, or another place."""
    kinds = {each.kind for each in profile.sections.heading if each.kind}
    judgements = profile.judgements
    if judgements.table:
        yield "judgements.table", judgements.table, {FRONT, *kinds}
    for number, sentence in enumerate(judgements.sentence, 1):
        places = {FRONT, HEADINGS, BODY, *kinds}
        yield f"judgements.sentence[{number}].where", sentence.where, places
    if profile.statement and profile.statement.where:
        yield "statement.where", profile.statement.where, kinds
    for number, step in enumerate(profile.next_step.sentence, 1):
        if step.where:
            yield f"next_step.sentence[{number}].where", step.where, kinds
    for number, heading in enumerate(profile.sections.heading, 1):
        for held in heading.holds:
            yield f"sections.heading[{number}].holds", held, kinds
