"""The pages of one file as a single HTML page, with everything that was read marked in colour."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from html import escape

from kg.documents import Document, Page
from kg.explain.marks import MarkedText, marks
from kg.explain.words import said, untaken
from kg.reports.ledger import OwnedLine
from kg.reports.model import Report

#: Kind of mark, its name in the legend, its colour: the light end of a colour-blind safe scale,
#: each told apart by its border as well.
KINDS = (
    ("title", "title and theme", "#d9d2e9", "solid"),
    ("authority", "authority", "#cfe2f3", "solid"),
    ("date", "dates", "#fff2cc", "solid"),
    ("inspector", "inspectors", "#d0e0e3", "dotted"),
    ("judgement", "judgements", "#f4b183", "double"),
    ("recommendation", "recommendations", "#9fd8c4", "solid"),
    ("step", "statements and next steps", "#f6c5d8", "dashed"),
    ("section", "section headings", "#d6dce5", "dashed"),
    ("paragraph", "paragraphs", "#f5f5f0", "dotted"),
    ("strength", "strengths", "#dcefdc", "none"),
    ("weakness", "weaknesses", "#fbdcc4", "none"),
    ("mixed", "both", "#efe3f5", "none"),
    ("none", "neither", "#f5f5f0", "none"),
    ("fact", "figures", "#e3eefa", "dotted"),
    ("earlier", "earlier inspections", "#fdf3c7", "dotted"),
    ("board", "boards", "#b7c9e8", "solid"),
    ("service", "services", "#c3e3dd", "solid"),
    ("law", "laws and guidance", "#d9d9d9", "solid"),
    ("unplaced", "names not placed", "#ffffff", "dashed"),
    ("corrected", "corrected", "#ffd966", "double"),
    ("standing", "standing text", "#eeeeee", "none"),
    ("unread", "unread", "#ff8fa3", "double"),
    ("furniture", "left out (headers, footers, notes)", "#ffffff", "none"),
)

START = "inspection_start"

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem;
       color: #1a1a1a; background: #eceae6; }
h1 { font-size: 1.3rem; } h2 { font-size: 1rem; color: #555; margin: 2rem 0 .3rem; }
.page { background: #fff; padding: 1.5rem 2rem; white-space: pre-wrap; border: 1px solid #ccc; }
.label { font: 700 .68rem/1 system-ui, sans-serif; color: #333; background: #fff;
         border: 1px solid #888; border-radius: 3px; padding: 0 .3em; margin-right: .3em; }
.furniture { color: #999; text-decoration: line-through; }
ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem .8rem; }
ul.legend li span { padding: 0 .4em; }
table { border-collapse: collapse; background: #fff; } td, th { border: 1px solid #ccc;
        padding: .2rem .5rem; text-align: left; vertical-align: top; }
"""


def html_page(document: Document, report: Report, ledger: Sequence[OwnedLine] = ()) -> str:
    """A self-contained HTML page: what was read in a table, then every page's text, marked."""
    by_page: dict[int, list[MarkedText]] = {}
    for mark in marks(document, report, ledger):
        by_page.setdefault(mark.page, []).append(mark)
    colours = "\n".join(
        f".{kind} {{ background: {colour}; border-bottom: 2px {border} #555; }}"
        for kind, _, colour, border in KINDS
        if kind != "furniture"
    )
    legend = "".join(f'<li><span class="{kind}">{name}</span></li>' for kind, name, *_ in KINDS)
    pages = "".join(_page(page, by_page.get(page.number, [])) for page in document.pages)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(report.source)}: what was read</title>"
        f"<style>{STYLE}{colours}</style></head><body>"
        f"<h1>{escape(report.title.value if report.title else report.source)}</h1>"
        f'{_facts(report)}<ul class="legend">{legend}</ul>{pages}</body></html>\n'
    )


def _facts(report: Report) -> str:
    no = {field: untaken(report, field) for field in ("authority", START, "published")}
    rows = [
        ("file", f"{report.source} ({report.pages} pages, SHA-256 {report.sha256[:16]}…)"),
        ("framework", report.framework_version or report.framework or "not known"),
        ("authority", report.authority.value if report.authority else no["authority"]),
        ("fieldwork", " and ".join(f"{v.start} to {v.end}" for v in report.visits) or no[START]),
        ("published", str(report.published.value) if report.published else no["published"]),
        (
            "read",
            f"{len(report.judgements)} judgements, {len(report.recommendations)} recommendations, "
            f"{len(report.sections)} sections, {len(report.paragraphs)} paragraphs, "
            f"{len(report.findings)} findings, {len(report.boards)} boards, "
            f"{len(report.services)} services, {len(report.facts)} figures",
        ),
        *([("published at", report.publication.address)] if report.publication else ()),
        *(("corrected", said(done)) for done in report.corrections),
        *(("not found", problem.message) for problem in report.problems),
    ]
    body = "".join(f"<tr><th>{escape(a)}</th><td>{escape(b)}</td></tr>" for a, b in rows)
    return f"<table>{body}</table>"


def _page(page: Page, found: Sequence[MarkedText]) -> str:
    return f'<h2>Page {page.number}</h2><div class="page">{"".join(_marked(page, found))}</div>'


def _marked(page: Page, found: Sequence[MarkedText]) -> Iterator[str]:
    """The page's text cut at every edge of a mark, each piece in the marks that cover it."""
    edges = sorted({0, len(page.text), *(m.start for m in found), *(m.end for m in found)})
    for start, end in itertools.pairwise(edges):
        covering = [mark for mark in found if mark.start <= start and end <= mark.end]
        for mark in covering:
            if mark.start == start and mark.label and mark.kind != "furniture":
                yield f'<span class="label">{escape(mark.label)}</span>'
        text = escape(page.text[start:end].replace("\r\n", "\n").replace("\ufffe", "-\n"))
        if covering:
            # the shortest mark is the most telling one; of two alike, the one that came later
            kind = min(reversed(covering), key=lambda mark: mark.end - mark.start).kind
            yield f'<span class="{kind}">{text}</span>'
        else:
            yield text
