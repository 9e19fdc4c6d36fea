"""Files of every kind that a size makes as long as one likes: what is timed in `growth.py`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass

HEAD = """\
Inspection of Northmoor local authority children's services
Inspection dates: 3 to 7 June 2024
Lead inspector: Imogen Farrow, His Majesty's Inspector
"""
TABLE = """\
Judgement                                                                 Grade
The impact of leaders on social work practice with children and families  Good
The experiences and progress of children who need help and protection     Good
The experiences and progress of children in care                          Good
The experiences and progress of care leavers                              Good
Overall effectiveness                                                     Good
"""
NEEDS = """
What needs to improve?

\u2022 The timeliness of assessments, so that families know what help they will get.
"""
BODY = """
The experiences and progress of children in care: good

1. Children in care live with carers who know them. Plans are clear and reviewed in time.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: ``made`` gives its bytes for a size, which ``ending`` tells apart."""

    name: str
    ending: str
    made: Callable[[int], bytes]
    #: the size at which the doubling starts
    first: int = 2000


def kinds() -> list[Kind]:
    """All kinds, those of text in each place of a report where they are read in another way."""
    found = [Kind(f"txt {name}", ".txt", _plain(text)) for name, text in WHOLE.items()]
    for name, text in RUNS.items():
        found.append(Kind(f"txt {name}, as one line of its own", ".txt", _plain(text)))
        for place, put in PLACES.items():
            found.append(Kind(f"txt {name}, {place}", ".txt", _inside(put, text)))
    found += [Kind(f"html {name}", ".html", made) for name, made in HTML.items()]
    found += [Kind(f"docx {name}", ".docx", made) for name, made in DOCX.items()]
    found += [Kind(f"pdf {name}", ".pdf", made, first) for name, (made, first) in PDF.items()]
    return found


def _plain(text: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda size: text(size).encode()


def _inside(put: Callable[[str], str], text: Callable[[int], str]) -> Callable[[int], bytes]:
    return lambda size: put(text(size)).encode()


def _times(piece: str) -> Callable[[int], str]:
    return lambda size: piece * size


def _numbered(piece: str) -> Callable[[int], str]:
    """``piece`` for each number, which it names in braces."""
    return lambda size: "".join(piece.format(number) for number in range(1, size + 1))


#: Files that are nothing but this, so many times, with or without a report's head.
WHOLE: dict[str, Callable[[int], str]] = {
    "form feeds": _times("\f"),
    "form feeds and a letter": _times("a\f"),
    "empty lines": lambda size: "\n" * size + "a",
    "lines": _numbered("line {}\n"),
    "the same line": _times("Plans are clear.\n"),
    "capitals": _times("LEADERS AND MANAGERS\n"),
    "bullets": _times("\u2022 supervision that is regular\n"),
    "deeper and deeper": lambda size: "".join(
        " " * (number % 300) + "\u2022 plans\n" for number in range(size)
    ),
    "dashes": _times("- plans that are clear\n"),
    "numbered paragraphs": lambda size: HEAD + TABLE + BODY + _numbered("{}. Plans vary.\n")(size),
    "numbered anew": lambda size: HEAD + TABLE + BODY + "1. Plans vary.\n" * size,
    "items numbered": lambda size: HEAD + TABLE + NEEDS + _numbered("{}. plans\n")(size),
    "bullets of a report": lambda size: HEAD + TABLE + NEEDS + "\u2022 plans for children\n" * size,
    "sub-bullets": lambda size: HEAD + TABLE + NEEDS + "  \u2013 plans for children\n" * size,
    "sentences": lambda size: HEAD + TABLE + BODY + "Plans are clear. " * size,
    "sentences in lines": lambda size: HEAD + TABLE + BODY + "Plans are clear.\n" * size,
    "sentences in paragraphs": lambda size: HEAD + TABLE + BODY + "Plans are clear.\n\n" * size,
    "pages of a report": lambda size: HEAD + TABLE + (BODY + "\f") * size,
    "pages with a foot": lambda size: HEAD + TABLE + BODY
    + "".join(f"\f\nPlans vary {n}.\n\nInspection of Northmoor\n{n}\n" for n in range(2, size)),
    "pages with number and total": lambda size: HEAD + TABLE + BODY
    + "".join(f"\fPlans vary.\nPage {n} of {size}\n" for n in range(2, size)),
    "headings": lambda size: HEAD + TABLE + NEEDS
    + "\nThe experiences and progress of children in care: good\n" * size,
    "headings of needs": lambda size: HEAD + TABLE + NEEDS * size,
    "headings of Markdown": lambda size: HEAD + TABLE + "\n## Supervision\n\n" * size,
    "rows of a table": lambda size: HEAD
    + "Judgement                               Grade\n"
    + "The experiences and progress of care leavers     Good\n" * size,
    "tables": lambda size: HEAD + TABLE * size,
    "heads": lambda size: HEAD * size,
    "titles": lambda size: "Inspection of Northmoor local authority children's services\n" * size,
    "dates of fieldwork": lambda size: HEAD + "Inspection dates: 3 to 7 June 2024\n" * size,
    "lead inspectors": lambda size: HEAD + "Lead inspector: Imogen Farrow\n" * size,
    "open brackets": lambda size: HEAD + TABLE + BODY + "(" * size,
    "quotation marks": lambda size: HEAD + TABLE + BODY + "\u2018" * size,
}  # fmt: skip
#: Long runs of what the patterns of the readers look for, and almost find.
RUNS: dict[str, Callable[[int], str]] = {
    "one letter": _times("a"),
    "one word": _times("plan "),
    "capital words": _times("Northmoor "),
    "spaces": lambda size: "a" + " " * size + "b",
    "dots": _times("."),
    "dots and spaces": _times(". "),
    "digits": _times("7"),
    "digits and commas": _times("7,"),
    "digits and spaces": _times("7 "),
    "digits and dots": _times("7."),
    "commas": _times(","),
    "hyphens": _times("a-"),
    "apostrophes": _times("a\u2019s "),
    "ands": _times("and "),
    "ofs": _times("of the "),
    "names": _times("Imogen Farrow, "),
    "dates": _numbered("on 3 June 2024, "),
    "days": _times("3 June "),
    "ranges": _times("3 to 7 June "),
    "months": _times("June and July "),
    "numbers in words": _times("four hundred and "),
    "percents": _times("12% of children, "),
    "per cents": _times("12.5 per cent "),
    "pounds": _times("\u00a31,000 and "),
    "out of": _times("3 out of 4 "),
    "boards": _times("safeguarding children board "),
    "local boards": _times("Northmoor Safeguarding Children Board, "),
    "partnerships": _times("health and wellbeing "),
    "services": _times("early help service and "),
    "social work": _times("social work team "),
    "inspections": _times("the last inspection in 2021 "),
    "grades": _times("requires improvement to be good "),
    "good": _times("good "),
    "was judged": _times("was judged to be "),
    "ministers": _times("His Majesty\u2019s Inspector "),
    "acts": _times("Children Act "),
    "within months": _times("within three months "),
    "initials": _times("A. "),
    "abbreviations": _times("e.g. "),
    "semicolons": _times("plans; "),
    "colons": _times("plans: "),
    "slashes": _times("a/"),
    "soft hyphens": _times("a\u00ad"),
    "marks above": _times("a\u0301"),
    "addresses": _times("www.northmoor.gov.uk/"),
    "telephones": _times("0300 123 1231 "),
    "references": _times("URN: 80500 "),
    "bullets in a line": _times("\u2022 "),
    "footnotes": _times("plans12 "),
    "capitals and digits": _times("A1"),
    "brackets": _times("(plans) "),
    "open and letters": _times("(a"),
    "tabs": _times("a\t"),
    "columns": _times("plan   "),
}
PLACES: dict[str, Callable[[str], str]] = {
    "in the title": lambda text: f"Inspection of Northmoor {text}\n{HEAD}{TABLE}{BODY}",
    "in the dates": lambda text: HEAD.replace("3 to 7 June 2024", f"3 to {text}") + TABLE + BODY,
    "for the inspector": lambda text: HEAD.replace("Imogen Farrow,", f"Imogen {text}") + BODY,
    "in the table": lambda text: f"{HEAD}{TABLE}Overall effectiveness {text}    Good\n{BODY}",
    "in a heading": lambda text: f"{HEAD}{TABLE}\nThe experiences and progress of {text}: good\n",
    "in an item": lambda text: f"{HEAD}{TABLE}{NEEDS}\u2022 the quality of {text}\n",
    "in a sentence": lambda text: f"{HEAD}{TABLE}{BODY}2. Leaders know {text}. Plans vary.\n",
}


def _page(inside: str) -> bytes:
    return f"<!doctype html><html><body><p>{HEAD}</p>{inside}".encode()


HTML: dict[str, Callable[[int], bytes]] = {
    "comments not closed": lambda size: _page("<!-- a " * size),
    "tags not ended": lambda size: _page("<a" * size),
    "tags and attributes not ended": lambda size: _page("<a b=" * size),
    "quotes not closed": lambda size: _page('<a b="' * size),
    "end tags not ended": lambda size: _page("</a" * size),
    "declarations not ended": lambda size: _page("<!a" * size),
    "marked sections not ended": lambda size: _page("<![CDATA[ a" * size),
    "processing not ended": lambda size: _page("<?a" * size),
    "signs of less": lambda size: _page("<" * size),
    "and signs": lambda size: _page("&" * size),
    "references not ended": lambda size: _page("&a" * size),
    "digits of a reference": lambda size: _page("&#" + "7" * size),
    "scripts": lambda size: _page("<script>" * size),
    "scripts not closed": lambda size: _page("<script></" + "</scrip" * size),
    "styles": lambda size: _page("<style>p { color: red }</style>" * size),
    "rules of style": lambda size: _page("<style>" + "p.a { color: red }\n" * size + "</style>"),
    "rules not closed": lambda size: _page("<style>" + ".a {" * size + "</style>"),
    "titles not closed": lambda size: _page("<title>" * size),
    "comments": lambda size: _page("<!-- a -->" * size + "<p>plans"),
    "comments before the page": lambda size: b"<!-- a -->" * size + _page("<p>plans"),
    "paragraphs": lambda size: _page("<p>Plans are clear.</p>" * size),
    "paragraphs not closed": lambda size: _page("<p>Plans are clear." * size),
    "nested": lambda size: _page("<div>" * size + "plans"),
    "nested and text": lambda size: _page("<div>plans " * size),
    "nested and closed": lambda size: _page("<div>" * size + "plans" + "</div>" * size),
    "closed and not opened": lambda size: _page("</div>plans" * size),
    "nested in lists": lambda size: _page("<ul><li>plans" * size),
    "nested in tables": lambda size: _page("<table><tr><td>plans" * size),
    "bold and not closed": lambda size: _page("<b><i>plans" * size),
    "attributes": lambda size: _page("<p" + " a=b" * size + ">plans"),
    "names of classes": lambda size: _page('<p class="' + "a " * size + '">plans'),
    "styles of elements": lambda size: _page('<p style="color:red">plans</p>' * size),
    "a long style": lambda size: _page('<p style="' + "a:b;" * size + '">plans'),
    "a long name": lambda size: _page("<" + "a" * size + ">plans"),
    "breaks": lambda size: _page("plans<br>" * size),
    "spaces": lambda size: _page("<p>plans" + " " * size + "vary"),
    "one line": lambda size: _page("<p>" + "Plans are clear. " * size),
    "spaces in a tag": lambda size: _page("<p" + " " * size),
    "equals in a tag": lambda size: _page("<p " + "= " * size),
    "slashes in a tag": lambda size: _page("<p" + "/ " * size),
}

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(inside: Callable[[int], str]) -> Callable[[int], bytes]:
    def made(size: int) -> bytes:
        stream = io.BytesIO()
        head = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in HEAD.splitlines())
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "word/document.xml",
                f'<w:document xmlns:w="{W}"><w:body>{head}{inside(size)}</w:body></w:document>',
            )
        return stream.getvalue()

    return made


TEXT = "<w:r><w:t>plans </w:t></w:r>"
ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/></w:numPr></w:pPr>' + TEXT + "</w:p>"
DOCX: dict[str, Callable[[int], bytes]] = {
    "empty paragraphs": _docx(lambda size: "<w:p/>" * size),
    "paragraphs": _docx(lambda size: f"<w:p>{TEXT}</w:p>" * size),
    "runs": _docx(lambda size: f"<w:p>{TEXT * size}</w:p>"),
    "nested paragraphs": _docx(lambda size: f"<w:p>{TEXT}" * size + "</w:p>" * size),
    "nested and empty": _docx(lambda size: "<w:p>" * size + "</w:p>" * size),
    "nested runs": _docx(lambda size: "<w:p>" + "<w:r>" * size + "</w:r>" * size + "</w:p>"),
    "text boxes in text boxes": _docx(
        lambda size: "<w:p><w:r><w:txbxContent>" * size + "</w:txbxContent></w:r></w:p>" * size
    ),
    "nested tables": _docx(
        lambda size: (
            f"<w:tbl><w:tr><w:tc><w:p>{TEXT}</w:p>" * size + "</w:tc></w:tr></w:tbl>" * size
        )
    ),
    "rows": _docx(
        lambda size: "<w:tbl>" + f"<w:tr><w:tc><w:p>{TEXT}</w:p></w:tc></w:tr>" * size + "</w:tbl>"
    ),
    "cells": _docx(
        lambda size: "<w:tbl><w:tr>" + f"<w:tc><w:p>{TEXT}</w:p></w:tc>" * size + "</w:tr></w:tbl>"
    ),
    "list items": _docx(lambda size: "".join(ITEM.format(n % 9) for n in range(size))),
    "breaks": _docx(lambda size: "<w:p><w:r>" + "<w:t>a</w:t><w:br/>" * size + "</w:r></w:p>"),
    "properties": _docx(
        lambda size: "<w:p><w:r><w:rPr>" + "<w:b/>" * size + "</w:rPr><w:t>a</w:t></w:r></w:p>"
    ),
    "shades": _docx(lambda size: '<w:p><w:pPr><w:shd w:fill="auto"/></w:pPr></w:p>' * size),
    "one long text": _docx(
        lambda size: f"<w:p><w:r><w:t>{'Plans vary. ' * size}</w:t></w:r></w:p>"
    ),
}


def _pdf(contents: Iterable[str], pages: Iterable[int] | None = None) -> bytes:
    """A PDF with these streams, and pages that show them (default: each once)."""
    streams = [content.encode("cp1252") for content in contents]
    shown = list(range(len(streams))) if pages is None else list(pages)
    first = 4
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (
            len(shown),
            b" ".join(b"%d 0 R" % (first + len(streams) + n) for n in range(len(shown))),
        ),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    objects += [b"<</Length %d>>stream\n%s\nendstream" % (len(each), each) for each in streams]
    objects += [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
        b"/Resources<</Font<</F 3 0 R>>>>>>" % (first + index)
        for index in shown
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _shown(text: str, x: float = 50, y: float = 700, size: float = 10) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {x:.2f} {y:.2f} Td ({escaped}) Tj ET\n"


def _head() -> str:
    return "".join(_shown(line, y=800 - 14 * n) for n, line in enumerate(HEAD.splitlines()))


def _lines(size: int, text: str = "Plans are clear.") -> str:
    return "".join(_shown(text, y=780 - 700 * n / size) for n in range(size))


PDF: dict[str, tuple[Callable[[int], bytes], int]] = {
    "pages": (lambda size: _pdf([_head(), *(_lines(20) for _ in range(size))]), 20),
    "pages of one content": (lambda size: _pdf([_head(), _lines(20)], [0] + [1] * size), 20),
    "empty pages": (lambda size: _pdf([_head(), ""], [0] + [1] * size), 200),
    "lines of a page": (lambda size: _pdf([_head(), _lines(size)]), 200),
    "lines over each other": (
        lambda size: _pdf([_head(), _shown("Plans are clear.") * size]), 200,
    ),
    "letters of a line": (lambda size: _pdf([_head(), _shown("Plans are clear. " * size)]), 200),
    "words, each alone": (
        lambda size: _pdf(
            [_head(), "".join(_shown("plan", 50 + 500 * n / size) for n in range(size))]
        ),
        200,
    ),
    "words everywhere": (
        lambda size: _pdf(
            [
                _head(),
                "".join(
                    _shown("plan", 50 + n * 7919 % 500, 50 + n * 104729 % 700) for n in range(size)
                ),
            ]
        ),
        200,
    ),
    "columns": (
        lambda size: _pdf(
            [_head(), "".join(_shown("a", 50 + n % 50 * 10, 780 - n // 50) for n in range(size))]
        ),
        200,
    ),
    "rectangles": (
        lambda size: _pdf(
            [_head() + "".join(f"{50 + n % 500} {n % 700} 9 9 re f\n" for n in range(size))]
        ),
        200,
    ),
    "rectangles and words": (
        lambda size: _pdf(
            [
                _head()
                + "".join(
                    f"{50 + n % 500} {n % 700} 9 9 re f\n" + _shown("plan", 50 + n % 500, n % 700)
                    for n in range(size)
                )
            ]
        ),
        200,
    ),
    "ruled lines": (
        lambda size: _pdf(
            [_head() + "".join(f"50 {n % 700} m 500 {n % 700} l S\n" for n in range(size))]
        ),
        200,
    ),
    "clips": (
        lambda size: _pdf(
            [_head() + "".join(f"q 0 0 {n + 9} 900 re W n\n" for n in range(size)) + _shown("a")]
        ),
        200,
    ),
    "states": (lambda size: _pdf([_head() + "q " * size + _shown("a") + "Q " * size]), 200),
}  # fmt: skip
