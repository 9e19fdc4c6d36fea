"""A printed name of a service, as the rules of this room give it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceSpan:
    """One printed name: ``text[start:end]``."""

    start: int
    end: int
    #: the name without an abbreviation in brackets
    name: str
    #: notation of the usual service that it is, or None
    usual: str | None
    #: notation of the kind
    kind: str
    #: the abbreviation printed in brackets behind it, or None
    short: str | None
    #: it is a name of its own ("Adopt Fenland"), not words for what the service does
    own: bool = False
