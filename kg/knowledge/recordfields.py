"""The fields of what is read from a report, from the one list of them: ``ontology/fields.toml``.

The head of that file says what each key means, and what is made from the list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from kg.knowledge.resources import folder
from kg.knowledge.typed import KeyPlace, read_toml, read_typed

FILE = "fields.toml"
#: "1", "0..1", "0..*"
COUNT = re.compile(r"(?P<least>[01]) (?: \.\. (?P<most> \* | [1-9] ) )?", re.VERBOSE)


class Value(StrEnum):
    """What the values of a field may be, besides things of a class."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "day"
    BOOLEAN = "true or false"
    ONE_OF = "one of"
    #: any thing, of whichever class
    THING = "thing"


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: a property of a class, what its values are, and where else it appears."""

    name: str
    #: how many values one thing has: "1", "0..1", "0..*"
    count: str
    #: a `Value`, or the classes of which each value is one
    value: tuple[str, ...]
    #: what is said of a value that is not so
    message: str
    #: the property, if it is not that of the ontology with the field's key
    predicate: str | None = None
    #: the name in documents, if it is neither the key nor the property's
    term: str | None = None
    #: the words of "one of"
    words: tuple[str, ...] = ()
    #: what a text must match
    pattern: str | None = None
    #: the smallest and the largest number
    least: int | None = None
    most: int | None = None
    #: a property of the same thing whose value is greater, or is not smaller
    before: str | None = None
    not_after: str | None = None
    #: where `kg.reports` holds it, if it is written into the graph as it is
    attribute: str | None = None
    #: the column of the class's table
    column: str | None = None
    #: what ``kg diff`` calls it, None if no reader minds a change of it
    compared: str | None = None

    def fault(self) -> tuple[str, str] | None:
        """What no type can say: the count is one, and what is asked fits the values."""
        if not COUNT.fullmatch(self.count):
            return "count", f'is {self.count!r}; write "1", "0..1" or "0..*"'
        if bool(self.words) != (self.value == (Value.ONE_OF,)):
            return "words", "belong to the value 'one of', and to no other"
        if self.pattern and self.value != (Value.TEXT,):
            return "pattern", "is for the value 'text'"
        if (self.least, self.most) != (None, None) and self.value[0] not in (
            Value.WHOLE,
            Value.NUMBER,
        ):
            return "least", "and most are for the values 'whole number' and 'number'"
        if self.attribute and not self.plain:
            return "attribute", "is for plain values; things are written in kg/rdf/"
        return None

    @property
    def required(self) -> bool:
        """Whether each thing of the class has a value."""
        return self.count.startswith("1")

    @property
    def maximum(self) -> int | None:
        """The largest number of values, None if there is none."""
        most = self.count.rpartition(".")[2]
        return None if most == "*" else int(most)

    @property
    def plain(self) -> bool:
        """Whether its values are texts, numbers, days or truths, and no things."""
        own = self.value[0] in set(Value) - {Value.THING}
        return own and not any(":" in word for word in self.words)


@dataclass(frozen=True, slots=True)
class RecordClass:
    """A class of things in a report's graph, and its fields by their keys."""

    name: str
    #: what messages call one of it: "a recommendation"
    one: str
    description: str
    #: the name in its shape's IRI, if it is not that of the class
    shape: str | None = None
    #: its list in a JSON document of a report
    key: str | None = None
    #: the table that has a row for each
    table: str | None = None
    #: what ``kg diff`` calls one of it
    compared: str | None = None
    fields: Mapping[str, RecordField] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of one table in order, with what they mean."""

    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldList:
    """The whole list."""

    #: class of the ontology (without prefix) or of another vocabulary ("prov:SoftwareAgent")
    classes: Mapping[str, RecordClass]
    #: property -> classes outside this list that have it; none named: anything may have it
    elsewhere: Mapping[str, tuple[str, ...]]
    #: name in documents -> property of another vocabulary that is no field
    terms: Mapping[str, str]
    tables: Mapping[str, TableColumns]

    def parts(self) -> dict[str, str]:
        """Class of what is part of a report -> its key in a document, in the document's order."""
        return {name: each.key for name, each in self.classes.items() if each.key}


@cache
def record_fields() -> FieldList:
    """The list that comes with the package, read once a process.  Raises `KnowledgeError`."""
    return read_fields(folder("ontology") / FILE)


def read_fields(path: Path) -> FieldList:
    """The list in a file.  Raises `KnowledgeError` of one line: file, place, what is wrong.

    A field names a column of its class's table only, and each key of a document one class only.
    """
    found = read_typed(FieldList, read_toml(path), KeyPlace(str(path)))
    for name, each in found.classes.items():
        place = KeyPlace(str(path)).key("classes").key(name)
        if each.table and each.table not in found.tables:
            raise place.key("table").unknown(each.table, found.tables)
        columns = found.tables[each.table].columns if each.table else {}
        for key, said in each.fields.items():
            if said.column and said.column not in columns:
                raise place.key("fields").key(key).key("column").unknown(said.column, columns)
    return found
