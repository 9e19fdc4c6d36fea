"""The rows of a table of actions, with and without gaps and bullets between them."""

import pytest

from kg.documents import read_bytes
from kg.reports.listrows import read_rows
from kg.reports.lists import item_text
from kg.reports.outline import read_outline
from kg.reports.profile import load_profiles
from tests.reports.printing import bullet, heading, printed, text

SEND = next(profile for profile in load_profiles() if profile.family.code == "AreaSEND")
ROWS = [
    "Leaders across the partnership should make the early years offer fairer.",
    "Health leaders need to shorten the wait for a first visit.",
    "The local area partnership should ask young people what they think.",
]


def rows(*pieces):
    document = printed(heading("Areas for improvement"), *pieces)
    part = read_outline(document, SEND)[-1]
    found = read_rows(document, part, SEND.improvements.row_start)
    return [(body, item_text(document, item)) for body, item in found]


@pytest.mark.parametrize("pieces", [[text(row) for row in ROWS], [text("\n".join(ROWS))]])
def test_rows_with_and_without_a_gap(pieces):
    assert rows(*pieces) == [(None, row) for row in ROWS]


@pytest.mark.parametrize(("end", "glued"), [(".", False), (".", True), ("", False)])
def test_a_row_behind_the_bullet_of_another(end, glued):
    last = f"a named person{end}"
    # in one block the lines are all that parts them
    behind = [bullet(f"{last}\n{ROWS[1]}")] if glued else [bullet(last), text(ROWS[1])]
    found = rows(text("Leaders should plan, including:"), bullet("a visit first"), *behind)
    assert found == [
        (None, f"Leaders should plan, including: a visit first; {last}"),
        (None, ROWS[1]),
    ]


def test_a_row_goes_on_over_a_page():
    found = rows(text("Leaders should plan, so that children"), text("are seen.", pages=1))
    assert found == [(None, "Leaders should plan, so that children are seen.")]


def test_bodies_stand_at_the_left_of_what_they_are_to_do():
    found = rows(
        text("Marlowe Council"), text(ROWS[0], x0=240.0, beside=True),
        text("NHS Marlowe"), text(ROWS[1], x0=240.0, beside=True),
    )  # fmt: skip
    assert found == [("Marlowe Council", ROWS[0]), ("NHS Marlowe", ROWS[1])]


@pytest.mark.parametrize(("behind", "count"), [(ROWS[1], 2), ("and of visits.", 1)])
def test_a_body_on_the_next_page_opens_a_row_if_an_action_stands_beside_it(behind, count):
    found = rows(
        text("NHS Marlowe"), text("Leaders should plan, including:", x0=240.0, beside=True),
        bullet("a record of calls", x0=260.0),
        text("NHS Marlowe", pages=1), text(behind, x0=240.0, beside=True),
    )  # fmt: skip
    assert len(found) == count


def test_a_tab_parts_the_columns_of_a_text():
    printed_rows = (
        "Areas for priority action\n\nResponsible body\tAreas for priority action\n\n"
        f"NHS Marlowe\t{ROWS[1]}\n\nMarlowe Council\tLeaders should plan, including:\n"
        "- a visit first\n- a name\n"
    )
    document = read_bytes(printed_rows.encode(), "made-up")
    part = read_outline(document, SEND)[-1]
    found = read_rows(document, part, SEND.improvements.row_start)
    assert [(body, item_text(document, item)) for body, item in found] == [
        ("NHS Marlowe", ROWS[1]),
        ("Marlowe Council", "Leaders should plan, including: a visit first; a name"),
    ]
