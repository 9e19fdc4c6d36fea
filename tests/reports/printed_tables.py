"""Judgement tables in every layout of rows and cells, as PDF, text and HTML, with their truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LABELS = {
    "leadership": "The impact of leaders on social work practice with children and families",
    "help-and-protection": "The experiences and progress of children who need help and protection",
    "in-care": "The experiences and progress of children in care",
    "care-leavers": "The experiences and progress of care leavers",
    "overall": "Overall effectiveness",
}
GRADES = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires improvement to be good": "requires-improvement",
    "Requires improvement": "requires-improvement",
    "Inadequate": "inadequate",
}
#: Labels that are no strand's, and are near enough to one to be mistaken.
UNKNOWN = (
    "The experiences and progress of young carers",
    "The experiences and progress of disabled children in residential care",
    "The impact of partners on early help",
    "Fostering",
)
MISPRINTED = {
    "leadership": "The impact of leaders on practice with children and families",
    "help-and-protection": "The experiences and progres of children who need help and protection",
    "in-care": "The experiences of children in care",
    "care-leavers": "The experiences and progress of children care leavers",
    "overall": "Overal effectiveness",
}
#: What may be wrong with a table, besides nothing.
KINDS = (
    "plain", "unknown row", "misprinted label", "not judged", "odd grade", "empty cell",
    "grade without label", "two grades", "columns exchanged", "over a page", "close rows",
    "close ruled rows", "grade below its label, ruled",
)  # fmt: skip
PROSE = (
    "Most children in Northmoor are helped early and well, and good plans are made with them.",
    "Some families still wait too long for an assessment that is good enough to be of use.",
)
FRONT = """\
Inspection of Marlowe local authority children\u2019s services

Inspection dates: 3 to 7 June 2024

Lead inspector: Imogen Farrow, His Majesty\u2019s Inspector

"""
REST = f"""\
{PROSE[0]}

What needs to improve?

\u2022 The quality of plans.
"""
TOP, LEFT = 560.0, 77.0


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row: the strand that it is about, if it is about one, and what stands in its cells."""

    label: str
    value: str
    strand: str | None = None
    #: whether a reader can take its grade from the page
    whole: bool = True

    @property
    def code(self) -> str | None:
        """Notation of the grade that the row gives its strand, or None."""
        return GRADES.get(self.value) if self.whole and self.strand else None


@dataclass(slots=True)
class PrintedTable:
    """A table and how it is set."""

    kind: str
    rows: list[PrintedRow] = field(default_factory=list)
    size: float = 12.0
    leading: float = 1.2
    label_width: float = 210.0
    value_width: float = 190.0
    #: points between the text of two rows, beyond one line's leading
    padding: float = 14.0
    #: how far down its row a grade stands: 0 at the top, 1 at the foot
    align: float = 0.0
    #: whether all labels are drawn before all grades
    by_columns: bool = False
    exchanged: bool = False
    #: rows above the page's end, if the table goes on over it
    page_end: int | None = None
    head: bool = True
    ruled: bool = False

    def draw(self) -> bytes:
        """The table on the cover of a report, as PDF."""
        buffer = BytesIO()
        canvas = Canvas(buffer, pagesize=A4, invariant=1)
        _cover(canvas)
        y = TOP
        drawn: list[tuple[float, float, str]] = []
        for index, row in enumerate((*([_head()] if self.head else []), *self.rows)):
            if self.page_end == index:
                self._put(canvas, drawn)
                canvas.showPage()
                drawn, y = [], 760.0
            below = self._place(row, y, drawn)
            if self.ruled:
                self._rule(canvas, y, below)
            y = below
        self._put(canvas, drawn)
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(PROSE):
            canvas.drawString(72, y - 14 - 14.4 * number, line)
        canvas.showPage()
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 760, "What needs to improve?")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(72, 735, "\u2022 The quality of plans for children who are helped.")
        canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def text(self, between: str, after: str) -> str:
        """The same in a text: what stands between a label and its grade, and after each row."""
        rows = (_head(), *self.rows) if self.head else self.rows
        cells = ((each for each in (row.label, row.value) if each) for row in rows)
        return f"{FRONT}{after.join(map(between.join, cells))}\n\n{REST}"

    def columns(self) -> str:
        """The same in a text that has all labels before all grades."""
        labels = [row.label for row in self.rows if row.label]
        values = [row.value for row in self.rows if row.value]
        cells = "\n\n".join((*labels, *values))
        return f"{FRONT}{cells}\n\n{REST}"

    def html(self) -> str:
        """The same as a table in HTML."""
        rows = (_head(), *self.rows) if self.head else self.rows
        cells = "".join(
            f"<tr><td>{escape(row.label)}</td><td>{escape(row.value)}</td></tr>" for row in rows
        )
        front = "".join(f"<p>{line}</p>" for line in FRONT.splitlines() if line)
        return (
            f"<html><body>{front}<table>{cells}</table><p>{PROSE[0]}</p>"
            "<h2>What needs to improve?</h2><ul><li>The quality of plans.</li></ul></body></html>"
        )

    def _place(self, row: PrintedRow, y: float, drawn: list[tuple[float, float, str]]) -> float:
        """Adds the lines of one row below ``y``; gives where the next may begin."""
        labels = simpleSplit(row.label, "Helvetica", self.size, self.label_width)
        values = simpleSplit(row.value, "Helvetica", self.size, self.value_width)
        step = self.size * self.leading
        right = LEFT + self.label_width + 16
        at_label, at_value = (right, LEFT) if self.exchanged else (LEFT, right)
        if self.exchanged:
            at_label = LEFT + self.value_width + 16
        height = max(len(labels), len(values), 1)
        cells = [(at_label, labels, 0.0), (at_value, values, self.align)]
        for x, lines, align in sorted(cells):
            first = y - (height - len(lines)) * step * align
            drawn += [(x, first - step * number, line) for number, line in enumerate(lines)]
        return y - height * step - self.padding

    def _rule(self, canvas: Canvas, top: float, foot: float) -> None:
        """The lines around the two cells of a row; half the padding stands above the text."""
        up = self.padding / 2 + 0.8 * self.size
        widths = [self.label_width, self.value_width]
        first = widths[1] if self.exchanged else widths[0]
        edges = (LEFT - 4, LEFT + first + 8, LEFT + sum(widths) + 20)
        canvas.setLineWidth(0.5)
        for y in (top + up, foot + up):
            canvas.line(edges[0], y, edges[-1], y)
        for x in edges:
            canvas.line(x, top + up, x, foot + up)

    def _put(self, canvas: Canvas, drawn: list[tuple[float, float, str]]) -> None:
        canvas.setFont("Helvetica", self.size)
        order = sorted(drawn, key=lambda each: each[0]) if self.by_columns else drawn
        for x, y, text in order:
            canvas.drawString(x, y, text)


