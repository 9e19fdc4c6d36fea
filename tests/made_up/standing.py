"""What every report of a family says in the same words: made up here in the same form."""

from __future__ import annotations

from tests.made_up.pieces import Owner, Style
from tests.made_up.writing import Writing

SMALL = Style(size=10.0, step=13.0, after=6.0)
ADDRESS = Style(size=10.0, step=13.0, after=0.0)


def closing(writing: Writing, year: int, *, page: bool = True) -> None:
    """The inspectorate's closing text, on a page of its own where ``page``."""
    texts = (
        "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) "
        "regulates and inspects. All that stands in this report is made up, and so is the place.",
        "If you would like a copy of this document in a different format, such as large print or "
        "Braille, there is nobody to ask, for nobody printed it.",
    )
    for index, text in enumerate(texts):
        writing.put(Owner.STANDING, text, "closing", SMALL, new_page=page and index == 0)
    for line in ("Made-up House", "1 Nowhere Street", f"\u00a9 Made-up copyright {year}"):
        writing.put(Owner.STANDING, line, "closing", ADDRESS)


def letter_head(writing: Writing) -> None:
    """The inspectorate's address in two columns at the top of a letter."""
    small = Style(size=9.0, step=10.8, after=0.0)
    right = Style(size=9.0, step=10.8, after=0.0, left=169.0)
    for line in ("Ofsted", "Made-up House", "1 Nowhere Street", "Northmoor", "N0 0NE"):
        writing.put(Owner.STANDING, line, "letter-head", small)
    for line in ("T 0000 000 000", "enquiries@ofsted.example", "www.ofsted.example"):
        writing.put(Owner.STANDING, line, "letter-head", right)
    writing.put(Owner.STANDING, "", "letter-head", Style(after=30.0))
