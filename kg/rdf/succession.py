"""The change by which an area's board gave way to a board of another kind.

That Local Safeguarding Children Boards were replaced by safeguarding partnerships is in the
vocabulary (``dcterms:isReplacedBy`` between the kinds); that an area has either is in its reports.
A report that speaks of the old board says that the change changed it, one that speaks of the new
board that it resulted from the change.  So no report makes a board that no report speaks of, and
both meet in the one change as soon as both are in the store.
"""

from __future__ import annotations

from kg.knowledge import Authority, Knowledge
from kg.knowledge.bodies import BoardKind
from kg.namespaces import ID, ORG, RDF, SKOS
from kg.rdf.graph import ReportGraph
from kg.rdf.terms import iri, text


def add_succession(
    graph: ReportGraph, board: str, kind: str, authority: Authority, knowledge: Knowledge
) -> None:
    """Tie a board of an area (a finished term) to the changes that it was part of."""
    kinds = {each.notation: each for each in knowledge.bodies.kinds}
    for old in knowledge.bodies.kinds:
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
