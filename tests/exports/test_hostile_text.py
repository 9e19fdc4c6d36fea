"""What a report and a register say stays text in every format, whatever it looks like.

Each output is read back by a parser of its format: the words are found again, whole, and nothing
of them has become markup, a formula or a link.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import networkx
import openpyxl
import pytest
import rdflib
from markdown_it import MarkdownIt

from kg.cli import main

#: What means something to one format or another, each inside a sentence.
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- and --> and ]]> and ?>",
    '"quoted" and \'quoted\' and "] }',
    "&amp; & &lt;b&gt; &#60;",
    "C:\\new\\table \\u0041 \\",
    "${jndi:x} and {{7*7}} and {% x %} and %s",
    "[here](javascript:alert(1)) and [there][1]",
    "![x](http://evil.example/x.png)",
    "<http://evil.example/> and <javascript:alert(1)>",
    "| a | b | and `code` and *bold* and _em_",
    "'; DROP TABLE reports; --",
    "# not a heading, - no item, 1. no number",
]
#: How spreadsheets know a formula.
FORMULAS = ["=cmd|' /C calc'!A0", "+1+cmd", "@SUM(1+1)", '=HYPERLINK("http://evil.example")']
#: The names of two authorities.
NAMES = ['Mar"]]>low <b>&amp;', "=East\\mere {{x}} $\\q{$ -->"]
REGISTER = """\
@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
AUTHORITY = """
authority:hostile-{number} a cs:Authority , org:FormalOrganization ;
    skos:prefLabel {name} ;
    cs:gss "E0699992{number}" ;
    cs:authorityType "Unitary Authority" ;
    cs:region "Nowhere <i>" .
"""
REPORT = """\
Inspection of {name} local authority children's services

Inspection dates: 3 to 7 June 202{number}

Lead inspector: Ada <Finch>, His Majesty's Inspector

The impact of leaders on social work practice with children and families\tGood
The experiences and progress of children who need help and protection\tGood
The experiences and progress of children in care\tGood
The experiences and progress of care leavers\tGood
Overall effectiveness\tGood

Children in {name} are helped early and well. \u202e\u0007They are safe.

What needs to improve?

{items}

The experiences and progress of children who need help and protection: good

{paragraphs}
"""
SENTENCES = [f"Supervision by managers does not see {words} in plans." for words in HOSTILE]
ITEMS = [f"{formula} in the supervision of social workers." for formula in FORMULAS]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    register = folder / "register.ttl"
    register.write_text(
        REGISTER
        + "".join(
            AUTHORITY.format(number=number, name=json.dumps(name))
            for number, name in enumerate(NAMES)
        ),
        encoding="utf-8",
    )
    for number, name in enumerate(NAMES):
        (folder / f"hostile <b>&{number}.txt").write_text(
            REPORT.format(
                name=name,
                number=number + 3,
                items="\n".join(f"\u2022 {item}" for item in ITEMS),
                paragraphs="\n\n".join(f"{n}. {s}" for n, s in enumerate(SENTENCES, 1)),
            ),
            encoding="utf-8",
        )
    reports = [str(path) for path in sorted(folder.glob("*.txt"))]
    status = main(
        ["build", *reports, "--vocabulary", str(register), "--store", str(folder / "store")]
    )
    assert status == 0
    return folder / "store"


def made(store: Path, out: Path, *command: str) -> bytes:
    """What a command writes into a file."""
    assert main([*command, str(out), "--store", str(store)]) == 0
    return out.read_bytes()


# readers: the texts of an output, and what in it could act


