"""What made-up reports say of earlier inspections of places that do not exist."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.documents import read_bytes
from kg.knowledge import Knowledge, load_knowledge
from kg.reports import load_profiles, recognise
from kg.reports.earlier import read_earlier
from kg.reports.evidence import EarlierInspection
from kg.reports.outline import read_outline

ILACS = "Inspection of Marlowe local authority children’s services\n\n"
SIF = (
    "Marlowe Council\n\nInspection of services for children in need of help and protection\n\n"
    "Information about this local authority area\n\nPrevious Ofsted inspections\n\n"
)
SEND = "Local area partnership report\n\nArea SEND inspection of Marlowe Local Area Partnership\n\n"
Reader = Callable[..., list[EarlierInspection]]


@pytest.fixture
def doubts() -> list[tuple[str, str | None]]:
    """Code and words of each problem of the text that was read last."""
    return []


@pytest.fixture
def earlier(made_up_knowledge: Knowledge, doubts: list[tuple[str, str | None]]) -> Reader:
    def read(text: str, start: date | None = date(2022, 3, 7)) -> list[EarlierInspection]:
        document = read_bytes(text.encode(), "made-up")
        profile = recognise(document, load_profiles())
        found, problems = read_earlier(
            document,
            profile,
            read_outline(document, profile),
            load_knowledge().inspections,
            made_up_knowledge.register,
            authority="marlowe",
            fieldwork_start=start,
        )
        for each in found:
            assert document.text[each.quote.start : each.quote.end] == each.quote.text
            assert each.quote.page == document.page_at(each.quote.start)
        doubts[:] = [(each.code, each.text) for each in problems]
        return list(found)

    return read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Much has changed since the last inspection in 2019.", [("last inspection", "2019")]),
        ("Since the last inspection, in May 2019, all is well.", [("last inspection", "2019-05")]),
        ("A focused visit in October 2020 found drift.", [("focused visit", "2020-10")]),
        ("In July 2021, a focused visit noted drift.", [("focused visit", "2021-07")]),
        ("As at the 2018 Ofsted single inspection, it is weak.", [("single inspection", "2018")]),
        (
            "Two focused visits, in 2019 and 2020, saw this.",
            [("focused visits", "2019"), ("focused visits", "2020")],
        ),
        (
            "Focused visits in January and December 2019 saw this.",
            [("Focused visits", "2019-01"), ("Focused visits", "2019-12")],
        ),
        (
            "The joint targeted area inspection (JTAI) in June 2018 saw this.",
            [("joint targeted area inspection (JTAI)", "2018-06")],
        ),
        ("Marlowe was last inspected by Ofsted in 2018.", [("last inspected by Ofsted", "2018")]),
        ("Ofsted last inspected Marlowe’s services in 2018.", [("Ofsted last inspected", "2018")]),
        ("It was last inspected in April/May 2018.", [("last inspected", "2018-04")]),
        (
            "Since the last focused visit on the 11 and 12 July 2018, all is well.",
            [("last focused visit", "2018-07-11")],
        ),
        (
            "After the inspection of services for children, children looked after and care "
            "leavers in May 2018 it rose.",
            [
                (
                    "inspection of services for children, children looked after and care leavers",
                    "2018-05",
                )
            ],
        ),
        ("Since the joint thematic inspection (JTAI) in 2018, it rose.", [("JTAI", "2018")]),
        ("In 2018, inspectors judged services to be good.", [("inspectors judged", "2018")]),
        ("Services for children were judged inadequate in 2018.", [("judged", "2018")]),
        (
            "This is the first monitoring visit since the council was judged inadequate in May "
            "2018.",
            [("judged", "2018-05")],
        ),
    ],
)
def test_an_inspection_and_its_date(
    earlier: Reader, sentence: str, expected: list[tuple[str, str]]
) -> None:
    found = [(each.what, str(each.when)) for each in earlier(ILACS + sentence)]
    assert [(what.removeprefix("2018 Ofsted "), when) for what, when in found] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "This inspection took place in March 2022.",
        "At the time of this inspection in 2022 all was well.",
        "It was carried out under section 136 of the Education and Inspections Act 2006.",
        "Weaknesses found at previous inspections remain.",
        "Since this inspection, all is well.",
        "It was looked at under the inspection handbook of 2018.",
        "The next inspection will look at this.",
        "Work had begun prior to the inspection.",
        "Four were judged to be good at their most recent Ofsted inspection.",
        "The school was judged good in the last inspection framework.",
        "The children’s home was judged good at the last inspection.",
        "A social worker saw the child at the last visit.",
        "Much was learned from the last inspection of North Marlowe.",
        "The children’s home was judged good at its inspection in June 2019.",
        "The fostering service was judged to be good at the last inspection in June 2019.",
        "An Ofsted inspection of North Marlowe in June 2019 saw this.",
        "A peer review in 2021 saw this.",
        "Visits to children fell in 2021.",
        "The next inspection is due in 2026.",
    ],
)
def test_what_is_no_earlier_inspection_of_the_authority(earlier: Reader, sentence: str) -> None:
    assert earlier(ILACS + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "grade", "code", "subject"),
    [
        (
            "Since the last inspection in 2018, when services were judged to be outstanding, all "
            "has been good.",
            "outstanding",
            "outstanding",
            "services",
        ),
        (
            "At the inspection in 2018 Ofsted judged all services as requiring improvement to be "
            "good.",
            "requiring improvement to be good",
            "requires-improvement",
            "all services",
        ),
        (
            "The authority was judged inadequate overall at the inspection in 2018.",
            "inadequate",
            "inadequate",
            "The authority",
        ),
        (
            "The inspection in 2018 found that services for children in Marlowe required "
            "improvement to be good.",
            "required improvement to be good",
            "requires-improvement",
            "services for children in Marlowe",
        ),
        (
            "Despite the council being judged to be good at the last inspection, much is left.",
            "good",
            "good",
            "the council",
        ),
        ("It has declined since the inspection in 2018 and is now inadequate.", None, None, None),
    ],
)
def test_the_grade_given_then(
    earlier: Reader, sentence: str, grade: str | None, code: str | None, subject: str | None
) -> None:
    (found,) = earlier(ILACS + sentence)
    assert (found.grade, found.grade_code, found.subject) == (grade, code, subject)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Much has changed since the last inspection.", [("last inspection", None)]),
        ("It has changed since its last inspection.", [("last inspection", None)]),
        ("This was raised at a previous monitoring visit.", [("previous monitoring visit", None)]),
        ("A recent Ofsted thematic inspection saw this.",
         [("recent Ofsted thematic inspection", None)]),
        ("The last inspection of Marlowe’s services saw this.",
         [("last inspection", None)]),
        ("Since the last inspection a new team began in 2021.", [("last inspection", None)]),
        # said twice, or in other words of its kind
        ("Since the last inspection it rose. It fell at the previous inspection.",
         [("last inspection", None)]),
        ("Since the last inspection it rose. The last ILACS inspection was hard.",
         [("last ILACS inspection", None)]),
        # another sentence gives the date
        ("Since the last inspection it rose. The inspection in 2018 was hard.",
         [("inspection", "2018")]),
        ("Since the last inspection it rose. The single inspection in 2018 was hard.",
         [("single inspection", "2018")]),
        # the date of another kind is no date of this one
        ("Since the last inspection it rose. A focused visit in May 2020 saw this.",
         [("last inspection", None), ("focused visit", "2020-05")]),
        ("Since the last focused visit it rose. The inspection in 2018 was hard.",
         [("last focused visit", None), ("inspection", "2018")]),
    ],
)  # fmt: skip
def test_an_inspection_without_its_date(
    earlier: Reader, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(each.what, str(each.when) if each.when else None) for each in earlier(ILACS + text)]
    assert found == expected


def test_an_inspection_whose_date_was_not_understood_is_told_and_not_read_without_it(
    earlier: Reader, doubts: list[tuple[str, str | None]]
) -> None:
    text = "Since the last inspection it rose. The last inspection, in June 20195, saw this."
    assert earlier(ILACS + text) == []
    assert doubts == [("unclear-date", "June 20195")]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("inspection in November 2018", "inspection in January 2019", True),
        ("focused visit in November 2018", "focused visit in December 2018", True),
        ("inspection in November 2018", "inspection in 2018", False),
        ("inspection in November 2018", "inspection in November 2018", False),
    ],
)
def test_two_dates_of_what_seems_one_inspection_are_told(
    earlier: Reader,
    doubts: list[tuple[str, str | None]],
    first: str,
    second: str,
    told: bool,
) -> None:
    (found,) = earlier(ILACS + f"The {first} saw this.\n\n1. The {second} saw that.")
    assert str(found.when) == "2018-11"
    assert doubts == ([("earlier-dates-differ", second)] if told else [])


def test_dates_far_apart_are_of_two_inspections(
    earlier: Reader, doubts: list[tuple[str, str | None]]
) -> None:
    text = "The focused visit in May 2018 saw this.\n\n1. The focused visit in July 2018 saw that."
    assert [str(each.when) for each in earlier(ILACS + text)] == ["2018-05", "2018-07"]
    assert doubts == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("children who go missing from home are seen sooner", ["2018"]),
        ("return home interviews are held sooner", ["2018"]),
        ("help for children who live at home is better", ["2018"]),
        ("the home has made progress", []),
        ("the council’s two children’s homes have made progress", []),
    ],
)
def test_a_childs_own_home_is_no_childrens_home(
    earlier: Reader, words: str, found: list[str]
) -> None:
    read = earlier(f"{ILACS}Since the last inspection in 2018, {words}.")
    assert [str(each.when) for each in read] == found


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("Services were judged to be good at the last inspection.", "good"),
        # what was graded is not said, or it may be another inspection
        ("They were inadequate when judged to be inadequate at the last inspection.", None),
        ("Services were judged to be good at the previous inspection.", None),
    ],
)
def test_a_grade_given_at_the_last_inspection_is_of_the_one_so_called(
    earlier: Reader, sentence: str, grade: str | None
) -> None:
    [found] = earlier(f"{ILACS}1. Since the last inspection in 2018, much is new.\n\n2. {sentence}")
    assert (str(found.when), found.grade) == ("2018", grade)


def test_a_grade_of_two_inspections_is_of_both(earlier: Reader) -> None:
    text = "At the inspections in 2016 and 2019, the local authority was judged to be inadequate."
    assert [(str(each.when), each.grade) for each in earlier(ILACS + text)] == [
        ("2016", "inadequate"),
        ("2019", "inadequate"),
    ]


def test_the_quote_is_the_sentence(earlier: Reader) -> None:
    sentence = "Services for children, as they then were, were judged good in 2018."
    (found,) = earlier(ILACS + f"Marlowe is new since 1 April 2021. {sentence} It lasted.")
    assert found.quote.text == sentence
    assert found.subject is None


def test_one_inspection_said_often_is_one(earlier: Reader) -> None:
    (found,) = earlier(
        ILACS + "Services have improved since the inspection in 2018.\n\n"
        "1. The last inspection in June 2018 judged the local authority to be adequate.\n\n"
        "2. Little was done after the ILACS inspection in 2018."
    )
    assert (str(found.when), found.grade) == ("2018-06", "adequate")


def test_two_grades_of_one_sentence_are_two(earlier: Reader) -> None:
    found = earlier(
        ILACS + "At the last inspection in May 2018, services were judged as good overall but they "
        "required improvement in respect of the progress of care leavers."
    )
    assert [(str(each.when), each.grade, each.subject) for each in found] == [
        ("2018-05", "good", "services"),
        ("2018-05", "required improvement", "the progress of care leavers"),
    ]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "The last inspection of the local authority’s services was in May 2018. The local "
            "authority was judged to be adequate for safeguarding and good for children in care.",
            [("adequate", "safeguarding"), ("good", "children in care")],
        ),
        (
            "Since the last inspection in May 2018, where Marlowe was judged good in help and "
            "protection and outstanding overall, practice has changed.",
            [("good", "help and protection"), ("outstanding", "overall")],
        ),
        (
            "Since the last inspection in May 2018, when the experiences of children who need "
            "help were judged to be good, practice has changed.",
            [("good", "the experiences of children who need help")],
        ),
        (
            "The last full inspection was in May 2018. All were poor, with adoption judged to be "
            "good.",
            [("good", "adoption")],
        ),
    ],
)
def test_each_grade_is_of_what_it_was_given_for(
    earlier: Reader, sentences: str, expected: list[tuple[str, str]]
) -> None:
    assert [(each.grade, each.subject) for each in earlier(sentences)] == expected


def test_the_list_of_an_authoritys_own_inspections(earlier: Reader) -> None:
    found = earlier(
        SIF + "• The local authority operates two children’s homes. One was judged to be good at "
        "its inspection in May 2014.\n\n"
        "• The previous inspection of the local authority’s safeguarding arrangements was in May "
        "2012. The local authority was judged to be satisfactory.\n\n"
        "• The previous inspection of the local authority’s services for looked after children "
        "was in May 2012. The local authority was judged to be good.\n\n"
        "• The previous inspection of the local authority’s adoption service was in June 2011.\n",
        date(2015, 4, 1),
    )
    assert [(each.what, str(each.when), each.grade) for each in found] == [
        (
            "previous inspection of the local authority’s safeguarding arrangements",
            "2012-05",
            "satisfactory",
        ),
        (
            "previous inspection of the local authority’s services for looked after children",
            "2012-05",
            "good",
        ),
        ("previous inspection of the local authority’s adoption service", "2011-06", None),
    ]
    assert found[0].quote.text.endswith("judged to be satisfactory.")


def test_a_field_for_the_previous_inspection(earlier: Reader) -> None:
    text = SEND + "Dates of previous inspection: 24 to 28 January 2019\n\nInspection outcome\n\n"
    (found,) = earlier(text + "Leaders have acted since the previous inspection in January 2019.")
    assert (str(found.when), found.family) == ("2019-01-24", "AreaSEND")
    assert earlier(SEND + "Date of previous inspection: Not previously inspected\n") == []


def test_without_the_day_of_fieldwork_every_date_stands(earlier: Reader) -> None:
    (found,) = earlier(ILACS + "The last inspection in 2031 saw this.", None)
    assert str(found.when) == "2031"


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("A focused visit on 31 February 2019 found drift.", "impossible-date", "31 February 2019"),
        ("A focused visit from 24 to 13 March 2019 saw this.", "end-before-start",
         "24 to 13 March 2019"),
        ("The last inspection, in June 20195, saw this in 2018.", "unclear-date", "June 20195"),
    ],
)  # fmt: skip
def test_an_inspection_on_a_day_that_cannot_be_is_told_and_left_out(
    earlier: Reader, doubts: list[tuple[str, str | None]], sentence: str, code: str, words: str
) -> None:
    assert earlier(ILACS + sentence) == []
    assert doubts == [(code, words)]


def test_a_day_that_cannot_be_is_no_matter_where_no_inspection_is_named(
    earlier: Reader, doubts: list[tuple[str, str | None]]
) -> None:
    assert [str(each.when) for each in earlier(
        ILACS + "The board met on 31 February 2019. The last inspection was in 2018."
    )] == ["2018"]  # fmt: skip
    assert doubts == []
