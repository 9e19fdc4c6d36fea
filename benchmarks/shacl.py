"""How long the SHACL engine takes for a large graph that is made up, and how much memory.

Usage: python benchmarks/shacl.py [--statements N]

Writes people with names, birthdays, ages, addresses and acquaintances as N-Triples (default 5
million statements), of which one in a thousand has a fault, and checks them in a process of its
own by `kg validate --data` against a closed shape with six property shapes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

SHAPES = """
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ex:S a sh:NodeShape ; sh:targetClass ex:Person ;
    sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
    sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:uniqueLang true ; sh:languageIn ( "en" ) ] ,
        [ sh:path ex:born ; sh:maxCount 1 ; sh:datatype xsd:date ] ,
        [ sh:path ex:age ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:maxInclusive 130 ] ,
        [ sh:path ex:mail ; sh:pattern "^[^@ ]+@[^@ ]+$" ] ,
        [ sh:path ex:knows ; sh:class ex:Person ; sh:nodeKind sh:IRI ] ,
        [ sh:path [ sh:inversePath ex:knows ] ; sh:maxCount 40 ] .
"""
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
XSD = "http://www.w3.org/2001/XMLSchema#"
#: statements of each person
EACH = 8


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=5_000_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shapes, data = Path(folder) / "shapes.ttl", Path(folder) / "people.nt"
        shapes.write_text(SHAPES, encoding="utf-8")
        _write_people(data, args.statements // EACH)
        command = ["validate", "--shapes", str(shapes), "--data", str(data), "--format", "turtle"]
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "kg", *command], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert child.stdout is not None
        found = child.stdout.read().count("a sh:ValidationResult")
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - start
    print(f"{args.statements} statements, {found} results, exit status {child.returncode}")
    print(f"{usage.ru_utime:.1f} s of the processor, {took:.1f} s by the clock")
    print(f"peak memory {usage.ru_maxrss / 2**10:.0f} MB")


def _write_people(place: Path, number: int) -> None:
    random = Random(7)
    with place.open("w", encoding="utf-8") as file:
        for each in range(number):
            who = f"<http://example.org/person/{each}>"
            age = f'"x{each}"' if each % 1000 == 0 else f'"{random.randrange(120)}"'
            born = f"{1900 + random.randrange(120)}-0{random.randrange(1, 10)}-10"
            known = [f"<http://example.org/person/{random.randrange(number)}>" for _ in range(3)]
            values = [
                (TYPE, "<http://example.org/ns#Person>"),
                ("name", f'"Person {each}"@en'),
                ("born", f'"{born}"^^<{XSD}date>'),
                ("age", f"{age}^^<{XSD}integer>"),
                ("mail", f'"p{each}@example.org"'),
                *(("knows", other) for other in known),
            ]
            for name, value in values:
                said = name if name == TYPE else f"<http://example.org/ns#{name}>"
                file.write(f"{who} {said} {value} .\n")


if __name__ == "__main__":
    main()
