"""TOML tables as dataclasses: what may stand there, and how what may not is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.typed import GradePattern, Groups, KeyPlace, read_toml, read_typed


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Wheel:
    spokes: int
    round: bool = True

    def fault(self) -> tuple[str, str] | None:
        return ("spokes", "is less than three") if self.spokes < 3 else None


@dataclass(frozen=True, slots=True)
class Cart:
    name: str
    colour: Colour | None = None
    load: tuple[str, ...] = ()
    tracks: Annotated[tuple[re.Pattern[str], ...], Groups(("left",))] = ()
    grade: GradePattern | None = None
    wheel: tuple[Wheel, ...] = ()
    spare: Wheel | None = None
    marks: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


def read(**table: object) -> Cart:
    return read_typed(Cart, {"name": "cart", **table}, KeyPlace("cart.toml"))


def test_what_is_right_has_its_type():
    cart = read(
        colour="red",
        load=["hay", "straw"],
        tracks=r"(?P<left> \d+ )",
        wheel=[{"spokes": 8}, {"spokes": 6, "round": False}],
        marks={"old-one": "worn"},
    )
    assert cart.colour is Colour.RED
    assert cart.load == ("hay", "straw")
    assert [each.search("at 40 miles")["left"] for each in cart.tracks] == ["40"]
    assert cart.wheel == (Wheel(8), Wheel(6, round=False))
    assert cart.spare is None
    assert cart.marks["old-one"].match("Worn out")


def test_one_alone_needs_no_brackets():
    assert read(load="hay").load == ("hay",)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"color": "red"}, "color: is not a key; did you mean 'colour'?"),
        ({"zzz": 1}, "zzz: is not a key; the keys here are colour, grade,"),
        ({"colour": "rde"}, "colour: 'rde' is not one of blue, red; did you mean 'red'?"),
        ({"colour": 4}, "colour: is a whole number; write a string"),
        ({"name": " "}, "name: is empty"),
        ({"name": True}, "name: is true or false; write a string"),
        ({"load": ["hay", 3]}, "load[2]: is a whole number; write a string"),
        ({"tracks": "(?P<left> ["}, "tracks: is not a regular expression: "),
        ({"tracks": ["(?P<left> x)", "x"]}, "tracks[2]: has no group (?P<left> ...); add it"),
        ({"tracks": ""}, "tracks: is empty"),
        ({"tracks": "(?P<left> x{9999999999999} )"}, "tracks: is not a regular expression: "),
        ({"grade": "( {grade}"}, "grade: is not a regular expression: "),
        ({"wheel": {"spokes": 8}}, "wheel: is a table; write it as [[wheel]]"),
        ({"wheel": [{"spokes": 8}, {}]}, "wheel[2].spokes: is missing; add it"),
        ({"wheel": [{"spokes": "eight"}]}, "wheel[1].spokes: is a string; write a whole number"),
        ({"wheel": [{"spokes": True}]}, "wheel[1].spokes: is true or false; write a whole number"),
        ({"wheel": [{"spokes": 8, "round": 1}]}, "wheel[1].round: is a whole number; write true"),
        ({"wheel": [{"spokes": 2}]}, "wheel[1].spokes: is less than three"),
        ({"wheel": [4]}, "wheel[1]: is a whole number; write a table"),
        ({"spare": "none"}, "spare: is a string; write a table"),
        ({"marks": "none"}, "marks: is a string; write a table"),
        ({"marks": {"old-one": "("}}, "marks.old-one: is not a regular expression: "),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place(table, said):
    with pytest.raises(KnowledgeError) as caught:
        read(**table)
    assert str(caught.value).startswith(f"cart.toml: {said}")
    assert "\n" not in str(caught.value)


def test_what_is_missing_is_named():
    with pytest.raises(KnowledgeError, match=r"^cart\.toml: name: is missing; add it$"):
        read_typed(Cart, {}, KeyPlace("cart.toml"))


def test_a_pattern_with_grades_is_made_for_each_scale():
    pattern = read(grade=r"is \s {grade} \b").grade
    assert pattern is not None
    assert pattern.of("good|poor").search("It is Poor.")
    assert not pattern.of("met").search("It is poor.")


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_one_line(tmp_path, content):
    path = tmp_path / "cart.toml"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=r"cart\.toml: cannot be read as TOML") as caught:
        read_toml(path)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    for path, why in (
        (tmp_path / "cart.toml", "there is no such file"),
        (tmp_path, "it is a folder; name a file"),
    ):
        with pytest.raises(KnowledgeError) as caught:
            read_toml(path)
        assert str(caught.value) == f"{path}: cannot be read: {why}"
