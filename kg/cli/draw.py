"""``kg draw``: pictures, and networks as files for other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import (
    add_parameters,
    add_quiet,
    given_parameters,
    list_parameters,
    say,
    write_file,
)
from kg.cli.source import add_asked, corpus, given_authority

NAME = "draw"
HELP = "draw a picture, or write a network for Gephi and its like"
DESCRIPTION = """\
Draws a picture; without NAME, lists them. The ending of OUT says what is written: .svg or .png;
for a picture that shows a network also .graphml, .gexf (with places and colours), .cyjs
(Cytoscape) or .dot, which hold the whole network.
The same store gives the same bytes.
"""
EXAMPLE = """\
example:
  kg draw
  kg draw tile-map map.svg
  kg draw timeline northmoor.png -p authority=northmoor
  kg draw heat-map years.png -p by=year
  kg draw theme-network themes.gexf -p least=2
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a picture")
    parser.add_argument(
        "out", nargs="?", metavar="OUT", type=Path, help="the file to write, or - with --format"
    )
    add_parameters(parser)
    parser.add_argument(
        "--format",
        metavar="ENDING",
        help="svg, png, graphml, gexf, cyjs or dot, whatever OUT ends in",
    )
    add_asked(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    """Exit status 2 if there is no such picture, or nothing to draw it from."""
    from kg.errors import QueryError
    from kg.pictures import drawing

    if args.name is None:
        return _list()
    chosen = drawing(args.name)
    if args.out is None:
        raise QueryError(f"give a file to write, such as {args.name}.svg")
    ending = _ending(args)
    found, given = corpus(args), given_parameters(args)
    if any(each.name == "authority" for each in chosen.parameters):
        given_authority(found, given, quiet=args.quiet)
    picture = chosen.picture(found, given)
    content = _content(args.name, picture, ending)
    write_file(args.out, content, quiet=args.quiet)
    if not args.quiet and str(args.out) != "-":
        for note in picture.notes:
            say(note)
    return 0


def _list() -> int:
    from kg.pictures import NAMES, drawing

    width = max(map(len, NAMES))
    for chosen in map(drawing, NAMES):
        print(f"{chosen.name:<{width}}  {chosen.title}")
        list_parameters(chosen.parameters, width)
    return 0


def _ending(args: argparse.Namespace) -> str:
    from kg.errors import QueryError
    from kg.exports.networks import NETWORK_FORMATS
    from kg.pictures import IMAGES

    ending = (args.format or args.out.suffix).lstrip(".").lower()
    if ending not in (*IMAGES, *NETWORK_FORMATS):
        what = f"{args.out}: " if not args.format else ""
        have = ", ".join([*IMAGES, *NETWORK_FORMATS])
        raise QueryError(f"{what}{ending or 'no ending'} is not a format; take one of: {have}")
    return str(ending)


def _content(name: str, picture: object, ending: str) -> bytes:
    from kg.errors import QueryError
    from kg.exports.networks import NETWORK_FORMATS, network
    from kg.pictures import Picture, render

    assert isinstance(picture, Picture)
    if ending not in NETWORK_FORMATS:
        return render(picture, ending)
    if picture.graph is None:
        raise QueryError(f"{name} shows no network; it can be written as svg or png")
    return network(picture.graph(), ending)
