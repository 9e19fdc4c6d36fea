"""The catalogue of questions: the files in ``queries/``, each described in its own head.

The head of a file is comments::

    # title: The latest overall grade of each authority
    # description: The latest inspection that gave one.
    #   A description may go on.
    # param authority: authority example northmoor: the authority
    # param before: date default 2030-01-01: the day
    # column authority: short name

Values of parameters are never pasted into a query as they come: each becomes one finished term of
its type (see `bind`), which `kg.store.sparql.with_values` binds to its variable, in a store and at
an endpoint alike.  A date may be ``today``.  A parameter must stand outside of sub-selects.

What finds few things stands first in a pattern and OPTIONAL last: patterns after an OPTIONAL are
joined to everything that they match in the whole graph, which takes seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.corpus import resolve
from kg.corpus.servicecalls import refuse_calls
from kg.errors import KnowledgeError, QueryError
from kg.knowledge.resources import folder
from kg.store import Answers
from kg.store.sparql import form
from kg.text.suggest import did_you_mean

XSD = "http://www.w3.org/2001/XMLSchema#"

HEAD = re.compile(r"#\s*(?P<key>title|description|param|column)\s*:?\s+(?P<rest>.*)")
#: "authority: authority example northmoor: the authority"
PARAM = re.compile(
    r"(?P<name>\w+):\s*(?P<type>\w+)(?:\s+default\s+(?P<default>[^:]*?))?"
    r"(?:\s+example\s+(?P<example>[^:]*?))?\s*:\s*(?P<meaning>.*)"
)
COLUMN = re.compile(r"(?P<name>\w+):\s*(?P<meaning>.*)")
#: Letters of a value that a message shows.
SHOWN = 60
TYPES = ("string", "date", "integer", "decimal", "authority", "notation")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query: the variable it binds, its type and what it means."""

    name: str
    type: str
    default: str | None
    example: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question of the catalogue."""

    name: str
    path: Path
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    #: column name -> meaning
    columns: Mapping[str, str]
    text: str


def load_catalogue() -> dict[str, Query]:
    """All questions by name, the tables of the contract as ``tables/...``."""
    root = folder("queries")
    paths = sorted(root.rglob("*.rq"))
    return {_name(path, root): read_query(path, _name(path, root)) for path in paths}


def find(name: str) -> Query:
    """A question by its name, or by the path of a file.  Raises `QueryError`."""
    if form(name) and "{" in name:
        raise QueryError(
            "the text of a query was given, not a name: put it into a file that ends in .rq, and "
            "give the name of that"
        )
    path = Path(name)
    if path.suffix == ".rq":
        if not path.is_file():
            raise QueryError(f"{name}: no such file")
        query = read_query(path, path.stem)
        if not form(query.text):
            raise QueryError(
                f"{name}: holds no question; write one that begins with SELECT, ASK, CONSTRUCT or "
                "DESCRIBE (kg queries NAME shows one of the catalogue)"
            )
        refuse_calls(query.text)
        return query
    if path.exists():
        raise QueryError(f"{name}: a file with a query must end in .rq")
    catalogue = load_catalogue()
    if name in catalogue:
        return catalogue[name]
    raise QueryError(f"there is no query {name!r}{did_you_mean(name, catalogue)}; see: kg queries")


def read_query(path: Path, name: str) -> Query:
    """A query file.  Raises `KnowledgeError` if its head cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}") from error
    title, description = "", []
    parameters: list[Parameter] = []
    columns: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = HEAD.match(line)
        if match is None:
            if key == "description":
                description.append(line.lstrip("# "))
            continue
        key, rest = match["key"], match["rest"].strip()
        if key == "title":
            title = rest
        elif key == "description":
            description.append(rest)
        elif key == "param":
            parameters.append(_parameter(rest, path))
        elif found := COLUMN.fullmatch(rest):
            columns[found["name"]] = found["meaning"]
    return Query(name, path, title or name, " ".join(description), tuple(parameters), columns, text)


def bind(query: Query, given: Mapping[str, str], asked: Answers) -> dict[str, str]:
    """The N-Triples term of each parameter; names and codes are those that ``asked`` knows.

    Raises `QueryError` for a parameter that the query does not have, one that is missing, or a
    value that is not of its type.
    """
    names = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in names:
            have = ", ".join(sorted(names)) or "none"
            raise QueryError(
                f"{query.name} has no parameter {name!r}{did_you_mean(name, names)}; it has: {have}"
            )
    bound = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            example = f" (for example {parameter.example})" if parameter.example else ""
            raise QueryError(f"{query.name} needs -p {parameter.name}=...{example}")
        bound[parameter.name] = _term(query, parameter, value, asked)
    return bound


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix()


def _parameter(rest: str, path: Path) -> Parameter:
    match = PARAM.fullmatch(rest)
    if match is None or match["type"] not in TYPES:
        raise KnowledgeError(
            f"{path}: cannot read the parameter {rest!r}; see kg/corpus/catalogue.py"
        )
    return Parameter(
        match["name"], match["type"], match["default"], match["example"], match["meaning"]
    )


def _term(query: Query, parameter: Parameter, value: str, asked: Answers) -> str:
    shown = value if len(value) <= SHOWN else f"{value[:SHOWN]}..."
    where = f"{query.name}: {parameter.name}={shown}"
    if parameter.type == "integer":
        if not re.fullmatch(r"-?[0-9]{1,18}", value):
            raise QueryError(f"{where}: must be a whole number of at most 18 digits")
        return f'"{int(value)}"^^<{XSD}integer>'
    if parameter.type == "decimal":
        if not re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", value):
            raise QueryError(f"{where}: must be a number, such as 0.5")
        return f'"{value}"^^<{XSD}decimal>'
    if parameter.type == "date":
        try:
            day = date.today() if value == "today" else date.fromisoformat(value)
        except ValueError as error:
            raise QueryError(f"{where}: must be a day, written YYYY-MM-DD, or today") from error
        return f'"{day}"^^<{XSD}date>'
    if parameter.type == "authority":
        return f"<{resolve.authority(asked, value)}>"
    from kg.rdf.terms import text

    if parameter.type == "notation":
        # a parameter is named after the vocabulary that its codes are of
        return text(resolve.notation(asked, value, parameter.name))
    return text(value)
