"""How inspectors are printed: their names, and the titles and labels beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge.inspectorroles import InspectorPart, InspectorWords
from kg.text.phrases import PhraseMatcher, any_of, comparable

#: A capital letter, with or without an accent.
_CAPITAL = r"(?-i: [A-Z\u00c0-\u00dd\u0100-\u017d] )"
#: One word of a name: "Anne-Marie", "Anna-lise", "O’Neill", "d’Arcy", "J", "J.P.", "Gelé", "St.".
_WORD = rf"""
    (?: (?: {_CAPITAL}\. )+ (?=\s) | St\.(?=\s) | (?:[dD][\u2019'])? {_CAPITAL} [\w\u2019']* )
    (?: -(?: (?-i: [a-z]) | \s? {_CAPITAL} ) [\w\u2019']* )*
"""
#: A courtesy title, which is no part of a name.
_COURTESY = r"(?: (?:Dr|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Prof|Professor) \.?[ ] )?"
#: Small words inside a family name: "van der Holt", "de la Mare".
_PARTICLE = r"""
    (?-i: de | del | della | der | den | des | di | da | das | dos | du | la | le | van | von | zu
        | ter | ten | te | of | bin | ibn | al | el | ap | y )
"""
#: How many are so called: "all of whom are Her Majesty’s Inspectors", "two of Her Majesty’s ...".
_HOW_MANY = r"(?: (?:all|both|two|three|four|five|six) [ ] (?:of [ ])? (?:whom [ ] are [ ])? )?"


@dataclass(frozen=True)
class InspectorForms:
    """The expressions, made once of a vocabulary."""

    #: two to five words with a capital, of which none is a title's, particles between them
    name: re.Pattern[str]
    #: the same, which may go on in the next block
    over_lines: re.Pattern[str]
    #: one or more words of titles behind a name: ", HMI, Ofsted lead inspector"
    title: re.Pattern[str]
    #: the same before a name: "Her Majesty’s Inspectors Jo Marsh and ...", "Shadow inspector: Jo"
    title_before: re.Pattern[str]
    #: a label that goes before other names: "Team inspectors (all HMI):"
    label: re.Pattern[str]
    #: the label of the lead in a report of no known family
    lead: re.Pattern[str]
    _told: PhraseMatcher
    _parts: dict[str, InspectorPart]

    def parts(self, called: str) -> set[InspectorPart]:
        """What the words before a name say that its bearer is: "Deputy lead" is of the team."""
        return {self._parts[match.phrase] for match in self._told.find(called)}


@lru_cache(maxsize=4)
def inspector_forms(words: InspectorWords) -> InspectorForms:
    """The expressions for a vocabulary."""
    told = {comparable(word): role.part for role in words.roles for word in role.words}
    role = any_of((*words.title_words, *told))
    role = rf"(?: {role} (?:\s\( {role} \)){{0,2}} )"
    label = rf"(?: {role} [ ]? )+ (?: \([^)\n]*\) )? \s* :"
    word = rf"(?! {role} ) {_WORD}"
    name = rf"""
        {_COURTESY}
        (?P<name> {word}
          (?: [ ] (?: {_PARTICLE} [ ] ){{0,3}} {word} ){{1,4}} )
    """
    # the next label of a list set in one paragraph is no title: "Deputy lead inspector:"
    titled = rf"(?! {label} ) {role}"
    leads = [
        label for role in words.roles if role.part is InspectorPart.LEAD for label in role.labels
    ]
    return InspectorForms(
        name=_compiled(name),
        over_lines=_compiled(name.replace("[ ]", r"[ \n]")),
        title=_compiled(
            rf"""
            [\s,(\u2013-]* {_HOW_MANY}
            (?P<title> {titled} (?: [ ,]{{1,3}} {titled} )* )
            \)? (?: [ ] \([^)\n]{{2,30}}\) )?
            """
        ),
        title_before=_compiled(rf"(?: {role} [\s,:]{{1,3}} )+"),
        label=_compiled(rf"\s* {label}"),
        lead=_compiled(rf"{any_of(leads, plurals=True)} \s?:?\s"),
        _told=PhraseMatcher(told, plurals=False),
        _parts=told,
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I | re.X)
