"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from kg.analysis import Parameter


def add_store(parser: argparse.ArgumentParser) -> None:
    """``--store DIR``: default ``kg-store`` or the environment variable ``KG_STORE``."""
    parser.add_argument(
        "--store",
        metavar="DIR",
        type=_folder,
        default=Path(os.environ.get("KG_STORE") or "kg-store"),
        help="folder of the store (default: kg-store, or the environment variable KG_STORE)",
    )


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("an empty name; give the folder of a store")
    return Path(text)


def positive(text: str) -> int:
    """A whole number of at least 1, for ``type=``."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


#: What is said of ``--format`` where rows are printed.
TABLE = "default: table, cut to the width of a terminal; in a pipe or file no cell is cut"
#: How an authority may be given; `kg.corpus.naming` has the whole.
AUTHORITY = (
    "name, short name, code, or the end of its IRI; a year behind it means the one of then: "
    "dorset@2015"
)


def add_parameters(parser: argparse.ArgumentParser) -> None:
    """``-p NAME=VALUE``, any number of times; see `given_parameters`."""
    parser.add_argument(
        "-p",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="the value of a parameter; may be given several times; for an authority: " + AUTHORITY,
    )


def list_parameters(parameters: Iterable[Parameter], width: int) -> None:
    """Print the parameters of what is named in a column of this width."""
    for each in parameters:
        default = f" (default: {each.default})" if each.default else ""
        print(f"{'':<{width}}    -p {each.name}=...  {each.meaning}{default}")


def given_parameters(args: argparse.Namespace) -> dict[str, str]:
    """The values of ``-p`` by name.  Raises `QueryError` for one without "=" or given twice."""
    given: dict[str, str] = {}
    for parameter in args.parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise QueryError(f"-p {parameter}: write it as NAME=VALUE")
        if name in given:
            raise QueryError(f"-p {parameter}: {name} is given twice")
        given[name] = value
    return given


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """``--quiet``: no progress and no summary."""
    parser.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")


def add_knowledge(parser: argparse.ArgumentParser) -> None:
    """``--vocabulary`` and ``--profile``: what the user knows besides the package."""
    parser.add_argument(
        "--vocabulary",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a Turtle file of further authorities or frameworks; may be given several times",
    )
    parser.add_argument(
        "--profile",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="a TOML file that says how a further family of report is printed",
    )


def add_corrections(parser: argparse.ArgumentParser) -> None:
    """``--corrections FILE``: what people answered to problems."""
    parser.add_argument(
        "--corrections",
        metavar="FILE",
        type=Path,
        help="a corrections file (default: each corrections.csv beside the reports)",
    )


def add_manifest(parser: argparse.ArgumentParser) -> None:
    """``--manifest FILE``: where the reports were published."""
    parser.add_argument(
        "--manifest",
        metavar="FILE",
        type=Path,
        help="a CSV file that says where each report was published (default: each manifest.csv "
        "beside the reports)",
    )


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Around the writing of a file or folder.  Raises `StoreError` if it cannot be written.

    The folder that it is to stand in is made if it is missing, and that is said: a slip of the pen
    in a path is then seen.
    """
    try:
        missing = [folder for folder in out.absolute().parents if not folder.exists()]
        if missing:
            missing[0].mkdir(parents=True)
            say(f"made the folder {out.parent}")
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(f"{out}: cannot be written ({error.strerror})") from error


def write_file(out: Path, content: bytes, *, quiet: bool = False) -> None:
    """Write a file whole, "-" for standard output, and say so.  Raises `StoreError`."""
    from kg.exports.files import output

    with writing(out), output(out) as stream:
        stream.write(content)
    if not quiet and str(out) != "-":
        say(f"wrote {out}")


#: What would end a line, change it, or be no text: control characters, halves of a pair.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def say(text: str) -> None:
    """One line to standard error, whatever a file's name holds."""
    print(UNPRINTABLE.sub(lambda found: repr(found[0])[1:-1], text), file=sys.stderr)
