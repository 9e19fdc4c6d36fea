"""A reader's answers to problems: values that take the place of what was read, or was not.

A correction names the file by its name and hash, the field, the value and the page, and says who
looked and why.  It is taken before what hangs on it is read (an authority's boards, the framework
version that follows from a day), and is kept beside what was read.  One that fits nothing any
more, or with which the report would contradict itself, is a problem of the report, which stays as
it was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from kg.documents import Document
from kg.knowledge import Authority, Knowledge
from kg.knowledge.inspectorroles import InspectorPart
from kg.reports.model import Corrected, Inspector, Problem, Visit
from kg.reports.possibledates import of_its_time, possible_publication, possible_years
from kg.reports.profile import Profile
from kg.reports.quotes import Printed, Quote
from kg.text.suggest import did_you_mean

#: The fields that a correction may name, and those that name one thing of several behind a colon.
FIELDS = ("authority", "inspection_start", "inspection_end", "published", "lead_inspector")
OF_SEVERAL = {"grade": "code of a strand", "addressee": "place of a recommendation"}
LEAD = InspectorPart.LEAD
DAYS = ("inspection_start", "inspection_end")
NO_SUCH = "as of no report of its family"
NO_PERIOD = "gives no period: give inspection_start and inspection_end, the earlier day first"


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
    file: Path
    line: int

    @property
    def place(self) -> str:
        """File and line, for messages."""
        return f"{self.file}: line {self.line}"

    @property
    def named(self) -> str:
        """The same without the folder, for what is stored: that folder is one machine's own."""
        return f"{self.file.name}: line {self.line}"


