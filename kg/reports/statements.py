"""Who must answer a report in writing, and by when.

A family's profile says it in its table ``[statement]``::

    match = [...]          the sentence that requires it, with a group ``what``
    responsible = [...]    who must write it, with a group ``who``; the first that is found stands
    deadline = [...]       what stands before the day
    where = "next-steps"   the kind of the part in which all this stands
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.documents import Document
from kg.knowledge.profile import StatementForm
from kg.reports.model import StatementRequired
from kg.reports.outcomes import spans
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.text.periods import find_day

#: Characters behind "by" in which the day is looked for.
REACH = 60


def read_statements(
    document: Document, profile: Profile, parts: Sequence[Part]
) -> tuple[StatementRequired, ...]:
    """The written answer that a report requires, if it requires one."""
    if profile.statement is None:
        return ()
    for start, end in spans(document, parts, profile.statement.where):
        for pattern in profile.statement.match:
            match = pattern.search(document.text, start, end)
            if match:
                return (
                    StatementRequired(
                        what=" ".join(match["what"].split()),
                        responsible=_responsible(document, profile.statement, start, end),
                        due=_due(document, profile.statement, start, end),
                        quote=quote(document, match.start(), match.end()),
                    ),
                )
    return ()


def _responsible(document: Document, form: StatementForm, start: int, end: int) -> str | None:
    for pattern in form.responsible:
        match = pattern.search(document.text, start, end)
        if match:
            return " ".join(match["who"].split())
    return None


def _due(document: Document, form: StatementForm, start: int, end: int) -> date | None:
    for pattern in form.deadline:
        for match in pattern.finditer(document.text, start, end):
            found = find_day(document.text, match.end(), min(match.end() + REACH, end))
            if found and found.start and document.text[match.end() : found.begins].strip() == "":
                return found.start
    return None
