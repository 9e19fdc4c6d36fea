"""The facts part of a made-up report becomes observations with their places."""

from kg.documents import read_bytes
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, recognise
from kg.reports.facts import read_facts
from kg.reports.outline import read_outline

REPORT = """\
Marlowe Borough Council

Inspection of services for children in need of help and protection, children looked after and
care leavers

Executive summary

At 1 May 2015, 900 children were being looked after by the local authority.

Information about this local authority area

Children living in this area

• Approximately 4,300 children and young people under the age of 18 years live in Marlowe. This
is 23% of the total population in the area.

Children looked after in this area

• At 22 May 2015, 30 children were being looked after by the local authority (a rate
of 70 per 10,000 children). This is a reduction from 33 at 31 March 2014. Of this number:

– 12 (or 40%) live outside the local authority area

• In the last 12 months:

– there have been six adoptions

– fewer than five children became subject of special guardianship orders

• In the last 12 months there have been six adoptions.

Recommendations

1. Ensure that the 50 children with a child protection plan are seen.
"""


def test_figures_of_the_facts_part_alone():
    document = read_bytes(REPORT.encode(), "made-up")
    parts = read_outline(document, recognise(document, load_profiles()))
    facts, doubts = read_facts(document, parts, load_knowledge().measures)
    assert [
        (
            each.measure,
            each.value,
            each.unit,
            str(each.when) if each.when else None,
            each.comparison,
        )
        for each in facts
    ] == [
        ("children-under-18", 4300, "children", None, None),
        ("share-of-population", 23, "percent", None, None),
        ("looked-after", 30, "children", "2015-05-22", None),
        ("looked-after", 70, "per 10,000 children", "2015-05-22", None),
        ("looked-after", 33, "children", "2014-03-31", "earlier"),
        ("looked-after-outside-area", 12, "children", "2015-05-22", None),
        ("looked-after-outside-area", 40, "percent", "2015-05-22", None),
        ("adoptions", 6, "children", None, None),
    ]
    assert doubts == ()
    for each in facts:
        assert document.text[each.quote.start : each.quote.end] == each.quote.text
        assert each.quote.page == document.page_at(each.quote.start)
    assert facts[5].quote.text == "12 (or 40%) live outside the local authority area"


def test_a_report_without_facts_has_none():
    document = read_bytes(b"Some 40 children were being looked after.", "made-up")
    assert read_facts(document, read_outline(document, None), load_knowledge().measures) == ((), ())


def test_a_day_that_no_calendar_has_is_told_and_the_figure_has_none():
    text = REPORT.replace("At 22 May 2015", "At 31 June 2015")
    document = read_bytes(text.encode(), "made-up")
    parts = read_outline(document, recognise(document, load_profiles()))
    facts, doubts = read_facts(document, parts, load_knowledge().measures)
    (children,) = (
        each
        for each in facts
        if (each.measure, each.unit, each.comparison) == ("looked-after", "children", None)
    )
    assert (children.value, children.when) == (30, None)
    assert [(each.code, each.text) for each in doubts] == [("impossible-date", "31 June 2015")]


def test_a_second_figure_without_a_day_is_of_a_part():
    text = REPORT.replace("– fewer than five", "– 12 children were being looked after\n\n– fewer")
    document = read_bytes(text.encode(), "made-up")
    parts = read_outline(document, recognise(document, load_profiles()))
    facts, _ = read_facts(document, parts, load_knowledge().measures)
    assert [
        each.value
        for each in facts
        if (each.measure, each.unit, each.comparison) == ("looked-after", "children", None)
    ] == [30]
