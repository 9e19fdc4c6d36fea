"""``kg queries``: the catalogue of questions."""

from __future__ import annotations

import argparse

NAME = "queries"
HELP = "list the questions of the catalogue"
DESCRIPTION = "Lists the questions that kg query can ask, or shows one of them whole."
EXAMPLE = """\
example:
  kg queries
  kg queries told-to
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("name", nargs="?", help="show this one: parameters, columns, SPARQL")


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no such query."""
    from kg.corpus.catalogue import find, load_catalogue

    if args.name:
        query = find(args.name)
        print(f"{query.name}: {query.title}\n\n{query.description}\n")
        for parameter in query.parameters:
            extra = f", default {parameter.default}" if parameter.default else ""
            extra += f", for example {parameter.example}" if parameter.example else ""
            print(f"  -p {parameter.name}=...  {parameter.meaning} ({parameter.type}{extra})")
        print("\ncolumns")
        for column, meaning in query.columns.items():
            print(f"  {column:<20} {meaning}")
        body = [line for line in query.text.splitlines() if not line.startswith("#")]
        print("\n" + "\n".join(body).strip())
        return 0
    catalogue = load_catalogue()
    width = max(len(name) for name in catalogue)
    for name, query in sorted(catalogue.items(), key=lambda pair: ("/" in pair[0], pair[0])):
        needs = " ".join(f"-p {parameter.name}=" for parameter in query.parameters)
        print(f"{name:<{width}}  {query.title}{f'  [{needs}]' if needs else ''}")
    return 0
