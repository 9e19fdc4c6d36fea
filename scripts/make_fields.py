"""Writes all that comes from the list of fields, ontology/fields.toml.

Usage: python scripts/make_fields.py

The shapes of the fields, what may have which property, the context and schema of the JSON
documents, the columns of the tables, and the page of fields in docs/reference.
"""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import SKOS, Graph, URIRef

from kg.knowledge.recordfields import FieldList, RecordClass, RecordField, Value, record_fields
from kg.namespaces import CS, PREFIXES, VOCAB
from scripts import make_context

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "queries" / "tables"
SHAPE = "https://w3id.org/childrens-services-kg/shapes#"
MADE = (
    "# Made by scripts/make_fields.py from ontology/fields.toml: change that, and make it again.\n"
)
DATATYPES = {
    Value.TEXT: "string",
    Value.WHOLE: "integer",
    Value.NUMBER: "decimal",
    Value.DAY: "date",
    Value.BOOLEAN: "boolean",
}
NOT_EMPTY = r"\S"
WRITTEN_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#: Where the patterns of plain fields begin and end in the query of a table.
BEGIN = "  # plain fields, made from ontology/fields.toml"
END = "  # end of plain fields"
BLOCK = re.compile(rf"{re.escape(BEGIN)}\n(?:.*\n)*?{re.escape(END)}\n")
#: The head of a table's query up to what it asks: its title and description, columns, prefixes.
HEAD = re.compile(
    r"""
    \A (?P<told> (?: \#\ (?!column\ ) .* \n )+ )
    (?: \#\ column\ .* \n )+
    (?P<prefixes> \n (?: PREFIX .* \n )+ \n )
    SELECT\ [^{]*? \n (?= WHERE\ )
    """,
    re.VERBOSE,
)
#: A pipe in a cell of Markdown.
PIPE = r"\|"
WIDTH = 100


def main() -> None:
    """Write every file."""
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")
    make_context.main()


def made() -> dict[Path, str]:
    """Every file that is made here, with what stands in it."""
    fields = record_fields()
    tables = {TABLES / f"{name}.rq": table(fields, name) for name in fields.tables}
    return {
        ROOT / "shapes" / "fields.ttl": shapes(fields),
        ROOT / "shapes" / "what-has-what.ttl": what_has_what(fields),
        ROOT / "docs" / "reference" / "fields.md": page(fields),
        **tables,
    }


def shapes(fields: FieldList) -> str:
    """The shapes of the classes and of their fields."""
    blocks = [f"{MADE}#\n# What each field of a report's graph holds.  Other files add rules.\n"]
    for name, each in fields.classes.items():
        own = _shape(name, each)
        held = " ,\n        ".join(f"{own}-{key}" for key in each.fields)
        said = [
            f"{own} a sh:NodeShape",
            f"sh:name {_words(each.name)}",
            f"sh:description {_words(each.description)}",
            f"sh:targetClass {_term(name)}",
            f"sh:property {held}",
        ]
        blocks.append(_block(said))
        blocks += [
            _block([f"{own}-{key} a sh:PropertyShape", *_asked(key, field)])
            for key, field in each.fields.items()
        ]
    return _turtle(blocks + _concepts(fields))


def _asked(key: str, field: RecordField) -> list[str]:
    """What the shape of one field says."""
    said = [f"sh:name {_words(field.name)}", f"sh:path {predicate(key, field)}"]
    if field.required:
        said.append("sh:minCount 1")
    if field.maximum is not None:
        said.append(f"sh:maxCount {field.maximum}")
    (first, *others) = field.value
    if first in DATATYPES:
        said.append(f"sh:datatype xsd:{DATATYPES[first]}")
    if first == Value.TEXT:
        said.append(f"sh:pattern {_quoted(field.pattern or NOT_EMPTY)}")
    elif first == Value.DAY:
        said.append(f"sh:pattern {_quoted(WRITTEN_DAY)}")
    elif first == Value.BOOLEAN:
        said.append("sh:in ( true false )")
    elif first == Value.ONE_OF:
        said.append(f"sh:in ( {' '.join(map(_word, field.words))} )")
    elif others:
        said.append(f"sh:or ( {' '.join(map(_is, field.value))} )")
    elif first == Value.THING:
        said.append("sh:nodeKind sh:IRI")
    elif _scheme(first):
        said.append(f"sh:node {_is(first)}")
    elif first not in DATATYPES:
        said.append(f"sh:class {_term(first)}")
    bounds = (
        ("sh:minInclusive", field.least),
        ("sh:maxInclusive", field.most),
        ("sh:lessThan", field.before and _term(field.before)),
        ("sh:lessThanOrEquals", field.not_after and _term(field.not_after)),
    )
    said += [f"{name} {value}" for name, value in bounds if value is not None]
    return [*said, "sh:severity sh:Violation", f"sh:message {_words(field.message)}"]


