"""What a grade in prose was given for: the thing before "which" or "they" is meant by them."""

import pytest

from kg.knowledge import load_knowledge
from kg.language.grades import GradeFinder

FINDER = GradeFinder(load_knowledge().inspections)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Progress is evident in the adoption service, which was judged inadequate in 2018.",
         "the adoption service"),
        ("Little has changed for the fostering services, which were judged to be good in 2018.",
         "the fostering services"),
        ("Services for children in care have fallen back since 2015, when they were judged good.",
         "Services for children in care"),
        ("The services for care leavers are better than in 2015, when they were judged inadequate.",
         "The services for care leavers"),
        # all services are no part of them
        ("Services have fallen back since 2015, when they were judged to be good.", None),
        ("The last inspection was in 2015, when services were judged good.", "services"),
        ("Leaders know this from the inspection, which was judged good.", None),
    ],
)  # fmt: skip
def test_what_a_grade_was_given_for(sentence: str, subject: str | None) -> None:
    (given,) = FINDER.find(sentence, 0, len(sentence))
    assert (given.subject or None) == subject