class Corrector:
    """The corrections of one document, and which of them fitted.

    Each method takes what was read of a field, and the problems with it, and gives what is so.
    """

    def __init__(
        self,
        document: Document,
        corrections: Sequence[Correction],
        knowledge: Knowledge,
        profile: Profile | None,
    ) -> None:
        self._document = document
        self._knowledge = knowledge
        self._profile = profile
        #: why some were not taken
        self.unfit: list[Problem] = []
        #: the corrections that were taken
        self.done: list[Corrected] = []
        self.given: dict[str, Correction] = {}
        for each in corrections:
            if each.page > len(document.pages):
                self.refuse(each, f"names page {each.page}, and the report has no such page")
            else:
                self.given[each.field] = each

    def visits(
        self,
        read: tuple[Visit, ...],
        problems: Sequence[Problem],
        published: Printed[date] | None,
    ) -> tuple[Visit, ...]:
        """The periods of fieldwork; ``published`` is the printed day of publication."""
        start, end = (self.given.get(f"inspection_{which}") for which in ("start", "end"))
        given = tuple(filter(None, (start, end)))
        if not given:
            return read
        first, last = (date.fromisoformat(each.value) if each else None for each in (start, end))
        whole = bool(read) or bool(first and last)
        visits = list(read)
        if not visits and first and last:
            visits = [Visit(first, last, self.quote(given[0]))]
        if visits and first:
            visits[0] = replace(visits[0], start=first, quote=self.quote(given[0]))
        if visits and last:
            visits[-1] = replace(visits[-1], end=last, quote=self.quote(given[-1]))
        wrong = self._unfit_days(read, tuple(visits), published) if whole else NO_PERIOD
        printed = words(problems)
        taken = False
        for each, was in ((start, read[:1]), (end, read[-1:])):
            if each and wrong:
                self.refuse(each, wrong)
            elif each:
                day = (was[0].start if each is start else was[0].end).isoformat() if was else None
                quotes = tuple(visit.quote for visit in was)
                taken |= self.takes(each, day, printed, quotes)
        return tuple(visits) if taken else read

    def published(
        self,
        read: Printed[date] | None,
        problems: Sequence[Problem],
        visits: tuple[Visit, ...],
    ) -> Printed[date] | None:
        """The day of publication of a report with this fieldwork."""
        given = self.given.get("published")
        if given is None:
            return read
        day = date.fromisoformat(given.value)
        end = max((visit.end for visit in visits), default=None)
        modified = self._knowledge.register.modified
        if not of_its_time(day, modified):
            self.refuse(given, f"is of no year {possible_years(modified)}")
        elif end and day < end:
            self.refuse(given, f"is before {end}, on which the fieldwork ended")
        elif end and self._longer(day - end, "published_days"):
            self.refuse(given, f"is {(day - end).days} days after the fieldwork, {NO_SUCH}")
        elif self.takes(
            given,
            read.value.isoformat() if read else None,
            words(problems),
            (read.quote,) if read else (),
        ):
            return Printed(day, self.quote(given))
        return read

    def authority(
        self, read: Authority | None, name: Printed[str] | None, on: date | None
    ) -> Printed[str] | None:
        """The authority's slug; ``on`` is the first day of the fieldwork."""
        printed = Printed(read.slug, name.quote) if read and name else None
        given = self.given.get("authority")
        if given is None:
            return printed
        register = self._knowledge.register
        bearers = register.named(given.value)
        there = [one for one in bearers if on is None or one.existed_on(on)]
        if len(there) > 1:
            there = [one for one in there if one.valid_to is None]
        known = there[0] if len(there) == 1 else None
        if known is None and bearers:
            after = [each.name for one in bearers for each in register.took_over(one)]
            took = f"; {' and '.join(after)} took over from it" if after else ""
            self.refuse(given, f"was not there on {on or 'an unknown day'}{took}")
        elif known is None:
            names = [each.name for each in register.authorities.values()]
            hint = did_you_mean(given.value, names)
            self.refuse(given, f"is in no register of authorities{hint}")
        elif self.takes(
            replace(given, value=known.name),
            read.name if read else None,
            name.value if name else None,
            (name.quote,) if name else (),
        ):
            return Printed(known.slug, self.quote(given))
        return printed

    def inspectors(self, read: tuple[Inspector, ...]) -> tuple[Inspector, ...]:
        """The inspectors, the lead first."""
        given = self.given.get("lead_inspector")
        leads = [each for each in read if each.role == LEAD]
        was = " | ".join(each.name for each in leads) or None
        if given and self.takes(given, was, None, tuple(each.quote for each in leads)):
            others = (each for each in read if each.role != LEAD and each.name != given.value)
            return (Inspector(given.value, LEAD, "", self.quote(given)), *others)
        return read

    def unanswered(
        self, problems: Sequence[Problem], *, of_header: bool = False
    ) -> tuple[Problem, ...]:
        """The problems that no correction answers.

        What a problem of the header is about, its code knows; afterwards it says so itself.
        """
        fields = {done.field for done in self.done}
        if not fields.isdisjoint(DAYS):
            fields.update(DAYS)
        left: list[Problem] = []
        for problem in problems:
            field = problem.field
            if of_header and field is None:
                field = self._knowledge.problem_code(problem.code).answered_by
            if field not in fields:
                left.append(replace(problem, field=field))
            elif quote := self._printed(problem):
                self.done = [
                    replace(done, instead_of=(*done.instead_of, quote))
                    if done.field == field or {done.field, field} <= {*DAYS}
                    else done
                    for done in self.done
                ]
        return tuple(left)

    def _printed(self, problem: Problem) -> Quote | None:
        """Where the words stand that a problem quotes."""
        if problem.text is None or problem.page is None:
            return None
        words = r"\s+".join(map(re.escape, problem.text.split()))
        page = next((x.start for x in self._document.lines if x.page == problem.page), 0)
        match = re.compile(words).search(self._document.text, page)
        if match is None:
            return None
        return Quote(self._document.page_at(match.start()), *match.span(), match[0])

    def _unfit_days(
        self, read: tuple[Visit, ...], visits: tuple[Visit, ...], published: Printed[date] | None
    ) -> str:
        """Why days of fieldwork cannot be, "" if they can."""
        knowledge, profile = self._knowledge, self._profile
        modified = knowledge.register.modified
        first, last = visits[0].start, visits[-1].end
        if any(visit.start > visit.end for visit in visits) or any(
            after.start <= before.end for before, after in pairwise(visits)
        ):
            return NO_PERIOD
        if not (of_its_time(first, modified) and of_its_time(last, modified)):
            return f"is of no year {possible_years(modified)}"
        if profile and knowledge.version_for(profile.family.code, first) is None:
            return f"gives a day on which there was no framework of {profile.family.code}: {first}"
        if self._longer(last - first, "fieldwork_days"):
            return f"lets the fieldwork go on for {(last - first).days + 1} days, {NO_SUCH}"
        taken, _ = possible_publication(published, read, profile, modified)
        if taken and taken.value < last and "published" not in self.given:
            return f"lets the fieldwork end on {last}, after the report was published"
        return ""

    def _longer(self, span: timedelta, limit: str) -> bool:
        """Whether a span is longer than the profile says that any of the family's reports has."""
        most: int | None = getattr(self._profile.header, limit) if self._profile else None
        return most is not None and span.days > most

    def takes(
        self,
        given: Correction,
        read: str | None,
        printed: str | None = None,
        instead_of: tuple[Quote, ...] = (),
    ) -> bool:
        """Whether a correction says something else than what was read; it is then kept.

        ``printed`` is what is printed where nothing was ``read``; ``instead_of`` where it stands.
        """
        if read == given.value:
            self.refuse(given, "says what is read without it; take it out")
            return False
        self.done.append(
            Corrected(
                given.field, given.value, read or printed, given.page, given.who, given.why,
                self.quote(given), instead_of,
            )
        )  # fmt: skip
        return True

    def refuse(self, given: Correction, why: str) -> None:
        """Say that a correction was not taken; ``why`` goes on after "it"."""
        message = (
            f"the correction of {given.field} to {given.value!r} ({given.named}) was not taken: "
            f"it {why}"
        )
        self.unfit.append(Problem("correction-unfit", message, None, given.value))

    def quote(self, given: Correction) -> Quote:
        """The first line of the page that the correction names: where a reader should look."""
        lines = [line for line in self._document.lines if line.text and line.start >= 0]
        line = next((each for each in lines if each.page == given.page), lines[0])
        end = line.start + len(line.text)
        return Quote(line.page, line.start, end, self._document.text[line.start : end])


def words(problems: Sequence[Problem]) -> str | None:
    """What problems quote: what was printed, and could not be taken."""
    return " | ".join(dict.fromkeys(each.text for each in problems if each.text)) or None
