"""Headers of short made-up reports, one for each printed form, and of reports gone wrong."""

from datetime import date

import pytest

ILACS = """\
Inspection of Marlowe local authority children’s services

Inspection dates: {dates}

Lead inspector: Jo Marsh, His Majesty’s Inspector

Judgement Grade
"""
EARLY_ILACS = """\
Marlowe Borough Council

Inspection of children's social care services

Inspection dates: 4 March 2019 to 15 March 2019

Lead inspector: Jo Marsh
Her Majesty's Inspector
"""
SIF = """\
North Marlowe

{title} of services for children in need of help and protection, children looked after and
care leavers
Inspection date: 9 May 2016 – 2 June 2016
Report published: {published}

Children’s services in North Marlowe require improvement to be good

The inspection team

Lead inspector: Jo Marsh HMI
"""
CP = """\
Inspection of local authority arrangements for the protection of children

London Borough of Marlowe

Inspection dates:

Lead inspector

12 – 21 June 2012

Jo Marsh HMI

Age group: All
"""
LAC = """\
Inspection of looked after children services

Marlowe City Council

Inspection dates: 8 – 12 July 2013

Reporting inspector Jo Marsh HMI

Age group: All

Published: 16 August 2013
"""
FOCUSED = """\
Ofsted

Piccadilly Gate

Manchester

3 December 2024

Dear Ms Penn

Focused visit to {place} local authority children’s services

This letter summarises the findings of the focused visit to {place} on 5 and 6 November 2024.
His Majesty’s Inspectors for this visit were Jo Marsh and Carl d’Arcy.

Yours sincerely

Jo Marsh

His Majesty’s Inspector
"""
MONITORING = """\
17 July 2017

Dear Ms Penn

Monitoring visit of St. Aldate Council children’s services

This letter summarises the findings of the monitoring visit to St. Aldate children’s services on
20 and 21 June 2017, the third since the authority was judged inadequate in January 2016. The
visit was carried out by two of Her Majesty’s Inspectors, Jo Marsh and Carl Dean HMI.

Yours sincerely

Jo Marsh
"""
OLD_JTAI = """\
2 January 2017

Dear local partnership

Joint targeted area inspection of the multi-agency response to {subject} in Marlowe

Between 5 and 9 December, three inspectorates undertook a joint inspection of the multi-agency
response to {subject} in Marlowe. It included a ‘deep dive’ focus on the response to children
living with domestic abuse.
"""
NEW_JTAI = """\
31 March 2023

Dear Marlowe Local Safeguarding Partnership

Joint targeted area inspection of Marlowe

This inspection took place from 6 to 10 February 2023. It looked at the multi-agency response to
the criminal exploitation of children in Marlowe.
"""
SEND = """\
Area SEND inspection of the Marlowe Local Area Partnership

Inspection dates: 29 January to 2 February 2024

Date of previous inspection: 3 to 7 July 2017

Inspection team

Ofsted

Jo Marsh, HMI, Ofsted Lead inspector
"""


def days(header):
    return [(str(visit.start), str(visit.end)) for visit in header.visits]


def codes(header):
    return [problem.code for problem in header.problems]


@pytest.mark.parametrize(
    ("text", "title", "authority", "printed", "start", "end", "published"),
    [
        (
            ILACS.format(dates="13 to 24 March 2023"),
            "Inspection of Marlowe local authority children’s services",
            "marlowe", "Marlowe", "2023-03-13", "2023-03-24", None,
        ),
        (
            EARLY_ILACS,
            "Marlowe Borough Council Inspection of children's social care services",
            "marlowe", "Marlowe Borough Council", "2019-03-04", "2019-03-15", None,
        ),
        (
            SIF.format(title="Inspection", published="1 August 2016"),
            "Inspection of services for children in need of help and protection, children looked"
            " after and care leavers",
            "north-marlowe", "North Marlowe", "2016-05-09", "2016-06-02", date(2016, 8, 1),
        ),
        (
            CP,
            "Inspection of local authority arrangements for the protection of children"
            " London Borough of Marlowe",
            "marlowe", "London Borough of Marlowe", "2012-06-12", "2012-06-21", None,
        ),
        (
            LAC,
            "Inspection of looked after children services Marlowe City Council",
            "marlowe", "Marlowe City Council", "2013-07-08", "2013-07-12", date(2013, 8, 16),
        ),
        (
            FOCUSED.format(place="Marlowe"),
            "Focused visit to Marlowe local authority children’s services",
            "marlowe", "Marlowe", "2024-11-05", "2024-11-06", date(2024, 12, 3),
        ),
        (
            MONITORING,
            "Monitoring visit of St. Aldate Council children’s services",
            "st-aldate", "St. Aldate Council", "2017-06-20", "2017-06-21", date(2017, 7, 17),
        ),
        (
            OLD_JTAI.format(subject="abuse and neglect"),
            "Joint targeted area inspection of the multi-agency response to abuse and neglect"
            " in Marlowe",
            "marlowe", "Marlowe", "2016-12-05", "2016-12-09", date(2017, 1, 2),
        ),
        (
            NEW_JTAI,
            "Joint targeted area inspection of Marlowe",
            "marlowe", "Marlowe", "2023-02-06", "2023-02-10", date(2023, 3, 31),
        ),
        (
            SEND,
            "Area SEND inspection of the Marlowe Local Area Partnership",
            "marlowe", "Marlowe", "2024-01-29", "2024-02-02", None,
        ),
    ],
    ids=["ilacs", "early ilacs", "sif", "cp", "lac", "focused", "monitoring", "old jtai",
         "new jtai", "send"],
)  # fmt: skip
def test_header_of_each_family(header_of, text, title, authority, printed, start, end, published):
    header = header_of(text)
    assert header.title.value == title
    assert (header.authority.value, header.authority_printed) == (authority, printed)
    assert days(header) == [(start, end)]
    assert (header.published and header.published.value) == published
    # the letter of 2017 prints days of December without their year, which is told
    yearless = text.startswith(OLD_JTAI.partition("{")[0])
    assert codes(header) == (["year-inferred"] if yearless else [])


