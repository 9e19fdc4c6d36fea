"""Looks at the packages of the lock: under which licences they are, and what is known against them.

Usage: python scripts/audit.py

Prints one line for each licence that is not permissive or not known, and each vulnerability.  Exit
status 1 if there is one that matters: an unknown licence, one in what `kg` itself needs that is
not permissive, a vulnerability.  Those are looked up by pip-audit, which asks a service on the
network: where it is not installed or cannot ask, that is said and is no fault.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PROJECT = "childrens-services-kg"
#: Beginnings of the names of licences that let anyone use, change and pass on what is under them.
PERMISSIVE = re.compile(
    r"mit\b|.*\bbsd\b|0bsd|apache|psf|python software foundation|isc|mpl|mozilla public|w3c"
    r"|zlib|cc0|.*\bmit license",
    re.I,
)
#: Where the metadata says too little, what stands in the package's own licence files.
LOOKED_UP = {
    # BSD-3-Clause and Apache-2.0 itself; with PDFium come FreeType (FTL), libjpeg-turbo (IJG, BSD),
    # zlib, libpng, ICU and others, all permissive
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
}
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==\S+(?: ; (?P<where>.+?))? \\$", re.M)
HOW = "install it in an environment of its own (pip install pip-audit) and put it on the PATH"


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what a package may be used."""

    package: str
    #: as the package says it, "" if it does not
    said: str
    #: whether `kg` itself needs the package, and not only its tests and documentation
    is_core: bool

    @property
    def fault(self) -> str:
        """What is wrong with it, or ""."""
        if not self.said:
            return f"{self.package}: says of no licence; look it up and add it to scripts/audit.py"
        if self.is_core and not is_permissive(self.said):
            return f"{self.package}: is under {self.said}, which is not permissive; kg needs it"
        return ""


def main() -> int:
    """Exit status 1 if something is wrong."""
    found = list(licences(locked(LOCK.read_text(encoding="utf-8"))))
    faults = [each.fault for each in found if each.fault]
    print(
        f"{len(found)} packages, {sum(each.is_core for each in found)} of them needed by kg itself"
    )
    for each in found:
        if each.said and not each.is_core and not is_permissive(each.said):
            print(f"{each.package}: is under {each.said}; only tests or documentation need it")
    known, told = vulnerabilities()
    print(*told, *faults, *known, sep="\n")
    return 1 if faults or known else 0


def locked(lock: str) -> list[str]:
    """The names of the packages of the lock that this machine needs."""
    return [
        found["name"]
        for found in PINNED.finditer(lock)
        if not found["where"] or Requirement(f"x ; {found['where']}").marker.evaluate()  # type: ignore[union-attr]
    ]


def licences(names: Iterable[str]) -> Iterable[Licence]:
    """The licence of each package, as its metadata says it."""
    core = needed_by(PROJECT)
    for name in names:
        try:
            said = LOOKED_UP.get(name) or licence_of(metadata.metadata(name))
        except metadata.PackageNotFoundError:
            said = ""
        yield Licence(name, said, _plain(name) in core)


def licence_of(said: metadata.PackageMetadata) -> str:
    """What metadata says of the licence: as an expression, by classifiers, or in words."""
    if "License-Expression" in said:
        return said["License-Expression"]
    every = said.get_all("Classifier") or []
    kinds = [each.rpartition(" :: ")[2] for each in every if each.startswith("License ::")]
    kinds = [each for each in kinds if each != "OSI Approved"]
    if kinds:
        # several mean that one may choose
        return " OR ".join(kinds)
    words = said["License"].strip().splitlines() if "License" in said else []
    return words[0] if words else ""


def is_permissive(said: str) -> bool:
    """Whether a licence, or what is joined by AND and OR, leaves everyone free.

    >>> is_permissive("MIT OR GPL-3.0"), is_permissive("MIT AND GPL-3.0")
    (True, False)
    """
    return any(
        all(PERMISSIVE.match(part.strip(" ()")) for part in re.split(r"\bAND\b|,", choice))
        for choice in re.split(r"\bOR\b", said)
    )


def needed_by(package: str) -> set[str]:
    """The names of what a package needs, and what that needs, without any extra."""
    found: set[str] = set()
    waiting = [package]
    while waiting:
        for line in metadata.requires(waiting.pop()) or []:
            needed = Requirement(line)
            name = _plain(needed.name)
            is_here = needed.marker is None or needed.marker.evaluate({"extra": ""})
            if is_here and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def vulnerabilities() -> tuple[list[str], list[str]]:
    """What is known against packages of the lock, and what is to be said of the looking up."""
    program = shutil.which("pip-audit")
    if program is None:
        return [], [f"known vulnerabilities were not looked up: there is no pip-audit; {HOW}"]
    ran = subprocess.run(
        [program, "--requirement", LOCK, "--require-hashes", "--disable-pip", "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        packages = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError):
        why = (ran.stderr.strip().splitlines() or ["it says nothing"])[-1]
        return [], [f"known vulnerabilities could not be looked up: pip-audit: {why}"]
    known = [
        f"{each['name']} {each['version']}: {one['id']}; repaired in "
        f"{', '.join(one['fix_versions']) or 'no version yet'}"
        for each in packages
        for one in each.get("vulns", ())
    ]
    return known, [f"{len(packages)} packages were looked up: {len(known)} known vulnerabilities"]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
