"""Improvement lists of every family: items, groups, topics, what is none, and what is told."""

import pytest

from kg.documents import read_bytes
from kg.reports.doubts import doubt_lists
from kg.reports.lists import item_text, read_lists
from kg.reports.outline import read_outline
from kg.reports.profile import load_profiles
from tests.reports.printing import bullet, heading, number, printed, text

PROFILES = {profile.family.code: profile for profile in load_profiles()}
#: Families whose lists are bullets, each with the headings of its list and of what follows.
BULLETED = {
    "ILACS": ("What needs to improve?", "The impact of leaders on social work practice with "
              "children and families: good"),
    "ILACS-focused": ("What needs to improve in this area of practice", "Main findings"),
    "ILACS-monitoring": ("What needs to improve", "Main findings"),
    "JTAI": ("What needs to improve?", "Main findings"),
}  # fmt: skip
PROSE = text("Leaders in Northmoor know their services well, and they have a plan.")


def read(family, *pieces):
    """The items of a report's lists, each with its group, and the codes of what is told."""
    document, profile = printed(*pieces), PROFILES[family]
    parts = read_outline(document, profile)
    form = profile.improvements
    lists = read_lists(document, form, parts)
    told = [problem.code for problem in doubt_lists(document, form, parts, lists)]
    items = [
        (group, item_text(document, item)) for each in lists for _, group, _, item in each.items
    ]
    return items, told


def plain(*items):
    return [(None, item) for item in items]


@pytest.mark.parametrize("family", BULLETED)
def test_bullets_are_items_and_the_next_heading_ends_them(family):
    above, below = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), bullet("The quality of plans."),
        bullet("Supervision that leaves\na record of decisions."), heading(below), PROSE,
        bullet("Children are seen often."),
    )  # fmt: skip
    assert items == plain("The quality of plans.", "Supervision that leaves a record of decisions.")
    assert told == []


@pytest.mark.parametrize("family", BULLETED)
def test_numbers_are_items_where_a_list_has_no_bullets(family):
    above, below = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), number(1, "The quality of plans."),
        number(2, "The use of chronologies."), heading(below), PROSE,
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
    assert told == []


@pytest.mark.parametrize("family", BULLETED)
def test_numbers_behind_bullets_are_no_items_and_are_told(family):
    above, _ = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), bullet("The quality of plans."),
        number(1, "Children are seen often."), number(2, "Plans are clear."),
    )  # fmt: skip
    assert items == plain("The quality of plans.")
    assert told == ["other-marks-in-list"]


@pytest.mark.parametrize("family", BULLETED)
def test_a_list_that_lost_its_bullets_is_its_paragraphs_and_is_told(family):
    above, below = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), text("The quality of plans."),
        text("The use of chronologies."), heading(below), PROSE,
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
    assert told == ["list-without-marks"]


@pytest.mark.parametrize("family", BULLETED)
def test_prose_under_the_heading_is_no_item_and_is_told(family):
    above, below = BULLETED[family]
    prose = text("There is little in Northmoor that is weak. " + "Leaders know what it is. " * 8)
    items, told = read(family, PROSE, heading(above), prose, heading(below), PROSE)
    assert items == []
    assert told == ["empty-list"]


@pytest.mark.parametrize("family", ["ILACS", "ILACS-focused", "JTAI", "SIF", "LAC", "CP2012"])
def test_a_report_without_its_list_is_told(family):
    items, told = read(family, heading("Main findings"), PROSE)
    assert (items, told) == ([], ["no-list"])


def test_a_list_that_only_one_of_two_bodies_has_is_told():
    _, told = read(
        "SIF", PROSE, heading("The local authority", 16.0, pages=1), heading("Recommendations"),
        number(1, "Ensure that plans are kept."),
        heading("The Local Safeguarding Children Board (LSCB)", 16.0),
        heading("Inspection findings"), number(2, "The board meets often."),
    )  # fmt: skip
    assert told == ["no-list"]


