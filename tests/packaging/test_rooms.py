"""The rooms of the house: none needs one that needs it, and each has its layer."""

import tomllib
from pathlib import Path

import grimp
import networkx as nx
import pytest

ROOT = Path(__file__).parents[2]
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    """Every import of the package, those inside functions and for the type checker among them."""
    return grimp.build_graph("kg", cache_dir=None)


def test_no_room_needs_one_that_needs_it(imports: grimp.ImportGraph) -> None:
    rooms = nx.DiGraph()
    for module in imports.modules:
        for imported in imports.find_modules_directly_imported_by(module):
            room, other = (name.split(".")[1:2] for name in (module, imported))
            if room and other and room != other:
                rooms.add_edge(room[0], other[0])
    assert rooms.number_of_edges() > 40
    assert list(nx.simple_cycles(rooms)) == []


def test_each_room_has_its_layer_and_only_the_public_face_is_excused(
    imports: grimp.ImportGraph,
) -> None:
    (layers,) = (rule for rule in RULES["contracts"] if rule["type"] == "layers")
    assert layers["exhaustive"]
    assert "exclude_type_checking_imports" not in RULES
    excused = [each for rule in RULES["contracts"] for each in rule.get("ignore_imports", ())]
    # the package hands out names of its rooms, which import it for its version alone
    assert excused == ["kg -> kg.*"]
    rooms = [room for layer in layers["layers"] for room in layer.split(" | ")]
    known = {*rooms, *layers["exhaustive_ignores"]}
    assert {child.removeprefix("kg.") for child in imports.find_children("kg")} == known
