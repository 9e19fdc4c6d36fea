"""Headings and parts, paragraphs and sections."""

import pytest

from kg.documents import read_bytes
from kg.errors import KnowledgeError
from kg.reports.outline import read_outline
from kg.reports.profile import load_profiles, recognise
from kg.reports.quotes import About
from kg.reports.sections import read_sections

PROFILE = r"""
[family]
code = "SIF"
title = ''' Review \s of \s '''

[sections]
[[sections.heading]]
kind = "findings"
strand = "help-and-protection"
match = ''' Help \s and \s protection '''

[[sections.heading]]
kind = "improvements"
items = "recommendation"
about = "board"
match = ''' What \s to \s improve '''

[[sections.heading]]
kind = "boilerplate"
match = ''' What \s the \s grades \s mean '''
"""

REPORT = b"""\
Review of Marlowe

This report says what inspectors of the county saw.

Help and protection:

1. Plans are clear and timely.

- Visits are on time

What to improve?

- the quality of plans

What the grades mean

Good is good and nothing else is, as anyone can see.
"""


@pytest.fixture
def profile(tmp_path):
    path = tmp_path / "made-up.toml"
    path.write_text(PROFILE)
    return load_profiles((path,))[-1]


@pytest.fixture
def document():
    return read_bytes(REPORT, "made-up")


def test_the_title_tells_the_family(document, profile):
    assert recognise(document, [*load_profiles(), profile]) is profile
    assert recognise(document, load_profiles()) is None


def test_parts_have_kind_strand_and_whom_they_are_about(document, profile):
    parts = read_outline(document, profile)
    assert [(p.kind, p.strand, p.about) for p in parts] == [
        (None, None, About.AUTHORITY),
        ("findings", "help-and-protection", About.AUTHORITY),
        ("improvements", None, About.BOARD),
        ("boilerplate", None, About.BOARD),
    ]
    assert parts[2].items == "recommendation"


def test_every_block_is_in_one_part_or_is_its_heading(document, profile):
    parts = read_outline(document, profile)
    covered = [i for p in parts for i in range(p.first, p.last)]
    headings = [p.heading for p in parts if p.heading is not None]
    assert sorted(covered + headings) == list(range(len(document.blocks)))


def test_paragraphs_stand_in_their_sections_and_boilerplate_in_none(document, profile):
    parts = read_outline(document, profile)
    sections, paragraphs = read_sections(document, parts)
    assert [s.heading for s in sections] == [
        "Help and protection:",
        "What to improve?",
        "What the grades mean",
    ]
    assert [(p.section, p.number, p.bullet, p.text) for p in paragraphs] == [
        (None, None, False, "This report says what inspectors of the county saw."),
        (1, 1, False, "Plans are clear and timely."),
        (1, None, True, "Visits are on time"),
        (2, None, True, "the quality of plans"),
    ]
    for each in paragraphs:
        assert document.text[each.quote.start : each.quote.end] == each.quote.text


def test_an_item_of_a_list_is_not_a_paragraph_as_well(document, profile):
    parts = read_outline(document, profile)
    _, all_of_them = read_sections(document, parts)
    item = all_of_them[-1]
    _, rest = read_sections(document, parts, [item.quote])
    assert item.text not in [paragraph.text for paragraph in rest]


