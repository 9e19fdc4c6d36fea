"""Which falsifications are caught: each kind is done to a record of every family."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from zlib import crc32

from kg.validation import Severity, Violation, validate_report, validate_vocabulary
from tests.validation.falsified.record import FalsifiedRecord, NotApplicable

Kind = Callable[[FalsifiedRecord], None]
TOLD = (Severity.VIOLATION, Severity.WARNING)
#: what the vocabulary goes by, among the families of reports
VOCABULARY = "vocabulary"
#: the check of a record's words against the clean text beside it
WITH_TEXT = "text" in inspect.signature(validate_report).parameters


@dataclass(frozen=True)
class Subject:
    """A record that is falsified, and what the check says of it as it is."""

    family: str
    name: str
    record: FalsifiedRecord
    said: Counter[str]


@dataclass(frozen=True)
class Outcome:
    """One falsification of one record."""

    class_: str
    kind: str
    family: str
    name: str
    caught: bool


def kinds_of(*modules: ModuleType) -> dict[str, Kind]:
    """The falsifications of a class: the public functions of its modules, in their order."""
    return {
        name: found
        for module in modules
        for name, found in vars(module).items()
        if inspect.isfunction(found)
        and found.__module__ == module.__name__
        and not name.startswith("_")
    }


def outcomes(
    class_: str, kinds: dict[str, Kind], subjects: Sequence[Subject], vocabulary: tuple[str, ...]
) -> Iterator[Outcome]:
    """Each kind done to one record of each family where it can be, another one for each kind."""
    families = list(dict.fromkeys(each.family for each in subjects))
    for name, kind in kinds.items():
        for family in families:
            own = [each for each in subjects if each.family == family]
            turn = crc32(name.encode()) % len(own)
            for subject in own[turn:] + own[:turn]:
                falsified = subject.record.copied()
                try:
                    kind(falsified)
                except NotApplicable:
                    continue
                assert falsified != subject.record, f"{name} changes nothing"
                said = told(check(falsified, family, vocabulary))
                yield Outcome(class_, name, family, subject.name, bool(said - subject.said))
                break


def check(record: FalsifiedRecord, family: str, vocabulary: tuple[str, ...]) -> Iterable[Violation]:
    """What is wrong with the record, or with the vocabulary."""
    if family == VOCABULARY:
        return validate_vocabulary(record.lines())
    given = {"text": record.text} if WITH_TEXT else {}
    return validate_report(record.lines(), vocabulary, **given)


def told(found: Iterable[Violation]) -> Counter[str]:
    """How often each rule speaks, of those whose word counts: no notes."""
    return Counter(each.shape for each in found if each.severity in TOLD)
