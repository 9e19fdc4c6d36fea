"""Boards and services that a report names, and where it mentions them, as quads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from kg.knowledge import Authority, Knowledge
from kg.knowledge.bodies import BoardKind
from kg.namespaces import CS, ID, ORG, RDF, SKOS, VOCAB
from kg.rdf.graph import ReportGraph, maybe, maybe_text
from kg.rdf.iris import authority_iri, place
from kg.rdf.terms import iri, text
from kg.reports.evidence import Board, Mention, Service
from kg.reports.model import Report


def add_bodies(graph: ReportGraph, report: Report, knowledge: Knowledge) -> None:
    """The boards and services of a report, the findings and items that mention them, and doubts."""
    ends = _ends(report)
    for board in report.boards:
        end = ends["board", board.key]
        node = add_board(graph, end, board.kind, board.authority, knowledge)
        _named(graph, f"board/{board.key}", node, board)
    for service in report.services:
        _service(graph, ends["service", service.key], service, report, knowledge)
    _mentions(graph, report, ends)
    for number, name in enumerate(report.unplaced, 1):
        node = graph.node(f"unplaced/{number}", "UnplacedName", name.quote)
        graph.plain(node, "UnplacedName", name)


#: What is named (as `Mention.what` has it) and its key in the report -> the end of its IRI.
Ends = Mapping[tuple[str, str], str]


def _ends(report: Report) -> Ends:
    """The ends of the IRIs of a report's boards and services.

    Their keys are unique within the report; where its authority is not known, another such report
    may have the same.
    """
    own = place(report)
    ends = {
        ("board", board.key): board.key if board.authority else f"{own}/{board.key}"
        for board in report.boards
    }
    for service in report.services:
        _, _, name = service.key.partition("/")
        ends["service", service.key] = f"{own}/{name}"
    return ends


def add_board(
    graph: ReportGraph, key: str, kind: str, authority: str | None, knowledge: Knowledge
) -> str:
    """A board as every report describes it alike; returns its term."""
    described = knowledge.bodies.kinds[kind]
    node = iri(f"{ID}board/{key}")
    graph.typed(node, "Board")
    own = key.split("/")[-1]
    name = described.label if own == kind else own.replace("-", " ")
    known = knowledge.register.authorities.get(authority or "")
    graph.add(node, SKOS, "prefLabel", text(f"{known.name} {name}" if known else name))
    graph.add(node, CS, "boardKind", iri(described.iri))
    graph.add(node, CS, "boardType", text(described.board_type))
    graph.add(node, CS, "boardOf", maybe(iri, authority_iri(authority) if authority else None))
    if known and key == f"{authority}/{kind}":
        add_succession(graph, node, kind, known, knowledge)
    return node


def _service(
    graph: ReportGraph, end: str, service: Service, report: Report, knowledge: Knowledge
) -> None:
    body = iri(f"{ID}service/{end}")
    graph.typed(body, "Service")
    # the printed names differ from report to report; this one follows from the IRI
    graph.add(body, SKOS, "prefLabel", text(service.key.split("/")[-1].replace("-", " ")))
    graph.add(body, CS, "serviceKind", iri(f"{VOCAB}service-kind/{service.kind}"))
    if report.authority:
        own = authority_iri(report.authority.value)
        graph.add(body, CS, "serviceIn", iri(own))
        for each in knowledge.deliverers:
            if own in each.authorities and any(map(each.is_called, (service.name, *service.names))):
                graph.add(body, ORG, "linkedTo", iri(each.iri))
    node = _named(graph, f"service/{service.key}", body, service)
    graph.add(node, CS, "relation", maybe_text(service.relation))


def _named(graph: ReportGraph, name: str, body: str, named: Board | Service) -> str:
    """A body as this report names it."""
    node = graph.node(name, "NamedBody", named.quote)
    graph.add(node, CS, "names", body)
    graph.add(node, CS, "name", text(named.name))
    for other in named.names:
        if other != named.name:
            graph.add(node, CS, "alsoNamed", text(other))
    return node


def _mentions(graph: ReportGraph, report: Report, ends: Ends) -> None:
    """Link each finding and each recommendation to what is named inside it."""
    places = [
        *((f.quote, iri(f"{graph.base}/finding/{f.order}")) for f in report.findings),
        *((r.quote, iri(f"{graph.base}/recommendation/{r.order}")) for r in report.recommendations),
    ]
    places.sort(key=lambda place: (place[0].start, -place[0].end))
    starts = [quote.start for quote, _ in places]
    for mention in report.mentions:
        target = _target(mention, ends)
        # at most an item and the sentence in it hold a mention
        for quote, node in places[max(bisect_right(starts, mention.quote.start) - 3, 0) :]:
            if quote.start > mention.quote.start:
                break
            if mention.quote.end <= quote.end:
                graph.add(node, CS, "mentions", target)


def _target(mention: Mention, ends: Ends) -> str:
    if mention.what == "authority":
        return iri(authority_iri(mention.target))
    if mention.what == "law":
        return iri(mention.target)
    return iri(f"{ID}{mention.what}/{ends[mention.what, mention.target]}")


def add_succession(
    graph: ReportGraph, board: str, kind: str, authority: Authority, knowledge: Knowledge
) -> None:
    """Tie a board of an area (a finished term) to the changes that it was part of."""
    kinds = knowledge.bodies.kinds
    for old in kinds.values():
        new = kinds.get(old.replaced_by or "")
        if (
            new is None
            or kind not in {old.notation, new.notation}
            or not _both(authority, old, new)
        ):
            continue
        change = iri(f"{ID}change/{authority.slug}/{old.notation}-to-{new.notation}")
        graph.found.add(f"{change} <{RDF}type> <{ORG}ChangeEvent>{graph.end}")
        graph.add(change, SKOS, "prefLabel", text(f"{authority.name}: {old.label} to {new.label}"))
        if kind == old.notation:
            graph.add(change, ORG, "originalOrganization", board)
            graph.add(board, ORG, "changedBy", change)
        else:
            graph.add(change, ORG, "resultingOrganization", board)
            graph.add(board, ORG, "resultedFrom", change)


def _both(authority: Authority, old: BoardKind, new: BoardKind) -> bool:
    """Whether an authority was there for the whole time in which boards gave way to others."""
    return (new.valid_from is None or authority.existed_on(new.valid_from)) and (
        old.valid_to is None or authority.existed_on(old.valid_to)
    )
