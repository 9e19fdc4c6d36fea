"""Numbers in digits and in words, read whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.numbers import find_numbers, number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,590 and 1590 and 12.5", [1590, 1590, 12.5]),
        ("1 475 children, 1\u00a0475 homes", [1475, 1475]),
        ("At 31 March, 1, 590 children", [31, 1590]),
        ("a total of 1, 083 young people", [1083]),
        ("in 2014 597 children", [2014, 597]),
        ("in 2014\u201315 597 children", [2014, 15, 597]),
        ("in 2015\u201316, 153 children", [2015, 16, 153]),
        ("under the age of 12, 250 children", [12, 250]),
        ("of year 6, 250 children", [6, 250]),
        ("six, 250 and 1, 590 homes", [6, 250, 1, 590]),
        ("is19.4%", [19.4]),
        ("1.2 million people, 61 thousand", [1_200_000, 61_000]),
        ("four hundred and ten", [410]),
        ("Three hundred and eighty-eight children", [388]),
        ("one thousand, two hundred", [1200]),
        ("one thousand, six of whom", [1000, 6]),
        ("a hundred and one", [101]),
        ("twelve hundred", [1200]),
        ("two thousand and six", [2006]),
        ("one million, two hundred thousand and five", [1_200_005]),
        ("twenty four, twenty-four, sixteen, sixty and six", [24, 24, 16, 60, 6]),
        ("zero", [0]),
        ("two hundred and 12 of them", [200, 12]),
    ],
)
def test_a_number_is_read_whole(text, values):
    assert [each.value for each in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "1,59",
        "12.5.3",
        "B12",
        "someone",
        "tens, hundreds and several hundred children",
        "twenty-fourth",
        "four hundred and tenth",
        "two thirds and two-thirds",
        "one and a half",
        "half a million",
        "a one-off visit",
        "none",
    ],
)
def test_what_is_no_whole_number_is_none(text):
    assert list(find_numbers(text)) == []


ONES = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int, hyphen: str) -> str:
    """A number as English writes it, the other way round than the reader goes."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10 - 2] + (hyphen + ONES[value % 10] if value % 10 else "")
    if value < 1000:
        rest = f" and {in_words(value % 100, hyphen)}" if value % 100 else ""
        return f"{ONES[value // 100]} hundred{rest}"
    rest = value % 1000
    join = "" if not rest else " and " if rest < 100 else ", "
    return f"{in_words(value // 1000, hyphen)} thousand{join}{in_words(rest, hyphen)}"


@given(st.integers(1, 999_999), st.sampled_from("- "))
def test_every_number_in_words_is_read_back(value, hyphen):
    assert number(in_words(value, hyphen)) == value
    (found,) = find_numbers(f"There are {in_words(value, hyphen).capitalize()} of them.")
    assert (found.value, found.in_words) == (value, True)


@given(st.integers(0, 10**9))
def test_every_number_in_digits_is_read_back(value):
    assert number(f"{value:,}") == number(str(value)) == value
    assert number(f"x{value}") is None


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [
                    "one",
                    "six",
                    "twenty",
                    "a",
                    "hundred",
                    "thousand",
                    "million",
                    "and",
                    ",",
                    "-",
                    "1,590",
                    "1,5",
                    "%",
                ]
            )
        ).map(" ".join),
    )
)
def test_any_text_gives_numbers_in_order_within_it(text):
    found = list(find_numbers(text))
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    for each in found:
        assert number(text[each.start : each.end]) is not None
