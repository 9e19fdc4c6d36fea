"""Rules that SHACL Core cannot say: across a record and its text, the vocabulary, and a store.

A shape looks at one node and what hangs on it; it cannot count characters, compare a date that is
written as text, or hold a name against an IRI.  A `Rule` is a sentence and a function that gives
the places where it does not hold.  Each rule holds of every real report that the project was built
with; what a report that nobody has seen might break and be right is a warning.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.shacl.index import GraphIndex
from kg.validation.rules.acrossrecords import ACROSS, Summary, across_records
from kg.validation.rules.anchoring import ANCHORING
from kg.validation.rules.codes import CODED
from kg.validation.rules.completeness import COMPLETENESS
from kg.validation.rules.earlier import EARLIER
from kg.validation.rules.frameworks import FRAMEWORKS
from kg.validation.rules.grades import GRADES
from kg.validation.rules.graphview import GraphView
from kg.validation.rules.identity import IDENTITY
from kg.validation.rules.items import ITEMS
from kg.validation.rules.order import ORDER
from kg.validation.rules.printed import PRINTED
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.register import REGISTER
from kg.validation.rules.rule import RULES, Rule
from kg.validation.rules.structure import STRUCTURE
from kg.validation.rules.times import TIME
from kg.validation.rules.vocabularies import VOCABULARIES
from kg.validation.violations import Severity, Violation

#: Room of rules -> its rules of a record, in the order in which they are told.
OF_RECORDS: dict[str, tuple[Rule[RecordView], ...]] = {
    "identity": IDENTITY,
    "time": TIME,
    "anchoring": ANCHORING,
    "items": ITEMS,
    "printed values": PRINTED,
    "earlier inspections": EARLIER,
    "grades": GRADES,
    "completeness": COMPLETENESS,
    "order": ORDER,
    "codes": CODED,
    "structure": STRUCTURE,
}
OF_VOCABULARY: dict[str, tuple[Rule[GraphView], ...]] = {
    "register": REGISTER,
    "frameworks": FRAMEWORKS,
    "vocabularies": VOCABULARIES,
}


#: The rules that every record keeps by the way it is made: one that breaks them is not stored.  The
#: others look at how a report is printed, and a report may be printed as none was before; what
#: they find is told.
KEEPING_OUT = frozenset(
    RULES + code
    for code in (
        *("graph-named-by-its-report", "one-report", "known-things", "order-in-name", "one-file"),
        *("same-authority", "bodies-named-alike", "known-deliverers", "bodies-spoken-of"),
        *("text-as-read", "pages-counted", "quote-at-its-offsets", "quote-on-its-page"),
        *("finding-within-its-part", "judgement-named-by-strand", "linked-from-the-inspection"),
        *("numbered-from-one", "probabilities-of-its-themes", "fields-of-its-class"),
        *("declared-properties", "named-things", "links-lead-somewhere", "changes-of-boards"),
    )
)


def keeps_out(violation: Violation) -> bool:
    """Whether a report is not stored for what was found.

    For each violation of a shape, and for those of `KEEPING_OUT`.
    """
    is_rule = violation.shape.startswith(RULES)
    return violation.severity is Severity.VIOLATION and (
        not is_rule or violation.shape in KEEPING_OUT
    )


def check_record(record: RecordView) -> Iterator[Violation]:
    """Each place at which a record breaks a rule: a warning where that does not keep it out.

    A graph that describes no report (a file that is not stored) is held against none.
    """
    if not record.own.index.graph or record.is_of_file:
        return
    for rules in OF_RECORDS.values():
        for rule in rules:
            for found in rule.broken_by(record):
                is_told_only = found.severity is Severity.VIOLATION and not keeps_out(found)
                yield replace(found, severity=Severity.WARNING) if is_told_only else found


def check_vocabulary(vocabulary: GraphIndex) -> Iterator[Violation]:
    """Each place at which the shared vocabulary breaks a rule."""
    known = GraphView(vocabulary)
    for rules in OF_VOCABULARY.values():
        for rule in rules:
            yield from rule.broken_by(known)


__all__ = [
    "ACROSS",
    "OF_RECORDS",
    "OF_VOCABULARY",
    "RULES",
    "RecordView",
    "Rule",
    "Summary",
    "across_records",
    "check_record",
    "check_vocabulary",
    "keeps_out",
]
