"""Reads property paths out of what RDF files say (SHACL, section 2.3.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.shacl.paths import REPEATED, Alternative, Inverse, Path, Property, Repeated, Sequence
from kg.shacl.terms import RDF_FIRST, SH

if TYPE_CHECKING:
    from kg.shacl.reader import Reader

#: how many paths may stand within each other
DEEPEST = 100
_MARKS = {SH + name: mark for mark, name in REPEATED.items()}


def read_path(reader: Reader, shape: str, path: str, within: tuple[str, ...] = ()) -> Path:
    """The path of a shape; ``within`` are the parts that hold this one.

    Raises `ShapesError` where it is none.
    """
    if path[0] == "<":
        return Property(path)
    if path[0] == '"' or path in within:
        raise reader.wrong(shape, f"sh:path with {path}, which is no path")
    if len(within) == DEEPEST:
        raise reader.unknown(shape, f"more than {DEEPEST} paths within each other")
    within = (*within, path)
    about = reader.described.about(path)
    if RDF_FIRST in about:
        # what else is said of a list is not looked at, as the standard's tests have it
        return Sequence(_parts(reader, shape, path, within))
    kinds = [name for name in about if name.startswith(SH)]
    if len(kinds) != 1 or len(about[kinds[0]]) != 1:
        raise reader.wrong(shape, "sh:path with a blank node that is no path")
    inner = about[kinds[0]][0]
    if kinds[0] == SH + "inversePath":
        return Inverse(read_path(reader, shape, inner, within))
    if kinds[0] == SH + "alternativePath":
        return Alternative(_parts(reader, shape, inner, within))
    if kinds[0] in _MARKS:
        return Repeated(read_path(reader, shape, inner, within), _MARKS[kinds[0]])
    raise reader.unknown(shape, f"sh:{kinds[0].removeprefix(SH)} in a path")


def _parts(reader: Reader, shape: str, start: str, within: tuple[str, ...]) -> tuple[Path, ...]:
    members = reader.members(shape, start)
    if len(members) < 2:
        raise reader.wrong(shape, "a path with a list of fewer than two parts")
    return tuple(read_path(reader, shape, member, within) for member in members)
