"""Checks what no other tool looks at: white space, the size of files, names of classes.

No file of ``kg/`` has more than 300 lines, and no two classes in it have one name without a reason
in docs/glossary.md.

Usage: python scripts/check_text.py

Prints one line a fault, as ``file:line: what is wrong``, and exits with status 1 if there is any.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: made by tools, not written by anyone: at the top, and anywhere
PASSED_OVER_AT_TOP = {"build", "dist", "kg-store", ".coverage"}
PASSED_OVER = {"__pycache__", ".DS_Store"}
#: bytes; larger files are data, and data does not belong here
LARGEST = 4_000_000
#: lines of a file of the package
LONGEST = 300
#: a row of the glossary's table of names that several classes have
SHARED = re.compile(r"^\| `(?P<name>\w+)` \|", re.MULTILINE)
MAY_HOLD_TABS = {"Makefile"}
#: text that stands for what other programs wrote, tabs between the cells of tables
REPORTS = (ROOT / "examples" / "reports", ROOT / "examples" / "incomplete")


def main() -> int:
    """Print every fault; 1 if there is one, 0 otherwise."""
    found = [fault for path in sorted(_files(ROOT)) for fault in faults(path)]
    package = sorted((ROOT / "kg").rglob("*.py"))
    found += [*too_long(package), *same_names(package, shared_names())]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def faults(path: Path) -> Iterator[str]:
    """The faults of one file; files that are not UTF-8 text are only measured."""
    may_hold_tabs = path.name in MAY_HOLD_TABS or any(map(path.is_relative_to, REPORTS))
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    data = path.read_bytes()
    if len(data) > LARGEST:
        yield f"{name}: {len(data):,} bytes, more than {LARGEST:,}"
    if b"\0" in data:
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if text and not text.endswith("\n"):
        yield f"{name}: no newline at the end"
    if text.endswith("\n\n"):
        yield f"{name}: blank lines at the end"
    for number, line in enumerate(text.split("\n"), start=1):
        if line != line.rstrip():
            yield f"{name}:{number}: white space at the end of the line"
        if "\t" in line and not may_hold_tabs:
            yield f"{name}:{number}: a tab"
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            yield f"{name}:{number}: a mark of an unfinished merge"


def too_long(package: list[Path]) -> Iterator[str]:
    """The files of the package that have too many lines."""
    for path in package:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LONGEST:
            yield f"{path}: {lines} lines, more than {LONGEST}: part it by what it does"


def same_names(package: list[Path], shared: set[str]) -> Iterator[str]:
    """The classes of the package that have one name without a reason; private ones may."""
    for name, paths in classes(package).items():
        if len(paths) > 1 and name not in shared and not name.startswith("_"):
            places = ", ".join(map(str, paths))
            yield f"{places}: classes of one name, {name}: rename one, or say why in the glossary"


def classes(package: list[Path]) -> dict[str, list[Path]]:
    """Where each class is defined that a module offers."""
    found: dict[str, list[Path]] = {}
    for path in package:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(path)
    return found


def shared_names() -> set[str]:
    """The names that several classes have for a reason."""
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return set(SHARED.findall(glossary))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_symlink() or path.name in PASSED_OVER:
            continue
        if folder == ROOT and path.name in PASSED_OVER_AT_TOP:
            continue
        if not path.is_dir():
            yield path
        # folders with a dot are virtual environments and the caches of tools; .ci is ours
        elif not path.name.startswith(".") or path.name == ".ci":
            yield from _files(path)


if __name__ == "__main__":
    sys.exit(main())
