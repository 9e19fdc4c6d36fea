"""What an authority was last told to do, which nobody has marked as done."""

from __future__ import annotations

from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Text, Told
from kg.briefs.statements import Statement, count, day, quoted, statements
from kg.corpus import Corpus, Report

#: Items of the latest report, and of the latest inspection of the authority itself besides.
ITEMS, EARLIER = 8, 4


def told(corpus: Corpus, authority: str, slug: str) -> Told:
    """The items of the latest report that gave any, and of the latest to the authority itself."""
    title = "What it was last told to do"
    known = corpus.reports
    items: dict[str, list[str]] = {}
    for item in corpus.recommendations:
        report = known[item.report]
        if report.authority == authority and report.ended:
            items.setdefault(report.iri, []).append(item.iri)
            if item.addressee == "authority":
                items.setdefault(f"{report.iri} authority", []).append(item.iri)
    given = sorted((known[r] for r in items if r in known), key=lambda r: (str(r.ended), r.iri))
    if not given:
        text = Text("No report in the store told it to do anything in a list of its own.")
        return Told(Part(title, (Paragraph(text),)), text)
    last = given[-1]
    own = next((r for r in reversed(given) if f"{r.iri} authority" in items), last)
    said = statements(corpus, (*items[last.iri], *items[own.iri]))
    blocks: list[Block] = [
        Paragraph(
            Text(
                "These are the items of the latest report that gave any. Reports do not say which "
                "were carried out, and nobody has marked any of them as done: ask the authority."
            )
        )
    ]
    blocks += _items(last, [said[iri] for iri in items[last.iri]], ITEMS)
    if own is not last:
        blocks += _items(own, [said[iri] for iri in items[f"{own.iri} authority"]], EARLIER)
    everything = sum(len(own) for key, own in items.items() if key in known)
    shown = min(len(items[last.iri]), ITEMS)
    if own is not last:
        shown += min(len(items[f"{own.iri} authority"]), EARLIER)
    if everything > shown:
        left = count(everything - shown, "item") + " of these and earlier reports left out; all:"
        blocks.append(More(left, f"kg query recommendations -p authority={slug}"))
    first = said[items[last.iri][0]]
    words = f"{count(len(items[last.iri]), 'item')} in the {_named(last)}; none is marked as done."
    return Told(Part(title, tuple(blocks)), Text(words, (first.where,)))


def _items(report: Report, said: list[Statement], most: int) -> list[Block]:
    said.sort(key=lambda each: (each.order, each.iri))
    quotes = tuple(_item(each) for each in said[:most])
    shown = f", {most} of {len(said)}" if len(said) > most else ""
    return [Quotes(f"From the {_named(report)}{shown}", quotes)]


def _item(said: Statement) -> Quote:
    lead = said.kind.capitalize()
    if said.timescale:
        lead += f", {said.timescale}"
    if said.due:
        lead += f", due {day(said.due)}"
    return quoted(said, lead)


def _named(report: Report) -> str:
    return f"report on the inspection that ended on {day(report.ended)} ({report.framework})"
