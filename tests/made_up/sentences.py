"""Sentences put together from lists of words, so that no two of a report are alike.

They say what the real reports' sentences say, and none is one of theirs.
"""

from __future__ import annotations

from random import Random

WHO = (
    "Social workers", "Team managers", "Practitioners", "Foster carers", "Personal advisers",
    "Health visitors", "School nurses", "Senior leaders", "Elected members", "Family workers",
    "Reviewing officers", "Advocates", "Most children", "Many young people", "Some parents",
    "Older siblings", "Grandparents who care for children", "Newly arrived families",
    "Disabled children", "Unaccompanied children", "Duty workers", "Conference chairs",
    "Supervising staff", "Partner agencies", "Youth workers", "Teachers of young carers",
)  # fmt: skip
DO = (
    "describe in plain words", "take time to learn", "rarely forget", "write down", "ask about",
    "agree with one another on", "hear promptly of", "come back to", "do not always notice",
    "speak warmly of", "have begun to measure", "are told too late about", "keep a close eye on",
    "understand", "wait too long for", "can rely on", "have a fair say in", "often repeat",
    "seldom question", "see the point of", "know little of", "are proud of",
)  # fmt: skip
WHAT = (
    "the plan for the weeks ahead", "what a quiet child means", "the reasons behind a move",
    "the worries that a school raises", "each visit and its purpose", "the history of a family",
    "decisions taken at night", "the choice of a home", "contact with brothers and sisters",
    "the harm that neglect does", "signs of exploitation", "the wishes of very young children",
    "the steps that make a child safer", "letters that explain a decision",
    "the talk that follows a missing episode", "who else lives in the household",
    "arrangements for the summer", "the first weeks in a new placement", "tasks set in supervision",
    "checks on private fostering", "the handover between two workers", "a child\u2019s own words",
    "advice given by the hospital", "housing that suits a young parent", "the cost of travel",
    "a chronology that is up to date", "drift in a long assessment", "gifts kept from early years",
)  # fmt: skip
WHEN = (
    "within {n} days of a referral", "in {n} of the {m} cases that were sampled",
    "before the {nth} review", "since the move to the new building in {place}",
    "in the {colour} and {other} localities", "when a case passes between {n} teams",
    "after a change of worker", "even where {n} agencies are involved",
    "across the {place} area", "in all but {n} families", "once a placement has lasted {n} weeks",
    "at each of the {n} meetings that inspectors watched",
    "on the days when the {place} hub is open",
    "as the audit of {n} files showed", "during the {nth} month of a plan",
)  # fmt: skip
SO = (
    "As a result, {who} {do} {what}", "This means that {who} {do} {what}",
    "Consequently, {who} {do} {what}", "Even so, {who} {do} {what}",
    "In contrast, {who} {do} {what}",
    "By the spring, {who} {do} {what}", "Inspectors also saw that {who} {do} {what}",
)  # fmt: skip
QUALITY = (
    "The timeliness of", "The quality of", "The consistency of", "The oversight of",
    "How well managers record", "The recording of", "How soon families are told of",
    "The range of help behind", "The challenge that chairs bring to", "The use that is made of",
    "How clearly plans set out", "The pace of change in", "The reliability of data on",
)  # fmt: skip
ORDER = (
    "Ensure that {who} {do} {what}", "Strengthen {thing} so that {who} {do} {what}",
    "Review {thing} and act on what is found", "Improve the quality of {thing}",
    "Take steps to make {thing} known to {who}", "With partners, agree how {thing} will be shared",
    "Reduce the time that passes before {thing} is put right",
    "Make sure that {thing} is tested", "Increase the number of those who can speak of {thing}",
)  # fmt: skip
TOPICS = (
    "Quality of practice", "Care leavers", "Early help", "Leadership and challenge",
    "Children who go missing", "Permanence and adoption", "Listening to children",
    "Health and schooling", "Looked after children", "Partnership working", "Workforce",
)  # fmt: skip
COLOURS = ("northern", "southern", "coastal", "hill", "riverside", "market", "valley", "island")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "11", "12", "14", "23")
ORDINALS = ("first", "second", "third", "fourth")
PLACES = ("Barn Street", "Quarry Lane", "Mill Bank", "Tanner Row", "Abbot Walk", "Kiln Close")
TAILS = ("at every visit", "whatever team they know", "for as long as it is needed", "in good time")


class Words:
    """Sentences from one source of chance; none is given twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._given: set[str] = set()

    def sentence(self) -> str:
        """One finding."""
        return self._new(lambda: _sentence(self._clause(self._pick(WHO)), self._when()))

    def passage(self, sentences: int) -> str:
        """Findings that follow from one another."""
        said = [self.sentence()]
        said += [
            self._new(lambda: _sentence(self._fill(self._pick(SO)), self._when()))
            for _ in range(sentences - 1)
        ]
        return " ".join(said)

    def paragraph(self) -> str:
        """A paragraph of findings, as long as those of the real reports."""
        return self.passage(self.rng.choice((3, 3, 4, 4, 5, 6)))

    def need(self, stop: bool = True) -> str:
        """An item as a noun phrase: "The timeliness of ...", with its full stop or without."""

        def make() -> str:
            text = f"{self._pick(QUALITY)} {self._pick(WHAT)}"
            if self.rng.random() < 0.7:
                who = self._pick(WHO)
                text += f", so that {who[0].lower()}{who[1:]} {self._pick(DO)} {self._pick(WHAT)}"
            return f"{text} {self._when()}" + ("." if stop else "")

        return self._new(make)

    def order(self, stop: bool = True) -> str:
        """An item as an order: "Ensure that ..."."""
        return self._new(
            lambda: f"{self._fill(self._pick(ORDER))} {self._when()}" + ("." if stop else "")
        )

    def small_order(self, stop: bool) -> str:
        """An order in small letters, as the lists by timescale have them."""
        text = self.order(stop)
        return text[0].lower() + text[1:]

    def part(self) -> str:
        """A sub-bullet: a few words in small letters, no full stop."""
        return self._new(lambda: f"{self._pick(WHAT)} {self._when()}")

    def topic(self) -> str:
        """A heading of a topic inside a list."""
        return self._new(lambda: self._pick(TOPICS))

    def _clause(self, who: str) -> str:
        return f"{who} {self._pick(DO)} {self._pick(WHAT)}"

    def _when(self) -> str:
        n, m = self.rng.sample(NUMBERS, 2)
        colour, other = self.rng.sample(COLOURS, 2)
        text = self._pick(WHEN).format(
            n=n, m=m, nth=self._pick(ORDINALS), colour=colour, other=other, place=self._pick(PLACES)
        )
        return f"{text} {self._pick(TAILS)}" if self.rng.random() < 0.25 else text

    def _fill(self, pattern: str) -> str:
        who = self._pick(WHO)
        return pattern.format(
            who=who[0].lower() + who[1:], do=self._pick(DO), what=self._pick(WHAT),
            thing=self._pick(WHAT),
        )  # fmt: skip

    def _pick(self, words: tuple[str, ...]) -> str:
        return self.rng.choice(words)

    def _new(self, make) -> str:
        while (text := make()) in self._given:
            continue
        self._given.add(text)
        return text


def _sentence(clause: str, when: str) -> str:
    return f"{clause} {when}."
