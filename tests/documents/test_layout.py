"""Furniture and paragraphs of pages whose lines have positions."""

import pytest

from kg.documents import Role
from kg.documents.assemble import assemble
from kg.documents.rawlines import RawFile, RawLine, RawPage


def page(number: int, *lines: RawLine) -> RawPage:
    """An A4 page; each line's raw offset is its place in the page's text."""
    text = ""
    for line in lines:
        line.page, line.start = number, len(text)
        text += line.text + "\r\n"
    return RawPage(number, text, 595.0, 842.0, list(lines))


def line(text: str, y: float, x0: float = 72.0, size: float = 12.0, **more) -> RawLine:
    return RawLine(
        1, text, 0, x0, x0 + 5.4 * len(text), y, more.pop("first_size", size), size, **more
    )


def document(*pages: RawPage):
    return assemble(RawFile("application/pdf", list(pages), paged=True), "made-up", "0" * 64)


def blocks(*pages: RawPage) -> list[str]:
    read = document(*pages)
    return [read.text[block.start : block.end] for block in read.blocks]


def footer(number: int) -> tuple[RawLine, RawLine]:
    return (
        line("Inspection of Marlowe local authority children\u2019s services", 40, size=8),
        line(f"3 to 7 June 2024 {number}", 30, size=8),
    )


def test_a_paragraph_goes_on_over_the_page_and_its_footer():
    first = page(1, *footer(1), line("1. Plans for most children are clear, and the work that", 90))
    second = page(2, *footer(2), line("follows is timely.", 740), line("2. Visits are late.", 710))
    third = page(3, *footer(3), line("3. Reviews are held.", 740))
    assert blocks(first, second, third) == [
        "1. Plans for most children are clear, and the work that follows is timely.",
        "2. Visits are late.",
        "3. Reviews are held.",
    ]


def test_repeated_lines_at_the_foot_are_footers_and_a_figure_alone_is_the_page_number():
    pages = [
        page(n, *footer(n), line(str(n), 60), line(f"Text {n} of the page.", 600))
        for n in (1, 2, 3)
    ]
    roles = [each.role for each in document(*pages).all_lines][:4]
    assert roles == [Role.FOOTER, Role.FOOTER, Role.PAGE_NUMBER, Role.BODY]


def test_a_page_number_in_the_middle_of_the_sheet_is_found_by_its_place():
    made = page(
        2, line("2", 115, x0=295), line("Help is timely for", 700), line("most children.", 685)
    )
    assert blocks(made) == ["Help is timely for most children."]


def test_a_footnote_is_left_out_with_its_second_line():
    made = page(
        1,
        line("Help is timely for most of the children who need it", 700),
        line("in the county. More is to be done.", 685),
        line("1 A note about the figures,", 100, size=10, first_size=6.5),
        line("and its second line.", 88, size=10),
    )
    assert len(blocks(made)) == 1
    assert "note" not in blocks(made)[0]


def test_a_note_s_mark_set_before_a_heading_is_none_of_its_words():
    made = page(
        1,
        line("1About this area", 700, size=14, first_size=3),
        line("2About that area", 660, size=14),
        line("1. Help is timely.", 630),
    )
    assert blocks(made) == ["About this area", "2About that area", "1. Help is timely."]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("two live in special schools3, of whom", "3", "two live in special schools, of whom"),
        ("children living in this area12", "12", "children living in this area"),
        # another note's number, a code, and two words with the same number keep theirs
        ("two live in special schools3, of whom", "4", "two live in special schools3, of whom"),
        ("enquiries under s47 are late", "47", "enquiries under s47 are late"),
        ("the Power2 team is used", "2", "the Power2 team is used"),
        ("some level2 and stage2 work", "2", "some level2 and stage2 work"),
    ],
)
def test_a_mark_as_large_as_its_word_goes_if_a_footnote_bears_it(text, number, expected):
    made = page(
        1,
        line("Help is timely for most of the children who need it and", 715),
        line(text, 700),
        line(f"{number} A note about the figures.", 100, size=10, first_size=6.5),
    )
    assert blocks(made) == [f"Help is timely for most of the children who need it and {expected}"]


def test_a_printed_hyphen_is_kept_and_joined_without_a_space():
    made = page(
        1,
        line("Strong multi\ufffe", 700, broken=True),
        line("agency work helps.", 685),
    )
    assert blocks(made) == ["Strong multi-agency work helps."]


def test_a_hyphen_that_only_the_line_break_put_there_goes_and_that_is_said():
    made = page(
        1,
        line("The ser\ufffe", 700, broken=True),
        line("vices are good. Other services are not.", 685),
    )
    read = document(made)
    assert read.text == "The services are good. Other services are not."
    (note,) = read.notes
    assert (note.code, note.page, note.text) == ("hyphen-dropped", 1, "services")


def test_a_second_hyphen_of_a_word_is_printed():
    made = page(
        1,
        line("The day-to\ufffe", 700, broken=True),
        line("day work is good. Today it is not.", 685),
    )
    assert blocks(made) == ["The day-to-day work is good. Today it is not."]


def test_a_number_at_a_wrapped_line_start_is_no_paragraph_number():
    made = page(
        1,
        line("15. Children wait too long.", 720),
        line("Some leave care at the age of", 705),
        line("16. This is too early.", 690),
    )
    assert len(blocks(made)) == 1


def test_a_dash_inside_prose_is_no_bullet():
    made = page(1, line("They use Family Talk", 700), line("- Marlowe, a local programme.", 685))
    assert blocks(made) == ["They use Family Talk - Marlowe, a local programme."]


