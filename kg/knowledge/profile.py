"""How a family of report is printed: one TOML file a family, as values checked when it is loaded.

Each dataclass here is one table of the file, and each field one key.  To give profiles a new key,
add the field, with its type and a comment: the reader in `kg.knowledge.typed` needs no more.
(Words that only a vocabulary knows are held against it in `kg.reports.profile`.)
What a family *means* (strands, grades, dates) is not here but in the framework's vocabulary file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from kg.knowledge.choices import About, Kind, ListForm
from kg.knowledge.sectionkinds import SectionKind
from kg.knowledge.stepforms import EarlierForm, NextStepForm, StatementForm
from kg.knowledge.typed import NOT_A_KEY, GradePattern, Groups

#: Where a judgement's sentence may stand besides the sections of a kind.
FRONT, HEADINGS, BODY = "front", "headings", "body"

Pattern = re.Pattern[str]
#: One regular expression, or a list of which the first that matches counts.
Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class FamilyForm:
    """``[family]``: which reports are of the family."""

    #: the family's code, as in the frameworks' vocabulary files
    code: str
    #: the title, matched at the start of a block near the front
    title: Pattern
    #: a title that the family may have; witnesses then decide
    title_in_doubt: Pattern | None = None
    #: what reports of the family, and of no other, print on their first pages
    witnesses: Patterns = ()
    #: of two profiles whose titles match, the one with the higher number is meant
    priority: int = 0

    def fault(self) -> tuple[str, str] | None:
        """A title that an empty text has would take every report."""
        if self.title.match(""):
            return "title", "matches an empty text; it must ask for words"
        if self.title_in_doubt and self.title_in_doubt.match(""):
            return "title_in_doubt", "matches an empty text; it must ask for words"
        return None


@dataclass(frozen=True, slots=True)
class HeaderForm:
    """``[header]``: what stands on the cover, or in the opening of a letter."""

    #: the title may run over so many blocks
    title_lines: int = 1
    #: an authority's name on the line above belongs to the title
    name_in_title: bool = False
    #: where the authority is named
    authority: Annotated[Patterns, Groups(("authority",))] = ()
    #: where it is named a second time: a sentence of the front, a running header or footer
    authority_again: Annotated[Patterns, Groups(("authority",))] = ()
    #: what stands before the dates of fieldwork
    dates: Patterns = ()
    #: what stands before them in the prose of a letter
    prose_dates: Patterns = ()
    #: what says, in a sentence before its dates, that they are those of another visit
    other_dates: Patterns = ()
    #: what stands before the day of publication
    published: Patterns = ()
    #: most reports of the family print no day of publication: that there is none is no problem
    published_rare: bool = False
    #: a letter is published on the day that it bears
    letter_date: bool = False
    #: a period of fieldwork is at most so many days
    visit_days: int | None = None
    #: from the first day of fieldwork to the last, all periods together
    fieldwork_days: int | None = None
    #: a report is published at most so many days after its fieldwork
    published_days: int | None = None
    #: the theme of a joint targeted area inspection
    theme: Annotated[Patterns, Groups(("theme",))] = ()
    #: notation of a variant -> the title of its reports
    variants: Mapping[str, Pattern] = field(default_factory=dict)
    #: fieldwork of at most so many days makes an inspection a short one
    short_days: int | None = None


@dataclass(frozen=True, slots=True)
class InspectorsForm:
    """``[inspectors]``: where the inspectors are named."""

    #: the heading under which the team stands
    under: Patterns = ()
    #: what stands before the lead inspector
    lead: Patterns = ()
    #: what stands before the others
    team: Patterns = ()
    #: the head of a table of inspectors
    table: Patterns = ()
    #: what tells the lead inspector in such a table
    lead_word: Patterns = ()
    #: the line under which a letter is signed
    signature: Patterns = ()
    #: every report of the family names a lead inspector, or is signed by one
    lead_always: bool = False
    #: the sentence of a letter that names the inspectors
    prose: Annotated[Patterns, Groups(("names",))] = ()


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """``[[sections.heading]]``: one heading of the report's body."""

    #: the whole heading, a final mark aside
    match: Pattern
    #: what the section is
    kind: str | None = None
    #: the strand that it is about, if it is about one
    strand: str | None = None
    #: whom it and all that follow are about
    about: About | None = None
    #: what the report calls the items of a list under it
    items: Kind | None = None
    #: a heading inside the section before it
    topic: bool = False
    #: kind and strand of the section before it, where not given
    inherit: bool = False
    #: set like a heading, but none: a grade in its box
    ignore: bool = False
    #: a heading also where it stands beside other text
    plain: bool = False
    #: a heading only where it is set as one, or where it reads like ``unset``
    styled: bool = False
    unset: Pattern | None = None
    #: other wordings of it: taken, and told
    loose: Pattern | None = None
    #: its words; a heading that is nearly the same is taken, and told
    like: tuple[str, ...] = ()
    #: a box set in from the text: what stands at the text's edge behind it goes on with the
    #: section before it
    box: bool = False
    #: a sentence: on the cover it opens no section
    states: bool = False
    #: headings of these kinds are inside it, and of its kind
    holds: tuple[str, ...] = ()
    #: a section of its own, even behind a heading that holds
    opens: bool = False
    #: unnumbered text only: numbered paragraphs behind it go on with the section before it, which
    #: may be no more than the row of a table that names a strand
    resumes: bool = False

    def fault(self) -> tuple[str, str] | None:
        """A heading is of some kind, its own or that of the section before it, or it is none."""
        if self.kind or self.inherit or self.topic or self.ignore:
            return None
        return "kind", "is missing; add it, or one of inherit, topic, ignore"

    def fits(self, text: str, *, unset: bool = False) -> bool:
        """Whether a text, set like the text around it or not, is the heading word for word."""
        pattern = self.match
        if unset and not self.plain and (self.styled or self.unset):
            if self.unset is None:
                return False
            pattern = self.unset
        return pattern.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class SectionsForm:
    """``[sections]``: the headings, in any order."""

    #: whom the text is about, unless a heading says otherwise
    about: About = About.AUTHORITY
    #: the first page is a cover, on which no heading says whom or what the report is about
    cover: bool = False
    heading: tuple[HeadingForm, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """``[[judgements.sentence]]``: a sentence or heading that gives a grade.

    Behind its subject stand, and nothing else: words that join the two, the grade, and words that
    may follow it.
    """

    strand: str
    #: how the sentence begins; a group ``subject`` gives the subject as printed
    subject: Pattern
    #: "front", "headings", "body", or the kind of a section
    where: str = BODY
    #: in place of those that all sentences have
    link: Pattern | None = None
    tail: Pattern | None = None


@dataclass(frozen=True, slots=True)
class ExpectedForm:
    """``[[judgements.expected]]``: a strand that a report must judge if its front says so."""

    strand: str
    #: what stands on the front
    match: Pattern


@dataclass(frozen=True, slots=True)
class NarrativeForm:
    """``[[judgements.narrative]]``: a grade that is said in passing."""

    #: of whom
    about: About
    match: Annotated[GradePattern, Groups(("grade",))]
    strand: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementsForm:
    """``[judgements]``: where grades stand, the surest place first."""

    #: where the table of judgements is: "front", or the kind of a section
    table: str | None = None
    #: what is printed around a grade in a table
    noise: Patterns = ()
    #: what heads the columns of a table
    head: Patterns = ()
    #: what stands in place of a grade where there is none
    unjudged: Patterns = ()
    #: a section's heading, or the box beside it, gives its strand's grade again
    headings: bool = False
    #: words that may stand between a subject and its grade, and behind the grade
    link: Pattern | None = None
    tail: Pattern | None = None
    #: words with which a sentence speaks of grades and gives none
    unless: Pattern | None = None
    sentence: tuple[SentenceForm, ...] = ()
    expected: tuple[ExpectedForm, ...] = ()
    narrative: tuple[NarrativeForm, ...] = ()


@dataclass(frozen=True, slots=True)
class ImprovementsForm:
    """``[improvements]``: how the items of the lists are set."""

    items: ListForm = ListForm.BULLETS
    #: where no list of a report has bullets, its items are paragraphs
    paragraphs: bool = False
    #: what an item says that is none: that there are none
    nothing: Patterns = ()
    #: a sentence of the text that says that a body has no list
    without: Patterns = ()
    #: that what an earlier report asked still stands
    remain: Patterns = ()
    #: what a letter says behind its last list
    closing: Patterns = ()
    #: a heading with these words that the profile does not name is told
    hints: Patterns = ()
    #: topics stand inside the lists, set like the text
    topics: bool = False
    #: nearly every report of the family has a list
    expected: bool = False
    #: what stands before the items and is none
    lead_in: Patterns = ()
    #: how a row of a table begins
    row_start: Patterns = ()


@dataclass(frozen=True, slots=True)
class StandingForm:
    """``[standing]``: what is printed in every report of the family and says nothing of any."""

    #: whole lines or paragraphs
    text: Patterns = ()
    #: the heads of tables of judgements
    table: Patterns = ()
    #: labels and values of fields on the cover that nothing is read from
    header: Patterns = ()
    #: the greeting under which a letter is signed
    signed: Patterns = ()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The printed form of one family of report."""

    family: FamilyForm
    header: HeaderForm = field(default_factory=HeaderForm)
    inspectors: InspectorsForm = field(default_factory=InspectorsForm)
    sections: SectionsForm = field(default_factory=SectionsForm)
    judgements: JudgementsForm = field(default_factory=JudgementsForm)
    improvements: ImprovementsForm = field(default_factory=ImprovementsForm)
    standing: StandingForm = field(default_factory=StandingForm)
    statement: StatementForm | None = None
    next_step: NextStepForm = field(default_factory=NextStepForm)
    earlier: EarlierForm | None = None
    #: what the kinds of its sections mean, by notation
    kinds: Mapping[str, SectionKind] = field(default_factory=dict, metadata=NOT_A_KEY)
