"""One authority and what it is linked to: its themes, boards and reports, and who is like it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.analysis.projections import authority_similarity, authority_theme, board_authority
from kg.analysis.registry import Parameter
from kg.analysis.trajectories import positive
from kg.corpus import Corpus, by_authority, resolve
from kg.errors import QueryError
from kg.pictures.layout import ring_places
from kg.pictures.nodes import network_picture
from kg.pictures.sheet import Picture
from kg.pictures.source import count, source_note

if TYPE_CHECKING:
    import networkx as nx

TITLE = "What one authority is linked to"
PARAMETERS = (
    Parameter("authority", "", "the authority, by name, code, or the end of its IRI"),
    Parameter("most", "12", "how many of each kind are shown, the strongest ties first"),
)
KINDS = ("weak theme", "praised theme", "similar authority", "board", "report")
#: Inches: from the middle to the ring, at least; and the room of a neighbour with its label.
RING, BOX = (3.2, 2.7), (1.3, 0.55)


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The neighbourhood of one authority.  Raises `QueryError`."""
    if not values["authority"]:
        raise QueryError("neighbourhood needs -p authority=... (for example northmoor)")
    most = positive("most", values["most"])
    meant = resolve.meant(corpus, values["authority"])
    iri = meant.iri
    name = corpus.authorities[iri].name
    own = [report for report in corpus.reports.values() if report.authority == iri]
    if not own:
        raise QueryError(meant.missing)
    graph, left_out = _neighbours(corpus, iri, name, most)
    notes = [
        source_note(own),
        "The numbers are the sentences that say so; of similar authorities, how alike the shares "
        "of their weaknesses by theme are, from 0 to 1, and their ties go to the themes that "
        "bring them closest. Themes are as a classifier reads them.",
    ]
    if left_out:
        notes.append(f"Left out, with weaker ties: {', '.join(left_out)}.")
    places = _ring(graph, iri)
    return network_picture(
        f"What {name} is linked to", graph, tuple(notes), places=places, fixed=iri,
        kinds=["authority", *KINDS], ties=len(graph),
    )  # fmt: skip


def _neighbours(corpus: Corpus, iri: str, name: str, most: int) -> tuple[nx.Graph[str], list[str]]:
    """The authority and its strongest neighbours of each kind; and how many are left out."""
    import networkx as nx

    made: nx.Graph[str] = nx.Graph()
    made.add_node(iri, label=name, kind="authority", size=1.0)
    left_out = []
    alike = authority_similarity(corpus, nearest=most)
    sources = (
        ("weak theme", authority_theme(corpus, "weakness"), ""),
        ("praised theme", authority_theme(corpus, "strength"), "#strength"),
        ("similar authority", alike, ""),
        ("board", board_authority(corpus), ""),
    )
    for kind, graph, mark in sources:
        ties = sorted(
            graph.edges(iri, data=True) if iri in graph else [],
            key=lambda tie: (-float(tie[2]["weight"]), tie[1]),
        )
        for _, other, data in ties[:most]:
            weight = data["weight"]
            said = f"{weight:.2f}" if isinstance(weight, float) else str(weight)
            label = f"{graph.nodes[other]['label']} ({said})"
            share = float(weight) / float(ties[0][2]["weight"])
            node = other + mark
            made.add_node(node, label=label, kind=kind, size=round(0.5 * share, 4))
            made.add_edge(iri, node, weight=weight, strength=round(share, 4),
                          evidence=data["evidence"])  # fmt: skip
        if len(ties) > most:
            left_out.append(count(len(ties) - most, kind))
    for report in by_authority(corpus.reports).get(iri, []):
        year = report.ended.year if report.ended else ""
        label = f"{report.family or 'report'} {year}".strip()
        made.add_node(report.iri, label=label, kind="report", size=0.2)
        made.add_edge(iri, report.iri, weight=1, strength=0.2, evidence=(report.iri,))
    near = [node for node, data in made.nodes(data=True) if data["kind"] == "similar authority"]
    for other in near:
        for theme in alike.edges[iri, other]["evidence"]:
            if theme in made:
                made.add_edge(other, theme, weight=1, strength=0.05, evidence=(theme,))
    return made, left_out


def _ring(graph: nx.Graph[str], middle: str) -> dict[str, tuple[float, float]]:
    """The authority in the middle, its neighbours around it, those of a kind beside each other."""
    order = [n for kind in KINDS for n, data in graph.nodes(data=True) if data["kind"] == kind]
    return {middle: (0.0, 0.0), **ring_places(order, BOX, *RING)}
