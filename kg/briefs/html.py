"""A brief as one HTML file that needs nothing else, for screens large and small and for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from kg.briefs.chart import svg
from kg.briefs.model import (
    Block,
    Brief,
    Chart,
    More,
    Paragraph,
    Points,
    Quote,
    Quotes,
    Source,
    Table,
    Text,
    Where,
)

STYLE = Path(__file__).with_name("style.css")
#: Letters of "30 Sept 2025".
SHORT = 12
#: Where a word of a table may be broken, so that one word does not make it wider than the page.
LONG = re.compile(r"(?<=\S{24})(?=\S)")


def html(brief: Brief) -> str:
    """The whole page."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(brief.title)}</title>",
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(brief.title)}</h1>",
        f'<p class="subtitle">{escape(brief.subtitle)}</p>',
    ]
    for part in brief.parts:
        lines.append(f"<section>\n<h2>{escape(part.title)}</h2>")
        lines += [_block(brief, block) for block in part.blocks]
        lines.append("</section>")
    lines += ["<section>", "<h2>Reports cited</h2>", '<ol class="sources">']
    for number, source in enumerate(brief.sources, 1):
        lines.append(
            f'<li id="r{number}">{escape(source.what)}: <code>{escape(source.name)}</code>'
            f"{_published(source)}</li>"
        )
    lines += ["</ol>", "</section>", "</main>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _published(source: Source) -> str:
    """A link to where a report was published."""
    if not source.address:
        return ""
    return f', <a href="{escape(source.address)}">{_breakable(source.address)}</a>'


def _block(brief: Brief, block: Block) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{_text(brief, text)}</p>"
        case Points(items):
            return _list(_text(brief, item) for item in items)
        case Quotes(title, items):
            head = f"<h3>{escape(title)}</h3>\n" if title else ""
            return head + _list(_quote(brief, item) for item in items)
        case Table():
            return _table(brief, block)
        case Chart():
            return (
                f"<figure>\n<figcaption>{escape(block.title)}</figcaption>\n{svg(block)}\n</figure>"
            )
        case More(words, command):
            return f'<p class="more">{escape(words)} <code>{escape(command)}</code></p>'


def _list(items: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def _table(brief: Brief, table: Table) -> str:
    head = "".join(f'<th scope="col">{_breakable(name)}</th>' for name in table.columns)
    whole = [_is_short(cells) for cells in zip(*table.rows, strict=True)]
    lines = [
        # a table that is wider than a phone can be moved by touch and by keyboard
        f'<div class="scroll" role="region" aria-label="{escape(table.title)}" tabindex="0">',
        f"<table>\n<caption>{_breakable(table.title)}</caption>",
        f"<thead><tr>{head}</tr></thead>",
        "<tbody>",
    ]
    for row in table.rows:
        first, *rest = (
            (' class="short"' if short else "", _cell(brief, cell))
            for short, cell in zip(whole, row, strict=True)
        )
        cells = "".join(f"<td{look}>{cell}</td>" for look, cell in rest)
        lines.append(f'<tr><th scope="row"{first[0]}>{first[1]}</th>{cells}</tr>')
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _cell(brief: Brief, text: Text) -> str:
    return f"{_lead(text.lead)}{_breakable(text.words)}{_cited(brief, text.where)}"


def _breakable(words: str) -> str:
    return "<wbr>".join(map(escape, LONG.split(words)))


def _is_short(cells: Iterable[Text]) -> bool:
    """Whether a column holds no more than days and numbers, which are not broken into lines."""
    return all(len(cell.words) <= SHORT and not cell.where for cell in cells)


def _text(brief: Brief, text: Text) -> str:
    return f"{_lead(text.lead)}{escape(text.words)}{_cited(brief, text.where)}"


def _quote(brief: Brief, quote: Quote) -> str:
    cut = " …" if quote.cut else ""
    words = f"<q>{escape(quote.words)}{cut}</q>"
    return f"{_lead(quote.lead)}{words}{_cited(brief, (quote.where,))}"


def _lead(lead: str) -> str:
    return f'<span class="lead">{escape(lead)}:</span> ' if lead else ""


def _cited(brief: Brief, where: tuple[Where, ...]) -> str:
    """The references; a line may end between two, never within one or before its bracket."""
    last = len(where) - 1
    cited = " ".join(
        f"<span>{'' if number else '['}"
        f'<a href="{escape(brief.address(each)) or f"#r{brief.number(each)}"}"'
        f' title="{escape(each.source)}">'
        f"{escape(brief.cited(each))}</a>{']' if number == last else ';'}</span>"
        for number, each in enumerate(where)
    )
    return f' <span class="cited">{cited}</span>' if cited else ""
