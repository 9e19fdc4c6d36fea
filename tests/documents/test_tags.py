"""Tags and text of HTML pages are told apart as a browser does it, whatever is not ended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import read_bytes
from kg.documents.hiddenhtml import rules
from kg.documents.markup import Tag, pieces
from kg.errors import UnreadableFile

PAGE = "<!doctype html><html><body><p>Plans are clear.</p>"
#: What opens something in a page, or ends it.
FRAGMENTS = [
    "<p>", "</p>", '<p class="a b">', "<br/>", "<!-- c -->", "<!--", "-->", "<!x", "<?x",
    "<![if a[", "<", ">", "</", "</>", "&amp;", "&#", "&#7777777777;", '"', "'", "=", "a", " ",
    "<a b=", '<a b="', "<script>", "</script>", "<style>", "/*", "*/", "{", "}", "<title>",
    "</title>",
]  # fmt: skip


def shown(markup: str) -> list[str]:
    """Texts as they are, tags by their names and attributes."""
    return [
        f"{'/' * piece.closes}{piece.name}{dict(piece.attributes) or ''}"
        if isinstance(piece, Tag)
        else repr(piece)
        for piece in pieces(markup)
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<P Class=a id='b c'>x</p>", ["p{'class': 'a', 'id': 'b c'}", "'x'", "/p"]),
        ('<p a="1>2" a=3 hidden>', ["p{'a': '1>2', 'hidden': ''}"]),
        ("<p a = b/c =d>", ["p{'a': 'b/c', '=d': ''}"]),
        ("a<br/>b", ["'a'", "br", "/br", "'b'"]),
        ("a < b &amp; c &lt d", ["'a < b & c < d'"]),
        ("<!-- a > b -->c<!-->d<!--->e", ["'c'", "'d'", "'e'"]),
        ("<!doctype html><?xml a?></ b></>c", ["'c'"]),
        ("<script>if (a<b) '<p>'</script>c", ["script", "\"if (a<b) '<p>'\"", "/script", "'c'"]),
        ("<title>a <b> &amp;</title>", ["title", "'a <b> &'", "/title"]),
        ("&#99999999999999999999;&#x41;", ["'\ufffdA'"]),
    ],
)
def test_pieces(markup: str, expected: list[str]) -> None:
    assert shown(markup) == expected


@pytest.mark.parametrize(
    "unended", ["<!-- a ", "<a", "<a b=", '<a b="', "</a", "<!a", "<?a", "<![CDATA[ a", "<![x["]
)
def test_what_is_not_ended_is_not_on_the_page(unended: str) -> None:
    """A page that ends within a tag or a comment: what a browser does not show is not read."""
    document = read_bytes((PAGE + unended * 5_000).encode(), "a")
    assert document.text == "Plans are clear."


@pytest.mark.parametrize(
    "opened", ["<div>", "<div>x ", "<ul><li>x ", "<table><tr><td>x ", "<b><i>"]
)
def test_elements_within_elements_without_end(opened: str) -> None:
    document = read_bytes((PAGE + opened * 5_000 + "Plans vary.").encode(), "a")
    assert document.text.startswith("Plans are clear.")
    assert document.text.endswith("Plans vary.")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12))
def test_any_page_is_read(fragments: list[str]) -> None:
    """Whatever follows it, the paragraph before stays."""
    document = read_bytes((PAGE + "".join(fragments)).encode(), "a")
    assert document.text.startswith("Plans are clear.")


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".a, p {color: red} b{}", [(".a, p", "color: red"), ("b", "")]),
        ("/* .a {} */ b {c} /* .d {", [("b", "c")]),
        ("@media print { .a {b} .c {d} } .e {f}", [(".e", "f")]),
        ("@media screen { .a {b} } .c {d}", [(".a", "b"), (".c", "d")]),
        ("} .a {b} .c { .d {", [(".a", "b")]),
    ],
)
def test_rules_of_a_style_sheet(sheet: str, expected: list[tuple[str, str]]) -> None:
    assert list(rules(sheet)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Page not found</h1><p>The page you are looking for has moved.</p>",
        "<title>x</title><h1>404</h1><p>Not Found</p>",
        "<h1>404 Not Found</h1><hr>nginx",
        "<h1>Access Denied</h1><p>You do not have permission.</p>",
        "<p>Please enable JavaScript to continue.</p>",
    ],
)
def test_what_a_web_site_sends_in_place_of_a_page_is_no_report(body: str) -> None:
    with pytest.raises(UnreadableFile, match=r"is a page of a web site that says .* no report"):
        read_bytes(f"<!doctype html><html><body>{body}</body></html>".encode(), "a")


def test_a_report_may_say_what_was_not_found() -> None:
    said = "<p>Inspectors could not find plans. Services were not found to be inadequate.</p>"
    assert "not found to be" in read_bytes((PAGE + said).encode(), "a").text
