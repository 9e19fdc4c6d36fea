"""A report that is bound into its file more than once is read once, and that is said."""

import pytest

from kg.documents import read_bytes
from kg.reports.filedoubts import doubt_copies

PAGES = "Help is early.\n\nPlans are kept.\n\fLeaders know.\n\f"


@pytest.mark.parametrize(
    ("copies", "said"),
    [(1, None), (2, "pages 1 to 2 come again as pages 3 to 4,"), (3, "again as pages 3 to 6,")],
)
def test_pages_that_come_again_are_named(copies, said):
    document = read_bytes((PAGES * copies).encode(), "made-up")
    problems = list(doubt_copies(document))
    assert bool(problems) == bool(said)
    for problem in problems:
        assert (problem.code, problem.page, problem.text) == ("bound-again", 3, "Help is early.")
        assert said in problem.message