NONE = [
    "There are no areas for priority action.",
    "There were no areas for priority and immediate action.",
    "No areas for priority action were identified at this visit.",
    "No areas were identified for immediate improvement.",
    "The inspection did not find any areas for priority and immediate action.",
    "Inspectors did not identify any areas for priority action.",
    "At this visit, inspectors did not identify any further areas for improvement.",
    "The review makes no recommendations for the board.",
    "There are no priority actions.",
    "None.",
    "None identified",
]


@pytest.mark.parametrize("words", NONE)
@pytest.mark.parametrize("mark", [text, bullet, lambda words: number(1, words)])
@pytest.mark.parametrize("family", [*BULLETED, "SIF"])
def test_a_sentence_that_says_that_there_is_none_is_no_item(family, mark, words):
    items, told = read(
        family, PROSE, heading("Areas for priority action"), mark(words),
        heading("Areas for improvement"), bullet("The quality of plans."),
    )  # fmt: skip
    assert items == plain("The quality of plans.")
    assert told == []


@pytest.mark.parametrize(
    "words",
    [
        "Decide sooner, to ensure there are no delays when children need a home.",
        "There are no shared records of meetings. As a result, action is late.",
        "Make sure that there are no children for whom no action is planned.",
        "Not all areas of the county have a team for children who go missing.",
        "The number of children for whom no recommendations were made by the panel.",
    ],
)
@pytest.mark.parametrize("mark", [bullet, lambda words: number(1, words)])
@pytest.mark.parametrize("family", [*BULLETED, "SIF"])
def test_an_item_that_holds_the_words_of_none_is_one(family, mark, words):
    items, _ = read(family, PROSE, heading("Areas for improvement"), mark(words))
    assert items == plain(words)


@pytest.mark.parametrize(
    "words",
    [
        "The areas for improvement set at the last focused visit remain.",
        "The areas for improvement continue to be those of the inspection of July 2018.",
        "The recommendations of the last inspection still stand.",
    ],
)
@pytest.mark.parametrize("mark", [text, bullet])
def test_that_an_earlier_list_stands_is_no_item_and_is_told(mark, words):
    above, below = BULLETED["ILACS-focused"]
    items, told = read("ILACS-focused", PROSE, heading(above), mark(words), heading(below), PROSE)
    assert (items, told) == ([], ["earlier-list-stands"])


@pytest.mark.parametrize(
    ("item", "rest"),
    [
        (bullet("The board has figures\nevery month."), 90.0),
        (bullet("The board has figures every month."), 90.0),
        (number(1, "The board has figures\nevery month."), 100.0),
        (number(1, "The board has figures every month."), 100.0),
    ],
)
def test_an_item_goes_on_over_the_page_after_a_full_stop(item, rest):
    items, told = read(
        "SIF", PROSE, heading("Recommendations"), item,
        text("It does not ask what they mean.", x0=rest, pages=1), heading("Inspection findings"),
    )  # fmt: skip
    assert items == plain("The board has figures every month. It does not ask what they mean.")
    assert told == []


