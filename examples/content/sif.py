"""Single inspection framework: the first design of 2014, and the later one with its own summary."""

from __future__ import annotations

from pathlib import Path

from examples.layout import BOLD, LEFT, Sheets, page_number

SERVICES = (
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
)
REVIEW = "Review of the effectiveness of the Local Safeguarding Children "


def _cover(sheets: Sheets, name: str, dates: str, published: str | None) -> None:
    sheets.title(name)
    sheets.lines(SERVICES, font=BOLD, size=14, step=17)
    sheets.lines(["and"], size=14)
    sheets.lines([REVIEW], font=BOLD, size=14, gap=2)
    sheets.raised("Board", LEFT, "1")
    sheets.lines([f"Inspection date: {dates}"], size=14)
    if published:
        sheets.lines([f"Report published: {published}"], size=14)
    sheets.note("1", "This report combines the inspection with the review of the board. All in it is made up.")  # fmt: skip


def saltmarsh_2016(path: Path) -> None:
    """The design of 2015 to 2017, with the review of the board."""
    sheets = Sheets(path, page_number)
    _cover(sheets, "Saltmarsh and Vale", "12 September to 6 October 2016", "25 November 2016")
    sheets.lines(["Children\u2019s services in Saltmarsh and Vale require", "improvement to be good"], font=BOLD, size=14, step=17)  # fmt: skip
    sheets.rows(
        ("1. Children who need help and protection", "Requires improvement"),
        ("2. Children looked after and achieving permanence", "Requires improvement"),
        ("2.1 Adoption performance", "Good"),
        ("2.2 Experiences and progress of care leavers", "Inadequate"),
        ("3. Leadership, management and governance", "Requires improvement"),
        left=95, right=394,
    )  # fmt: skip
    sheets.new_page()
    sheets.heading("Executive summary")
    sheets.paragraph(
        "Services have improved slowly. Care leavers were lost from sight for too long, and only "
        "some of them have been found again."
    )
    sheets.new_page()
    sheets.title("Contents", size=26)
    sheets.lines(
        ["Executive summary 2", "Recommendations 4", "Leadership, management and governance 5",
         "The Local Safeguarding Children Board (LSCB) 6"], gap=4,
    )  # fmt: skip
    sheets.new_page()
    sheets.heading("The local authority", size=16)
    sheets.heading("Recommendations")
    sheets.numbered(
        1,
        "Ensure that every care leaver has a pathway plan that was written with them (paragraph 7).",
        "Improve the supervision of social workers so that decisions are recorded and followed up "
        "(paragraphs 5, 6).",
    )
    sheets.lines(["3.  Strengthen work with partners to:"], gap=4)
    sheets.dashes("find children who are missing from education", "share what is known about them")
    sheets.numbered(4, "With health partners, shorten the wait for a first health assessment.")
    sheets.heading("Summary for children and young people")
    sheets.bullets("Some adults who help you do it well. Others change too often.")
    sheets.heading("The experiences and progress of children who need help and protection")
    sheets.heading("Inspection findings", size=12)
    sheets.numbered(
        5,
        "Decisions at the front door are sound, but are not always written down.",
        "Supervision is irregular in two of the four teams. (Recommendation)",
    )
    sheets.heading("The graded judgement about the experience and progress of care leavers is that it is inadequate", size=12)  # fmt: skip
    sheets.numbered(7, "The service did not know where 40 young people lived.")
    sheets.heading("Leadership, management and governance")
    sheets.numbered(8, "Leaders have a plan, and the Health and Wellbeing Board has agreed to it.")
    sheets.heading("The Local Safeguarding Children Board (LSCB)", size=16)
    sheets.heading("The Local Safeguarding Children Board is good")
    sheets.heading("Recommendations")
    sheets.numbered(
        9,
        "Ensure that the annual report says what has changed for children.",
        "Monitor how thresholds are used by all agencies.",
    )
    sheets.heading("Inspection findings \u2013 the Local Safeguarding Children Board")
    sheets.numbered(11, "The board asks hard questions and waits for the answers.")
    sheets.heading("Information about this inspection", size=16)
    sheets.heading("The inspection team", size=12)
    sheets.lines(["Lead inspector: Petra Quill HMI", "Deputy lead inspector: Owen Hale HMI",
                  "Team inspectors: Dilys Carr HMI, Anton Reeve HMI"])  # fmt: skip
    sheets.save()


def harrowick_2014(path: Path) -> None:
    """The design of 2014: no publication date, areas for improvement, the board in Section 2."""
    sheets = Sheets(path, page_number)
    _cover(sheets, "Harrowick City Council", "18 February \u2013 12 March 2014", None)
    sheets.lines(["The overall judgement is good."], font=BOLD, size=14)
    sheets.rows(
        ("1. Children who need help and protection", "Good"),
        ("2. Children looked after and achieving permanence", "Good"),
        ("2.1 Adoption performance", "Outstanding"),
        ("2.2 Experiences and progress of care leavers", "Good"),
        ("3. Leadership, management and governance", "Good"),
        left=95, right=394,
    )  # fmt: skip
    sheets.lines(["The effectiveness of the Local Safeguarding Children", "Board (LSCB) requires improvement"], size=14, step=17)  # fmt: skip
    sheets.new_page()
    sheets.heading("Section 1: the local authority", size=16)
    sheets.heading("What does the local authority need to improve?")
    sheets.heading("Priority and immediate action", size=12)
    sheets.paragraph("There are no areas for priority and immediate action.")
    sheets.heading("Areas for improvement", size=12)
    sheets.lines(["Quality of practice"])
    sheets.numbered(1, "Ensure that chronologies are kept up to date.")
    sheets.lines(["Care leavers"])
    sheets.numbered(2, "Increase the number of care leavers in education, employment or training.")
    sheets.heading("The local authority\u2019s strengths")
    sheets.numbered(3, "Children are seen quickly and alone.")
    sheets.heading("Information about this inspection")
    sheets.heading("The inspection team", size=12)
    sheets.lines(["Lead inspector: Wilma Stead HMI", "Team inspectors: Noel Birch HMI and Ada Finch HMI"])  # fmt: skip
    sheets.heading("Section 2: The effectiveness of the Local Safeguarding Children Board", size=16)
    sheets.heading("The effectiveness of the LSCB requires improvement", size=12)
    sheets.heading("Areas for improvement", size=12)
    sheets.numbered(
        4, "Agree a way to learn from cases that do not reach the threshold for a review."
    )
    sheets.heading("Key strengths and weaknesses of the LSCB", size=12)
    sheets.numbered(5, "The board meets often and partners attend.")
    sheets.save()