@pytest.mark.parametrize(
    ("dates", "variant"),
    [
        ("13 to 17 March 2023", "short"),
        ("13 to 24 March 2023", "standard"),
        ("5 to 9 December 2022 and 14 to 15 February 2023", "standard"),
    ],
)
def test_the_days_tell_a_short_inspection_from_a_standard_one(header_of, dates, variant):
    header = header_of(ILACS.format(dates=dates))
    assert (header.variant, header.variant_inferred) == (variant, True)


@pytest.mark.parametrize(
    ("title", "variant"), [("Re-inspection", "re-inspection"), ("Inspection", None)]
)
def test_a_printed_variant_is_not_inferred(header_of, title, variant):
    header = header_of(SIF.format(title=title, published="1 August 2016"))
    assert (header.variant, header.variant_inferred) == (variant, False)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (OLD_JTAI.format(subject="serious youth violence"), "serious youth violence"),
        (OLD_JTAI.format(subject="abuse and neglect"), "children living with domestic abuse"),
        (NEW_JTAI, "criminal exploitation of children"),
    ],
)
def test_the_theme_is_the_subject_or_else_the_deep_dive(header_of, text, theme):
    assert header_of(text).theme.value == theme


def test_no_other_name_is_taken_for_one_that_is_in_no_register(header_of):
    # the letterhead names Manchester, which is an authority
    header = header_of(FOCUSED.format(place="Nowhere"))
    assert (header.authority, header.authority_printed) == (None, "Nowhere")
    assert codes(header) == ["unknown-authority"]


def test_the_name_means_the_authority_of_that_day(header_of):
    for year, slug in ((2018, "old-fenland"), (2020, "fenland")):
        header = header_of(EARLY_ILACS.replace("Marlowe", "Fenland").replace("2019", str(year)))
        assert header.authority.value == slug


@pytest.mark.parametrize(
    ("dates", "code", "words"),
    [
        ("31 February to 10 March 2023", "impossible-date", "31 February to 10 March 2023"),
        ("24 to 13 March 2023", "end-before-start", "24 to 13 March 2023"),
        ("in the spring", "no-dates", "Inspection dates: in the spring"),
        # years that cannot be, and spans that no inspection has
        ("13 to 24 March 1998", "impossible-year", "13 to 24 March 1998"),
        ("13 to 24 March 2099", "impossible-year", "13 to 24 March 2099"),
        ("13 March 2022 to 24 March 2023", "impossible-span", "13 March 2022 to 24 March 2023"),
        ("13 March to 24 May 2023", "impossible-span", "13 March to 24 May 2023"),
        ("9 to 13 May 2022 and 9 to 10 May 2023", "impossible-span", "9 to 13 May 2022"),
        ("9 to 13 May 2023 and 11 to 12 May 2023", "end-before-start", "11 to 12 May 2023"),
        # half understood
        ("13 to 24 March 2023 and 2 to 5", "unclear-date", "13 to 24 March 2023 and 2 to 5"),
        (
            "13 to 24 March 2023, and again on 5 May 2023",
            "unclear-date",
            "13 to 24 March 2023, and again on 5 May",
        ),
        (
            "the week of 13 March 2023",
            "unclear-date",
            "Inspection dates: the week of 13 March 2023",
        ),
    ],
)
def test_dates_that_cannot_be_are_told_with_their_words_and_left_out(header_of, dates, code, words):
    header = header_of(ILACS.format(dates=dates))
    assert header.visits == ()
    assert [(each.code, each.text, each.page) for each in header.problems] == [(code, words, 1)]


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        ("on 5 November 2023 and 6 November 2024", "impossible-span"),
        ("from 5 November 2023 to 6 November 2024", "impossible-span"),
        ("on 5 and 6 October 2024, and on 2 of November", "unclear-date"),
        ("on 5 and 6 November 2034", "impossible-year"),
    ],
)
def test_days_of_a_visit_that_cannot_be_are_told(header_of, visit, code):
    header = header_of(FOCUSED.format(place="Marlowe").replace("on 5 and 6 November 2024", visit))
    assert header.visits == ()
    assert codes(header) == [code]
    assert header.authority.value == "marlowe"