class Page(HTMLParser):
    """Texts of a page; what its own elements may do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.acting: list[str] = []
        self._raw = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._raw = tag in ("script", "style")
        values = [value or "" for _, value in attrs]
        if tag in ("img", "iframe", "object") or any("javascript:" in each for each in values):
            self.acting.append(tag)
        self.acting += [each for each in values if "evil.example" in each]
        self.acting += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self._raw = False

    def handle_data(self, data: str) -> None:
        (self.acting if self._raw and "alert(1)" in data else self.texts).append(data)


def of_html(content: bytes) -> tuple[str, list[str]]:
    page = Page()
    page.feed(content.decode())
    page.close()
    return " ".join("".join(page.texts).split()), page.acting


def of_markdown(content: bytes) -> tuple[str, list[str]]:
    """Markdown as it is shown: made into HTML, raw HTML and links let through."""
    return of_html(
        MarkdownIt("commonmark", {"html": True}).enable("table").render(content.decode()).encode()
    )


def of_graph(syntax: str) -> Callable[[bytes], tuple[str, list[str]]]:
    def read(content: bytes) -> tuple[str, list[str]]:
        graph = rdflib.Dataset() if syntax in ("nquads", "trig") else rdflib.Graph()
        graph.parse(data=content, format=syntax)
        terms = {term for quad in graph for term in quad if term is not None}
        literals = sorted(str(term) for term in terms if isinstance(term, rdflib.Literal))
        return "\n".join(literals), [
            str(t) for t in terms if isinstance(t, rdflib.URIRef) and "evil" in t
        ]

    return read


def strings(value: object) -> Iterator[str]:
    """All strings of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def of_json(content: bytes) -> tuple[str, list[str]]:
    lines = content.decode().splitlines()
    values = [json.loads(line) for line in lines] if lines[0].endswith("}") else json.loads(content)
    return "\n".join(strings(values)), []


def of_csv(content: bytes) -> tuple[str, list[str]]:
    cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
    return "\n".join(cells), []


def of_excel_csv(content: bytes) -> tuple[str, list[str]]:
    """As a spreadsheet takes it: what begins like a formula is one; an apostrophe is not shown."""
    text = content.decode("utf-8-sig")
    assert content.startswith("\ufeff".encode())
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    formulas = [cell for cell in cells if re.match(r"[=+@\t]|-(?!\d+(\.\d+)?$)", cell)]
    return "\n".join(cell.removeprefix("'") for cell in cells), formulas


