"""Authorities in other guises: a trust in their place, one that is no more."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.compare import ANY
from tests.made_up.pieces import MadeUp
from tests.made_up.register import ENDED
from tests.made_up.variations.edits import first, retold, reworded
from tests.made_up.variations.names import renamed_everywhere
from tests.made_up.variations.variation import ILACS, JTAI, LETTERS, SEND, SIF, Variation, doubtful


def trust_in_title(rng: Random, report: MadeUp) -> MadeUp | None:
    """The title names the trust that delivers the services, and not the council."""
    place = first(report, "title")
    name = report.truth.authority_printed or ""
    if place is None or not report.trust or name not in report.pieces[place].text:
        return None
    text = report.pieces[place].text
    end = text[text.index(name) :]
    article = "the " if f"the {name}" in text else ""
    return reworded(report, place, lambda text: text.replace(f"{article}{end}", report.trust))


def trust_and_services(rng: Random, report: MadeUp) -> MadeUp | None:
    """The trust's name where the council's stands in the title, before "children's services"."""
    place = first(report, "title")
    name = report.truth.authority_printed or ""
    if place is None or not report.trust or name not in report.pieces[place].text:
        return None
    if "the " + name in report.pieces[place].text:
        return None
    return reworded(
        report, place,
        lambda text: text.replace(f"{name} local authority", name).replace(name, report.trust),
    )  # fmt: skip


def ended(rng: Random, report: MadeUp) -> MadeUp | None:
    """An authority that was wound up years before the inspection."""
    changed = renamed_everywhere(report, ENDED)
    return changed and retold(changed, authority=ANY)


def town_in_another(rng: Random, report: MadeUp) -> MadeUp | None:
    """A board or county that bears more than the authority's name stands before it."""
    place = first(report, "finding")
    if place is None:
        return None
    one, other = report.others[:2]
    said = f" Greater {one} Police and the {other} Combined Authority had helped."
    piece = report.pieces[place]
    paragraphs = tuple(
        replace(each, text=each.text + said) if each.text == " ".join(piece.text.split()) else each
        for each in report.truth.paragraphs
    )
    return retold(
        report.with_piece(place, replace(piece, text=piece.text + said)), paragraphs=paragraphs
    )


VARIATIONS = (
    Variation(
        "title of a trust", "header", ("ILACS 2021", "ILACS 2023", "ILACS 2026"), trust_in_title
    ),
    Variation(
        "trust's children's services", "header", ("ILACS 2021", *LETTERS), trust_and_services
    ),
    doubtful("authority that is no more", "header", (*ILACS, *LETTERS, *SIF, *JTAI, *SEND), ended),
    Variation(
        "neighbours' bodies in the text", "header", (*ILACS, *LETTERS, *SIF, *JTAI), town_in_another
    ),
)
