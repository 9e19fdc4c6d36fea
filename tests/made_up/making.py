"""From a family's code and a seed to a made-up report."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from tests.made_up.families import ilacs, jtai, letters, send, sif, until_2013
from tests.made_up.pieces import MadeUp
from tests.made_up.register import MadeUpAuthority, authorities
from tests.made_up.writing import FULL, Size

Maker = Callable[[str, Random, MadeUpAuthority, Size], MadeUp]

#: Designs, each with its family's code and what makes it.
DESIGNS: dict[str, tuple[str, Maker]] = {
    **{each.design: ("ILACS", partial(ilacs.make, generation=each)) for each in ilacs.GENERATIONS},
    **{
        each.design: (each.family, partial(letters.make, generation=each))
        for each in letters.GENERATIONS
    },
    **{
        each.design: (each.family, partial(until_2013.make, kind=each)) for each in until_2013.KINDS
    },
    "JTAI 2016": ("JTAI", jtai.make_early),
    "JTAI 2022": ("JTAI", jtai.make_late),
    **{
        f"SEND {outcome}": ("AreaSEND", partial(send.make, outcome=outcome))
        for outcome in send.OUTCOMES
    },
    **{each.design: ("SIF", partial(sif.make, design=each)) for each in sif.DESIGNS},
}


def make(design: str, seed: int, authority: MadeUpAuthority, size: Size = FULL) -> MadeUp:
    """The made-up report of a design that a seed decides."""
    _, maker = DESIGNS[design]
    slug = design.lower().replace(" ", "-")
    return maker(f"{authority.slug}-{slug}-{seed}", Random(f"{design} {seed}"), authority, size)


def places(count: int = 40, seed: int = 7) -> tuple[MadeUpAuthority, ...]:
    """Authorities that reports may be about."""
    return authorities(seed, count)