def what_has_what(fields: FieldList) -> str:
    """Shapes for others to refer to, and of each property what has it."""
    blocks = [
        f"{MADE}#\n# What a thing is, and what may have which property: nothing is told of a thing "
        "of\n# another kind, or of none.\n"
    ]
    ones = {name: each.one for name, each in fields.classes.items()}
    for name, one in ones.items():
        if ":" not in name:
            said = [
                f"{_is(name)} a sh:NodeShape",
                f"sh:name {_words(f'Is {one}')}",
                f"sh:class cs:{name}",
            ]
            blocks.append(_block(said))
    having: dict[str, list[str]] = {}
    for name, each in fields.classes.items():
        for key, field in each.fields.items():
            having.setdefault(predicate(key, field), []).append(name)
    for property_, classes in sorted(having.items()):
        local = property_.removeprefix("cs:")
        if ":" in local or fields.elsewhere.get(local) == ():
            continue
        classes += fields.elsewhere.get(local, ())
        named = [ones.get(name, f"a {name.lower()}") for name in classes]
        (alone, *more) = classes
        said = [
            f"shape:Subject-{local} a sh:NodeShape",
            f"sh:name {_words(f'what has {property_}')}",
            f"sh:targetSubjectsOf {property_}",
            f"sh:or ( {' '.join(map(_is, classes))} )" if more else f"sh:class {_term(alone)}",
            "sh:severity sh:Violation",
            f"sh:message {_words(f'Only {_any_of(named)} has {property_}.')}",
        ]
        blocks.append(_block(said))
    return _turtle(blocks)


def table(fields: FieldList, name: str) -> str:
    """The query of a table: its columns as the list has them, what it asks as the file has it."""
    text = (TABLES / f"{name}.rq").read_text(encoding="utf-8")
    columns = fields.tables[name].columns
    head = HEAD.match(text)
    assert head, f"{name}.rq has another head than the tables have"
    asked = text[head.end() :]
    plain = _plain_patterns(fields, name, BLOCK.sub("", asked).partition("\nORDER BY")[0])
    if BLOCK.search(asked):
        asked = BLOCK.sub(lambda _: f"{BEGIN}\n{plain}{END}\n", asked)
    else:
        assert not plain, f"{name}.rq has no place for plain fields: {BEGIN.strip()}"
    meanings = "".join(f"# column {column}: {said}\n" for column, said in columns.items())
    return f"{head['told']}{meanings}{head['prefixes']}{_select(list(columns))}\n{asked}"


def _plain_patterns(fields: FieldList, name: str, asked: str) -> str:
    """Lines for the columns that are plain fields and that the query does not bind itself."""
    lines = []
    for each in fields.classes.values():
        for key, field in each.fields.items() if each.table == name else ():
            if field.column is None or re.search(rf"\?{field.column}\b", asked):
                continue
            assert field.plain, f"{name}.rq: {field.column} is no plain field: write its pattern"
            pattern = f"?{_row(asked)} {predicate(key, field)} ?{field.column}"
            lines.append(f"  {pattern} .\n" if field.required else f"  OPTIONAL {{ {pattern} }}\n")
    return "".join(lines)


def _row(asked: str) -> str:
    """The variable of what a row is about: the first that is said to be of a class."""
    found = re.search(r"\?(\w+) (?:cs:partOf \?report ; )?a cs:", asked)
    assert found
    return found[1]


def _select(columns: list[str]) -> str:
    lines = ["SELECT"]
    for column in columns:
        if len(lines[-1]) + len(column) + 2 > WIDTH:
            lines.append("      ")
        lines[-1] += f" ?{column}"
    return "\n".join(lines)


