"""``kg draw`` as its user calls it: what it writes, what it says, the same bytes each time."""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx as nx
import pytest

from kg.cli import main
from kg.corpus import Corpus
from kg.errors import KgError
from kg.pictures import drawing, render, thememap
from kg.store import SparqlEndpoint, Store
from tests.conftest import REPOSITORY, RunKg
from tests.pictures.conftest import Build
from tests.pictures.readable import assert_readable, texts
from tests.queries.small_graph import small_store

ALL = [
    ("tile-map",),
    ("timeline", "-p", "authority=northmoor"),
    ("trajectories",),
    ("heat-map", "-p", "by=authority"),
    ("theme-network", "-p", "least=1"),
    ("neighbourhood", "-p", "authority=northmoor"),
    ("recommendation-groups", "-p", "least=0.1"),
    ("boards",),
    ("network", "-p", "of=inspector-inspection"),
]
NETWORKS = ALL[4:]


def ids(arguments: tuple[str, ...]) -> str:
    return arguments[0]


#: Draws all pictures of a store into a folder, in every format that each has.
DRAW_ALL = """
import sys
from pathlib import Path
from kg.exports.networks import NETWORK_FORMATS, network
from kg.pictures import IMAGES, drawing, render
from kg.store import open_store

store, out, *pictures = sys.argv[1:]
asked = open_store(Path(store))
for line in pictures:
    name, *rest = line.split()
    given = dict(each.split("=") for each in rest if each != "-p")
    picture = drawing(name).picture(asked, given)
    for ending in IMAGES:
        Path(out, f"{name}.{ending}").write_bytes(render(picture, ending))
    for ending in NETWORK_FORMATS if picture.graph else ():
        Path(out, f"{name}.{ending}").write_bytes(network(picture.graph(), ending))
"""
SETTINGS_OF_A_USER = """
font.family: serif
font.size: 30
svg.fonttype: none
axes.facecolor: red
lines.linewidth: 9
savefig.dpi: 20
savefig.bbox: tight
"""


@pytest.fixture(scope="module")
def drawn(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same pictures, drawn with two hash seeds, and once with settings of a user's own."""
    out = tmp_path_factory.mktemp("drawn")
    (out / "matplotlibrc").write_text(SETTINGS_OF_A_USER, encoding="utf-8")
    own = {"MATPLOTLIBRC": str(out / "matplotlibrc"), "TZ": "Asia/Tokyo"}
    for seed, settings in (("1", {}), ("2", own)):
        (out / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", DRAW_ALL, folder, out / seed, *map(" ".join, ALL)],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": seed, **settings},
            check=True,
        )
    return out / "1", out / "2"


