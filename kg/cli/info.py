"""``kg info``: what a store holds."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.cli.options import say
from kg.cli.source import add_asked, endpoint

if TYPE_CHECKING:
    from pathlib import Path

    from kg.store import Entry, Store

CLASSES = """\
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
SELECT (STRAFTER(STR(?type), "#") AS ?class) ?number WHERE {
  { SELECT ?type (COUNT(?node) AS ?number) WHERE { ?node a ?type } GROUP BY ?type }
  FILTER(STRSTARTS(STR(?type), STR(cs:)))
}
ORDER BY ?class
"""
NAME = "info"
HELP = "say what the store holds"
DESCRIPTION = (
    "Says what a store holds: reports by family and year, what was read from them, and its size."
)
EXAMPLE = """\
example:
  kg info
  kg info --store my-store
  kg info --endpoint http://localhost:8890/sparql
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    add_asked(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no store."""
    if args.endpoint:
        return _far(args)
    from kg import __version__
    from kg.analysis.saved_results import is_result
    from kg.ingest import PRINTED, VOCABULARY, is_not_stored
    from kg.store import open_store

    store = open_store(args.store)
    entries = [
        entry
        for entry in store.entries.values()
        if entry.key != VOCABULARY and not is_result(entry) and not is_not_stored(entry)
    ]
    families: Counter[str] = Counter(entry.family or "(no known family)" for entry in entries)
    totals: Counter[str] = Counter()
    authorities = set()
    years: Counter[str] = Counter()
    for entry in entries:
        totals.update(entry.counts)
        authority, _, day = entry.identity.rpartition("/")
        authorities.add(authority.partition("/")[0])
        years[day[:4] if day[:4].isdecimal() else "(no date)"] += 1
    size = _size(store.folder)
    print(f"store        {store.folder} ({size / 2**20:.0f} MB; kg {__version__})")
    for line in _made_by(store):
        print(line)
    print(f"  {'tables':<20} content {_content_of_tables(store)}")
    print(f"reports      {len(entries)}, of {len(authorities)} authorities")
    _print_counts(families)
    print("by year of fieldwork")
    _print_counts(years)
    print("read from them")
    _print_counts({name: n for name, n in totals.items() if not name.startswith(PRINTED)})
    _print_owners(entries)
    return 0


def _print_counts(counts: Mapping[str, int]) -> None:
    for name, count in sorted(counts.items()):
        print(f"  {name:<20} {count:>6,}")


def _made_by(store: Store) -> Iterator[str]:
    """With which version of the program each part of the store was made."""
    from kg.analysis.saved_results import is_result

    kinds: dict[str, Counter[str]] = {"records": Counter(), "index": Counter()}
    kinds["index"][store.index_version()] += 1
    for entry in store.entries.values():
        kind = "saved results" if is_result(entry) else "records"
        kinds.setdefault(kind, Counter())[entry.version] += 1
    for kind, versions in kinds.items():
        told = []
        for version, count in sorted(versions.items()):
            said = f"kg {version}" if version else "a kg that did not say its version"
            told.append(f"{said} ({count:,})" if len(versions) > 1 else said)
        yield f"  {kind:<20} made by {', '.join(told)}"


def _content_of_tables(store: Store) -> str:
    """The beginning of the SHA-256 of the rows of all tables: the same for the same records."""
    from kg.corpus import open_corpus

    return open_corpus(store, say, thoroughly=True).content_hash()[:16]


def _print_owners(entries: Iterable[Entry]) -> None:
    """Of each family's printed lines, how many are standing text, and how many were not read."""
    from kg.ingest import PRINTED

    lines: dict[str, Counter[str]] = {}
    for entry in entries:
        owners = lines.setdefault(entry.family or "(no known family)", Counter())
        for name, count in entry.counts.items():
            if name.startswith(PRINTED):
                owners[name.removeprefix(PRINTED)] += count
    print("printed lines        standing text  furniture  unread")
    for family, owners in sorted(lines.items()):
        total = max(owners.total(), 1)
        standing, furniture = owners["standing text"] / total, owners["furniture"] / total
        print(f"  {family:<20} {standing:>10.1%} {furniture:>11.1%} {owners['unread']:>7,}")


def _size(folder: Path) -> int:
    """Bytes of all files in a folder; what has several names counts once."""
    found = (path.stat() for path in folder.rglob("*") if path.is_file())
    return sum({(each.st_dev, each.st_ino): each.st_size for each in found}.values())


def _far(args: argparse.Namespace) -> int:
    """The same of a server, as far as it can be asked."""
    from kg.corpus.catalogue import find

    far = endpoint(args)
    reports = far.select(find("tables/reports").text)
    column = {name: place for place, name in enumerate(reports.variables)}
    families = Counter(row[column["framework"]] or "(no known family)" for row in reports.rows)
    years = Counter(row[column["inspection_end"]][:4] or "(no date)" for row in reports.rows)
    authorities = {row[column["authority"]] for row in reports.rows}
    print(f"endpoint     {far.url}")
    print(f"reports      {len(reports.rows)}, of {len(authorities)} authorities")
    _print_counts(families)
    print("by year of fieldwork")
    _print_counts(years)
    print("nodes by class")
    for kind, number in far.select(CLASSES).rows:
        print(f"  {kind:<24} {int(number):>10,}")
    return 0
