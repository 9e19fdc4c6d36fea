"""Any of the networks that patterns are made from."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from kg.errors import QueryError
from kg.patterns.catalogue import Parameter
from kg.patterns.observed import authorities, reports
from kg.patterns.projections import PROJECTIONS
from kg.pictures.nodes import network_picture
from kg.pictures.sheet import Picture
from kg.pictures.source import count, source_note
from kg.store import Answers

PARAMETERS = (Parameter("of", "authority-similarity", f"one of: {', '.join(PROJECTIONS)}"),)
#: What a tie of each network says.
TIES = {
    "authority-theme": "how many findings blame the authority for the theme",
    "theme-cooccurrence": "how many findings are about both themes",
    "authority-similarity": "how alike the weaknesses of two authorities are",
    "recommendation-similarity": "how alike the words of two recommendations are",
    "board-authority": "how many findings name the board",
    "inspector-inspection": "the inspector took part in the inspection",
    "report-succession": "the days from one report to the next",
}
#: Words of a long label that are shown.
WORDS = 12


def picture(asked: Answers, values: Mapping[str, str]) -> Picture:
    """One network, whole.  Raises `QueryError` if there is no such one, or nothing in it."""
    of = values["of"]
    if of not in PROJECTIONS:
        close = get_close_matches(of, PROJECTIONS, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"there is: {', '.join(PROJECTIONS)}"
        raise QueryError(f"there is no network {of!r}; {hint}")
    graph = PROJECTIONS[of](asked)
    if not len(graph):
        raise QueryError(f"there is nothing to draw: the network {of} of this store is empty")
    known, named = reports(asked), authorities(asked)
    for iri, data in graph.nodes(data=True):
        if iri in known:
            report = known[iri]
            year = f" {report.ended.year}" if report.ended else ""
            data["source"] = report.source
            data["label"] = f"{named[report.authority].name}{year} {report.family}".strip()
        words = str(data["label"]).split()
        if len(words) > WORDS:
            data["text"] = data["label"]
            data["label"] = " ".join(words[:WORDS]) + " …"
    notes = (
        source_note(known.values()),
        f"A tie is wider the heavier it is: {TIES[of]}. Where a mark stands means nothing but what "
        f"is near. The network has {count(len(graph), 'node')} and "
        f"{count(graph.number_of_edges(), 'tie')}.",
    )
    return network_picture(of.replace("-", " ").capitalize(), graph, notes)
