"""What nobody sees on the page is not in the text; what is seen once, is there once."""

from __future__ import annotations

import io
import zipfile

import pytest

from kg.documents import read_bytes
from kg.errors import UnreadableFile

SEEN = "Leaders know every child well."
HIDDEN = "Nobody sees this note."

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def html(body: str, style: str = "") -> str:
    page = f"<!DOCTYPE html><html><head><style>{style}</style></head><body>{body}</body></html>"
    return read_bytes(page.encode(), "made-up").text


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{SEEN}</p><p hidden>{HIDDEN}</p>",
        f'<p>{SEEN} <span style="display:none">{HIDDEN}</span></p>',
        f'<div style="display: none !important"><p>{HIDDEN}<ul><li>{HIDDEN}</ul></div>{SEEN}',
        f'<p style="visibility: hidden">{HIDDEN}<p>{SEEN}',
        f'<p>{SEEN}<span style="color:#ffffff">{HIDDEN}</span>',
        f'<p>{SEEN}<span style="font-size:0">{HIDDEN}</span>',
        f'<p>{SEEN}<span style="opacity: 0">{HIDDEN}</span>',
        f"<p>{SEEN}<del>{HIDDEN}</del><s>{HIDDEN}</s></p>",
        f'<p class="note">{HIDDEN}</p><p id="old">{HIDDEN}</p><p>{SEEN}</p>',
        f'<ul><li>{SEEN}<li class="note">{HIDDEN}</ul>',
        f"<p>{SEEN}<img hidden><br hidden></p>",
    ],
)
def test_hidden_html(body: str) -> None:
    text = html(body, ".note, p#old { display: none }")
    assert text.removeprefix("• ") == SEEN


@pytest.mark.parametrize(
    "body",
    [
        f'<p style="display:block">{SEEN}</p>',
        f'<p style="background-color:#000; color:#fff">{SEEN}</p>',
        f'<p style="opacity: 0.9">{SEEN}</p>',
        f'<p style="font-size: 0.9em">{SEEN}</p>',
        f'<p class="shown">{SEEN}</p>',
        f"<p hidden></p><p>{SEEN}</p>",
        f"<del>{HIDDEN}</del><p>{SEEN}</p>",
    ],
)
def test_html_that_is_seen(body: str) -> None:
    assert html(body, ".shown { color: black } @media print { .shown { display: none } }") == SEEN


def docx(body: str) -> str:
    document = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", document)
    return read_bytes(file.getvalue(), "made-up").text


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:strike/>",
        "<w:dstrike/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:sz w:val="2"/>',
    ],
)
def test_hidden_runs(properties: str) -> None:
    assert docx(f"<w:p>{run(SEEN)}{run(HIDDEN, properties)}</w:p>") == SEEN


@pytest.mark.parametrize(
    "properties",
    ['<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', '<w:color w:val="auto"/>',
     '<w:sz w:val="22"/>', '<w:shd w:fill="1F3864"/><w:color w:val="FFFFFF"/>'],
)  # fmt: skip
def test_runs_that_are_seen(properties: str) -> None:
    assert docx(f"<w:p>{run(SEEN, properties)}</w:p>") == SEEN


def test_a_text_box_counts_once() -> None:
    box = f"<w:txbxContent><w:p>{run(SEEN)}</w:p></w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    text = docx(
        f"<w:p>{run('Before the box.')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent>"
        f"</w:r></w:p><w:p>{run('Behind the box.')}</w:p>"
    )
    assert text == f"Before the box.\n{SEEN}\nBehind the box."


def test_paragraphs_in_paragraphs_cost_no_more_than_their_number() -> None:
    depth = 2000
    nested = "<w:p>" * depth + run(SEEN) + "</w:p>" * depth
    assert docx(nested) == SEEN


@pytest.mark.parametrize("level", ["x", "", "99999999999999999999", "-3"])
def test_a_level_that_is_none_is_the_first(level: str) -> None:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/></w:numPr></w:pPr>'
    assert docx(f"<w:p>{properties}{run(SEEN)}</w:p>").lstrip("•– ") == SEEN


@pytest.mark.parametrize(
    "said",
    [
        "Please wait... If this message is not eventually replaced by the proper contents of the "
        "document, your PDF viewer may not be able to display this type of document.",
        "To view the full contents of this document, you need a later version of the PDF viewer.",
        "The document you are trying to load requires Adobe Reader 8 or higher.",
    ],
)
def test_the_placeholder_of_a_form_is_no_report(said: str) -> None:
    with pytest.raises(UnreadableFile, match="placeholder page of a dynamic form"):
        read_bytes(said.encode(), "made-up")


def test_a_report_may_speak_of_viewers() -> None:
    words = "Inspectors read the file. It requires Adobe Reader 8 or higher. " + f"{SEEN} " * 60
    assert SEEN in read_bytes(words.encode(), "made-up").text


@pytest.mark.parametrize("comments", [1, 30, 200])
def test_comments_before_a_page(comments: int) -> None:
    page = "<!-- a -->" * comments + f"<html><body><p>{SEEN}</p></body></html>"
    assert SEEN in read_bytes(page.encode(), "made-up").text
