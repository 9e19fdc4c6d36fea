"""A brief as HTML, Markdown and DOCX: nothing is lost, nothing is markup, the same bytes."""

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg import briefs
from kg.briefs import FORMATS, write_brief
from kg.briefs.docx import WIDTH, widths
from kg.briefs.model import (
    Brief,
    Chart,
    More,
    Paragraph,
    Part,
    Points,
    Quote,
    Quotes,
    Source,
    Table,
    Text,
    Where,
)
from kg.briefs.writing import format_of
from kg.errors import QueryError
from kg.text.markdown import escaped

HERE = Where("a-2020", 3)
EVIL = 'Plans & <script>alert("x")</script> | *drift* [1](http://x)'
BRIEF = Brief(
    EVIL,
    "Two reports",
    (
        Part(
            "First",
            (
                Paragraph(Text(EVIL, (HERE, Where("b-2021")))),
                Points((Text("a point", (HERE,), "Lead"),)),
                Table("A table", ("Theme", "Share"), ((Text("Plans"), Text("12%", (HERE,))),)),
                Chart("Grades", "2014 Good", ("Good", "Bad"), ((2014.5, 0, "2014"),)),
            ),
        ),
        Part("Second", (Quotes("Said", (Quote("words", HERE, "2020", True),)),
                        More("3 left out; all:", "kg query themes"))),
    ),
    (Source("a-2020", "Ambershire"), Source("b-2021", "Bexmoor")),
)  # fmt: skip


def written(name: str) -> bytes:
    return write_brief(BRIEF, name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_brief_gives_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)


