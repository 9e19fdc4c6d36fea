"""What a manifest says of where a report was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Publication:
    """What a manifest says of one file.  Texts are "" where it says nothing."""

    #: where the file was published
    address: str
    #: the page that lists it among the reports on one authority
    provider_page: str = ""
    #: the authority's number at the inspectorate
    urn: str = ""
    #: the authority's name
    authority: str = ""
    #: what the site calls the kind of report
    kind: str = ""
    #: the day that the site gives
    listed: date | None = None
