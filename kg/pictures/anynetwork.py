"""Any of the networks that patterns are made from."""

from __future__ import annotations

from collections.abc import Mapping

from kg.analysis.projections import PROJECTIONS
from kg.analysis.registry import Parameter
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.pictures import boards
from kg.pictures.nodes import MOST, network_picture
from kg.pictures.sheet import Picture
from kg.pictures.source import count, source_note
from kg.text.suggest import did_you_mean

TITLE = "Any of the networks that patterns are made from"
PARAMETERS = (
    Parameter("of", "authority-similarity", f"one of: {', '.join(PROJECTIONS)}"),
    Parameter("most", str(MOST), "how many marks are shown, those with the heaviest ties first"),
)
#: What each network is called, and what a tie of it says.
NETWORKS = {
    "authority-theme": (
        "Authorities and the themes of their weaknesses",
        "how many findings blame the authority for the theme",
    ),
    "theme-cooccurrence": (
        "Themes that are named together",
        "how many findings are about both themes",
    ),
    "authority-similarity": (
        "Authorities whose weaknesses are alike",
        "how alike their shares of weaknesses by theme are",
    ),
    "recommendation-similarity": (
        "Recommendations whose words are alike",
        "how alike their words are",
    ),
    "inspector-inspection": (
        "Inspectors and inspections",
        "the inspector took part in the inspection",
    ),
    "report-succession": (
        "Reports that follow each other",
        "the days from one report to the next",
    ),
}
#: Words of a long label that are shown.
WORDS = 12


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """One network.  Raises `QueryError` if there is no such one, or nothing in it.

    That of boards is painted as the table of `kg.pictures.boards`, which can be read.
    """
    of = values["of"]
    if of not in PROJECTIONS:
        hint = did_you_mean(of, PROJECTIONS, otherwise=f"there is: {', '.join(PROJECTIONS)}")
        raise QueryError(f"there is no network {of!r}{hint}")
    if not values["most"].isdecimal() or int(values["most"]) < 2:
        raise QueryError(f"most={values['most']}: must be a whole number of at least 2")
    if of == "board-authority":
        return boards.picture(corpus, {each.name: each.default for each in boards.PARAMETERS})
    graph = PROJECTIONS[of](corpus)
    if not len(graph):
        raise QueryError(f"there is nothing to draw: the network {of} of this store is empty")
    known, named = corpus.reports, corpus.authorities
    for iri, data in graph.nodes(data=True):
        if of == "authority-similarity":
            data["kind"] = named[iri].region or "no region"
        if iri in known:
            report = known[iri]
            year = f" {report.ended.year}" if report.ended else ""
            data["source"] = report.source
            data["label"] = f"{named[report.authority].name}{year} {report.family}".strip()
        if data["kind"] == "inspection":
            data["label"] = str(data["label"]).replace("/", " ")
        words = str(data["label"]).split()
        if len(words) > WORDS:
            data["text"] = data["label"]
            data["label"] = " ".join(words[:WORDS]) + " …"
    kinds = sorted({str(data["kind"]) for _, data in graph.nodes(data=True)})
    title, tie = NETWORKS.get(of, (of.replace("-", " "), "its weight"))
    notes = (
        source_note(known.values()),
        f"A tie is wider the heavier it is: {tie}. Where a mark stands means nothing but what "
        f"is near. The network has {count(len(graph), 'node')} and "
        f"{count(graph.number_of_edges(), 'tie')}.",
    )
    return network_picture(title, graph, notes, kinds=kinds, most=int(values["most"]))