def page(fields: FieldList) -> str:
    """The page of fields: for each class what its fields mean, hold, and where they appear."""
    ontology = Graph().parse(ROOT / "ontology" / "children-services-kg.ttl")
    lines = [
        "# Fields",
        "",
        "What is read from a report, class by class. Made by scripts/make_fields.py from [the list "
        "of fields](../../ontology/fields.toml) and [the ontology]"
        "(../../ontology/children-services-kg.ttl); [how to add one](../how-to-add-a-field.md).",
    ]
    for name, each in fields.classes.items():
        told = f"{each.description}" + (
            f" The table `{each.table}` has a row for each." if each.table else ""
        )
        lines += ["", f"## {_term(name)}", "", told, ""]
        lines += ["| property | how many | what | column | meaning |", "|---|---|---|---|---|"]
        for key, field in each.fields.items():
            property_ = predicate(key, field)
            iri = URIRef(CS + property_.removeprefix("cs:"))
            meaning = ontology.value(iri, SKOS.definition) or field.name
            held = ", ".join(field.words or field.value)
            column = f"`{field.column}`" if field.column else ""
            lines.append(f"| `{property_}` | {field.count} | {held} | {column} | {meaning} |")
    lines += ["", "## Columns", "", "The queries in `queries/tables/`, column by column."]
    for name, each in fields.tables.items():
        lines += ["", f"### {name}", "", "| column | meaning |", "|---|---|"]
        lines += [
            f"| `{column}` | {said.replace('|', PIPE)} |" for column, said in each.columns.items()
        ]
    return "\n".join(lines) + "\n"


def predicate(key: str, field: RecordField) -> str:
    """The property of a field, with its prefix."""
    return _term(field.predicate or key)


def _term(name: str) -> str:
    return name if ":" in name else f"cs:{name}"


def _shape(name: str, each: RecordClass) -> str:
    return f"shape:{each.shape or name}"


def _is(name: str) -> str:
    """The shape of what is of a class, or a concept of a scheme, for others to refer to."""
    scheme = _scheme(name)
    return f"shape:ConceptOf-{scheme}" if scheme else f"shape:Is{name.rpartition(':')[2]}"


def _scheme(name: str) -> str:
    """The scheme of which a value is a concept ("theme" of "vocab:theme"), "" if it is of none."""
    return name.removeprefix("vocab:") if name.startswith("vocab:") else ""


def _concepts(fields: FieldList) -> list[str]:
    """For each scheme whose concepts are values, the shape of these."""
    schemes = {
        scheme
        for each in fields.classes.values()
        for field in each.fields.values()
        for value in field.value
        if (scheme := _scheme(value))
    }
    blocks = []
    for scheme in sorted(schemes):
        own, words = f"shape:ConceptOf-{scheme}", scheme.replace("-", " ")
        message = _words(f"It is no concept of the vocabulary {scheme!r}.")
        blocks.append(
            _block(
                [
                    f"{own} a sh:NodeShape",
                    f"sh:name {_words(f'Concept of {words}')}",
                    f"sh:description {_words(f'A concept of the vocabulary {scheme!r}.')}",
                    f"sh:property {own}-scheme",
                ]
            )
        )
        blocks.append(
            _block(
                [
                    f"{own}-scheme a sh:PropertyShape",
                    f"sh:name {_words('its vocabulary')}",
                    "sh:path skos:inScheme",
                    f"sh:hasValue <{VOCAB}{scheme}>",
                    "sh:severity sh:Violation",
                    f"sh:message {message}",
                ]
            )
        )
    return blocks


def _word(word: str) -> str:
    prefix, colon, rest = word.partition(":")
    return f"<{VOCAB}{rest}>" if colon and prefix == "vocab" else _quoted(word)


def _any_of(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1] if names[1:] else names[0]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(text: str) -> str:
    return f"{_quoted(text)}@en"


def _block(said: list[str]) -> str:
    return " ;\n    ".join(said) + " .\n"


def _turtle(blocks: list[str]) -> str:
    """The first block is a comment; the prefixes that are used come after it."""
    known = {**PREFIXES, "shape": SHAPE, "sh": "http://www.w3.org/ns/shacl#"}
    body = "\n".join(blocks[1:])
    used = [name for name in sorted(known) if re.search(rf"(?<![\w:]){name}:\w", body)]
    prefixes = "".join(f"@prefix {name}: <{known[name]}> .\n" for name in used)
    return f"{blocks[0]}\n{prefixes}\n{body}"


if __name__ == "__main__":
    main()
