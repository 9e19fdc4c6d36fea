"""Made-up authorities, and the register that names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.made_up import names

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
#: Types of the register, with the forms in which a council of the type prints its name.
FORMS = {
    "County": ("{} County Council", "{}"),
    "Unitary Authority": (
        "{} Council", "{} City Council", "{} Borough Council", "{}", "City of {}",
    ),
    "Metropolitan District": (
        "{} Metropolitan Borough Council", "{} Council", "{} City Council", "{}",
    ),
    "London Borough": ("London Borough of {}", "{}", "Royal Borough of {}"),
}  # fmt: skip
GSS = {
    "County": "E10",
    "Unitary Authority": "E06",
    "Metropolitan District": "E08",
    "London Borough": "E09",
}
HEAD = """\
# Made-up authorities, in the form of the register.

@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@dataclass(frozen=True, slots=True)
class MadeUpAuthority:
    """An authority of the register."""

    slug: str
    name: str
    kind: str
    gss: str

    def printed(self, rng: Random) -> str:
        """One of the forms in which its council prints its name."""
        return rng.choice(FORMS[self.kind]).format(self.name)

    @property
    def council(self) -> str:
        """The council's own name."""
        return FORMS[self.kind][0].format(self.name)


def authorities(seed: int, count: int) -> tuple[MadeUpAuthority, ...]:
    """Made-up authorities, all with different names, none of which a real authority bears."""
    rng = Random(f"authorities {seed}")
    taken = _real_names()
    made: list[MadeUpAuthority] = []
    while len(made) < count:
        name = names.place(rng)
        key = " ".join(re.findall("[a-z]+", name.lower()))
        if key in taken:
            continue
        taken.add(key)
        kind = rng.choice(tuple(FORMS))
        slug = key.replace(" ", "-")
        # numbers of made-up areas count down from the highest
        made.append(MadeUpAuthority(slug, name, kind, f"{GSS[kind]}{999_999 - len(made):06d}"))
    return tuple(made)


def turtle(made: Sequence[MadeUpAuthority]) -> str:
    """The register as Turtle."""
    entries = [
        f'authority:{each.slug} a cs:Authority , org:FormalOrganization ;\n'
        f'    skos:prefLabel "{each.name}" ;\n'
        f'    cs:gss "{each.gss}" ;\n'
        f'    cs:authorityType "{each.kind}" ;\n'
        '    cs:region "Nowhere" .\n'
        for each in made
    ]  # fmt: skip
    return "\n".join([HEAD, *entries])


def _real_names() -> set[str]:
    """The names of real authorities, in small letters."""
    found = set()
    for file in (ONTOLOGY / "register").glob("*.ttl"):
        labels = re.findall(r'Label "([^"]+)"', file.read_text(encoding="utf-8"))
        found |= {" ".join(re.findall("[a-z]+", label.lower())) for label in labels}
    return found