def make(kind: str, seed: int) -> PrintedTable:
    """A table of one kind; the same for the same seed."""
    rng = Random(f"{kind} {seed}")
    size = rng.choice((10.0, 11.0, 12.0, 13.0))
    table = PrintedTable(
        kind,
        size=size,
        leading=rng.choice((1.15, 1.2, 1.25)),
        label_width=rng.uniform(140.0, 290.0),
        padding=rng.uniform(0.6, 1.8) * size,
        align=rng.choice((0.0, 0.0, 0.5, 1.0)),
        by_columns=rng.random() < 0.3,
        head=rng.random() < 0.8,
        ruled=rng.random() < 0.4,
    )
    widest = stringWidth("improvement", "Helvetica", size) + 1
    table.value_width = rng.choice((widest, 120.0, 200.0))
    strands = list(LABELS)
    rng.shuffle(strands)
    table.rows = [PrintedRow(LABELS[each], rng.choice(list(GRADES)), each) for each in strands]
    _disturb(table, rng)
    return table


def _disturb(table: PrintedTable, rng: Random) -> None:
    place = rng.randrange(len(table.rows))
    row = table.rows[place]
    assert row.strand is not None
    if table.kind == "unknown row":
        table.rows.insert(place, PrintedRow(rng.choice(UNKNOWN), rng.choice(list(GRADES))))
    elif table.kind == "misprinted label":
        table.rows[place] = PrintedRow(MISPRINTED[row.strand], row.value, row.strand)
    elif table.kind == "not judged":
        table.rows[place] = PrintedRow(row.label, "Not judged", row.strand, whole=False)
    elif table.kind == "odd grade":
        odd = rng.choice(("Satisfactory", "Good in parts", "Not yet good", "Improving"))
        table.rows[place] = PrintedRow(row.label, odd, row.strand, whole=False)
    elif table.kind == "empty cell":
        table.rows[place] = PrintedRow(row.label, "", row.strand, whole=False)
    elif table.kind == "grade without label":
        table.rows.insert(place, PrintedRow("", rng.choice(list(GRADES)), whole=False))
    elif table.kind == "two grades":
        both = " ".join(rng.sample(["Outstanding", "Good", "Inadequate"], 2))
        table.rows[place] = PrintedRow(row.label, both, row.strand, whole=False)
    elif table.kind == "columns exchanged":
        table.exchanged = True
        table.value_width = max(table.value_width, 120.0)
    elif table.kind == "over a page":
        table.page_end = rng.randrange(2, 5)
    elif table.kind == "close rows":
        table.padding = rng.uniform(0.0, 0.5) * table.size
    elif table.kind == "close ruled rows":
        # only the ruled lines part a label that nobody knows from those above and below it
        table.ruled, table.padding = True, 0.3 * table.size
        table.rows.insert(place, PrintedRow(rng.choice(UNKNOWN), rng.choice(list(GRADES))))
    elif table.kind == "grade below its label, ruled":
        table.ruled, table.align = True, 1.6
        table.padding = 1.8 * table.size


def _head() -> PrintedRow:
    return PrintedRow("Judgement", "Grade")


def _cover(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 26)
    canvas.drawString(72, 760, "Inspection of Marlowe local")
    canvas.drawString(72, 729, "authority children\u2019s services")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 690, "Inspection dates: 3 to 7 June 2024")
    canvas.drawString(72, 660, "Lead inspector: Imogen Farrow, His Majesty\u2019s Inspector")
