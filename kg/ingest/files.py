"""Which files a build is about: paths, folders and globs become a sorted list of files."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: In a folder, only files with these endings are taken; a file that is named is taken as it is.
ENDINGS = {".pdf", ".txt", ".md", ".html", ".htm", ".docx"}
#: What is said of what is named like a report and cannot be one.
NO_FILE = "is no regular file, or a link to nothing; it was passed over"
#: How the name begins of a text about the files of a folder, and what is said of one.
ABOUT = "readme"
PASSED_OVER = "tells of the folder and is no report; it was passed over (name the file to read it)"
GLOB_SIGNS = set("*?[")


@dataclass(frozen=True, slots=True)
class InputFiles:
    """The files to read, sorted and each once, and what was named but is not there."""

    files: tuple[Path, ...]
    #: one line each, naming the path and what to do
    complaints: tuple[str, ...]
    #: the folders among what was named
    folders: tuple[Path, ...] = ()
    #: what was passed over, one line each
    remarks: tuple[str, ...] = ()


def find_files(paths: Iterable[str]) -> InputFiles:
    """The report files under the given files, folders and globs."""
    files: set[Path] = set()
    complaints: list[str] = []
    folders: list[Path] = []
    about: set[Path] = set()
    for given in paths:
        path = Path(given)
        if not given:
            complaints.append("'': an empty path; name a file, a folder or a glob")
            continue
        if path.is_dir():
            folders.append(path)
            inside, others = _inside(path)
            complaints += [f"{each}: {NO_FILE}" for each in others]
            about.update(filter(_tells_of_the_folder, inside))
            inside = [each for each in inside if each not in about]
            if not inside:
                endings = ", ".join(sorted(ENDINGS))
                complaints.append(f"{given}: a folder without reports (files ending in {endings})")
            files.update(inside)
        elif path.is_file():
            files.add(path)
        elif path.exists():
            complaints.append(f"{given}: is no regular file; give a file, a folder or a glob")
        elif GLOB_SIGNS & set(given):
            matched = [Path(name) for name in glob.glob(given, recursive=True)]
            if not matched:
                complaints.append(f"{given}: no file matches; check the pattern")
            for match in matched:
                files.update(_inside(match)[0] if match.is_dir() else [match] * match.is_file())
        else:
            complaints.append(f"{given}: no such file or folder; check the path")
    remarks = tuple(f"{path}: {PASSED_OVER}" for path in sorted(about - files))
    return InputFiles(tuple(sorted(files)), tuple(complaints), tuple(folders), remarks)


def _tells_of_the_folder(path: Path) -> bool:
    return path.name.lower().startswith(ABOUT)


def _inside(folder: Path) -> tuple[list[Path], list[Path]]:
    """The report files of a folder and its subfolders, hidden ones aside.

    The second value is what has the name of one and is no file: a pipe, a link to nothing.
    """
    found: list[Path] = []
    others: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith((".", "~$")) and path.suffix.lower() in ENDINGS:
                (found if path.is_file() else others).append(path)
    return found, others


def source_of(path: Path, store: Path) -> str:
    """The path of a file as the store in a folder keeps it: relative to that folder."""
    place = Path(os.path.realpath(path.parent), path.name)
    return os.path.relpath(place, os.path.realpath(store))


def path_of(source: str, store: Path) -> Path:
    """The file that a store's ``source`` names, relative to the working folder if it is below."""
    place = Path(os.path.normpath(Path(os.path.realpath(store), source)))
    here = Path.cwd()
    return place.relative_to(here) if place.is_relative_to(here) else place
