"""A brief as Markdown (CommonMark with tables), for pasting."""

from __future__ import annotations

from kg.briefs.model import (
    Block,
    Brief,
    Chart,
    More,
    Paragraph,
    Points,
    Quote,
    Quotes,
    Table,
    Text,
    Where,
)
from kg.text.markdown import code, escaped


def markdown(brief: Brief) -> str:
    """The whole brief."""
    lines = [f"# {escaped(brief.title)}", "", escaped(brief.subtitle), ""]
    for part in brief.parts:
        lines += [f"## {escaped(part.title)}", ""]
        for block in part.blocks:
            lines += [*_block(brief, block), ""]
    lines += ["## Reports cited", ""]
    for number, source in enumerate(brief.sources, 1):
        published = f", <{source.address}>" if source.address else ""
        lines.append(f"{number}. {escaped(source.what)}: {code(source.name)}{published}")
    return "\n".join(lines) + "\n"


def _block(brief: Brief, block: Block) -> list[str]:
    match block:
        case Paragraph(text):
            return [_text(brief, text)]
        case Points(items):
            return [f"- {_text(brief, item)}" for item in items]
        case Quotes(title, items):
            head = [f"### {escaped(title)}", ""] if title else []
            return head + [f"- {_quote(brief, item)}" for item in items]
        case Table(title, columns, rows):
            table = [" | ".join(map(escaped, columns)), " | ".join("---" for _ in columns)]
            table += [" | ".join(_text(brief, cell) for cell in row) for row in rows]
            return [f"### {escaped(title)}", "", *(f"| {line} |" for line in table)]
        case Chart(title, says):
            return [f"{escaped(title)}: {escaped(says)}."]
        case More(words, command):
            return [f"{escaped(words)} {code(command)}"]


def _text(brief: Brief, text: Text) -> str:
    lead = f"**{escaped(text.lead)}:** " if text.lead else ""
    return f"{lead}{escaped(text.words)}{_cited(brief, text.where)}"


def _quote(brief: Brief, quote: Quote) -> str:
    lead = f"**{escaped(quote.lead)}:** " if quote.lead else ""
    cut = " …" if quote.cut else ""
    return f"{lead}“{escaped(quote.words)}{cut}”{_cited(brief, (quote.where,))}"


def _cited(brief: Brief, where: tuple[Where, ...]) -> str:
    cited = "; ".join(_linked(brief.cited(each), brief.address(each)) for each in where)
    return rf" \[{cited}\]" if cited else ""


def _linked(words: str, address: str) -> str:
    return f"[{words}](<{address}>)" if address else words
