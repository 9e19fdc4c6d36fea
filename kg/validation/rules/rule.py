"""What a rule is: a sentence that holds of every record, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.namespaces import BASE
from kg.shacl.terms import LANG_STRING, XSD_STRING, datatype_of, text_of
from kg.validation.rules.graphview import GraphView, term
from kg.validation.violations import Severity, Violation

#: What rules are named under: the IRI of a rule is this and its code.
RULES = BASE + "rules#"
#: What a rule looks at.
Checked = TypeVar("Checked")


@dataclass(frozen=True, slots=True)
class Broken:
    """One place at which a rule does not hold."""

    #: the thing that is wrong, a term
    focus: str
    #: the property that is wrong, as a prefixed name; "" if it is the thing as a whole
    property: str = ""
    #: the wrong value, a term; "" where the fault is that there is none
    value: str = ""
    #: source name of the report, where several are looked at
    source: str = ""


def wrong(view: GraphView, thing: str, name: str) -> Broken:
    """A thing with the value that it has for a property, where that value is wrong."""
    return Broken(thing, name, view.value(thing, name))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Checked]):
    """One rule.  What it looks at is a record, the vocabulary, or a whole store."""

    #: words joined by hyphens, the end of its IRI
    code: str
    #: the rule in plain English, as it is printed where it is broken
    message: str
    check: Callable[[Checked], Iterator[Broken]]
    severity: Severity = Severity.VIOLATION

    def broken_by(self, checked: Checked) -> Iterator[Violation]:
        """Each place at which the rule is broken."""
        for broken in self.check(checked):
            value = broken.value
            datatype = datatype_of(value) if value else ""
            yield Violation(
                severity=self.severity,
                shape=RULES + self.code,
                name=self.code.replace("-", " "),
                message=self.message,
                focus=text_of(broken.focus),
                path=term(broken.property) if broken.property else "",
                value=text_of(value) if value else "",
                datatype=XSD_STRING if datatype == LANG_STRING else datatype,
                component="RuleConstraintComponent",
                source=broken.source,
            )
