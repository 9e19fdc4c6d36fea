"""What a change of font says, and what it does not."""

import pytest

from tests.documents.drawing import drawn, words


@pytest.mark.parametrize("mark", ["\u2022", "-", "4.", "12.", "(a)"])
@pytest.mark.parametrize("size", [13, 16, 20])
def test_a_bullet_or_number_larger_than_its_text_is_no_change_of_font(mark, size):
    read = drawn(
        words((72, 700, mark), size=size),
        words(
            (90, 700, "Plans for children who are known to the youth"),
            (90, 686, "Offending Service, so that they say who does what."),
        ),
    )
    assert len(read.blocks) == 1
    assert {line.size for line in read.lines} == {11}