def test_a_paragraph_at_the_margin_is_not_part_of_an_item_and_is_told():
    items, told = read(
        "ILACS", PROSE, heading("What needs to improve?"), bullet("The quality of plans."),
        text("Leaders know this.", pages=1), bullet("The use of chronologies."),
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
    assert told == ["stray-in-list"]


def test_what_a_letter_says_behind_its_last_list_is_no_part_of_it():
    items, told = read(
        "ILACS-focused", PROSE, heading("Areas for improvement"), bullet("The quality of plans."),
        text("Ofsted will take the findings from this focused visit into account."),
        text("Yours sincerely"), text("Edwin Marsh"),
    )  # fmt: skip
    assert (items, told) == (plain("The quality of plans."), [])


@pytest.mark.parametrize(
    "words",
    [
        "Missing children",
        "Children who go missing or who are at risk of being used by others for their own ends",
        "Young people who have left care and live far away from Harrowick (and their families)",
    ],
)
def test_a_number_that_is_only_a_heading_over_bullets_is_a_group(words):
    items, told = read(
        "SIF", PROSE, heading("Recommendations"), number(1, "Ensure that plans are kept."),
        number(2, words), bullet("Find them sooner.", x0=100.0),
        bullet("Offer each of them a talk.", x0=100.0), number(3, "Improve supervision."),
    )  # fmt: skip
    assert items == [
        (None, "Ensure that plans are kept."),
        (words, "Find them sooner."),
        (words, "Offer each of them a talk."),
        (None, "Improve supervision."),
    ]
    assert told == []


@pytest.mark.parametrize(
    ("lead_in", "bullets"),
    [
        ("Improve the quality of plans by:", ("ensuring that they are kept;", "asking children.")),
        (
            "Across the area, leaders should act:",
            ("The police should ask.", "Schools should tell."),
        ),
        ("Have a framework; this to include", ("clear data", "clear lines of command.")),
    ],
)
def test_a_number_whose_sentence_goes_on_in_bullets_is_one_item(lead_in, bullets):
    items, told = read(
        "SIF", PROSE, heading("Recommendations"), number(1, lead_in),
        *(bullet(each, x0=100.0) for each in bullets),
    )  # fmt: skip
    (item,) = items
    assert item[1].startswith(lead_in)
    assert all(each in item[1] for each in bullets)
    assert told == []


def test_an_odd_mark_under_a_bullet_is_a_bullet_too():
    items, _ = read(
        "ILACS-focused", PROSE, heading("What needs to improve"), bullet("Records, including:"),
        text("\u23af the plan", x0=104.0), text("\u23af the visits.", x0=104.0),
        bullet("Supervision."),
    )  # fmt: skip
    assert items == plain("Records, including: the plan; the visits.", "Supervision.")


@pytest.mark.parametrize("mark", ["*", "o", "\u25ba", "\u23af"])
@pytest.mark.parametrize("family", BULLETED)
def test_odd_marks_are_the_bullets_of_a_list_without_others(family, mark):
    above, below = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), text(f"{mark} The quality of plans."),
        text(f"{mark} The use of chronologies."), heading(below), PROSE,
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
    assert told == []


def test_topics_inside_a_list_are_the_groups_of_its_items():
    items, told = read(
        "SIF", PROSE, heading("Areas for improvement"),
        text("Leadership, management and governance"), number(1, "Ensure that plans are kept."),
        text("Care leavers"), number(2, "See them."), heading("Inspection findings"),
    )  # fmt: skip
    assert items == [
        ("Leadership, management and governance", "Ensure that plans are kept."),
        ("Care leavers", "See them."),
    ]
    assert told == []


@pytest.mark.parametrize("numbers", [(1, 2, 4), (1, 3, 4), (1, 2, 2), (4, 5, 1)])
def test_numbers_that_skip_or_start_again_are_told(numbers):
    items, told = read(
        "SIF", PROSE, heading("Recommendations"), *(number(n, f"Do number {n}.") for n in numbers)
    )
    assert items == plain(*(f"Do number {n}." for n in numbers))
    assert told == ["list-number"]


def test_numbers_may_begin_anywhere():
    _, told = read("SIF", PROSE, heading("Recommendations"), number(87, "See."), number(88, "Do."))
    assert told == []


def test_an_item_without_its_end_is_told_if_its_last_line_is_full():
    others = [bullet(f"The quality of plan number {n}, and of all else.") for n in range(3)]
    full = bullet("The quality of plans for children who are known\nto the service for young "
                  "people who have done what the law does not allow")  # fmt: skip
    short = bullet("The quality of plans for children who are known\nto the service")
    above = heading("What needs to improve?")
    assert read("ILACS", PROSE, above, *others, full)[1] == ["item-cut-short"]
    assert read("ILACS", PROSE, above, *others, short)[1] == []