def test_a_profile_that_cannot_be_read_is_named_with_its_fault(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("[family]\ncode = 'X'\ntitle = '('\n")
    with pytest.raises(KnowledgeError, match=r"broken\.toml: family\.title"):
        load_profiles((path,))


RESUMING = """
[[sections.heading]]
kind = "summary"
topic = true
resumes = true
match = ''' In \\s short '''
"""
GOING_ON = b"""\
Review of Marlowe

This report says what inspectors of the county saw.

What to improve?

- the quality of plans

%s
In short

Visits are on time in most of the county.

4. Visits were late in one of the six teams.

5. Plans are clear and timely.
"""


@pytest.mark.parametrize(
    "above", [b"Help and protection\n", b"Judgement\nHelp and protection\nGood\n"]
)
def test_numbered_paragraphs_go_on_with_the_part_before_a_summary(tmp_path, above):
    path = tmp_path / "made-up.toml"
    path.write_text(PROFILE + RESUMING)
    resuming = load_profiles((path,))[-1]
    document = read_bytes(GOING_ON % above, "marlowe")
    parts = read_outline(document, resuming)
    sections, paragraphs = read_sections(document, parts)
    where = {section.order: (section.kind, section.strand, section.heading) for section in sections}
    assert [(p.number, where[p.section]) for p in paragraphs[-3:]] == [
        (None, ("summary", "help-and-protection", "In short")),
        (4, ("findings", "help-and-protection", "Help and protection")),
        (5, ("findings", "help-and-protection", "Help and protection")),
    ]


def test_what_a_part_holds_is_of_its_kind(tmp_path):
    path = tmp_path / "made-up.toml"
    path.write_text(
        PROFILE.replace('kind = "boilerplate"', 'kind = "boilerplate"\nholds = ["findings"]')
    )
    document = read_bytes(
        REPORT + b"\nHelp and protection\n\n7. Good help is good help, as anyone can see.\n",
        "marlowe",
    )
    parts = read_outline(document, load_profiles((path,))[-1])
    assert [part.kind for part in parts][-2:] == ["boilerplate", "boilerplate"]
    _, paragraphs = read_sections(document, parts)
    assert 7 not in [paragraph.number for paragraph in paragraphs]


SIF_COVER = """\
Harrowick

Inspection of services for children in need of help and protection

# The effectiveness of the Local Safeguarding Children Board (HSCB) is inadequate

"""
SIF = next(profile for profile in load_profiles() if profile.family.code == "SIF")


def sif(body):
    document = read_bytes((SIF_COVER + body).encode(), "harrowick")
    return {part.text.rstrip("?:"): part for part in read_outline(document, SIF)}


def test_a_verdict_on_the_cover_says_nothing_of_what_follows():
    parts = sif(
        "# Something that no profile names\n\nChildren are seen.\n\n"
        "Areas for improvement\n\n1. Ensure that plans are kept.\n"
    )
    assert parts["Something that no profile names"].about is About.AUTHORITY
    assert parts["Something that no profile names"].strand is None
    assert parts["Areas for improvement"].about is About.AUTHORITY


@pytest.mark.parametrize(
    ("heading", "about"),
    [
        ("What does the local authority need to improve?", About.AUTHORITY),
        ("What does the LSCB need to improve?", About.BOARD),
        ("What does the Harrowick Safeguarding Children Board need to improve?", About.BOARD),
        ("Recommendations for the local authority", About.AUTHORITY),
        ("Recommendations for the safeguarding board", About.BOARD),
    ],
)
@pytest.mark.parametrize("part", ["The local authority", "The Local Safeguarding Children Board"])
def test_the_words_of_a_list_s_heading_say_whom_it_is_for(heading, about, part):
    parts = sif(f"# {part}\n\n# {heading}\n\n1. Ensure that plans are kept.\n")
    assert parts[heading.rstrip("?")].about is about
    assert parts[heading.rstrip("?")].items


BOARD = """\
Section 2: The Local Safeguarding Children Board \u2013 summary of key findings

1. The board meets often.

Recommendations

2. Agree a way to learn from cases.

Inspection findings

3. The board asks hard questions.

Information about this inspection

Inspectors met families.
"""


def test_what_is_about_the_board_begins_and_ends_with_its_part():
    parts = sif("# The local authority\n\n1. Children are seen.\n\n" + BOARD)
    about = {name: part.about for name, part in parts.items()}
    assert about["The local authority"] is About.AUTHORITY
    assert about["Recommendations"] is About.BOARD
    assert about["Inspection findings"] is About.BOARD
    assert about["Information about this inspection"] is About.AUTHORITY


def test_a_list_between_two_headings_does_not_end_a_strand():
    parts = sif(BOARD)
    assert parts["Inspection findings"].strand == "lscb"
    assert parts["Information about this inspection"].strand is None


@pytest.mark.parametrize("grade", ["judged to be good", "inadequate"])
def test_what_a_grade_of_the_board_means_is_no_verdict(grade):
    means = f"The LSCB is likely to be {grade} if the following apply"
    parts = sif(
        BOARD
        + f"\nWhat the LSCB inspection judgements mean\n\n# {means}:\n\n- Partners meet often.\n"
    )
    assert (parts[means].kind, parts[means].about) == ("boilerplate", About.AUTHORITY)


def test_a_heading_that_no_profile_names_ends_a_list(document, profile):
    body = REPORT + b"\n# Something else\n\n- Visits are now made on time\n"
    parts = read_outline(read_bytes(body, "marlowe"), profile)
    assert [(p.text, p.items) for p in parts[2:3]] == [("What to improve?", "recommendation")]
    listed = read_bytes(
        b"Review of Marlowe\n\nWhat to improve?\n\n- the quality of plans\n\n"
        b"# Something else\n\n- Visits are now made on time\n",
        "marlowe",
    )
    last = read_outline(listed, profile)[-1]
    assert (last.text, last.items, last.about, last.ended_list) == (
        "Something else",
        None,
        About.AUTHORITY,
        True,
    )


def test_a_row_that_reads_like_a_section_s_heading_is_none():
    profile = next(each for each in load_profiles() if each.family.code == "ILACS")
    strand = "The experiences and progress of children in care: good"
    needs = "# What needs to improve?\n\n- The quality of plans."
    text = "\n\n".join([
        "Inspection of Marlowe local authority children\u2019s services",
        strand, "Leaders know the county.", needs, strand, "1. Children are seen.",
    ])  # fmt: skip
    parts = read_outline(read_bytes(text.encode(), "marlowe"), profile)
    assert [(part.text, part.strand) for part in parts] == [
        ("", None), ("What needs to improve?", None), (strand, "in-care"),
    ]  # fmt: skip
