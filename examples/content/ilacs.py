"""Inspections of local authority children's services, before and after the changes of 2023 and 2026."""

from __future__ import annotations

from pathlib import Path

from examples.layout import BOLD, Sheets, footer, page_number

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
JOINT = "The experiences and progress of children in care and care leavers"


def northmoor_2024(path: Path) -> None:
    """Short, January 2023 to March 2026: care leavers apart, two lines of footer."""
    sheets = Sheets(path, footer("Inspection of Northmoor local authority children\u2019s services", "3 to 7 June 2024"))  # fmt: skip
    sheets.title("Inspection of Northmoor local", "authority children\u2019s services")
    sheets.lines(["Inspection dates: 3 to 7 June 2024"], font=BOLD)
    sheets.lines(["Lead inspector: Imogen Farrow, His Majesty\u2019s Inspector"], font=BOLD)
    sheets.rows(
        ("Judgement", "Grade"),
        (LEADERS, "Good"),
        (HELP, "Requires improvement to be good"),
        (CARE, "Good"),
        (LEAVERS, "Outstanding"),
        ("Overall effectiveness", "Good"),
    )
    sheets.paragraph(
        "Most children in Northmoor are helped early and well. Since the last inspection in 2021, "
        "when services were judged to require improvement to be good, leaders have put right what "
        "mattered most. Some families still wait too long for an assessment."
    )
    sheets.heading("What needs to improve?")
    sheets.bullets(
        "The timeliness of assessments, so that families know within weeks what help they will get.",
        "The quality of multi-\nagency plans for children at risk of neglect, in particular:",
    )
    sheets.dashes("how clearly they say who does what", "how soon they are reviewed")
    sheets.bullets("Supervision that is regular and leaves a record of decisions.")
    sheets.heading(f"{HELP}: requires improvement to be good")
    sheets.numbered(
        1,
        "Families in Northmoor find the front door quickly. Calls are answered by people who listen, "
        "ask the right questions and pass on what they hear to the right team on the same day.",
        "Assessments take too long for one family in four. Managers know this and have begun to "
        "change how work is shared out between the two area teams, but it is too soon to see a "
        "difference in how long children wait for a decision.",
        "Plans for children at risk of neglect vary. The best are plain and have dates; others list "
        "services and do not say what should be different for the child.",
    )
    sheets.heading(f"{CARE}: good")
    sheets.numbered(
        4,
        "Children in care live with carers who know them. Brothers and sisters stay together unless "
        "there is a good reason why they should not.",
        "Health assessments are on time for almost all children who come into care.",
    )
    sheets.heading(f"{LEAVERS}: outstanding")
    sheets.numbered(6, "Young people say that their personal advisers keep their promises.")
    sheets.heading(f"{LEADERS}: good")
    sheets.numbered(
        7,
        "Leaders know the service well. They use what families tell them to decide what to do next.",
        "Staff stay in Northmoor because they are supported and have time to do the work.",
    )
    _closing(sheets, 2024)


def eastmere_2019(path: Path) -> None:
    """Standard, before 2023: one judgement for care and care leavers, a number at the foot."""
    sheets = Sheets(path, page_number)
    sheets.title("Eastmere County Council", size=18)
    sheets.heading("Inspection of children\u2019s social care services", size=16)
    sheets.lines(["Inspection dates: 4 November 2019 to 15 November 2019"], font=BOLD)
    sheets.lines(["Lead inspector: Rowan Ashby", "Her Majesty\u2019s Inspector"], font=BOLD)
    sheets.rows(
        ("Judgement", "Grade"),
        (LEADERS, "Inadequate"),
        (HELP, "Inadequate"),
        (JOINT, "Requires improvement to be good"),
        ("Overall effectiveness", "Inadequate"),
    )
    sheets.paragraph(
        "Children in Eastmere are not protected well enough. Leaders did not see how far services "
        "had fallen, and too many children were left at risk while cases were passed from team to "
        "team."
    )
    sheets.heading("What needs to improve")
    sheets.bullets(
        "The recognition of risk and the response to it when children are first referred",
        "The oversight of managers, so that drift is seen and stopped",
        "The number of social workers whom children see change in a year.",
    )
    sheets.heading(f"{HELP} is inadequate")
    sheets.numbered(
        1,
        "Referrals wait in a queue that no manager looks at every day.",
        "Strategy discussions are held late, and health colleagues are often not asked to them.",
    )
    sheets.heading(f"{JOINT} requires improvement to be good")
    sheets.numbered(3, "Children in care are visited, but plans for them change too often.")
    sheets.heading(f"{LEADERS} is inadequate")
    sheets.numbered(
        4, "Leaders relied on figures that did not show what children were living through."
    )
    _closing(sheets, 2020)


def northmoor_2026(path: Path) -> None:
    """From April 2026: there is no judgement of overall effectiveness any more."""
    sheets = Sheets(path, footer("Inspection of Northmoor local authority children\u2019s services", "11 to 22 May 2026"))  # fmt: skip
    sheets.title("Inspection of Northmoor local", "authority children\u2019s services")
    sheets.lines(["Inspection dates: 11 to 22 May 2026"], font=BOLD)
    sheets.lines(["Lead inspector: Tomas Wren, His Majesty\u2019s Inspector"], font=BOLD)
    sheets.rows(
        ("Judgement", "Grade"),
        (LEADERS, "Outstanding"),
        (HELP, "Good"),
        (CARE, "Good"),
        (LEAVERS, "Outstanding"),
    )
    sheets.paragraph("Services in Northmoor are strong and still improving.")
    sheets.heading("What needs to improve?")
    sheets.bullets("The range of homes for older children with complex needs.")
    sheets.heading(f"{HELP}: good")
    sheets.numbered(1, "Assessments are now on time for nearly every family.")
    sheets.heading(f"{CARE}: good")
    sheets.numbered(2, "Some older children wait too long for a home that suits them.")
    sheets.heading(f"{LEAVERS}: outstanding")
    sheets.numbered(3, "Advisers are tireless and young people notice.")
    sheets.heading(f"{LEADERS}: outstanding")
    sheets.numbered(4, "Leaders learn from what goes wrong and say so openly.")
    _closing(sheets, 2026)


def _closing(sheets: Sheets, year: int) -> None:
    sheets.new_page()
    sheets.paragraph(
        "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) "
        "regulates and inspects. This report is an example about a place that does not exist."
    )
    sheets.lines([f"\u00a9 Made-up copyright {year}"])
    sheets.save()
