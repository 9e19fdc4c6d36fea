"""HTML and DOCX files."""

import io
import zipfile

import pytest

from kg.documents import read, read_bytes
from kg.errors import UnreadableFile

PAGE = """<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>
<h1>Monitoring visit to Marlowe children's services</h1>
<p>This letter summarises the <b>findings</b> of the visit.</p>
<ul><li>Plans are better.<ul><li>Most are timely</li></ul></li><li>Visits &amp; reviews</li></ul>
<table><tr><td>Left</td><td>Right</td></tr></table><script>alert(1)</script></body></html>"""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
    return stream.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_html_gives_paragraphs_items_and_cells():
    document = read_bytes(PAGE.encode(), "made-up")
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert texts == [
        "Monitoring visit to Marlowe children's services",
        "This letter summarises the findings of the visit.",
        "\u2022 Plans are better.",
        "\u2013 Most are timely",
        "\u2022 Visits & reviews",
        "Left",
        "Right",
    ]
    assert document.lines[0].bold


def test_html_under_the_name_of_a_pdf_is_no_report(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text(PAGE)
    with pytest.raises(UnreadableFile, match="not a PDF: HTML page"):
        read(path)


def test_the_kind_of_a_file_is_told_from_its_bytes(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(docx(paragraph("Progress inspection", "Title") + paragraph("Work goes on.")))
    document = read(path)
    assert "wordprocessingml" in document.media_type
    assert document.text == "Progress inspection\nWork goes on."
    assert document.lines[0].bold and not document.lines[1].bold


def _one_part(said: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", said)
    return stream.getvalue()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:40] + data[60:], id="a block is missing"),
        pytest.param(
            lambda data: data.replace(b"PK\1\2\x14\3\x14", b"PK\1\2\x14\3\x94"), id="version"
        ),
        pytest.param(lambda data: data[:70] + bytes(20) + data[90:], id="zeros in what is packed"),
        pytest.param(
            lambda data: b"x" + data[:-16] + b"\xff\xff" + data[-14:], id="size of the table"
        ),
        pytest.param(
            lambda data: _one_part('<?xml version="1.0" encoding="punycode"?><x>\u00e9</x>'),
            id="another coding than it names",
        ),
        pytest.param(
            lambda data: _one_part('<?xml version="1.0" encoding="nothing"?><x/>'),
            id="a coding that is none",
        ),
    ],
)
def test_a_damaged_docx_is_refused_in_words(damage):
    whole = _one_part("<x>" + "<y>text</y>" * 200 + "</x>")
    with pytest.raises(UnreadableFile, match="damaged"):
        read_bytes(b"PK\3\4" + damage(whole)[4:], "made-up")


def test_a_zip_that_is_no_docx_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "nothing")
    with pytest.raises(UnreadableFile, match="no DOCX"):
        read_bytes(stream.getvalue(), "made-up")


def test_entities_in_a_docx_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(UnreadableFile, match="entities"):
        read_bytes(stream.getvalue(), "made-up")