def test_nothing_can_be_lost_of_an_item_right_above_the_next():
    others = [bullet(f"The quality of plan number {n}, and of all else.") for n in range(3)]
    full = bullet("The quality of plans for children who are known\nto the service for young "
                  "people who have done what the law does not allow")  # fmt: skip
    above = heading("What needs to improve?")
    assert read("ILACS", PROSE, above, full, *others)[1] == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("There are no recommendations for the board.", []),
        ("There are no areas for improvement arising from this inspection.", []),
        ("There are no recommendations from its reviews that it has not met.", ["no-list"]),
        ("There are no areas for priority action.", ["no-list"]),
    ],
)
def test_a_report_that_says_that_it_has_no_list_lacks_none(said, told):
    pieces = (heading("Executive summary"), text(f"Leaders know their services well. {said}"))
    assert read("SIF", *pieces)[1] == told


def test_a_missing_list_is_told_with_the_page_where_its_part_begins():
    document, profile = printed(heading("Headline findings"), PROSE), PROFILES["ILACS-focused"]
    parts = read_outline(document, profile)
    (problem,) = doubt_lists(document, profile.improvements, parts, [])
    assert (problem.code, problem.page, problem.text) == ("no-list", 1, "Headline findings")
    assert "'Headline findings'" in problem.message


def test_an_item_much_longer_than_the_others_is_told():
    others = [bullet(f"The quality of plan number {n}.") for n in range(4)]
    long = bullet("\n".join(["Leaders know their services well and have a plan for them."] * 14))
    assert read("ILACS", PROSE, heading("What needs to improve?"), *others, long)[1] == [
        "long-item"
    ]


def test_a_heading_over_a_list_with_a_heading_of_its_own_is_no_empty_list():
    items, told = read(
        "SIF", PROSE, heading("What does the local authority need to improve?", 16.0),
        heading("Priority and immediate action"), number(1, "See each child."),
        heading("Areas for improvement"), number(2, "Ensure that plans are kept."),
    )  # fmt: skip
    assert items == plain("See each child.", "Ensure that plans are kept.")
    assert told == []


def test_a_list_of_300_items_is_read_whole():
    items, told = read(
        "ILACS", PROSE, heading("What needs to improve?"),
        *(bullet(f"The quality of plan {n}.") for n in range(300)),
    )  # fmt: skip
    assert len(items) == 300
    assert told == []


@pytest.mark.parametrize("mark", ["a)", "(a)", "i)", "(1)", "1)"])
@pytest.mark.parametrize("family", BULLETED)
def test_letters_in_brackets_are_the_marks_of_a_list_without_others(family, mark):
    above, below = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), text(f"{mark} The quality of plans."),
        text("b) The use of chronologies."), heading(below), PROSE,
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
    assert told == []


@pytest.mark.parametrize("family", BULLETED)
def test_a_line_like_a_heading_ends_a_list_where_lists_have_no_topics(family):
    above, _ = BULLETED[family]
    items, told = read(
        family, PROSE, heading(above), bullet("The quality of plans."),
        text("What children told inspectors"), bullet("They like their homes."),
    )  # fmt: skip
    assert items == plain("The quality of plans.")
    assert told == ["heading-in-list"]


@pytest.mark.parametrize(
    ("mark", "told"), [("- ", ["topic-in-list"]), ("", [])], ids=["bullets", "numbers"]
)
def test_a_line_between_the_bullets_of_a_text_may_be_a_topic_or_a_heading(mark, told):
    items = [mark or f"{number}. " for number in (1, 2)]
    document = read_bytes(
        "\n\n".join([
            "Marlowe", "Recommendations", f"{items[0]}Ensure that plans are kept.",
            "What children told inspectors", f"{items[1]}Ensure that visits are made.",
        ]).encode(), "made-up",
    )  # fmt: skip
    profile = PROFILES["SIF"]
    parts = read_outline(document, profile)
    lists = read_lists(document, profile.improvements, parts)
    problems = doubt_lists(document, profile.improvements, parts, lists)
    assert [problem.code for problem in problems if "topic" in problem.code] == told