@pytest.mark.parametrize(
    ("dates", "published", "code"),
    [
        ("9 May 2016 – 2 June 2016", "1 June 2016", "published-before-end"),
        ("9 May 2016 – 2 June 2016", "1 August 2015", "published-before-end"),
        ("9 May 2016 – 2 June 2016", "1 August 2017", "published-too-late"),
        ("9 May 2016 – 2 June 2016", "1 August 2099", "impossible-year"),
        ("9 May 2016 – 2 June 2016", "31 June 2016", "impossible-date"),
    ],
)
def test_a_day_of_publication_that_cannot_be_is_told_and_left_out(
    header_of, dates, published, code
):
    header = header_of(SIF.format(title="Inspection", published=published))
    assert header.published is None
    assert days(header) == [("2016-05-09", "2016-06-02")]
    [problem] = header.problems
    assert (problem.code, problem.page) == (code, 1)
    assert problem.text.removeprefix("Report published: ") == published


def test_a_missing_publication_date_is_reported_where_the_family_prints_one(header_of):
    text = SIF.format(title="Inspection", published="").replace("Report published: \n", "")
    assert codes(header_of(text)) == ["no-publication-date"]


def test_a_report_of_no_known_family_is_read_by_general_rules(header_of):
    header = header_of(
        "Review of progress in the London Borough of Marlowe\n\n"
        "Visit dates: 5 June 2019 to 6 June 2019\n\nPublished: 1 July 2019\n\n"
        "The review looked at services in Manchester, too.\n"
    )
    assert header.title.value == "Review of progress in the London Borough of Marlowe"
    assert (header.authority.value, header.authority_printed) == (
        "marlowe",
        "London Borough of Marlowe",
    )
    assert days(header) == [("2019-06-05", "2019-06-06")]
    assert header.published.value == date(2019, 7, 1)


def test_a_text_that_is_no_report_gives_problems_and_no_values(header_of):
    header = header_of("Some notes.\n\nNothing to see.\n")
    assert (header.authority, header.visits, header.published) == (None, (), None)
    assert {"no-authority", "no-dates"} <= set(codes(header))


@pytest.mark.parametrize(
    "last",
    [
        "Previous inspection dates: 4 to 8 June 2018", "Last inspection date: 4 June 2018",
        "Date of the last inspection: 4 to 8 June 2018",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "label", ["Inspection dates:", "Dates of inspection:", "DATE OF INSPECTION"]
)
def test_the_days_of_the_last_inspection_are_not_those_of_this(header_of, label, last):
    for lines in ((last, f"{label} 3 to 7 June 2024"), (f"{label} 3 to 7 June 2024", last)):
        front = "\n\n".join(
            ["Inspection of Marlowe local authority children\u2019s services", *lines]
        )
        header = header_of(front)
        assert days(header) == [("2024-06-03", "2024-06-07")]


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted last visited the council on 3 and 4 May 2018.",
        "The previous inspection took place on 3 May 2018, with little success.",
        # within the time in which a letter may follow its visit
        "Since the last focused visit on 5 and 6 March 2019 most managers have changed.",
        "An inspection that was carried out on 3 May 2016 found much to praise.",
    ],
)
def test_an_earlier_visit_named_first_is_not_that_of_the_letter(header_of, said):
    letter = f"""\
6 August 2019

Focused visit to Marlowe local authority children\u2019s services

{said}

This letter summarises the findings of a focused visit to Marlowe on 9 and 10 July 2019.
"""
    header = header_of(letter)
    assert days(header) == [("2019-07-09", "2019-07-10")]


@pytest.mark.parametrize(
    "printed_days",
    ["Between Monday 5 and Friday 9 December 2016", "From Monday, 5 to 9 December 2016"],
)
def test_weekdays_may_stand_before_the_days_of_a_letter(header_of, printed_days):
    letter = OLD_JTAI.replace("Between 5 and 9 December", printed_days).format(subject="neglect")
    header = header_of(letter)
    assert days(header) == [("2016-12-05", "2016-12-09")]
