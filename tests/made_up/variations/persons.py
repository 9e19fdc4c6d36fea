"""Names of councils and of lead inspectors in further forms."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp
from tests.made_up.variations.edits import first, reworded
from tests.made_up.variations.names import WITH_LEAD, bare_name, relead, renamed
from tests.made_up.variations.variation import ILACS, JTAI, LETTERS, SIF, Variation

COUNCILS = (
    "City of {} Council", "Metropolitan Borough of {}", "Borough of {}", "{} Council",
    "{} Metropolitan District Council", "{} Metropolitan Borough", "Council of {}",
    "{} Unitary Council", "{} MBC", "Royal Borough of {}", "London Borough of {}",
)  # fmt: skip
LABELS = (
    "Lead Inspector:", "Lead inspector \u2013", "Lead HMI:", "LEAD INSPECTOR:",
    "Lead inspector\u2019s name:", "Name of lead inspector:",
)  # fmt: skip


def other_council(rng: Random, report: MadeUp) -> MadeUp | None:
    """The council's name in another of the forms that councils have."""
    name = report.truth.authority_printed or ""
    new = rng.choice(COUNCILS).format(bare_name(report))
    if new == name:
        return None
    place = first(report, "title")
    if place is not None and f"the {name}" in report.pieces[place].text:
        return None
    return renamed(report, ("name", "title"), name, new)


def name_in_capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """The council's name in capitals in the title."""
    name = report.truth.authority_printed or ""
    return renamed(report, ("name", "title"), name, name.upper())


def title_in_capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """All of the title in capitals."""
    changed = report
    for tag in ("name", "title"):
        for place in report.indices(tag):
            changed = reworded(changed, place, str.upper) or changed
    return changed


def title_behind(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Lead inspector: Ada Birch (HMI)" """
    place = first(report, "lead")
    lead = report.truth.leads[0]
    if place is None or len(report.truth.leads) > 1:
        return None
    text = report.pieces[place].text
    title = rng.choice((
        " HMI", " (HMI)", ", HMI", " \u2013 HMI", ", Ofsted", " SHMI",
        ", Senior His Majesty\u2019s Inspector", ", Regulatory Inspection Manager",
    ))  # fmt: skip
    return reworded(report, place, lambda _: text[: text.index(lead)] + lead + title)


def lead_in_capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Lead inspector: ADA BIRCH" """
    lead = report.truth.leads[0]
    place = first(report, "lead")
    if place is None or any(each in lead for each in ("Mc", "\u2019")):
        return None
    return relead(report, lead, lead.upper())


def other_label(rng: Random, report: MadeUp) -> MadeUp | None:
    """The label of the lead inspector in other words."""
    place = first(report, "lead")
    if place is None or len(report.truth.leads) > 1:
        return None
    label = rng.choice(LABELS)
    lead = report.truth.leads[0]
    text = report.pieces[place].text
    return reworded(report, place, lambda _: f"{label} {text[text.index(lead) :]}")


def deputy_first(rng: Random, report: MadeUp) -> MadeUp | None:
    """A deputy named above the lead."""
    place = first(report, "lead")
    if place is None:
        return None
    piece = report.pieces[place]
    above = replace(piece, text="Deputy lead inspector: Zed Quillon, HMI", tag="deputy")
    return replace(report, pieces=(*report.pieces[:place], above, *report.pieces[place:]))


VARIATIONS = (
    Variation("council's name in another form", "header", (*ILACS, *LETTERS, *SIF), other_council),
    Variation("name in capitals", "header", (*ILACS, *LETTERS, *SIF, *JTAI), name_in_capitals),
    Variation("title in capitals", "header", (*ILACS, *LETTERS, *SIF), title_in_capitals),
    Variation("title behind the lead's name", "header", WITH_LEAD, title_behind),
    Variation("lead in capitals", "header", WITH_LEAD, lead_in_capitals),
    Variation("lead behind another label", "header", WITH_LEAD, other_label),
    Variation("deputy above the lead", "header", WITH_LEAD, deputy_first),
)
