"""Query results as networkx graphs.

Every node is the IRI of what it stands for, with ``kind`` and ``label``; every edge has its
``weight`` and in ``evidence`` the IRIs of the statements that it was counted from.  Nodes and
edges come in one order, so that an algorithm with a seed gives the same from any store.

A graph is made once: give it to any algorithm of networkx, and to another backend by
``run(name, graph, backend="...")``, which networkx converts once and keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import entry_points
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.corpus import Corpus, by_authority
from kg.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx

#: What the edges between authorities and themes can count.
COUNTED = ("weakness", "strength", "mixed", "recommendation")


def authority_theme(
    corpus: Corpus, counted: str = "weakness", *, main: bool = False
) -> nx.Graph[str]:
    """Authorities and themes; an edge weighs how many findings or recommendations say so.

    ``counted`` is one of `COUNTED`.  With ``main`` only the main theme of each is counted.
    """
    if counted not in COUNTED:
        raise QueryError(f"{counted!r} is not counted; take one of: {', '.join(COUNTED)}")
    known, named = corpus.reports, corpus.themes
    items: Iterable[tuple[str, str, tuple[str, ...]]]
    if counted == "recommendation":
        items = ((item.iri, item.report, item.themes) for item in corpus.recommendations)
    else:
        items = ((f.iri, f.report, f.themes) for f in corpus.body_findings if f.polarity == counted)
    edges: dict[tuple[str, str], list[str]] = {}
    for iri, report, codes in items:
        for code in codes[: 1 if main else None]:
            if code in named:
                pair = (known[report].authority, named[code].iri)
                edges.setdefault(pair, []).append(iri)
    return _graph(edges, {**_authorities(corpus), **_themes(corpus)})


def theme_cooccurrence(corpus: Corpus, polarity: str = "") -> nx.Graph[str]:
    """Themes; an edge weighs how many findings are about both.

    ``polarity`` is the code of the only one to count, "" for all.
    """
    named = corpus.themes
    edges: dict[tuple[str, str], list[str]] = {}
    for finding in corpus.body_findings:
        if polarity and finding.polarity != polarity:
            continue
        iris = sorted(named[code].iri for code in finding.themes if code in named)
        for place, one in enumerate(iris):
            for other in iris[place + 1 :]:
                edges.setdefault((one, other), []).append(finding.iri)
    return _graph(edges, _themes(corpus))


def authority_similarity(
    corpus: Corpus, counted: str = "weakness", *, nearest: int = 10
) -> nx.Graph[str]:
    """Authorities; an edge weighs how alike their profiles of themes are, from 0 to 1.

    Each authority is joined to its ``nearest``.  The evidence of an edge is the themes that they
    share, the one that brings them closest first: `authority_theme` has the findings of each.
    """
    from kg.analysis.theme_profiles import profiles

    found = profiles(corpus, counted)
    named = {theme.code: theme.iri for theme in corpus.themes.values()}
    alike = found.values @ found.values.T
    edges: dict[tuple[str, str], list[str]] = {}
    weights: dict[tuple[str, str], float] = {}
    for place, one in enumerate(found.authorities):
        order = sorted(range(len(found.authorities)), key=lambda at: (-alike[place, at], at))
        for at in [at for at in order if at != place and alike[place, at] > 0][:nearest]:
            pair = (min(one, found.authorities[at]), max(one, found.authorities[at]))
            weights[pair] = round(float(alike[place, at]), 6)
            edges[pair] = [named[code] for code in found.shared(place, at)]
    return _graph(edges, _authorities(corpus), weights)


def recommendation_similarity(corpus: Corpus, least: float = 0.5) -> nx.Graph[str]:
    """Recommendations; an edge weighs how alike their words are, from ``least`` to 1.

    The evidence of an edge is its two ends.
    """
    from kg.corpus.text_similarity import similar_pairs

    items = corpus.recommendations
    edges: dict[tuple[str, str], list[str]] = {}
    weights = {}
    for one, other, weight in similar_pairs([item.text for item in items], least):
        pair = (items[one].iri, items[other].iri)
        edges[pair], weights[pair] = list(pair), round(weight, 6)
    nodes = {item.iri: ("recommendation", item.text) for item in items}
    return _graph(edges, nodes, weights)


def board_authority(corpus: Corpus) -> nx.Graph[str]:
    """Boards and the authority of their area; an edge weighs the findings that name the board."""
    edges: dict[tuple[str, str], list[str]] = {}
    nodes = _authorities(corpus)
    area = dict(corpus.rows("boards", "board", "authority", where="authority IS NOT NULL"))
    named = {(m.body, m.name, m.finding) for m in corpus.mentions("board")}
    for board, label, finding in sorted(named):
        if board in area:
            nodes.setdefault(board, ("board", label))
            edges.setdefault((board, area[board]), []).append(finding)
    return _graph(edges, nodes)


def inspector_inspection(corpus: Corpus) -> nx.Graph[str]:
    """Inspectors and inspections; the edge's evidence is the seat that a report gives them.

    No report gives a person an identity: a node is ``name:`` and the printed name in lower case,
    so that two people of one name are one node, and one whose name changed is two.
    """
    nodes: dict[str, tuple[str, str]] = {}
    edges: dict[tuple[str, str], list[str]] = {}
    for seat, name, inspection in sorted(
        set(corpus.rows("inspectors", "inspector", "name", "inspection"))
    ):
        person = "name:" + " ".join(name.lower().split())
        nodes.setdefault(person, ("inspector", name))
        nodes.setdefault(inspection, ("inspection", inspection.partition("/inspection/")[2]))
        edges.setdefault((person, inspection), []).append(seat)
    return _graph(edges, nodes)


def report_succession(corpus: Corpus) -> nx.DiGraph[str]:
    """Reports, each pointing to the next on the same authority; an edge weighs the days between.

    The evidence of an edge is the two inspections, whose last days order the reports.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for own in by_authority(corpus.reports).values():
        for report in own:
            graph.add_node(report.iri, kind="report", label=report.source)
        for before, after in pairwise(own):
            assert before.ended and after.ended, "reports without a date are left out"
            seen = [report.inspection or report.iri for report in (before, after)]
            days = (after.ended - before.ended).days
            graph.add_edge(before.iri, after.iri, weight=days, evidence=tuple(seen))
    return graph


