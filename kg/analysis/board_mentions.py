"""What is said of boards, and where lines between them are called unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.analysis.inspections import MIXED, WEAKNESS, Body
from kg.analysis.mention_counts import COUNTS, Mentioning, mention_counts
from kg.analysis.result import Column, Row, Table
from kg.corpus import Corpus, Mention
from kg.corpus.catalogue import load_catalogue
from kg.errors import KnowledgeError

if TYPE_CHECKING:
    from kg.analysis.result import Cell

TYPES = (
    Column("type", "type of board"),
    *COUNTS,
)
PART = (
    Column("type", "type of board"),
    Column("theme", "code of the theme of the sentence"),
    Column("label", "its name"),
    *TYPES[1:],
)
SENTENCES = (
    Column("type", "type of board"),
    Column("authority", "name of the authority"),
    Column("ended", "last day of fieldwork"),
    Column("polarity", "strength, weakness, mixed or none"),
    Column("text", "the exact words"),
    Column("page", "page"),
    Column("source", "file"),
)
UNCLEAR = (
    Column("authority", "name of the authority"),
    Column("ended", "last day of fieldwork"),
    Column("boards", "types of the boards that the sentence names"),
    Column("text", "the exact words"),
    Column("source", "file"),
)


#: A condition on the words of a finding in the question that tells what is unclear.
CONDITION = re.compile(r'REGEX\(\?text, "(?P<words>(?:[^"\\]|\\.)*)", "i"\)')


@cache
def unclear_words() -> tuple[re.Pattern[str], ...]:
    """What must all stand in a sentence that calls lines between boards unclear.

    Those of ``queries/patterns/unclear-lines.rq``.  Raises `KnowledgeError` if it has none.
    """
    found = CONDITION.findall(load_catalogue()["patterns/unclear-lines"].text)
    if not found:
        raise KnowledgeError("queries/patterns/unclear-lines.rq: has no REGEX of ?text")
    return tuple(re.compile(words.replace(r"\\", "\\"), re.I) for words in found)


def mentions(corpus: Corpus) -> list[Mention]:
    """The mentions of boards, those in sentences that are set aside left out."""
    return [mention for mention in corpus.mentions("board") if mention.counted]


def types(found: Sequence[Body], named: Iterable[Mention]) -> Table:
    """Praise and blame by type of board."""
    by_type: dict[str, dict[str, Mention]] = {}
    for mention in named:
        by_type.setdefault(mention.type, {})[mention.finding] = mention
    authority = {body.report: body.authority for body in found}
    made = [
        Row((kind, *_praise(list(of.values()), authority)), tuple(of))
        for kind, of in by_type.items()
    ]
    made.sort(key=lambda row: (-_number(row.cells[1]), str(row.cells[0])))
    return Table("types", "What is said of each type of board", TYPES, tuple(made))


def part(corpus: Corpus, found: Sequence[Body], named: Iterable[Mention], kind: str) -> Table:
    """What the sentences that mention one type of board are about."""
    themes = corpus.themes
    about = {finding.iri: finding.themes for body in found for finding in body.findings}
    authority = {body.report: body.authority for body in found}
    by_theme: dict[str, dict[str, Mention]] = {}
    for mention in named:
        if mention.type == kind:
            for theme in about.get(mention.finding, ()):
                by_theme.setdefault(theme, {})[mention.finding] = mention
    made = []
    for theme, of in by_theme.items():
        label = themes[theme].label if theme in themes else theme
        made.append(Row((kind, theme, label, *_praise(list(of.values()), authority)), tuple(of)))
    made.sort(key=lambda row: (-_number(row.cells[4]), str(row.cells[1])))
    return Table("part", "What the sentences on one type of board are about", PART, tuple(made))


def sentences(
    corpus: Corpus, found: Sequence[Body], named: Iterable[Mention], kind: str, theme: str
) -> Table:
    """The sentences on one type of board and one theme, the latest first."""
    of = {body.report: body for body in found}
    themes = {finding.iri: finding.themes for body in found for finding in body.findings}
    here = {
        mention.finding: mention
        for mention in named
        if mention.type == kind
        and mention.report in of
        and theme in themes.get(mention.finding, ())
    }
    words = corpus.quotes(here)
    ordered = sorted(here.values(), key=lambda mention: mention.finding)
    ordered.sort(key=lambda mention: of[mention.report].ended, reverse=True)
    made = []
    for mention in ordered:
        body, (text, page) = of[mention.report], words[mention.finding]
        place = int(page) if page else None
        cells = (kind, body.name, body.ended, mention.polarity, text, place, body.source)
        made.append(Row(cells, (mention.finding,)))
    title = f"Sentences on the {theme} of one type of board"
    return Table("sentences", title, SENTENCES, tuple(made))


def unclear(corpus: Corpus, found: Sequence[Body]) -> Table:
    """The sentences that call lines between boards unclear; a summary's are told if alone."""
    of = {body.report: body for body in found}
    kinds: dict[tuple[str, str], set[str]] = {}
    text_of: dict[tuple[str, str], str] = {}
    for mention in corpus.mentions("board"):
        if mention.report in of and _is_unclear(mention):
            kinds.setdefault((mention.report, mention.finding), set()).add(mention.type)
            text_of[mention.report, mention.finding] = mention.text
    made = [
        Row(
            (of[report].name, of[report].ended, " ".join(sorted(kinds[report, finding])),
             text, of[report].source),
            (finding,),
        )
        for (report, finding), text in sorted(text_of.items())
    ]  # fmt: skip
    return Table("unclear", "Lines that are called unclear", UNCLEAR, tuple(made))


def _is_unclear(mention: Mention) -> bool:
    return mention.polarity in (WEAKNESS, MIXED) and all(
        words.search(mention.text) for words in unclear_words()
    )


def _praise(of: Sequence[Mention], authority: dict[str, str]) -> tuple[Cell, ...]:
    return mention_counts(
        [Mentioning(one.report, authority.get(one.report, one.report), one.polarity) for one in of]
    )


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
