"""Writes ontology/register/authorities.ttl from the register of authorities.

Usage: python scripts/make_register.py

Reads facts/authorities.csv in the folder that KG_CORPUS names (default: ../shared).  Authorities
that no longer exist are kept by hand in ontology/register/former-authorities.ttl, and so are the
corrections below: where the register's facts are out of date, the reason stands beside each.
"""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

CORPUS = Path(os.environ.get("KG_CORPUS", "../shared"))
OUT = Path(__file__).parent.parent / "ontology" / "register" / "authorities.ttl"

#: Authorities that were abolished: kept by hand, with their dates, in the other file.
FORMER = {"Cumbria", "Northamptonshire", "Poole"}
#: Short names where the register inverts the name ("Bristol, City of").
SHORT = {
    "Bedford Borough": "Bedford",
    "Bristol, City of": "Bristol",
    "Kingston Upon Hull, City of": "Kingston upon Hull",
}
#: Codes changed with boundaries on 1 April 2023 (ONS Code History Database); the register still
#: gives the earlier ones.
CODES = {"Barnsley": "E08000038", "Sheffield": "E08000039"}
#: Codes that were valid until the day given, by ONS.
EARLIER_CODES = {
    "Barnsley": ("E08000016", "2023-03-31"),
    "Buckinghamshire": ("E10000002", "2020-03-31"),
    "Gateshead": ("E08000020", "2013-03-31"),
    "North Yorkshire": ("E10000023", "2023-03-31"),
    "Northumberland": ("E06000048", "2013-03-31"),
    "Sheffield": ("E08000019", "2023-03-31"),
    "Somerset": ("E10000027", "2023-03-31"),
}
#: Unitary authorities that the register calls counties; each took over from its county and
#: districts on the day given below.
UNITARY = {"Cumberland", "Westmorland and Furness", "North Yorkshire"}
#: Authorities that began in the time that reports cover.
SINCE = {
    "Bournemouth, Christchurch and Poole": "2019-04-01",
    "Dorset": "2019-04-01",
    "North Northamptonshire": "2021-04-01",
    "West Northamptonshire": "2021-04-01",
    "Cumberland": "2023-04-01",
    "Westmorland and Furness": "2023-04-01",
}
#: Names that reports print and that no rule makes of the short name.
PRINTED = {
    "Bath and North East Somerset": ("BANES",),
    "Bournemouth, Christchurch and Poole": ("BCP", "Bournemouth, Christchurch & Poole"),
    "Bristol": ("Bristol City of", "City of Bristol", "Bristol, City of"),
    "Kingston upon Hull": ("Hull", "Kingston upon Hull City", "City of Kingston upon Hull"),
    "St. Helens": ("St Helens",),
    "St Helens": ("St. Helens",),
    "Bedford": ("Bedford Borough",),
    "Durham": ("County Durham",),
    "County Durham": ("Durham",),
    "Herefordshire": ("Herefordshire, County of",),
    "Westminster": ("City of Westminster",),
    "Telford and Wrekin": ("Telford & Wrekin", "Borough of Telford and Wrekin"),
    "Isles of Scilly": ("Council of the Isles of Scilly", "Scilly Isles"),
    "Windsor and Maidenhead": ("Royal Borough of Windsor and Maidenhead",),
    "City of London": ("Corporation of London", "City of London Corporation"),
}

HEAD = """\
# Local authorities in England that are responsible for children's services.
# Made by scripts/make_register.py; former authorities are in former-authorities.ttl.

@prefix authority: <https://w3id.org/childrens-services-kg/id/authority/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def main() -> None:
    """Write the file."""
    with (CORPUS / "facts" / "authorities.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["ons_name"] not in FORMER]
    slugs = {row["dfe_code"]: slug(_name(row)) for row in rows}
    texts = [_authority(row, slugs) for row in sorted(rows, key=_name)]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join([HEAD, *texts]), encoding="utf-8")
    print(f"{OUT}: {len(texts)} authorities")


def slug(name: str) -> str:
    """The name as the end of an IRI: "Bournemouth, ..." becomes "bournemouth-..."."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _name(row: Mapping[str, str]) -> str:
    return SHORT.get(row["ons_name"], row["ons_name"])


def _authority(row: Mapping[str, str], slugs: Mapping[str, str]) -> str:
    name = _name(row)
    kind = "Unitary Authority" if name in UNITARY else row["authority_type"]
    aliases = {alias.strip() for alias in row["also_known_as"].strip("[] ").split(",")} if (
        name not in PRINTED) else set()  # fmt: skip
    aliases |= {*PRINTED.get(name, ()), row["ons_name"]}
    neighbours = [slugs[code.strip()] for code in row["statistical_neighbours_dfe_codes"].split(",")
                  if code.strip() in slugs]  # fmt: skip
    facts = [
        "a cs:Authority , org:FormalOrganization",
        f"skos:prefLabel {_text(name)}",
        *(f"skos:altLabel {_text(alias)}" for alias in sorted(aliases - {name, ""})),
        f'cs:gss "{CODES.get(name, row["gss_code"])}"',
        *_maybe("cs:ofstedUrn", row["ofsted_urn"]),
        *_maybe("cs:dfeCode", row["dfe_code"]),
        *_maybe("cs:authorityType", kind),
        *_maybe("cs:region", row["region"]),
        *_maybe("cs:regionGss", row["region_gss"]),
        *([f'cs:validFrom "{SINCE[name]}"^^xsd:date'] if name in SINCE else []),
        *(f"cs:statisticalNeighbour authority:{each}" for each in neighbours),
    ]
    text = f"authority:{slug(name)} " + " ;\n    ".join(facts) + " .\n"
    if name in EARLIER_CODES:
        code, until = EARLIER_CODES[name]
        text += (
            f"\n<https://w3id.org/childrens-services-kg/id/gss/{code}> a cs:EarlierCode ;\n"
            f'    skos:notation "{code}" ;\n    cs:codeOf authority:{slug(name)} ;\n'
            f'    cs:validTo "{until}"^^xsd:date .\n'
        )
    return text


def _maybe(term: str, value: str) -> list[str]:
    return [f"{term} {_text(value)}"] if value.strip() else []


def _text(value: str) -> str:
    return '"' + value.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
