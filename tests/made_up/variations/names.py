"""Titles, names of authorities and names of inspectors, printed otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random
from typing import Any

from tests.made_up import names
from tests.made_up.pieces import MadeUp
from tests.made_up.variations.edits import first, retold, reworded
from tests.made_up.variations.variation import (
    ALL,
    EARLY,
    ILACS,
    JTAI,
    LETTERS,
    SEND,
    SIF,
    Variation,
    doubtful,
)

#: A name of no authority.
NOBODY = "Zedmarsh"
TITLED = ("ILACS 2021", "ILACS 2023", "ILACS 2026", *LETTERS, *JTAI, *SEND)


def renamed(report: MadeUp, tags: tuple[str, ...], old: str, new: str) -> MadeUp | None:
    """The report with a name printed otherwise in the first of some pieces that has it."""
    for tag in tags:
        for place in report.indices(tag):
            if old in report.pieces[place].text:
                return reworded(report, place, lambda text: text.replace(old, new, 1))
    return None


def _printed(report: MadeUp) -> str:
    return report.truth.authority_printed or ""


def possessive(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Focused visit to Northmoor's children's services" """
    name = _printed(report)
    return renamed(report, ("title",), f"{name} ", f"{name}\u2019s ")


def full_stop(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "St. Oswins" for "St Oswins" """
    if not re.search(r"\bSt ", _printed(report)):
        return None
    name = _printed(report)
    return renamed(report, ("name", "title"), name, name.replace("St ", "St. "))


def ampersand(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Saltmarsh & Vale" """
    name = _printed(report)
    if " and " not in name:
        return None
    return renamed(report, ("name", "title"), name, name.replace(" and ", " & "))


def small_letters(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Northmoor city council" """
    name = _printed(report)
    small = re.sub(
        r" (City|County|Borough|Metropolitan|Council)\b", lambda match: match[0].lower(), name
    )
    return None if small == name else renamed(report, ("name", "title"), name, small)


def no_name(rng: Random, report: MadeUp) -> MadeUp | None:
    """A title that names nobody; the first sentence does."""
    place = first(report, "title")
    if place is None:
        return None
    return reworded(
        report,
        place,
        lambda text: re.sub(r"visit to .*", "visit to children\u2019s services", text),
    )


def two_names(rng: Random, report: MadeUp) -> MadeUp | None:
    """Two authorities in the title."""
    name = _printed(report)
    other = (
        rng.choice(("Northmoor", "Saltmarsh", "Eastmere"))
        if not report.others
        else rng.choice(report.others)
    )
    changed = renamed(report, ("title", "name"), name, f"{name} and {other}")
    return changed and retold(changed, authority=None)


def unknown_name(rng: Random, report: MadeUp) -> MadeUp | None:
    """A name that is in no register, wherever it stands."""
    changed = renamed_everywhere(report, NOBODY)
    return changed and retold(changed, authority=None)


def renamed_everywhere(report: MadeUp, new: str) -> MadeUp | None:
    """The report about a place of another name."""
    if not report.truth.authority_printed:
        return None
    bare = bare_name(report)
    pieces = tuple(
        replace(piece, text=piece.text.replace(bare, new), cells=_called(piece.cells, bare, new))
        for piece in report.pieces
    )
    return retold(
        replace(report, pieces=pieces),
        items=_called(report.truth.items, bare, new),
        paragraphs=_called(report.truth.paragraphs, bare, new),
    )


def _called(values: tuple[Any, ...], bare: str, new: str) -> tuple[Any, ...]:
    """Values with a text, in which another name stands for a place's."""
    return tuple(replace(each, text=each.text.replace(bare, new)) for each in values)


def bare_name(report: MadeUp) -> str:
    """The name of the place without what makes it a council's."""
    name = re.sub(r"^(?:London Borough|Royal Borough|City) of ", "", _printed(report))
    return re.sub(r"(?: Metropolitan| Borough| County| City)* Council$", "", name)


def name_over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end inside the authority's name."""
    name = _printed(report)
    if " " not in name:
        return None
    spaces = [index for index, character in enumerate(name) if character == " "]
    cut = rng.choice(spaces)
    return renamed(report, ("name", "title"), name, f"{name[:cut]}\n{name[cut + 1 :]}")


def neighbour_named(rng: Random, report: MadeUp) -> MadeUp | None:
    """Another authority named in the first paragraph of findings."""
    place = first(report, "finding")
    if place is None or not report.others:
        return None
    said = f" Inspectors had been in {rng.choice(report.others)} the week before."
    piece = report.pieces[place]
    old = piece.text
    changed = report.with_piece(place, replace(piece, text=old + said))
    paragraphs = tuple(
        replace(each, text=each.text + said) if each.text == " ".join(old.split()) else each
        for each in report.truth.paragraphs
    )
    return retold(changed, paragraphs=paragraphs)


def title_over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end between any two words of the title."""
    place = first(report, "title")
    if place is None:
        return None
    text = report.pieces[place].text
    spaces = [index for index, character in enumerate(text) if character == " "]
    cut = rng.choice(spaces)
    return reworded(report, place, lambda text: f"{text[:cut]}\n{text[cut + 1 :]}")


def lead_over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end inside the lead inspector's name."""
    lead = report.truth.leads[0]
    return renamed(report, ("lead", "dates"), lead, lead.replace(" ", "\n", 1))


def lead_on_next_line(rng: Random, report: MadeUp) -> MadeUp | None:
    """The lead inspector's name on the line below its label."""
    lead = report.truth.leads[0]
    return renamed(report, ("lead",), f" {lead}", f"\n{lead}")


def small_behind_hyphen(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Anne Hart-lowe" """
    lead = report.truth.leads[0]
    new = f"{lead.split()[0]} {rng.choice(('Hart-lowe', 'Penn-ashby', 'Wren-sands', 'Al-rashid'))}"
    return relead(report, lead, new)


def long_name(rng: Random, report: MadeUp) -> MadeUp | None:
    """A name of three parts, with particles or an initial."""
    lead = report.truth.leads[0]
    first_name, last = lead.split()[0], lead.split()[-1]
    new = rng.choice((
        f"{first_name} van der {last}", f"{first_name} J {last}", f"{first_name} de {last}",
        f"{first_name}-Louise {last}", f"{first_name} Mac{last}", f"{first_name} D\u2019{last}",
        f"{first_name} {rng.choice(names.GIVEN)} {last}",
    ))  # fmt: skip
    return relead(report, lead, new)


def titled(rng: Random, report: MadeUp) -> MadeUp | None:
    """A title before the name: "Ms Ada Birch", "Dr Ada Birch", "HMI Ada Birch"."""
    lead = report.truth.leads[0]
    title = rng.choice(("Ms", "Mr", "Dr", "Mrs", "HMI"))
    return renamed(report, ("lead", "dates"), lead, f"{title} {lead}")


def relead(report: MadeUp, old: str, new: str) -> MadeUp | None:
    """The report whose lead bears another name, wherever it is printed."""
    pieces = tuple(
        replace(piece, text=piece.text.replace(old, new))
        if piece.tag in ("lead", "dates", "signed") else piece
        for piece in report.pieces
    )  # fmt: skip
    if pieces == report.pieces:
        return None
    return retold(replace(report, pieces=pieces), leads=(new, *report.truth.leads[1:]))


def your_sincerely(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Your sincerely", "Yours faithfully" """
    place = first(report, "sincerely")
    if place is None:
        return None
    return reworded(
        report,
        place,
        lambda _: rng.choice(("Your sincerely", "Yours faithfully", "Yours sincerely,")),
    )


def no_lead(rng: Random, report: MadeUp) -> MadeUp | None:
    """No line that names the lead inspector."""
    place = first(report, "lead")
    if place is None:
        return None
    changed = replace(report, pieces=(*report.pieces[:place], *report.pieces[place + 1 :]))
    return retold(changed, leads=())


def other_title(rng: Random, report: MadeUp) -> MadeUp | None:
    """The title in words close to the usual ones."""
    place = first(report, "title")
    if place is None:
        return None
    old, new = rng.choice((
        ("local authority children\u2019s", "local authority\u2019s children\u2019s"),
        ("Inspection of ", "INSPECTION OF "), ("children\u2019s", "children's"),
        ("Focused visit to", "Focused visit \u2013"), ("Focused visit", "Focussed visit"),
    ))  # fmt: skip
    return reworded(report, place, lambda text: text.replace(old, new))


WITH_LEAD = (*ILACS, *SIF, *EARLY)
VARIATIONS = (
    Variation(
        "name in the possessive", "header", ("ILACS 2021", "ILACS 2023", *LETTERS), possessive
    ),
    Variation("name with a full stop", "header", (*ILACS, *LETTERS, *SIF, *JTAI), full_stop),
    Variation("ampersand in the name", "header", (*ILACS, *LETTERS, *SIF, *JTAI), ampersand),
    Variation("council in small letters", "header", (*ILACS, *LETTERS, *SIF), small_letters),
    Variation("title without a name", "header", LETTERS, no_name),
    doubtful("two authorities in the title", "header", TITLED, two_names),
    doubtful(
        "name of no authority", "header", (*ILACS, *LETTERS, *SIF, *JTAI, *SEND), unknown_name
    ),
    Variation("name over a line's end", "header", ALL, name_over_lines),
    Variation("title over a line's end", "header", TITLED, title_over_lines),
    Variation("title in other words", "header", (*ILACS, *LETTERS), other_title),
    Variation(
        "another authority in the text", "header", (*ILACS, *LETTERS, *SIF, *JTAI), neighbour_named
    ),
    Variation("lead's name over a line's end", "header", (*WITH_LEAD, *LETTERS), lead_over_lines),
    Variation("lead's name below its label", "header", WITH_LEAD, lead_on_next_line),
    Variation(
        "small letter behind a hyphen", "header", (*WITH_LEAD, *LETTERS), small_behind_hyphen
    ),
    Variation("lead with a long name", "header", (*WITH_LEAD, *LETTERS), long_name),
    Variation("title before the lead's name", "header", (*WITH_LEAD, *LETTERS), titled),
    Variation("another closing of the letter", "header", LETTERS, your_sincerely),
    doubtful("no lead inspector", "header", WITH_LEAD, no_lead),
)