#: name -> the function that makes it
PROJECTIONS: Mapping[str, Callable[[Corpus], nx.Graph[str]]] = {
    "authority-theme": authority_theme,
    "theme-cooccurrence": theme_cooccurrence,
    "authority-similarity": authority_similarity,
    "recommendation-similarity": recommendation_similarity,
    "board-authority": board_authority,
    "inspector-inspection": inspector_inspection,
    "report-succession": report_succession,
}


def run(algorithm: str, graph: nx.Graph[str], *, backend: str | None = None, **given: Any) -> Any:
    """What an algorithm of networkx gives for a graph, by any backend that is installed.

    networkx keeps what it converted with the graph, so that a second call converts nothing.
    Raises `QueryError` if there is no such algorithm or backend.
    """
    import networkx as nx

    found: Any = nx
    for part in algorithm.split("."):
        found = getattr(found, part, None)
    if not callable(found):
        raise QueryError(f"networkx has no algorithm {algorithm!r}")
    if backend is None or backend == "networkx":
        return found(graph, **given)
    installed = {each.name for each in entry_points(group="networkx.backends")}
    if backend not in installed:
        have = ", ".join(sorted(installed | {"networkx"}))
        raise QueryError(f"no networkx backend {backend!r} is installed; there is: {have}")
    return found(graph, backend=backend, **given)


def _graph(
    edges: Mapping[tuple[str, str], list[str]],
    nodes: Mapping[str, tuple[str, str]],
    weights: Mapping[tuple[str, str], float] | None = None,
) -> nx.Graph[str]:
    """Nodes that have an edge, and the edges; an edge weighs its evidence if nothing is said."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for iri in sorted({iri for pair in edges for iri in pair}):
        kind, label = nodes.get(iri, ("", iri))
        graph.add_node(iri, kind=kind, label=label)
    for (one, other), evidence in sorted(edges.items()):
        weight = weights[one, other] if weights else len(evidence)
        graph.add_edge(one, other, weight=weight, evidence=tuple(evidence))
    return graph


def _authorities(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {one.iri: ("authority", one.name) for one in corpus.authorities.values()}


def _themes(corpus: Corpus) -> dict[str, tuple[str, str]]:
    return {one.iri: ("theme", one.label) for one in corpus.themes.values()}