def test_markdown_as_a_whole() -> None:
    evil = r"Plans &amp; \<script\>alert(\"x\")\</script\> \| \*drift\* \[1\](http://x)"
    evil = evil.replace('\\"', '"')
    assert written("md").decode() == "\n".join([
        f"# {evil}", "", "Two reports", "",
        "## First", "",
        rf"{evil} \[1, p. 3; 2\]", "",
        r"- **Lead:** a point \[1, p. 3\]", "",
        "### A table", "", "| Theme | Share |", "| --- | --- |", r"| Plans | 12% \[1, p. 3\] |", "",
        "Grades: 2014 Good.", "",
        "## Second", "",
        "### Said", "", r"- **2020:** “words …” \[1, p. 3\]", "",
        "3 left out; all: `kg query themes`", "",
        "## Reports cited", "", "1. Ambershire: `a-2020`", "2. Bexmoor: `b-2021`", "",
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("words", "as_markdown"),
    [
        ("3. not a list", r"3\. not a list"),
        ("- not a list", r"\- not a list"),
        ("# no heading", r"\# no heading"),
        ("two\n\nparagraphs", "two paragraphs"),
    ],
)
def test_words_of_reports_are_no_markup(words: str, as_markdown: str) -> None:
    assert escaped(words) == as_markdown


class Outline(HTMLParser):
    """The open elements are checked; headings, tags and text are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "line", "circle", "polyline", "wbr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def outline() -> Outline:
    parser = Outline()
    parser.feed(written("html").decode())
    parser.close()
    assert parser.open == []
    return parser


def test_html_needs_nothing_else_and_runs_nothing() -> None:
    found = outline()
    names = {tag for tag, _ in found.tags}
    assert not names & {"script", "link", "img", "iframe"}
    targets = [attributes["href"] for _, attributes in found.tags if "href" in attributes]
    ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
    assert targets
    assert all(target and target.startswith("#") and target[1:] in ids for target in targets)
    assert EVIL in found.text


def test_html_has_headings_in_order_and_tables_with_heads() -> None:
    found = outline()
    headings = [tag for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", "h2", "h2", "h3", "h2"]
    scopes = [attributes.get("scope") for tag, attributes in found.tags if tag == "th"]
    assert scopes == ["col", "col", "row"]
    assert ("html", {"lang": "en-GB"}) in found.tags
    assert any(tag == "caption" for tag, _ in found.tags)


def test_the_chart_can_be_read_out() -> None:
    drawing = re.search(r"<svg.*?</svg>", written("html").decode(), re.S)
    assert drawing
    svg = ElementTree.fromstring(drawing[0])
    assert svg.attrib["role"] == "img"
    assert [each.text for each in svg if each.tag in ("title", "desc")] == ["Grades", "2014 Good"]


def test_docx_has_headings_tables_and_all_words() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(written("docx")))
    styles = [(line.style.name, line.text) for line in document.paragraphs if line.text]
    assert styles[0] == ("Title", EVIL)
    assert ("Heading 1", "First") in styles
    assert ("Heading 2", "A table") in styles
    assert ("List Bullet", "2020: “words …” [1,\N{NO-BREAK SPACE}p.\N{NO-BREAK SPACE}3]") in styles
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Theme", "Share"],
        ["Plans", "12% [1,\N{NO-BREAK SPACE}p.\N{NO-BREAK SPACE}3]"],
    ]
    # the number of the page is a field at its foot
    assert 'w:instr="PAGE"' in document.sections[0].footer.paragraphs[0]._p.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows[1:])
    assert document.core_properties.author == "childrens-services-kg"


def test_docx_knows_no_clock() -> None:
    pytest.importorskip("docx")
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"(\d{4}-\d\d-\d\d)T", core)) == {"2000-01-01"}


def test_the_ending_of_a_file_is_its_format() -> None:
    assert [format_of(Path(name)) for name in ("a.HTML", "a.htm", "a.md", "a.docx")] == [
        "html",
        "html",
        "md",
        "docx",
    ]
    with pytest.raises(QueryError, match=r"give a file that ends in \.html, \.md or \.docx"):
        format_of(Path("brief.pdf"))


def test_a_table_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells, 2 columns"):
        Table("A table", ("Theme", "Share"), ((Text("Plans"),),))


def test_lines_of_a_table_are_broken_between_references_and_not_within_days() -> None:
    rows = ((Text("4 Dec 2025"), Text("Plans", (HERE, Where("b-2021")))),)
    brief = Brief("A", "B", (Part("C", (Table("T", ("Day", "Theme"), rows),)),), BRIEF.sources)
    page = write_brief(brief, "html").decode()
    assert '<th scope="row" class="short">4 Dec 2025</th>' in page
    first, second = re.findall(r"<span>(.*?)</span>", page)
    assert re.sub("<.*?>", "", f"{first} {second}") == "[1, p. 3; 2]"
    assert "<td>Plans" in page


def test_the_chart_has_its_title_above_it() -> None:
    assert "<figcaption>Grades</figcaption>" in written("html").decode()


def test_a_word_of_a_table_may_be_broken_but_is_not_changed() -> None:
    name = "Llanfair&pwllgwyngyllgogerychwyrndrobwll"
    rows = ((Text(f"short {name}"), Text("words of usual length: responsibilities")),)
    brief = Brief("A", "B", (Part("C", (Table(name, (name, "Theme"), rows),)),), ())
    page = write_brief(brief, "html").decode()
    assert page.count("Llanfair&amp;pwllgwyngyllgog<wbr>e<wbr>r") == 3
    assert "usual length: responsibilities" in page
    parser = Outline()
    parser.feed(page)
    assert parser.text.count(name) == 3


@pytest.mark.parametrize("longest", [0, 1, 30, 5000])
def test_columns_of_a_docx_share_the_width_by_what_is_in_them(longest: int) -> None:
    row = (Text("4 Dec 2025"), Text("x" * longest), Text("Good", (HERE,)))
    brief = Brief("A", "B", (), BRIEF.sources)
    table = Table("T", ("Day", "What was said", "Grade"), (row,))
    found = widths(brief, table)
    assert sum(found) == pytest.approx(WIDTH)
    assert min(found) > 2
    assert (found[1] > found[0]) == (longest > 13)
    assert sum(widths(brief, Table("T", ("Day", "Grade"), ()))) == pytest.approx(WIDTH)


def test_every_public_name_is_there() -> None:
    assert briefs.__all__
    for name in briefs.__all__:
        assert getattr(briefs, name) is not None
    assert not hasattr(briefs, "nothing")
