"""Order and uniqueness: things of a kind are numbered from one on, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong

NUMBERED = (
    "cs:Visit",
    "cs:Inspector",
    "cs:Recommendation",
    "cs:Section",
    "cs:Paragraph",
    "cs:Finding",
    "cs:Fact",
    "cs:EarlierInspection",
    "cs:StatementRequirement",
    "cs:NextStep",
    "cs:UnplacedName",
    "cs:Problem",
    "cs:Correction",
)


def _number(record: RecordView, thing: str) -> int:
    last = record.name_of(thing).rpartition("/")[2]
    return int(last) if last.isdigit() else 0


def _no_gaps(record: RecordView) -> Iterator[Broken]:
    for kind in NUMBERED:
        things = record.own.of_class(kind)
        numbers = sorted(_number(record, thing) for thing in things)
        if numbers != list(range(1, len(things) + 1)):
            yield Broken(record.report, "cs:order")


def _as_in_text(record: RecordView) -> Iterator[Broken]:
    for kind in ("cs:Section", "cs:Paragraph", "cs:Finding", "cs:Recommendation"):
        things = record.own.index.instances.get(term(kind), set())
        last = 0
        for thing, _, _ in record.places:
            if thing in things:
                number = _number(record, thing)
                if number < last:
                    yield Broken(thing, "cs:order")
                last = number


def _paragraph_numbers(record: RecordView) -> Iterator[Broken]:
    """Numbers rise with the text, or a problem says that one is printed again."""
    own, last = record.own, 0
    numbered = own.index.column(term("cs:paragraphNumber")).first
    for paragraph, _, _ in record.places:
        number = own.number(paragraph, "cs:paragraphNumber") if paragraph in numbered else None
        if number is None:
            continue
        if number <= last and "number-again" not in record.told:
            yield wrong(own, paragraph, "cs:paragraphNumber")
        last = number
    if last > MOST * len(numbered) + MORE:
        yield Broken(record.report, "cs:paragraphNumber")


#: How far the last number of a paragraph may be beyond their count: items have numbers too.
MOST, MORE = 2, 40


def _once(record: RecordView) -> Iterator[Broken]:
    """No item says what another says, in the same list; no inspector stands twice."""
    own = record.own
    for kind, names in ONCE.items():
        seen: set[tuple[str, ...]] = set()
        for thing in own.of_class(kind):
            said = tuple(own.value(thing, name) for name in names)
            if said in seen:
                yield Broken(thing, names[0], said[0])
            seen.add(said)


#: Class -> the properties that two things of it have not all in common.
ONCE = {
    "cs:Inspector": ("cs:name", "cs:textStart"),
    "cs:Evidence": ("cs:evidenceFor",),
    "cs:EarlierInspection": ("cs:textStart", "cs:what", "cs:when", "cs:subject", "cs:gradePrinted"),
    "cs:Fact": ("cs:textStart", "cs:textEnd", "cs:measure", "cs:value", "cs:when", "cs:comparison"),
    "cs:Visit": ("cs:startDate", "cs:endDate"),
    "cs:NextStep": ("cs:textStart", "cs:stepKind"),
    "cs:StatementRequirement": ("cs:textStart",),
    "cs:Judgement": ("cs:textStart", "cs:subject"),
    "cs:Problem": ("cs:problemCode", "cs:message", "cs:page", "cs:words"),
}

ORDER = (
    Rule(
        "numbered-from-one",
        "Things of a kind must be numbered from one on, without gaps.",
        _no_gaps,
    ),
    Rule(
        "order-of-the-text",
        "Sections, paragraphs, findings and items must be numbered in the order of the text.",
        _as_in_text,
    ),
    Rule(
        "paragraph-numbers-rise",
        "The printed numbers of paragraphs must rise with the text, unless a problem says that they"
        " do not.",
        _paragraph_numbers,
    ),
    Rule("said-once", "The same must not be stored twice.", _once),
)
