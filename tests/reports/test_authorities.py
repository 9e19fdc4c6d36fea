"""Whom a report is about: names in every printed form, trusts, second witnesses, other days."""

import pytest

ILACS = """\
Inspection of {name}

Inspection dates: 13 to 24 March {year}

Lead inspector: Jo Marsh, His Majesty’s Inspector

Judgement Grade

The impact of leaders on social work practice with children and families

The experiences and progress of children who need help and protection

{prose}
"""
EARLY = """\
{name}

Inspection of children's social care services

Inspection dates: 4 March 2019 to 15 March 2019

Lead inspector: Jo Marsh, HMI

The impact of leaders on social work practice with children and families

The experiences and progress of children who need help and protection
"""
LETTER = """\
Ofsted

Manchester

3 December 2024

Ms Penn, Director

{address}

Dear Ms Penn

Focused visit to {title}

This letter summarises the findings of the focused visit to {sentence} on 5 and 6 November 2024.
His Majesty’s Inspectors for this visit were Jo Marsh and Carl Dean.

Yours sincerely

Jo Marsh
"""
FOOTED = "\n\n{page}. {words}\n\nInspection of {footer} local authority children’s services\n\f"

NAMES = {
    "marlowe": ["Marlowe", "MARLOWE", "Marlowe’s", "Marlowe's"],
    "north-marlowe": ["North Marlowe", "North-Marlowe"],
    "st-aldate": ["St. Aldate", "St Aldate", "St. Aldate’s"],
}
FORMS = [
    "{}", "{} Council", "{} City Council", "the London Borough of {}", "Royal Borough of {}",
    "City of {} Metropolitan District Council", "the City of {}",
]  # fmt: skip
SERVICES = ["local authority children’s services", "children’s services", "children's services"]


def letter(title, sentence, address="Town Hall"):
    return LETTER.format(title=title, sentence=sentence, address=address)


def full(name, year=2023, prose=""):
    return ILACS.format(name=name, year=year, prose=prose)


def told(header):
    return [(each.code, each.text, each.page) for each in header.problems]


@pytest.mark.parametrize("services", SERVICES)
@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_known_in_every_form_in_the_title_of_each_family(header_of, form, services):
    for slug, names in NAMES.items():
        for name in names:
            printed = form.format(name)
            for text in (full(f"{printed} {services}"), letter(f"{printed} {services}", "us")):
                header = header_of(text)
                assert header.authority.value == slug, text
                assert told(header) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_known_above_the_title_or_in_one_line_with_it(header_of, form):
    for slug, [name, *_] in NAMES.items():
        text = EARLY.format(name=form.format(name))
        for early in (text, text.replace("\n\nInspection of", " Inspection of")):
            assert header_of(early).authority.value == slug


@pytest.mark.parametrize(
    ("title", "sentence", "address"),
    [
        ("children’s services", "Marlowe children’s services", "Town Hall"),
        ("local authority children’s services", "the City of Marlowe’s services,", "Town Hall"),
        ("children’s services", "children’s services", "Marlowe City Council"),
    ],
)
def test_where_the_title_has_no_name_the_first_sentence_or_the_address_has(
    header_of, title, sentence, address
):
    header = header_of(letter(title, sentence, address))
    assert header.authority.value == "marlowe"
    assert told(header) == []


def test_the_town_of_an_address_is_no_authority(header_of):
    header = header_of(letter("children’s services", "children’s services", "Marlowe"))
    assert header.authority is None
    assert told(header) == [("no-authority", None, None)]


