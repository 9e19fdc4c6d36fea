"""Dates, figures and observations in sentences about places that do not exist."""

import pytest

from kg.knowledge import load_knowledge
from kg.language.figures import find_figures
from kg.language.observations import MeasureFinder, State

FINDER = MeasureFinder(load_knowledge().measures)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1,584 children", [(1584, "count")]),
        ("is 14.9% (the average is 15%)", [(14.9, "percent"), (15, "percent")]),
        ("is19.4%", [(19.4, "percent")]),
        ("12 per cent", [(12, "percent")]),
        ("a rate of 71 per 10,000 children", [(71, "per 10,000 children")]),
        ("Six of them, twenty-four of us and sixteen more homes", [(6, "count"), (24, "count")]),
        ("no children, none of whom", [(0, "count"), (0, "count")]),
        ("does not operate any homes", [(0, "count")]),
        ("just over 40 children", [(40, "count")]),
        ("Four hundred and ten children", [(410, "count")]),
        ("two hundred and eighty-one children", [(281, "count")]),
        ("zero children", [(0, "count")]),
        ("At 31 March 2015 1,590 children", [(1590, "count")]),
    ],
)
def test_figures_in_digits_and_words(text, figures):
    assert [(each.value, each.unit) for each in find_figures(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "fewer than five children",
        "less than 10% of them",
        "under the age of 18 years",
        "children aged under 16",
        "in the last 12 months",
        "two fewer than before",
        "section 47 enquiries",
        "aged 0 to 17",
        "in March 2016",
        "B12 and 3rd",
        "rounded to the nearest 5",
        "rounded to the nearest \u20185\u2019",
        "nine in ten, one in every five and six out of 20",
        "two thirds of them, a one-off visit",
        "nobody notices",
    ],
)
def test_what_bounds_a_number_or_names_something_is_none(text):
    assert find_figures(text) == []


def read(*bullets: str) -> list[tuple[str, float, str, str | None, str | None]]:
    state, found = State(), []
    for bullet in bullets:
        observations, state = FINDER.find(bullet, state)
        found += [
            (
                each.measure.notation,
                each.value,
                each.unit,
                each.when and str(each.when),
                each.comparison,
            )
            for each in observations
        ]
    return found


def test_a_count_with_its_day_and_the_earlier_one():
    assert read(
        "At 5 June 2015, 310 children were the subject of a child protection plan. "
        "This is similar to 308 at 31 March 2014."
    ) == [
        ("child-protection-plans", 310, "children", "2015-06-05", None),
        ("child-protection-plans", 308, "children", "2014-03-31", "earlier"),
    ]


def test_a_rate_in_brackets_is_of_its_count():
    assert read(
        "At 5 June 2015, 300 children were being looked after by the local authority (a rate of "
        "71 per 10,000 children). This is a rise from 293 (69 per 10,000) at 31 March 2014."
    ) == [
        ("looked-after", 300, "children", "2015-06-05", None),
        ("looked-after", 71, "per 10,000 children", "2015-06-05", None),
        ("looked-after", 293, "children", "2014-03-31", "earlier"),
        ("looked-after", 69, "per 10,000 children", "2014-03-31", "earlier"),
    ]


def test_national_figures_and_those_of_other_places():
    assert read("in primary schools is 15%") == []
    assert read(
        "The proportion of children entitled to free school meals:",
        "in primary schools is 15% (the national average is 16%)",
        "in secondary schools is 14%, compared with 13% nationally.",
    ) == [
        ("free-school-meals-primary", 15, "percent", None, None),
        ("free-school-meals-primary", 16, "percent", None, "national"),
        ("free-school-meals-secondary", 14, "percent", None, None),
        ("free-school-meals-secondary", 13, "percent", None, "national"),
    ]
    assert read(
        "Children from minority ethnic groups account for 8% of the total population, compared "
        "with 14% in the South East and 22% in the country as a whole."
    ) == [
        ("minority-ethnic", 8, "percent", None, None),
        ("minority-ethnic", 22, "percent", None, "national"),
    ]


def test_bullets_under_a_bullet_have_its_day():
    assert read(
        "At 5 June 2015, the local authority was looking after 90 children. Of this number:",
        "26 (or 29%) live outside the local authority area",
        "four live in residential children’s homes, of whom 50% live out of the area",
        "60, of whom 12 (20%) live out of the area, live with foster families",
        "three live with parents, none of whom live out of the area",
        "no children are unaccompanied asylum-seeking children.",
    ) == [
        ("looked-after", 90, "children", "2015-06-05", None),
        ("looked-after-outside-area", 26, "children", "2015-06-05", None),
        ("looked-after-outside-area", 29, "percent", "2015-06-05", None),
        ("looked-after-residential-homes", 4, "children", "2015-06-05", None),
        ("looked-after-residential-homes-outside-area", 50, "percent", "2015-06-05", None),
        ("looked-after-foster-families", 60, "children", "2015-06-05", None),
        ("looked-after-with-parents", 3, "children", "2015-06-05", None),
        ("looked-after-with-parents-outside-area", 0, "children", "2015-06-05", None),
        ("looked-after-unaccompanied", 0, "children", "2015-06-05", None),
    ]


def test_of_whom_counts_those_of_its_own_bullet():
    assert read(
        "At 5 June 2015, the local authority was looking after 90 children. Of this number:",
        "41 live in residential children’s homes (including special schools that are registered "
        "as residential schools), of whom 17% live out of the area",
        "three live in lighthouses, of whom two live out of the area",
    )[1:] == [
        ("looked-after-residential-homes", 41, "children", "2015-06-05", None),
        ("looked-after-residential-homes-outside-area", 17, "percent", "2015-06-05", None),
    ]


def test_several_measures_in_one_sentence():
    assert read(
        "Since the last inspection, two serious incident notifications have been submitted and "
        "one serious case review has been completed."
    ) == [
        ("serious-incident-notifications", 2, "items", None, None),
        ("serious-case-reviews", 1, "items", None, None),
    ]
    assert read("51 children ceased to be looked after, of whom 4% subsequently returned") == [
        ("ceased-looked-after", 51, "children", None, None),
        ("returned-to-care", 4, "percent", None, None),
    ]


def test_a_number_of_some_of_the_children_is_not_that_of_all():
    assert read("Two of the children looked after have died.") == []
    assert read("Two children looked after are unaccompanied asylum-seeking children.") == [
        ("looked-after-unaccompanied", 2, "children", None, None)
    ]
    assert read("Five children live in residential homes, all of whom are looked after.")[:1] != [
        ("looked-after", 5, "children", None, None)
    ]


def test_every_figure_stands_whole_in_its_sentence():
    assert read("At 31 March 2019, four hundred and ten children were being looked after.") == [
        ("looked-after", 410, "children", "2019-03-31", None)
    ]
