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
TRUSTS = (
    "{} Children\u2019s Trust", "Hand in Hand for {}", "{} Children and Families Trust",
)  # fmt: skip
#: An authority that is no more, the last of its days, and the first without it.
ENDED, LAST_DAY, DAY_AFTER = "Owlshire", "2009-03-31", "2009-04-01"
ID = "https://w3id.org/childrens-services-kg/id/"
HEAD = """\
# Made-up authorities, in the form of the register.

@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix change: <https://w3id.org/childrens-services-kg/id/change/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix organisation: <https://w3id.org/childrens-services-kg/id/organisation/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@dataclass(frozen=True, slots=True)
class MadeUpAuthority:
    """An authority of the register."""

    slug: str
    name: str
    kind: str
    gss: str
    #: the trust that delivers its services; "" for none
    trust: str = ""

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
        gss = f"{GSS[kind]}{999_999 - len(made):06d}"
        trust = rng.choice(TRUSTS).format(name) if len(made) % 2 else ""
        made.append(MadeUpAuthority(slug, name, kind, gss, trust))
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
    entries += [_delivery(each) for each in made if each.trust]
    ended = (
        f'authority:{ENDED.lower()} a cs:Authority , org:FormalOrganization ;\n'
        f'    skos:prefLabel "{ENDED}" ;\n'
        '    cs:gss "E10899999" ;\n'
        '    cs:authorityType "County" ;\n'
        '    cs:region "Nowhere" ;\n'
        f'    org:changedBy change:{ENDED.lower()} ;\n'
        f'    cs:validTo "{LAST_DAY}"^^xsd:date .\n'
    )  # fmt: skip
    change = (
        f'change:{ENDED.lower()} a org:ChangeEvent ;\n'
        f'    skos:prefLabel "{made[0].name} takes over from {ENDED}"@en ;\n'
        f'    org:originalOrganization authority:{ENDED.lower()} ;\n'
        f'    org:resultingOrganization authority:{made[0].slug} ;\n'
        f'    cs:changeDate "{DAY_AFTER}"^^xsd:date .\n'
    )  # fmt: skip
    return "\n".join([HEAD, *entries, ended, change])


def _delivery(authority: MadeUpAuthority) -> str:
    """The trust that delivers an authority's services, as Turtle."""
    body = f"organisation:{authority.slug}-trust"
    delivery = f"<{ID}delivery/{authority.slug}-trust/{authority.slug}>"
    return (
        f"{body} a org:FormalOrganization ;\n"
        f'    skos:prefLabel "{authority.trust}"@en .\n\n'
        f"{delivery} a cs:Delivery ;\n"
        f"    cs:deliveredBy {body} ;\n"
        f"    cs:deliveredFor authority:{authority.slug} ;\n"
        '    cs:when "2010" .\n'
    )


def _real_names() -> set[str]:
    """The names of real authorities, in small letters."""
    found = set()
    for file in (ONTOLOGY / "register").glob("*.ttl"):
        labels = re.findall(r'Label "([^"]+)"', file.read_text(encoding="utf-8"))
        found |= {" ".join(re.findall("[a-z]+", label.lower())) for label in labels}
    return found
