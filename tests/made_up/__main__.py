"""Writes made-up reports, their truth and the register of their authorities into a folder.

Usage: python -m tests.made_up OUT [--count 1000] [--seed 1] [--family ILACS] [--format pdf|text]

For each report NAME.pdf (or NAME.txt) and NAME.json, its truth with the owner of every printed
line; register.ttl names the authorities.  The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.made_up import pdf, register, text
from tests.made_up.layout import lay_out
from tests.made_up.making import DESIGNS, make
from tests.made_up.pieces import MadeUp
from tests.made_up.writing import Size

#: One authority for so many reports: each is inspected again and again.
REPORTS_EACH = 8


def main() -> None:
    """Write what the command line asks for."""
    families = sorted({family for family, _ in DESIGNS.values()})
    parser = argparse.ArgumentParser(description="Writes made-up reports and what is true of them.")
    parser.add_argument("out", type=Path, help="folder to write into")
    parser.add_argument("--count", type=int, default=1000, help="how many reports (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="what decides everything (default: 1)")
    parser.add_argument("--family", choices=families, help="only reports of this family")
    parser.add_argument("--format", choices=("pdf", "text"), default="pdf")
    parser.add_argument(
        "--share", type=float, default=1.0, help="length: 1 for that of real reports"
    )
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    places = register.authorities(asked.seed, max(asked.count // REPORTS_EACH, 1))
    (asked.out / "register.ttl").write_text(register.turtle(places), encoding="utf-8")
    designs = [name for name, (code, _) in DESIGNS.items() if asked.family in (None, code)]
    for number in range(asked.count):
        seed = asked.seed * 1_000_000 + number
        place = places[number % len(places)]
        report = make(designs[number % len(designs)], seed, place, Size(asked.share))
        if asked.format == "pdf":
            (asked.out / f"{report.name}.pdf").write_bytes(pdf.draw(report))
        else:
            (asked.out / f"{report.name}.txt").write_text(text.plain(report), encoding="utf-8")
        values = {"design": report.design, **report.truth.as_json(), "lines": list(owners(report))}
        file = asked.out / f"{report.name}.json"
        file.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")


def owners(report: MadeUp) -> Iterator[dict[str, Any]]:
    """Every printed line of the report with its page and owner."""
    for number, page in enumerate(lay_out(report), 1):
        for line in page:
            yield {"page": number, "owner": line.owner.value, "text": line.text}


if __name__ == "__main__":
    main()
