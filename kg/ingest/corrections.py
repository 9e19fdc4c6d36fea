"""Corrections files: which there are for a file, and what is wrong with them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from kg.errors import KnowledgeError, why_unreadable
from kg.reports.corrections import FIELDS, OF_SEVERAL, Correction
from kg.text.suggest import did_you_mean

#: Of a corrections file beside the reports.
NAME = "corrections.csv"
SHA256 = re.compile("[0-9a-f]{64}", re.I)
COLUMNS = ("source", "sha256", "field", "value", "page", "who", "why")
DAYS = ("inspection_start", "inspection_end", "published")
ADDRESSEES = ("authority", "board", "partnership")


def find_corrections(files: Iterable[Path], given: Path | None) -> tuple[Correction, ...]:
    """The corrections of ``given``, or of each folder that holds one of the files.

    Raises `KnowledgeError` with file and line where one cannot be understood.
    """
    places = [given] if given else sorted({path.parent / NAME for path in files})
    return tuple(
        correction
        for place in places
        if given or place.is_file()
        for correction in read_corrections(place)
    )


def read_corrections(place: Path) -> list[Correction]:
    """The lines of a corrections file."""
    try:
        text = place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnowledgeError(f"{place}: cannot be read: {why_unreadable(place, error)}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise KnowledgeError(
            f"{place}: line {line}: is not UTF-8 text, as a spreadsheet of Windows may write it; "
            "save it as CSV UTF-8"
        ) from error
    head = text.partition("\n")[0]
    if head.count(";") >= len(COLUMNS) - 1:
        raise KnowledgeError(
            f"{place}: line 1: the columns are parted by semicolons; save it with commas between "
            "the columns"
        )
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise KnowledgeError(
            f"{place}: line 1: has no column {', '.join(missing)}; it needs {', '.join(COLUMNS)}"
        )
    found: list[Correction] = []
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        if None in row:
            raise KnowledgeError(
                f"{place}: line {rows.line_num}: has more cells than columns; put what holds a "
                "comma into quotation marks"
            )
        cells = {name: (row[name] or "").strip() for name in COLUMNS}
        found.append(_correction(cells, place, rows.line_num))
        same = (found[-1].source, found[-1].sha256, found[-1].field)
        if same in seen:
            raise KnowledgeError(f"{place}: line {rows.line_num}: corrects {same[2]} twice")
        seen.add(same)
    return found


def corrections_of(path: Path, sha256: str, every: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections of one file."""
    return tuple(c for c in every if c.source == path.stem and c.sha256 == sha256)


def digest(corrections: Sequence[Correction]) -> str:
    """What tells whether the corrections of a report have changed; "" for none."""
    told = "\0".join(f"{c.field}\0{c.value}\0{c.page}\0{c.who}\0{c.why}" for c in corrections)
    return hashlib.sha256(told.encode()).hexdigest() if told else ""


def strays(every: Sequence[Correction], hashes: Mapping[str, set[str]]) -> list[str]:
    """One line for each correction of a file that is not there, or that has other bytes now.

    ``hashes`` has the hashes of the files of each name, those in the store among them.  A file
    that stands beside the corrections, and is not built now, is no stray.
    """
    lines = []
    beside: dict[Path, set[str]] = {}
    for each in every:
        if each.source not in hashes:
            folder = each.file.parent
            if folder not in beside:
                beside[folder] = {path.stem for path in folder.iterdir()}
            if each.source not in beside[folder]:
                lines.append(f"{each.place}: there is no report {each.source!r} among the files")
        elif each.sha256 not in hashes[each.source]:
            lines.append(
                f"{each.place}: {each.source} has other bytes now than when it was corrected; "
                "look again, and give its present sha256"
            )
    return lines


def _correction(cells: Mapping[str, str], file: Path, line: int) -> Correction:
    place = f"{file}: line {line}"
    empty = [name for name in COLUMNS if not cells[name]]
    if empty:
        raise KnowledgeError(f"{place}: {', '.join(empty)} is empty; a correction needs them all")
    name, _, of = cells["field"].partition(":")
    if not (cells["field"] in FIELDS or (name in OF_SEVERAL and of)):
        known = [*FIELDS, *OF_SEVERAL]
        hint = did_you_mean(name, known)
        if name in OF_SEVERAL:
            hint = f"; write {name}: and the {OF_SEVERAL[name]}"
        raise KnowledgeError(f"{place}: there is no field {cells['field']!r}{hint}")
    if cells["field"] in DAYS:
        try:
            date.fromisoformat(cells["value"])
        except ValueError:
            raise KnowledgeError(
                f"{place}: {cells['value']!r} is no day; write it as YYYY-MM-DD"
            ) from None
    if name == "addressee" and cells["value"] not in ADDRESSEES:
        raise KnowledgeError(f"{place}: {cells['value']!r}; write one of {', '.join(ADDRESSEES)}")
    if not SHA256.fullmatch(cells["sha256"]):
        raise KnowledgeError(
            f"{place}: {cells['sha256']!r} is no SHA-256; `sha256` in reports.csv has it"
        )
    if not cells["page"].isdecimal() or int(cells["page"]) < 1:
        raise KnowledgeError(f"{place}: page {cells['page']!r}; write a whole number from 1")
    return Correction(
        cells["source"], cells["sha256"].lower(), cells["field"], cells["value"],
        int(cells["page"]), cells["who"], cells["why"], file, line,
    )  # fmt: skip
