"""What is said of a fault where the shape says nothing."""

from __future__ import annotations

from collections.abc import Mapping

#: local name of a component, without its ending -> what is wrong; {it} is the value or the node,
#: {path} what the values stand at
SENTENCES: Mapping[str, str] = {
    "MinCount": "There are too few values of {path}.",
    "MaxCount": "There are too many values of {path}.",
    "Class": "{it} is not of the class that it has to be of.",
    "Datatype": "{it} is not of the datatype that it has to be of, or its text is none of it.",
    "NodeKind": "{it} is of the wrong kind.",
    "MinInclusive": "{it} is less than allowed, or cannot be compared.",
    "MinExclusive": "{it} is not more than allowed, or cannot be compared.",
    "MaxInclusive": "{it} is more than allowed, or cannot be compared.",
    "MaxExclusive": "{it} is not less than allowed, or cannot be compared.",
    "MinLength": "{it} is too short, or is no text.",
    "MaxLength": "{it} is too long, or is no text.",
    "Pattern": "{it} does not match the pattern.",
    "LanguageIn": "{it} is in none of the languages that are allowed.",
    "UniqueLang": "Several values of {path} are in one language.",
    "Equals": "{it} is a value of one property and not of the other.",
    "Disjoint": "{it} is a value of the other property as well.",
    "LessThan": "{it} is not less than a value of the other property, or cannot be compared.",
    "LessThanOrEquals": "{it} is more than a value of the other property, or cannot be compared.",
    "In": "{it} is none of those that are allowed.",
    "HasValue": "A value that has to be there is missing.",
    "Closed": "There is {path}, which the shape does not have.",
    "Node": "{it} does not conform to the other shape.",
    "Not": "{it} conforms to a shape that it must not conform to.",
    "And": "{it} does not conform to all of the shapes.",
    "Or": "{it} conforms to none of the shapes.",
    "Xone": "{it} does not conform to exactly one of the shapes.",
    "QualifiedMinCount": "There are too few values of {path} that conform to the other shape.",
    "QualifiedMaxCount": "There are too many values of {path} that conform to the other shape.",
}


def sentence(component: str, path: str, shape: str) -> str:
    """What is wrong, and by which shape.

    >>> sentence("MinCountConstraintComponent", "<p>", "S")
    'There are too few values of <p>. (S)'
    """
    said = SENTENCES.get(component.removesuffix("ConstraintComponent"), "It breaks the rule.")
    return f"{said.format(it=f'A value of {path}' if path else 'It', path=path)} ({shape})"
