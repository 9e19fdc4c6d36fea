"""Makes the example reports that are PDFs.

Usage: python -m examples.make_reports [FOLDER]     (default: examples)

Those that can be read whole go into FOLDER/reports, those that lack something into
FOLDER/incomplete.
The same bytes each time.  The examples that are text, HTML or DOCX are kept as they are, but for
the DOCX file, which is made here too.  Needs reportlab, which is among the development extras.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from examples.content import designs, ilacs, others, sif

PDFS = {
    "northmoor-ilacs-2024": ilacs.northmoor_2024,
    "eastmere-ilacs-2019": ilacs.eastmere_2019,
    "northmoor-ilacs-2026": ilacs.northmoor_2026,
    "saltmarsh-sif-2016": sif.saltmarsh_2016,
    "harrowick-sif-2014": sif.harrowick_2014,
    "marlowe-cp-2013": others.marlowe_cp_2013,
    "marlowe-lac-2013": others.marlowe_lac_2013,
    "northmoor-jtai-2017": others.northmoor_jtai_2017,
    "saltmarsh-jtai-2023": others.saltmarsh_jtai_2023,
    "eastmere-send-2024": others.eastmere_send_2024,
    "eastmere-ilacs-2025": designs.eastmere_2025,
    "harrowick-ilacs-2026": designs.harrowick_2026,
    "marlowe-jtai-2016": designs.marlowe_jtai_2016,
    "saltmarsh-send-2023": designs.saltmarsh_send_2023,
}
#: A report of a family that no profile knows; headings are marked.
PROGRESS = (
    ("Inspection of progress made in Harrowick", True),
    ("Harrowick City Council", False),
    ("Inspection dates: 7 to 11 June 2010", False),
    ("Published: 9 July 2010", False),
    ("Summary of key findings", True),
    (
        "Progress in clearing the backlog of cases has been good, and files are now up to date.",
        False,
    ),
    ("Priorities for further improvement", True),
    ("The council should make sure that what was learnt is not lost when managers leave.", False),
)
XML = '<?xml version="1.0" encoding="UTF-8"?>'
OPEN = "http://schemas.openxmlformats.org"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    f'{XML}<Types xmlns="{OPEN}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
)
RELATIONS = (
    f'{XML}<Relationships xmlns="{OPEN}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{OPEN}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def main(folder: Path) -> None:
    """Make every file below ``folder``."""
    reports, incomplete = folder / "reports", folder / "incomplete"
    for each in (reports, incomplete):
        each.mkdir(parents=True, exist_ok=True)
    for name, make in PDFS.items():
        make(reports / f"{name}.pdf")
    make_docx(incomplete / "harrowick-progress-2010.docx")


def make_docx(path: Path) -> None:
    """The smallest DOCX file that a word processor opens."""
    body = "".join(_paragraph(text, heading) for text, heading in PROGRESS)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": (
            f'{XML}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # a fixed date, or the bytes would change with the clock
            archive.writestr(zipfile.ZipInfo(name, (2010, 7, 9, 0, 0, 0)), content)


def _paragraph(text: str, heading: bool) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if heading else ""
    return f"<w:p>{style}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
