"""What was read from a made-up report beside what is true of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.reports import Report
from kg.reports.model import Basis
from tests.made_up.truth import Truth


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that was not read as it is printed."""

    #: "family", "authority", "dates", "published", "lead", "judgement", "item", ...
    what: str
    wanted: str
    got: str

    @property
    def missing(self) -> bool:
        """Whether nothing was read, as opposed to something else than is printed."""
        return not self.got


def differences(truth: Truth, report: Report) -> list[Difference]:
    """Every difference of header, judgements, items, findings, figures and boards."""
    return [
        *_header(truth, report),
        *_judgements(truth, report),
        *_items(truth, report),
        *_findings(truth, report),
        *_figures(truth, report),
        *_boards(truth, report),
    ]


#: In place of a value that may be read or not, if only something is said about it.
ANY = "?"


def _header(truth: Truth, report: Report) -> list[Difference]:
    lead = " | ".join(each.name for each in report.inspectors if each.role == "lead")
    pairs = (
        ("family", truth.family, report.framework),
        ("authority", truth.authority, report.authority.value if report.authority else None),
        ("start", truth.start, report.inspection_start),
        ("end", truth.end, report.inspection_end),
        ("published", truth.published, report.published.value if report.published else None),
        ("lead", " | ".join(truth.leads), lead),
    )
    return [
        Difference(what, str(wanted or ""), str(got or ""))
        for what, wanted, got in pairs
        if wanted != ANY and (wanted or "") != (got or "")
    ]


def _judgements(truth: Truth, report: Report) -> list[Difference]:
    wanted = {each.strand: f"{each.grade_code} ({each.about})" for each in truth.judgements}
    got: dict[str, str] = {}
    for each in report.judgements:
        if each.basis is Basis.GRADED:
            key = each.strand or each.subject
            value = f"{each.grade_code} ({each.about})"
            got[key] = value if key not in got else f"{got[key]} and {value}"
    return [
        Difference("judgement", f"{key}: {wanted.get(key, 'none')}", got.get(key, ""))
        for key in {**wanted, **got}
        if wanted.get(key) != got.get(key)
    ]


def _items(truth: Truth, report: Report) -> list[Difference]:
    wanted = [
        (each.text, each.kind, each.addressee, each.timescale or "", each.number or "")
        for each in truth.items
    ]
    got = [
        (
            _plain(each.text), str(each.kind), str(each.addressee),
            each.timescale.printed.strip(" :") if each.timescale else "", each.number or "",
        )
        for each in report.recommendations
    ]  # fmt: skip
    if wanted == got:
        return []
    found = []
    for place in range(max(len(wanted), len(got))):
        want = wanted[place] if place < len(wanted) else ()
        have = got[place] if place < len(got) else ()
        if want != have:
            found.append(Difference("item", " / ".join(want), " / ".join(have)))
    return found


def _findings(truth: Truth, report: Report) -> list[Difference]:
    """Findings that are not read whole, or under another strand or body than their own."""
    got: dict[str, str] = {}
    above: tuple[int, str] = (0, "")
    for each in report.paragraphs:
        section = report.sections[each.section - 1] if each.section else None
        place = f"{section.strand or ''} ({section.about})" if section else ""
        text = _plain(each.text)
        got[text] = place
        if each.quote.page > above[0] and above[1]:
            # behind a full stop at a page's end nothing tells whether a paragraph goes on
            got.setdefault(f"{above[1]} {text}", place)
        above = (each.quote.page, text)
    found = []
    for paragraph in truth.paragraphs:
        place = got.get(paragraph.text)
        # what stands before the first section is about nothing yet
        wanted = f"{paragraph.strand or ''} ({paragraph.about})"
        if place is None:
            found.append(Difference("finding", f"{wanted} {paragraph.text}", ""))
        elif paragraph.about and place and place != wanted:
            found.append(Difference("strand", f"{wanted} {paragraph.text}", place))
    return found


def _figures(truth: Truth, report: Report) -> list[Difference]:
    wanted = Counter((each.measure, each.value, each.comparison or "") for each in truth.figures)
    got = Counter((each.measure, each.value, each.comparison or "") for each in report.facts)
    missing = [Difference("figure", _figure(each), "") for each in wanted - got]
    return missing + [Difference("figure", "none", _figure(each)) for each in got - wanted]


def _figure(figure: tuple[str, float, str]) -> str:
    measure, value, comparison = figure
    return f"{measure} {value:g} {comparison}".strip()


def _boards(truth: Truth, report: Report) -> list[Difference]:
    """Kinds of board that the report names and were not read, or were read and are not named.

    A kind that stands as the name of one of kind `ANY` may be read or not.
    """
    free = {each.name for each in truth.boards if each.kind == ANY}
    wanted, got = ({each.kind for each in named.boards} - {ANY, *free} for named in (truth, report))
    missing = [Difference("board", kind, "") for kind in sorted(wanted - got)]
    return missing + [Difference("board", "none", kind) for kind in sorted(got - wanted)]


def _plain(text: str) -> str:
    return " ".join(text.split())
