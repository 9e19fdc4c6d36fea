"""What the fast checker does not know is refused: file, shape and component are named."""

from __future__ import annotations

import pytest

from kg.shacl import ShapesError, load_shapes
from tests.validation.test_standard import PREFIXES

T = "sh:targetClass ex:T"
#: what is refused -> shapes that use it
REFUSED = {
    "sh:closed": f"ex:S a sh:NodeShape ; {T} ; sh:closed true .",
    "sh:languageIn": f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:languageIn ( 'en' ) .",
    "sh:sparql": f"ex:S a sh:NodeShape ; {T} ; sh:sparql ex:Query .",
    "sh:targetNode": "ex:S a sh:NodeShape ; sh:targetNode ex:a .",
    "sh:targetObjectsOf": "ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p .",
    "sh:qualifiedValueShapesDisjoint": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:qualifiedValueShape ex:R ; "
        "sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true . ex:R a sh:NodeShape ."
    ),
    "sh:alternativePath": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path [ sh:alternativePath ( ex:p ex:q ) ] ."
    ),
    "sh:zeroOrMorePath": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ( ex:p [ sh:zeroOrMorePath ex:q ] ) ."
    ),
    "sh:inversePath of more than one property": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path [ sh:inversePath ( ex:p ex:q ) ] ."
    ),
    "sh:datatype <http://www.w3.org/2001/XMLSchema#gDay>": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:datatype xsd:gDay ."
    ),
    "sh:minCount more than once": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:minCount 1 , 2 ."
    ),
    "sh:minCount without sh:path": f"ex:S a sh:NodeShape ; {T} ; sh:minCount 1 .",
    "sh:PropertyShape without sh:path": f"ex:S a sh:PropertyShape ; {T} ; sh:minLength 1 .",
    "a shape that refers to itself": f"ex:S a sh:NodeShape ; {T} ; sh:node ex:S .",
    "a shape without an IRI": (
        f"ex:S a sh:NodeShape ; {T} ; sh:property [ sh:path ex:p ; sh:minCount 1 ] ."
    ),
    "a shape that is a class as well": "ex:S a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:IRI .",
    "a pattern that cannot be read": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:pattern '(' ."
    ),
    "sh:flags with 'q'": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p ; sh:pattern 'a' ; sh:flags 'q' ."
    ),
    "sh:severity ex:Awful": f"ex:S a sh:NodeShape ; {T} ; sh:severity ex:Awful .",
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_named(what, tmp_path) -> None:
    (tmp_path / "odd.ttl").write_text(PREFIXES + REFUSED[what], encoding="utf-8")
    with pytest.raises(ShapesError) as refused:
        load_shapes(tmp_path)
    message = str(refused.value).replace("<http://example.org/ns#Awful>", "ex:Awful")
    assert message.startswith(f"{tmp_path / 'odd.ttl'}: http://example.org/ns#S uses {what}")
    assert "docs/shacl.md" in message


def test_a_shape_that_no_file_describes_is_named(tmp_path) -> None:
    (tmp_path / "odd.ttl").write_text(
        PREFIXES + f"ex:S a sh:NodeShape ; {T} ; sh:node ex:Missing .", encoding="utf-8"
    )
    with pytest.raises(ShapesError, match=r"ns#Missing: other shapes refer to it"):
        load_shapes(tmp_path)
