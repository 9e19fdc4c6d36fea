"""The network of themes: which are named together in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from kg.analysis.projections import theme_cooccurrence
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST
from kg.analysis.trajectories import positive
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.pictures.nodes import network_picture
from kg.pictures.sheet import Picture
from kg.pictures.source import count, one_of, source_note, theme_groups

POLARITIES = ("weakness", "strength", "mixed", "none", "all")
TITLE = "Which themes are named together"
PARAMETERS = (
    Parameter("polarity", "weakness", f"sentences that count: {', '.join(POLARITIES)}"),
    Parameter("least", str(FEWEST), "how many sentences must name two themes to tie them"),
)


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The network of themes.  Raises `QueryError` if no sentence names two of them."""
    polarity = one_of("polarity", values["polarity"], POLARITIES)
    least = positive("least", values["least"])
    only = "" if polarity == "all" else polarity
    graph = theme_cooccurrence(corpus, only)
    graph.remove_edges_from(
        [(a, b) for a, b, data in graph.edges(data=True) if data["weight"] < least]
    )
    graph.remove_nodes_from([node for node in list(graph) if graph.degree(node) == 0])
    if not len(graph):
        raise QueryError(
            f"there is nothing to draw: no two themes are named together {least} times; "
            "give a lower -p least=..."
        )
    codes = {theme.iri: theme.code for theme in corpus.themes.values()}
    group = {code: name for name, members in theme_groups(corpus) for code in members}
    used = [finding for finding in corpus.body_findings if only in ("", finding.polarity)]
    times = Counter(code for finding in used for code in finding.themes)
    for iri, data in graph.nodes(data=True):
        data["code"] = codes[iri]
        data["size"] = times[codes[iri]]
        data["kind"] = group.get(codes[iri], "other")
    for one, other, data in graph.edges(data=True):
        both = times[codes[one]] * times[codes[other]]
        data["strength"] = round(data["weight"] / sqrt(both), 4)
    known = corpus.reports
    shown = {data["code"] for _, data in graph.nodes(data=True)}
    noun = {"": "sentence", "mixed": "mixed sentence", "none": "neutral sentence"}.get(only, only)
    notes = (
        source_note(known[iri] for iri in sorted({finding.report for finding in used})),
        f"Two themes are tied if both are named in at least {count(least, noun)}; a tie is "
        "wider the more often they are together for how often each is named. The larger a mark, "
        "the more often its theme is named. Where a mark stands means nothing but what is near.",
    )
    words = {"weakness": "weak", "strength": "praised", "mixed": "both"}.get(only, "named")
    kinds = list(dict.fromkeys(group.get(code, "other") for code in group if code in shown))
    return network_picture(f"Which themes are {words} together", graph, notes, kinds=kinds)