@pytest.mark.parametrize("arguments", ALL, ids=ids)
def test_the_same_bytes_whatever_the_machine_is_set_to(
    drawn: tuple[Path, Path], arguments: tuple[str, ...]
) -> None:
    one, two = drawn
    files = sorted(path.name for path in one.glob(f"{arguments[0]}.*"))
    assert len(files) == (6 if arguments in NETWORKS else 2)
    for name in files:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name
    svg = (one / f"{arguments[0]}.svg").read_bytes()
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert b"<dc:date>" not in svg
    assert b"Source: " in svg
    assert (one / f"{arguments[0]}.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("arguments", NETWORKS, ids=ids)
def test_graph_files_hold_the_same_network(
    drawn: tuple[Path, Path], arguments: tuple[str, ...]
) -> None:
    files = drawn[0] / arguments[0]
    graph = nx.read_graphml(files.with_suffix(".graphml"))
    gexf = nx.read_gexf(files.with_suffix(".gexf"))
    cyjs = json.loads(files.with_suffix(".cyjs").read_text(encoding="utf-8"))
    cytoscape = nx.cytoscape_graph(cyjs)
    assert len(graph) > 1
    assert set(graph) == set(gexf) == set(cytoscape)
    assert graph.number_of_edges() == gexf.number_of_edges() == cytoscape.number_of_edges() > 0
    for node, data in graph.nodes(data=True):
        assert data["label"]
        assert data["kind"]
        look = gexf.nodes[node]["viz"]
        assert look["position"]["x"] == pytest.approx(data["x"])
        assert "#{r:02x}{g:02x}{b:02x}".format(**look["color"]) == data["colour"]
    assert all(data["evidence"] for _, _, data in graph.edges(data=True))
    dot = files.with_suffix(".dot").read_text(encoding="utf-8")
    assert dot.count("fillcolor=") == len(graph)
    assert dot.count(" -- ") == graph.number_of_edges()


def test_what_was_written_is_said(folder: Path, run_kg: RunKg, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    done = run_kg("draw", "tile-map", out, "--store", folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"wrote {out}" in done.stderr
    assert "Source: 17 inspection reports of 5 local authorities" in done.stderr
    quiet = run_kg("draw", "tile-map", out, "--store", folder, "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_a_grade_that_is_gone_is_grey_and_the_others_are_given(store: Store) -> None:
    """Northmoor was good overall in 2024, and was inspected in 2026 without an overall grade."""
    shown = drawing("tile-map").picture(store)
    (note,) = [note for note in shown.notes if note.startswith("Grey")]
    assert "Northmoor (2026: leadership outstanding; help and protection good; " in note
    before = drawing("tile-map").picture(store, {"until": "2025-12-31"})
    assert not [note for note in before.notes if note.startswith("Grey")]
    lines = drawing("trajectories").picture(store)
    assert any("; Northmoor (leadership outstanding; " in note for note in lines.notes)


def test_without_a_name_the_pictures_are_listed(run_kg: RunKg) -> None:
    listed = run_kg("draw")
    assert listed.returncode == 0
    for arguments in ALL:
        assert arguments[0] in listed.stdout
    assert "-p authority=" in listed.stdout


def test_a_picture_goes_to_standard_output(folder: Path, run_kg: RunKg) -> None:
    done = run_kg("draw", "tile-map", "-", "--format", "svg", "--store", folder)
    assert done.returncode == 0
    assert done.stdout.startswith("<?xml")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tile-mop", "x.svg"), "did you mean 'tile-map'?"),
        (("tile-map",), "give a file to write, such as tile-map.svg"),
        (("tile-map", "x.jpg"), "take one of: svg, png, graphml, gexf, cyjs, dot"),
        (("tile-map", "x"), "take one of: svg"),
        (("tile-map", "x.gexf"), "shows no network"),
        (("tile-map", "x.svg", "-p", "strand=overal"), "did you mean 'overall'?"),
        (("tile-map", "x.svg", "-p", "until=soon"), "must be a day, written YYYY-MM-DD"),
        (("tile-map", "x.svg", "-p", "until=1999-01-01"), "no report in the store gives one by"),
        (("tile-map", "x.svg", "-p", "colour=red"), "has no parameter 'colour'"),
        (("tile-map", "x.svg", "-p", "until"), "write it as NAME=VALUE"),
        (("theme-map", "x.svg"), "needs -p theme="),
        (("theme-map", "x.svg", "-p", "theme=asessment"), "did you mean 'assessment"),
        (("theme-map", "x.svg", "-p", "theme=good"), "no theme has the code 'good'"),
        (("theme-map", "x.svg", "-p", "theme=advocacy"), "of no authority are there 5 findings"),
        (("timeline", "x.svg"), "needs -p authority="),
        (("timeline", "x.svg", "-p", "authority=northmor"), "did you mean 'Northmoor' or"),
        (("timeline", "x.svg", "-p", "authority=leeds"), "no report on Leeds"),
        (("neighbourhood", "x.svg", "-p", "authority=northmor"), "did you mean 'Northmoor' or"),
        (("neighbourhood", "x.svg", "-p", "authority=leeds"), "no report on Leeds"),
        (("trajectories", "x.svg", "-p", "region=Nowhre"), "did you mean 'Nowhere'?"),
        (("heat-map", "x.svg", "-p", "by=moon"), "take one of: year, authority"),
        (("heat-map", "x.svg", "-p", "shows=all"), "take one of: weak-share"),
        (("theme-network", "x.svg"), "give a lower -p least="),
        (("theme-network", "x.svg", "-p", "least=0"), "at least 1"),
        (("recommendation-groups", "x.svg", "-p", "least=2"), "over 0 and up to 1"),
        (("boards", "x.svg", "-p", "shows=mixed"), "take one of: weakness, strength"),
        (("boards", "x.svg", "-p", "most=0"), "must be a whole number of at least 1"),
        (("network", "x.svg", "-p", "most=1"), "must be a whole number of at least 2"),
        (("network", "x.svg", "-p", "of=boards-authority"), "did you mean 'board-authority'?"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["draw", *arguments, "--store", str(folder)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def one(build: Build) -> Path:
    return build("northmoor-ilacs-2024.pdf")


@pytest.mark.parametrize("arguments", ALL, ids=ids)
def test_one_report_gives_a_picture_or_a_sentence(
    one: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    name, *rest = arguments
    out = tmp_path / "one.png"
    status = main(["draw", name, str(out), *rest, "--store", str(one)])
    said = capsys.readouterr().err
    if name in ("boards", "recommendation-groups"):
        assert status == 2
        assert "there is nothing to draw" in said
        assert not out.exists()
    else:
        assert status == 0
        assert out.read_bytes().startswith(b"\x89PNG")
        assert "Source: 1 inspection report of 1 local authority" in said


def test_an_ungraded_report_has_no_grades_to_draw(
    build: Build, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    visit = build("marlowe-focused-visit-2022.txt")
    for name in ("tile-map", "trajectories"):
        assert main(["draw", name, str(tmp_path / "x.svg"), "--store", str(visit)]) == 2
        assert "no report in the store gives" in capsys.readouterr().err


def test_former_authorities_are_left_out_with_a_note(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    eastmere = "https://w3id.org/childrens-services-kg/id/authority/eastmere"
    monkeypatch.setattr(Corpus, "successors", {eastmere: ("a-successor",)})
    picture = drawing("tile-map").picture(store, {})
    assert any(
        "taken over their area: Eastmere (requires improvement, 2025)." in n for n in picture.notes
    )
    shown = texts(picture)
    assert "Eastmere" not in shown
    assert "Harrowick" in shown


def test_a_theme_map_shows_shares_of_weaknesses(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thememap, "FEWEST", 2)
    picture = drawing("theme-map").picture(store, {"theme": "assessment"})
    assert_readable(picture)
    shown = texts(picture)
    # of Northmoor's two sentences on assessment one blames; what a summary says again is left out
    assert "50" in shown
    assert "of 2" in shown


@pytest.mark.parametrize("arguments", ALL, ids=ids)
def test_a_store_that_knows_less_gives_a_picture_or_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """As one from an older version, or from another program."""
    small = small_store(tmp_path / "small")
    name, *rest = arguments
    given = dict(each.split("=") for each in rest if each != "-p")
    given |= {"authority": "ambershire"} if "authority" in given else {}
    try:
        assert render(drawing(name).picture(small, given), "png")
    except KgError as error:
        assert "there is" in str(error)


@pytest.mark.parametrize("arguments", [ALL[0], ALL[1], ALL[3], ALL[5]], ids=ids)
def test_an_endpoint_gives_the_same_picture(
    store: Store, endpoint: str, arguments: tuple[str, ...]
) -> None:
    name, *rest = arguments
    given = dict(each.split("=") for each in rest if each != "-p")
    made = [drawing(name).picture(each, given) for each in (store, SparqlEndpoint(endpoint))]
    assert render(made[0], "svg") == render(made[1], "svg")


def test_no_store_is_said(run_kg: RunKg, tmp_path: Path) -> None:
    done = run_kg("draw", "tile-map", "x.svg", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no store here" in done.stderr


def test_without_matplotlib_one_line_says_what_to_install(
    folder: Path, run_kg: RunKg, tmp_path: Path
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import sys\nsys.modules['matplotlib'] = None\n", encoding="utf-8"
    )
    env = {"PYTHONPATH": f"{hidden}:{REPOSITORY}"}
    for name, rest in (("tile-map", ()), ("theme-network", ("-p", "least=1"))):
        done = run_kg("draw", name, tmp_path / "x.svg", *rest, "--store", folder, env=env)
        assert done.returncode == 2
        assert "pip install 'childrens-services-kg[pictures]'" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert run_kg("draw", env=env).returncode == 0


def test_only_themes_are_suggested_for_a_theme(folder: Path, store: Store) -> None:
    """``youth`` is the code of a kind of service."""
    with pytest.raises(KgError) as told:
        drawing("theme-map").picture(store, {"theme": "nosuch"})
    assert "youth" not in str(told.value)
    assert "supervision" in str(told.value)


@pytest.mark.parametrize("command", [("draw", "tile-map"), ("patterns", "recurrence", "-o")])
def test_a_folder_that_is_made_for_a_file_is_named(
    folder: Path, tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nonexist"
    assert main([*command, str(missing / "x.svg"), "--store", str(folder)]) == 0
    assert capsys.readouterr().err.startswith(f"made the folder {missing}\n")
    assert list(missing.iterdir())