def test_cells_of_a_table_are_blocks_of_their_own():
    made = page(
        1,
        line("The experiences and progress of", 500, x0=77),
        line("care leavers", 486, x0=77),
        line("Requires improvement", 500, x0=303),
        line("to be good", 486, x0=303),
    )
    assert blocks(made) == [
        "The experiences and progress of care leavers",
        "Requires improvement to be good",
    ]


def test_the_closing_text_is_left_out_until_a_second_cover():
    first = page(
        1,
        line("Plans are good.", 700),
        line(
            "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted)",
            200,
        ),
        line("regulates and inspects.", 185),
    )
    second = page(2, line("Piccadilly Gate", 700))
    third = page(3, line("Review of the board", 700, size=26), line("It works well.", 600))
    assert blocks(first, second, third) == [
        "Plans are good.",
        "Review of the board",
        "It works well.",
    ]


def test_contents_are_left_out_also_where_the_number_is_a_cell_of_its_own():
    made = page(
        1,
        line("Contents", 700, size=18),
        line("Summary 3", 670),
        line("The experiences of children who need help", 640),
        line("and protection", 625),
        line("9", 625, x0=510),
        line("Plans are good and the visits timely.", 500),
        line("Managers know what they have to do.", 485),
        line("They do it in time.", 470),
        line("They say so.", 455),
    )
    assert blocks(made)[0].startswith("Plans are good")


def test_a_footer_known_from_other_pages_is_one_also_where_it_is_cut_into_cells():
    name = "Inspection of Marlowe local authority children\u2019s services"
    pages = [
        page(n, line(f"Text {n} of the page.", 600), line(name, 74), line(str(n), 40))
        for n in (1, 2, 3)
    ]
    cut = page(
        4,
        line("Children in care live with carers who are told", 93),
        line("Inspection of Marlowe local", 74),
        line("authority children\u2019s services", 74.5, x0=230),
    )
    after = page(5, line("in good time what was decided.", 740))
    assert blocks(*pages, cut, after)[-1] == (
        "Children in care live with carers who are told in good time what was decided."
    )


def test_a_bold_heading_close_under_a_finished_sentence_is_a_block_of_its_own():
    made = page(
        1,
        line("Youth workers know the estates well.", 516),
        line("What needs to improve?", 502, bold=True),
        line("The sharing of information with schools", 488),
        line("when a child is at risk.", 474),
    )
    assert blocks(made) == [
        "Youth workers know the estates well.",
        "What needs to improve?",
        "The sharing of information with schools when a child is at risk.",
    ]


def test_a_line_that_ends_in_a_number_behind_a_full_page_of_contents_is_text():
    entries = [line("Summary of the findings", 700), line("3", 700, x0=510)]
    behind = page(2, line("Section one", 700, size=18), line("Managers saw three of the 14", 660))
    assert blocks(page(1, line("Contents", 740, size=18), *entries), behind) == [
        "Section one",
        "Managers saw three of the 14",
    ]
    more = page(2, line("What inspectors found ........ 14", 700), line("Leaders", 600, size=18))
    assert blocks(page(1, line("Contents", 740, size=18), *entries), more) == ["Leaders"]


def test_what_stands_in_brackets_at_the_top_of_a_page_ends_the_paragraph_before_it():
    above = page(1, line("Leaders should plan the visits with families.", 90))
    assert blocks(above, page(2, line("(Recommendation)", 740), line("They do.", 700))) == [
        "Leaders should plan the visits with families. (Recommendation)",
        "They do.",
    ]


@pytest.mark.parametrize(
    ("x0", "text", "parted"),
    [
        (72.0, "Ofsted will take this into account.", True),
        (72.0, "of each visit.", False),
        (90.0, "Ofsted asked for.", False),
    ],
)
def test_a_sentence_below_a_bullet_on_the_next_page_is_known_by_its_edge(x0, text, parted):
    above = page(
        1,
        line("\u2022 The records of what was", 104),
        line("said and done by those whom", 90, x0=90),
    )
    assert len(blocks(above, page(2, line(text, 740, x0=x0)))) == 1 + parted


def test_small_print_at_the_top_of_a_second_page_is_a_header_also_where_it_stands_once():
    first = page(1, line("The team has a plan that names each child and", 90))
    second = page(
        2,
        line("Marlowe: a letter", 800, size=8),
        line("each visit.", 740),
        line("It is kept.", 700),
    )
    assert blocks(first, second)[0] == "The team has a plan that names each child and each visit."
    assert document(first, second).all_lines[1].role is Role.HEADER


@pytest.mark.parametrize("copies", [2, 3])
def test_a_report_that_is_bound_into_its_file_again_is_read_once(copies):
    pages = [
        page(number, line(f"Leaders know part {number % 2} of the plan.", 700))
        for number in range(1, 2 * copies + 1)
    ]
    read = document(*pages)
    assert read.text == "Leaders know part 1 of the plan.\nLeaders know part 0 of the plan."
    assert len(read.pages) == 2 * copies
    assert [each.role for each in read.all_lines[2:]] == [Role.COPY] * (2 * copies - 2)


def test_a_second_report_that_differs_is_no_copy():
    made = [page(n, line(f"Leaders know part {n} of the plan.", 700)) for n in (1, 2)]
    assert blocks(*made) == [f"Leaders know part {n} of the plan." for n in (1, 2)]
