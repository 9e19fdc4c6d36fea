"""A reader's answers to problems: values that take the place of what was read, or was not.

A correction names the file by its name and hash, the field, the value and the page, and says who
looked and why.  It is taken before what hangs on it is read (an authority's boards, the framework
version that follows from a day), and is kept beside what was read.  One that fits nothing any more
is a problem of the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.knowledge.choices import About
from kg.reports.model import Basis, Corrected, Inspector, Judgement, Problem, Report, Visit
from kg.reports.quotes import Printed, Quote

if TYPE_CHECKING:
    from kg.reports.header import Header

#: The fields that a correction may name, and those that name one thing of several behind a colon.
FIELDS = ("authority", "inspection_start", "inspection_end", "published", "lead_inspector")
OF_SEVERAL = {"grade": "code of a strand", "addressee": "place of a recommendation"}
LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a corrections file."""

    source: str
    sha256: str
    #: one of `FIELDS`, or "grade:overall", "addressee:3"
    field: str
    value: str
    page: int
    who: str
    why: str
    #: file and line, for messages
    place: str


class Corrector:
    """The corrections of one document, and which of them fitted."""

    def __init__(
        self, document: Document, corrections: Sequence[Correction], knowledge: Knowledge
    ) -> None:
        self._document = document
        self._given = {each.field: each for each in corrections}
        self._knowledge = knowledge
        self._done: list[Corrected] = []
        self._unfit: list[Problem] = []

    def header(self, header: Header) -> Header:
        """A header with its corrections, without the problems that they answer."""
        header = self._authority(header)
        header = self._days(header)
        if given := self._given.get("published"):
            read = header.published.value.isoformat() if header.published else None
            if self._takes(given, read):
                day = date.fromisoformat(given.value)
                header = replace(header, published=Printed(day, self._quote(given)))
        if given := self._given.get("lead_inspector"):
            leads = [each.name for each in header.inspectors if each.role == LEAD]
            if self._takes(given, " | ".join(leads) or None):
                others = tuple(each for each in header.inspectors if each.role != LEAD)
                lead = Inspector(given.value, LEAD, "", self._quote(given))
                header = replace(header, inspectors=(lead, *others))
        return replace(header, problems=self._unanswered(header.problems))

    def report(self, report: Report) -> Report:
        """A report with the corrections of its grades and addressees, and all that were taken."""
        for given in self._given.values():
            name, _, of = given.field.partition(":")
            if name == "grade":
                report = self._grade(report, given, of)
            elif name == "addressee":
                report = self._addressee(report, given, of)
        problems = self._unanswered(report.problems)
        return replace(report, corrections=tuple(self._done), problems=(*problems, *self._unfit))

    def _authority(self, header: Header) -> Header:
        given = self._given.get("authority")
        read = header.authority.value if header.authority else None
        known = self._knowledge.register.resolve(given.value) if given else None
        if given is None:
            return header
        if known is None:
            self._refuse(given, "is in no register of authorities")
        elif self._takes(given, read, known.slug):
            return replace(header, authority=Printed(known.slug, self._quote(given)))
        return header

    def _days(self, header: Header) -> Header:
        start, end = (self._given.get(f"inspection_{which}") for which in ("start", "end"))
        if start is None and end is None:
            return header
        first = min((visit.start for visit in header.visits), default=None)
        last = max((visit.end for visit in header.visits), default=None)
        new_first = date.fromisoformat(start.value) if start else first
        new_last = date.fromisoformat(end.value) if end else last
        if new_first is None or new_last is None or new_first > new_last:
            for each in filter(None, (start, end)):
                self._refuse(each, "gives no period: give inspection_start and inspection_end")
            return header
        taken = [
            each is not None and self._takes(each, read.isoformat() if read else None)
            for each, read in ((start, first), (end, last))
        ]
        if not any(taken):
            return header
        page = self._quote(start or end)
        return replace(header, visits=(Visit(new_first, new_last, page),))

    def _grade(self, report: Report, given: Correction, of: str) -> Report:
        version = self._knowledge.version(report.framework_version or "")
        strand = version.strand_of(of) if version else None
        grades = {each.notation: each for each in version.grades} if version else {}
        if strand is None or given.value not in grades:
            what = f"grade {given.value!r}" if strand else f"strand {of!r}"
            self._refuse(given, f"names a {what} that {report.framework_version} does not have")
            return report
        own = [j for j in report.judgements if j.strand == of and j.basis is Basis.GRADED]
        if not self._takes(given, own[0].grade_code if own else None):
            return report
        judged = Judgement(
            of, own[0].subject if own else strand.label, grades[given.value].label, given.value,
            About(strand.about), Basis.GRADED, self._quote(given),
        )  # fmt: skip
        order = {each.notation: each.order for each in version.strands} if version else {}
        rest = [j for j in report.judgements if j not in own]
        graded = [judged, *(j for j in rest if j.basis is Basis.GRADED)]
        graded.sort(key=lambda j: order.get(j.strand or "", len(order)))
        narrative = [j for j in rest if j.basis is not Basis.GRADED]
        return replace(report, judgements=(*graded, *narrative))

    def _addressee(self, report: Report, given: Correction, of: str) -> Report:
        items = list(report.recommendations)
        at = next((n for n, item in enumerate(items) if str(item.order) == of), None)
        if at is None:
            self._refuse(given, f"names recommendation {of!r}, which the report does not have")
        elif self._takes(given, str(items[at].addressee)):
            items[at] = replace(items[at], addressee=About(given.value))
        return replace(report, recommendations=tuple(items))

    def _takes(self, given: Correction, read: str | None, value: str = "") -> bool:
        """Whether a correction says something else than what was read; it is then kept."""
        if given.page > len(self._document.pages):
            self._refuse(given, f"names page {given.page}, and the report has no such page")
            return False
        if read == (value or given.value):
            self._refuse(given, "says what is read: it is not needed any more, take it out")
            return False
        done = Corrected(given.field, value or given.value, read, given.page, given.who, given.why)
        self._done.append(done)
        return True

    def _refuse(self, given: Correction, why: str) -> None:
        message = f"the correction of {given.field} ({given.place}) {why}"
        self._unfit.append(Problem("correction-unfit", message, None, given.value))

    def _unanswered(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """The problems that no correction answers."""
        answered = {done.field.partition(":")[0] for done in self._done}
        return tuple(
            problem
            for problem in problems
            if self._knowledge.problem_code(problem.code).answered_by not in answered
        )

    def _quote(self, given: Correction | None) -> Quote:
        """The first line of the page that the correction names: where a reader should look."""
        lines = [line for line in self._document.lines if line.text and line.start >= 0]
        line = next((each for each in lines if given and each.page == given.page), lines[0])
        end = line.start + len(line.text)
        return Quote(line.page, line.start, end, self._document.text[line.start : end])