def test_a_sub_bullet_on_the_next_page_is_told_by_its_edge():
    items, _ = read(
        "ILACS", PROSE, heading("What needs to improve?"), bullet("Records, including:"),
        bullet("the plan", x0=96.0), bullet("the visits.", x0=96.0, pages=1),
        bullet("Supervision."),
    )  # fmt: skip
    assert items == plain("Records, including: the plan; the visits.", "Supervision.")


def test_letters_that_follow_one_another_part_a_block():
    items, _ = read(
        "ILACS", PROSE, heading("What needs to improve?"),
        text("a) The quality of plans.\nb) The use of chronologies\nby all.\nc) Supervision."),
    )  # fmt: skip
    assert items == plain(
        "The quality of plans.", "The use of chronologies by all.", "Supervision."
    )


def test_a_line_like_a_heading_ends_a_list_whose_items_have_no_stops():
    items, told = read(
        "ILACS", PROSE, heading("What needs to improve?"), bullet("The quality of plans"),
        text("What children told inspectors"), bullet("They like their homes."),
    )  # fmt: skip
    assert (items, told) == (plain("The quality of plans"), ["heading-in-list"])


def test_a_list_goes_on_behind_a_box_that_is_set_in():
    items, told = read(
        "JTAI", PROSE, heading("What needs to improve?", 12.0),
        bullet("The quality of plans,\nand of all"),
        heading("Case study: area for improvement", 12.0, x0=97.0),
        text("A child was not seen.", x0=97.0), text("that they ask for.", x0=90.0),
        bullet("Supervision."), heading("Main findings", 12.0), PROSE,
    )  # fmt: skip
    assert items == plain("The quality of plans, and of all that they ask for.", "Supervision.")
    assert told == []


@pytest.mark.parametrize(("x0", "kind"), [(97.0, "findings"), (72.0, "practice-study")])
def test_a_heading_left_of_a_box_goes_on_with_what_stood_above_it(x0, kind):
    document = printed(
        heading("Main findings", 12.0), PROSE,
        heading("Practice study: highly effective practice", 12.0, x0=x0),
        text("A child was seen.", x0=x0),
        heading("Work with children who go missing", 12.0), PROSE,
    )  # fmt: skip
    [*_, last] = read_outline(document, PROFILES["JTAI"])
    assert (last.text, last.kind) == ("Work with children who go missing", kind)


def test_words_with_bullets_under_them_elsewhere_are_a_topic_in_a_text():
    words = (
        "Key strengths\n\nThe front door\n\n- Calls are answered.\n\nAreas for improvement\n\n"
        "Leadership and management\n\n- Audits are late.\n\n{}\n\n- Calls are not recorded.\n"
    )
    form = PROFILES["JTAI"].improvements
    found = []
    for topic in ("The front door", "What children said"):
        document = read_bytes(words.format(topic).encode(), "made-up")
        lists = read_lists(document, form, read_outline(document, PROFILES["JTAI"]))
        found.append(
            [(group, item_text(document, i)) for each in lists for _, group, _, i in each.items]
        )
    assert found[0][-1] == ("The front door", "Calls are not recorded.")
    assert len(found[1]) == 1


def test_odd_marks_are_the_marks_of_a_list_not_parts_of_its_first_item():
    items, _ = read(
        "ILACS", PROSE, heading("What needs to improve?"), text("* The quality of plans."),
        text("* The use of chronologies."),
    )  # fmt: skip
    assert items == plain("The quality of plans.", "The use of chronologies.")
