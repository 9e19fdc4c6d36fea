"""Files that no report should be, and reports that say what cannot be."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

REPORT = """\
Inspection of {name} local authority children's services

Inspection dates: {dates}

Lead inspector: Ada Finch, His Majesty's Inspector

The impact of leaders on social work practice with children and families\tGood
The experiences and progress of children who need help and protection\tGood
The experiences and progress of children in care\tGood
The experiences and progress of care leavers\tGood
Overall effectiveness\tGood

Children in {name} are helped early and well. {more}

What needs to improve?

- The timeliness of reviews.

The experiences and progress of children who need help and protection: good

1. Plans are clear.
"""


def report(
    folder: Path, name: str = "a-report.txt", *, place: str = "Leeds",
    dates: str = "3 to 7 June 2024", more: str = "",
) -> Path:  # fmt: skip
    """A short report as text."""
    path = folder / name
    path.write_text(REPORT.format(name=place, dates=dates, more=more), encoding="utf-8")
    return path


def pdf(pages: int = 1, text: str = "", password: str = "") -> bytes:
    """A PDF of so many pages; without text it holds a drawn line only."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    encrypt = StandardEncryption(password, ownerPassword="owner") if password else None
    canvas = Canvas(stream, invariant=1, encrypt=encrypt)
    for _ in range(pages):
        canvas.line(10, 10, 50, 50)
        if text:
            canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def zip_bomb() -> bytes:
    """A DOCX file of a few kilobytes whose text unpacks to more than a gigabyte."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(b"<w:document>")
        block = b" " * (4 * 2**20)
        for _ in range(270):
            part.write(block)
    return stream.getvalue()
