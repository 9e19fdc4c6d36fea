"""Made-up reports as plain text: a line a paragraph, a form feed at a page's end."""

from __future__ import annotations

from itertools import groupby

from tests.made_up.layout import NOTES, Page, Printed, lay_out
from tests.made_up.pieces import MadeUp, Owner

#: Bullets as they stand in the text files; those of the second level are set in.
BULLETS = {"\u25fc": "- ", "\uf06e": "- ", "\u2022": "- ", "\u25aa": "- "}
DASHES = {"\u2013": "  - ", "\uf02d": "  - ", "\u2212": "  - "}
RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def plain(report: MadeUp) -> str:
    """The report as text; the furniture of its pages is left out, footnotes are not."""
    return "\f".join(_page(report, page) for page in lay_out(report))


def _page(report: MadeUp, page: Page) -> str:
    lines: list[str] = []
    body = [line for line in page if line.piece >= 0]
    # a footnote is no part of the heading or item that it belongs to
    for (index, _), group in groupby(body, key=lambda line: (line.piece, line.drawn == NOTES)):
        printed = list(group)
        piece = report.pieces[index]
        if printed[0].owner is Owner.FURNITURE:
            first, *rest = printed
            lines.append(f"{first.text.translate(RAISED)} {_joined(rest)}")
        else:
            cells = [
                _joined([line for line in printed if line.cell == cell and not line.mark])
                for cell in range(len(piece.cells) + 1)
            ]
            marks = [line.text for line in printed if line.mark]
            mark = piece.mark if piece.mark in marks else ""
            raised = piece.raised.translate(RAISED) if piece.raised in marks else ""
            opening = BULLETS.get(mark) or DASHES.get(mark) or (f"{mark} " if mark else "")
            lines.append(opening + "\t".join(cell for cell in cells if cell) + raised)
        # the items of a list and the rows of a table stand close
        close = mark_of(report, index) and mark_of(report, index + 1)
        table = (
            piece.owner is not Owner.ITEM and _cells(report, index) and _cells(report, index + 1)
        )
        if not close and not table:
            lines.append("")
    return "\n".join(lines) + "\n"


def mark_of(report: MadeUp, index: int) -> str:
    """The bullet or number of a piece, if there is such a piece and it has one."""
    return report.pieces[index].mark if index < len(report.pieces) else ""


def _cells(report: MadeUp, index: int) -> bool:
    return index < len(report.pieces) and bool(report.pieces[index].cells)


def _joined(lines: list[Printed]) -> str:
    """The lines as one, with no space behind a printed hyphen."""
    text = ""
    for line in lines:
        text += ("" if not text or text.endswith("-") else " ") + line.text
    return text