@pytest.mark.parametrize(
    ("title", "sentence", "slug"),
    [
        ("Together for Marlowe", "services", "marlowe"),
        ("Together for Marlowe, Marlowe", "services", "marlowe"),
        ("Doing Well for Children", "St Aldate children’s services", "st-aldate"),
        ("Doing Well for Children in St Aldate", "services", "st-aldate"),
        ("St Aldate children’s services", "Doing Well for Children", "st-aldate"),
        # unknown bodies that have a place in their names, and the place is named again
        ("Marlowe Children’s Trust", "Marlowe children’s services", "marlowe"),
        ("Brighter Futures for Marlowe", "Marlowe children’s services", "marlowe"),
    ],
)
def test_a_trust_leads_to_the_authority_that_it_delivers_for(header_of, title, sentence, slug):
    header = header_of(letter(title, sentence))
    assert header.authority.value == slug
    assert told(header) == []


@pytest.mark.parametrize("trust", ["Together for Marlowe", "Marlowe Children and Families Trust"])
def test_a_full_inspection_of_a_trust_is_one_of_its_authority(header_of, trust):
    header = header_of(full(trust, prose="Most children in Marlowe are safe."))
    assert header.authority.value == "marlowe"
    assert header.title.value == f"Inspection of {trust}"
    assert told(header) == []


@pytest.mark.parametrize(
    ("title", "sentence", "code", "words"),
    [
        ("Doing Well for Children", "services", "several-authorities", "Doing Well for Children"),
        ("Marlowe and St Aldate", "services", "several-authorities", "Marlowe and St Aldate"),
        ("Marlowe, Fenland and St Aldate", "it", "several-authorities",
         "Marlowe, Fenland and St Aldate"),
        ("Marlowe", "St Aldate children’s services", "authorities-differ", "Marlowe"),
        ("Together for Marlowe", "Fenland’s services,", "authorities-differ",
         "Together for Marlowe"),
        ("Upper Marlowe", "services", "unknown-authority", "Upper Marlowe"),
        ("Marlowe and Vale", "services", "unknown-authority", "Marlowe and Vale"),
        ("Nowhere", "Marlowe children’s services", "unknown-authority", "Nowhere"),
        ("Nowhere Children’s Trust", "services", "unknown-authority", "Nowhere Children’s Trust"),
        ("Marlowe Children’s Trust", "services", "unknown-authority", "Marlowe Children’s Trust"),
        ("Marlowe Children’s Trust", "Fenland services,", "authorities-differ",
         "Marlowe Children’s Trust"),
    ],
)  # fmt: skip
def test_what_does_not_name_one_authority_is_told_and_none_is_taken(
    header_of, title, sentence, code, words
):
    header = header_of(letter(title, sentence))
    assert header.authority is None
    assert header.authority_printed == words
    assert told(header) == [(code, words, 1)]


@pytest.mark.parametrize("footer", ["Marlowe", "the City of Marlowe"])
def test_a_running_footer_is_a_second_witness(header_of, footer):
    pages = "".join(
        FOOTED.format(page=page, words=words, footer=footer)
        for page, words in enumerate(("Help comes early.", "Plans are clear.", "Staff stay."), 1)
    )
    header = header_of(full("Marlowe children’s services") + pages)
    assert header.authority.value == "marlowe"
    assert told(header) == []
    header = header_of(full("Fenland children’s services") + pages)
    assert header.authority is None
    assert [code for code, *_ in told(header)] == ["authorities-differ"]


@pytest.mark.parametrize(
    ("name", "year", "slug"),
    [
        ("Oldshire", 2018, "oldshire"),
        ("Oldshire", 2019, "oldshire"),
        ("Fenland", 2018, "old-fenland"),
        ("Fenland", 2020, "fenland"),
    ],
)
def test_an_authority_is_taken_while_it_was_there(header_of, name, year, slug):
    header = header_of(full(f"{name} children’s services", year))
    assert header.authority.value == slug
    assert told(header) == []


def test_one_that_had_ended_by_then_is_told_and_who_took_over(header_of):
    header = header_of(full("Oldshire children’s services", 2020))
    assert header.authority is None
    assert header.authority_printed == "Oldshire"
    assert told(header) == [("authority-not-there", "Oldshire", 1)]
    [problem] = header.problems
    for words in ("2020-03-13", "ended on 2019-03-31", "Marlowe and Fenland took over"):
        assert words in problem.message