def of_xlsx(content: bytes) -> tuple[str, list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    acting = [str(cell.value) for cell in cells if cell.data_type == "f"]
    acting += [
        c.hyperlink.target for c in cells if c.hyperlink and "evil" in (c.hyperlink.target or "")
    ]
    return "\n".join(str(cell.value) for cell in cells), acting


def of_docx(content: bytes) -> tuple[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {
            n: ElementTree.fromstring(archive.read(n))
            for n in archive.namelist()
            if n.endswith((".xml", ".rels"))
        }
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    body = parts["word/document.xml"]
    texts = ["".join(t.text or "" for t in p.iter(f"{word}t")) for p in body.iter(f"{word}p")]
    targets = [e.get("Target", "") for n, p in parts.items() if n.endswith(".rels") for e in p]
    fields = [e.text or "" for e in body.iter(f"{word}instrText")]
    return "\n".join(texts), [
        each for each in targets + fields if "evil" in each or "script" in each
    ]


def of_svg(content: bytes) -> tuple[str, list[str]]:
    # the words of a picture are outlines, and stand as comments beside them
    builder = ElementTree.TreeBuilder(insert_comments=True)
    root = ElementTree.fromstring(content, ElementTree.XMLParser(target=builder))
    tags = [e.tag for e in root.iter() if isinstance(e.tag, str)]
    acting = [
        tag for tag in tags if tag.rpartition("}")[2] in ("script", "foreignObject", "image", "b")
    ]
    acting += [n for e in root.iter() for n in e.attrib if n.startswith("on")]
    said = "\n".join(e.text or "" for e in root.iter(ElementTree.Comment))
    return html.unescape(said).replace("- -", "--"), acting


def of_network(
    read: Callable[[io.BytesIO], networkx.Graph],
) -> Callable[[bytes], tuple[str, list[str]]]:
    def of(content: bytes) -> tuple[str, list[str]]:
        graph = read(io.BytesIO(content))
        return "\n".join(str(v) for _, data in graph.nodes(data=True) for v in data.values()), []

    return of


def of_dot(content: bytes) -> tuple[str, list[str]]:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not here to read DOT")
    done = subprocess.run(["dot", "-Tdot_json"], input=content, capture_output=True, check=True)
    nodes = json.loads(done.stdout)["objects"]
    return "\n".join(node["label"].replace("\\\\", "\\") for node in nodes), []


ALL = [*NAMES, *ITEMS, *SENTENCES]
FORMATS: dict[str, tuple[tuple[str, ...], Callable[[bytes], tuple[str, list[str]]], list[str]]] = {
    "graph.ttl": (("export", "turtle"), of_graph("turtle"), ALL),
    "graph.nt": (("export", "ntriples"), of_graph("nt"), ALL),
    "graph.nq": (("export", "nquads"), of_graph("nquads"), ALL),
    "graph.trig": (("export", "trig"), of_graph("trig"), ALL),
    "graph.rdf": (("export", "rdfxml"), of_graph("xml"), ALL),
    "graph.jsonld": (("export", "jsonld"), of_json, ALL),
    "reports.jsonl": (("export", "jsonl"), of_json, [*NAMES, *ITEMS]),
    "schemaorg.jsonld": (("export", "schemaorg"), of_json, NAMES),
    "book.xlsx": (("export", "xlsx"), of_xlsx, ALL),
    "brief.html": (("brief", "--theme", "supervision", "-o"), of_html, [*NAMES, *ITEMS]),
    "brief.md": (("brief", "--theme", "supervision", "-o"), of_markdown, [*NAMES, *ITEMS]),
    "brief.docx": (("brief", "--theme", "supervision", "-o"), of_docx, [*NAMES, *ITEMS]),
    "place.html": (("brief", "hostile-0", "-o"), of_html, [NAMES[0], *ITEMS]),
    "place.md": (("brief", "hostile-0", "-o"), of_markdown, [NAMES[0], *ITEMS]),
    "patterns.md": (
        ("patterns", "shared-recommendations", "--format", "markdown", "-o"),
        of_markdown,
        ITEMS,
    ),
    "patterns.json": (
        ("patterns", "shared-recommendations", "--format", "json", "-o"),
        of_json,
        ITEMS,
    ),
    "map.svg": (("draw", "tile-map"), of_svg, ["Mar", "=East"]),
    "trajectories.svg": (("draw", "trajectories"), of_svg, NAMES),
    "groups.graphml": (("draw", "network"), of_network(networkx.read_graphml), NAMES),
    "groups.gexf": (("draw", "network"), of_network(networkx.read_gexf), NAMES),
    "groups.dot": (("draw", "network"), of_dot, NAMES),
    "groups.cyjs": (("draw", "network"), of_json, NAMES),
}


@pytest.mark.parametrize("file", FORMATS)
def test_what_is_said_stays_text(file: str, store: Path, tmp_path: Path) -> None:
    command, read, expected = FORMATS[file]
    text, acting = read(made(store, tmp_path / file, *command))
    assert acting == []
    assert [words for words in expected if words not in text] == []
    assert "\u202e" not in text and "\u0007" not in text


@pytest.mark.parametrize(("options", "read"), [((), of_csv), (("--for-excel",), of_excel_csv)])
def test_what_is_said_stays_text_in_tables(
    options: tuple[str, ...],
    read: Callable[[bytes], tuple[str, list[str]]],
    store: Path,
    tmp_path: Path,
) -> None:
    assert main(["export", "tables", str(tmp_path), "--store", str(store), *options]) == 0
    found = [read(path.read_bytes()) for path in sorted(tmp_path.glob("*.csv"))]
    assert [each for _, acting in found for each in acting] == []
    text = "\n".join(text for text, _ in found)
    assert [words for words in ALL if words not in text] == []


@pytest.mark.parametrize("form", ["markdown", "json", "csv", "tsv"])
def test_what_is_said_stays_text_in_answers(
    form: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["query", "tables/findings", "--format", form, "--store", str(store)]) == 0
    said = capsys.readouterr().out
    readers = {"markdown": of_markdown, "json": of_json, "csv": of_csv}
    if form == "tsv":
        assert all(
            line.count("\t") == said.splitlines()[0].count("\t") for line in said.splitlines()
        )
        return
    text, acting = readers[form](said.encode())
    assert acting == []
    assert [words for words in SENTENCES if words not in text] == []


def test_what_is_said_stays_text_in_marked_pages(store: Path, tmp_path: Path) -> None:
    report = next(store.parent.glob("hostile*0.txt"))
    register = store.parent / "register.ttl"
    page = tmp_path / "page.html"
    assert main(["explain", str(report), "--vocabulary", str(register), "--html", str(page)]) == 0
    text, acting = of_html(page.read_bytes())
    assert acting == []
    assert [words for words in SENTENCES if words not in text] == []
