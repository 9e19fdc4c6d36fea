"""Labels that are printed a little differently."""

import pytest

from kg.knowledge import load_knowledge
from kg.knowledge.labels import loose_strand


def strand(version, printed, taken=()):
    versions = {each.notation: each for each in load_knowledge().versions}
    found = loose_strand(printed, versions[version].strands, taken)
    return found and found.notation


@pytest.mark.parametrize(
    ("version", "printed", "meant"),
    [
        ("ILACS-2026", "The impact of leaders on practice with children and families",
         "leadership"),
        ("ILACS-2023", "The experiences of children in care", "in-care"),
        ("ILACS-2023", "The experiences and progres of care leavers", "care-leavers"),
        ("ILACS-2023", "Overal effectiveness", "overall"),
        ("SIF-2013", "2. Children looked after and achieving permanance", "looked-after"),
        ("SIF-2013", "3. Leadership and governance", "leadership"),
    ],
)  # fmt: skip
def test_a_few_words_more_or_fewer_or_misspelt(version, printed, meant):
    assert strand(version, printed) == meant


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        # other words in place of the strand's own
        ("ILACS-2023", "The experiences and progress of young carers"),
        ("ILACS-2023", "The experiences and progress of disabled children"),
        ("SIF-2013", "1.1 Early help for families"),
        # what parts the strands is gone
        ("ILACS-2023", "The experiences and progress of children"),
        # two strands at once
        ("ILACS-2023", "The experiences and progress of children in care leavers"),
        # one word is too few to say anything
        ("ILACS-2023", "Effectiveness"),
        ("ILACS-2023", ""),
    ],
)
def test_a_label_that_may_be_new_is_no_strand(version, printed):
    assert strand(version, printed) is None


def test_what_may_be_either_of_two_strands_is_the_one_without_a_row_of_its_own():
    printed = "The experiences and progress of children care leavers"
    assert strand("ILACS-2023", printed) is None
    assert strand("ILACS-2023", printed, ("in-care",)) == "care-leavers"


def test_a_strand_that_stands_elsewhere_is_not_meant_again():
    printed = "The experiences and progress of children in residential care"
    assert strand("ILACS-2023", printed, ("in-care",)) is None
