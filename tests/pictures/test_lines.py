"""Lines of pictures join what belongs together, and pass behind words."""

import networkx as nx
from matplotlib.patches import Rectangle

from kg.analysis.grade_scale import Place
from kg.pictures import Picture
from kg.pictures.nodes import network_picture
from kg.pictures.sheet import painted, settings
from kg.pictures.timeline import Event, timeline

GOOD, BAD = Place("good", 2, 4, "s"), Place("inadequate", 4, 4, "s")


def trail(picture: Picture) -> int:
    """How many points the line of a timeline has; the lines of years and rows have two."""
    with settings():
        lines = painted(picture).axes[0].lines
    (line,) = [line for line in lines if line.get_zorder() == 1]
    return len(line.get_xdata())


def test_the_line_of_a_timeline_joins_overall_grades_only() -> None:
    events = [
        Event(2010.5, "2010", "inspection of safeguarding", "said to be inadequate", BAD, False),
        Event(2010.7, "2010", "looked after children", "said to be good", GOOD, False),
        Event(2013.2, "2013", "inspection", "", GOOD, True, overall=True),
        Event(2014.0, "2014", "visit", "", None, True),
        Event(2016.1, "2016", "one strand, graded", "", BAD, True),
        Event(2019.8, "2019", "inspection", "", BAD, True, overall=True),
    ]
    assert trail(timeline("Inspections", events, {}, ())) == 2
    assert trail(timeline("Inspections", events[:2], {}, ())) == 0


def test_ties_pass_behind_labels() -> None:
    graph = nx.Graph([("a", "b"), ("b", "c"), ("a", "c")])
    for node in graph:
        graph.nodes[node].update(label=f"A name of some length {node}", kind="k")
    with settings():
        axes = painted(network_picture("A network", graph, ())).axes[0]
        axes.figure.canvas.draw()
        grounds = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
        ties = [line.get_zorder() for line in axes.lines if line.get_marker() == "None"]
        words = [text for text in axes.texts if "name" in text.get_text()]
        assert ties
        assert words
        for text in words:
            box = text.get_window_extent()
            under = [
                ground
                for ground in grounds
                if ground.get_window_extent().x0 <= box.x0 + 1
                and ground.get_window_extent().x1 >= box.x1 - 1
                and ground.get_window_extent().y0 <= box.y0 + 1
                and ground.get_window_extent().y1 >= box.y1 - 1
            ]
            assert under, text.get_text()
            assert max(ties) < under[0].get_zorder() < text.get_zorder()
