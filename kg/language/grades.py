"""Where a text says that something was judged good, inadequate and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.knowledge.inspections import InspectionWords
from kg.text.phrases import any_of

_VERB = r"(?:judged|found|graded|rated|deemed|assessed|considered)"
_WAS = (
    r"(?:(?:was|were|is|are|been|being|be|had|have|has|all|both|also|overall|then|previously)\s+)*"
)
#: What is graded stands before the verb, after the last of these.
_SUBJECT = re.compile(
    rf"(?:.*(?:[,;:\u2013(]|\b(?:when|where|which|that|as|who(?!\s+(?:need|require)\b)|despite|"
    rf"at\s+that\s+time|20\d\d)\b)|^)\s*(?:with\s+)?(?P<subject>(?:[\w\u2019'/()-]+\s+){{1,14}}?){_WAS}$",
    re.I | re.S,
)
#: What stands between a grade and what it was given for.
_SCOPE = r"(?:in\s+respect\s+of|in\s+relation\s+to|for|in)"
_FOR = re.compile(rf"\s+{_SCOPE}\s+(?P<what>[^.;,\n]{{5,160}}?)\s*,?\s*$", re.I)
#: Words that stand for what was said before, or a sentence of its own: no subject.
_NONE = re.compile(
    r"(?:it|they|this|these|we|inspectors|ofsted|which|that|with|and|while|to|but|at|in|since|was|were)\b"
    r"|.*\b(?:and$|inspect|visit|found|20\d\d)",
    re.I,
)

#: A part of the services that "which" or "they" stands for ("the adoption service, which was",
#: "Services for children in care have ..., when they were").
_PART_BEFORE = re.compile(
    rf"""
    \b (?:in|of|for|to|by|with|on|at|from) \s+
    (?P<which> (?:the\s+)? (?!(?:children|local|the)\b) (?:[\w\u2019'-]+\s+){{1,4}} services? )
    , \s+ which \s+ {_WAS}$
    | (?:^|\.\s+) (?P<they> (?:The\s+)? (?:[\w\u2019'-]+\s+){{0,4}} services? \s+ for \s+
      (?:(?!have\b|has\b|had\b|are\b)[\w\u2019'-]+\s+){{1,8}} )
      (?:have|has|had|are) \b [^.]* \b when \s+ they \s+ {_WAS}$
    """,
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class GivenGrade:
    """One grade that a text says was given; offsets are those of the text searched."""

    start: int
    end: int
    grade: str
    code: str
    #: what was graded, as printed, or None
    subject: str | None


class GradeFinder:
    """The grades of a vocabulary compiled into the patterns of the sentences that give them."""

    def __init__(self, words: InspectionWords) -> None:
        self._codes = {form.lower(): code for form, code in words.grades}
        grade = rf"[\u2018\u201c'\"]?(?P<grade{{n}}>{any_of(self._codes)})[\u2019\u201d'\"]?"

        def numbered(n: int) -> str:
            return grade.replace("{n}", str(n))

        self._given = re.compile(
            rf"""
            \b{_VERB}\s+ (?:overall\s+)? (?:by\s+(?:Ofsted|inspectors)\s+)?
              (?: (?:to\s+(?:be|have\s+been)|as(?:\s+being)?|to|at)\s+ )?
              (?: (?:overall|still|now|only|consistently|either)\s+ )? {numbered(1)}
            | \b{_VERB}\s+ (?:that\s+)? (?P<what2>(?:(?!\brequir)[^.,;:\n]){{3,100}}?) \s+
              (?: to\s+(?:be|have\s+been)\s+ | to\s+ | as\s+(?:being\s+)? | were\s+ | was\s+ )
              {numbered(2)}
            | \b{_VERB}\s+ (?P<what5>(?:(?!\brequir)[^.,;:\n]){{3,80}}?
                (?:services|authority|children|families|effectiveness|arrangements)) \s+
              {numbered(5)}
            | \b{_VERB}\s+ (?:that\s+)? (?P<what8>[^.,;:\n]{{3,100}}?) \s+
              (?=requir) {numbered(8)}
            | \bwhen\s+ (?P<what6>(?:(?!\b{_VERB})[^.,;:\n]){{2,80}}?) \s+
              (?:(?:was|were|all)\s+)* {numbered(6)}
            | \b(?P<what3>overall\s+(?:effectiveness|judge?ment)|(?:quality\s+)?rating)
              \s* (?:was|is|were|[:\u2013-])? \s* (?:judged\s+to\s+be\s+)? {numbered(3)}
            | \ban?\s+ (?:overall\s+)? {numbered(4)} \s+ (?:overall\s+)?
              (?:rating|judge?ment|grad(?:e|ing))
            | \b(?:rating|judge?ment|grade)\s+of\s+(?:overall\s+)? {numbered(7)}
            """,
            re.I | re.X,
        )
        self._also = re.compile(
            rf"\b(?:but|and|while|although|with)\s+(?:they\s+|it\s+|services\s+)?"
            rf"(?:(?:was|were)\s+)?{numbered(1)}\s+(?:{_SCOPE}\s+(?P<what>[^.;,\n]{{5,160}})"
            rf"|(?P<whole>overall\b))",
            re.I,
        )

    def find(self, text: str, start: int, end: int) -> list[GivenGrade]:
        """Every grade that ``text[start:end]`` says was given."""
        return [self._read(match, start) for match in self._given.finditer(text, start, end)]

    def also(self, text: str, given: GivenGrade, end: int) -> tuple[GivenGrade, ...]:
        """A grade, and the one that the rest of its sentence gives to something else.

        "Judged adequate for safeguarding and good for children in care" gives two, each to what
        stands behind it.
        """
        match = self._also.search(text, given.end, end)
        if match is None:
            return (given,)
        scope = _FOR.match(text[given.end : match.start()])
        first = replace(given, subject=" ".join(scope["what"].split())) if scope else given
        subject = " ".join((match["what"] or match["whole"]).split())
        return first, self._grade(match, match["grade1"], subject)

    def _read(self, match: re.Match[str], start: int) -> GivenGrade:
        grade = next(match[f"grade{n}"] for n in range(1, 9) if match[f"grade{n}"])
        subject = next((match[f"what{n}"] for n in (2, 3, 5, 6, 8) if match[f"what{n}"]), None)
        behind = match.string[max(start, match.start() - 200) : match.start()]
        if subject is None and match["grade1"]:
            before = _SUBJECT.match(behind)
            subject = before["subject"] if before else None
        if subject is not None and _NONE.match(subject):
            subject = None
        if not subject and match["grade1"]:
            # the thing that is meant may stand before the name of the inspection
            sentence = match.string[max(0, match.start() - 300) : match.start()]
            meant = _PART_BEFORE.search(sentence)
            subject = (meant["which"] or meant["they"]) if meant else subject
        return self._grade(match, grade, " ".join(subject.split()) if subject else None)

    def _grade(self, match: re.Match[str], grade: str, subject: str | None) -> GivenGrade:
        printed = " ".join(grade.split())
        return GivenGrade(
            match.start(), match.end(), printed, self._codes[printed.lower()], subject
        )
