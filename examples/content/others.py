"""Protection of children 2013, looked after children 2013, joint targeted area, area SEND."""

from __future__ import annotations

from pathlib import Path

from examples.layout import BOLD, LEFT, Sheets, footer, header, page_number

HELP = "The effectiveness of the help and protection provided to children, young people, families and carers"  # fmt: skip


def marlowe_cp_2013(path: Path) -> None:
    """Arrangements for the protection of children: three timescales, a record of main findings."""
    sheets = Sheets(path, header("Marlowe Inspection of local authority arrangements for the protection of children"))  # fmt: skip
    sheets.title("Inspection of local authority", "arrangements for the protection of", "children")
    sheets.title("Marlowe", size=18)
    sheets.lines(["Inspection dates: 15 - 24 January 2013"], font=BOLD, size=10)
    sheets.lines(["Lead inspector Edwin Marsh HMI"], font=BOLD, size=10)
    sheets.lines(["Age group: All"], font=BOLD, size=10)
    sheets.new_page()
    sheets.heading("Overall effectiveness", size=18)
    sheets.numbered(1, "The overall effectiveness of the arrangements to protect children in Marlowe is judged to be adequate.")  # fmt: skip
    sheets.heading("Areas for improvement")
    sheets.numbered(2, "In order to improve the quality of help and protection in Marlowe, the local authority and its partners should take the following action.")  # fmt: skip
    sheets.heading("Immediately:", size=12)
    sheets.bullets("ensure that every referral is looked at by a manager on the day it comes in", x=LEFT + 28)  # fmt: skip
    sheets.heading("Within three months:", size=12)
    sheets.bullets(
        "review the thresholds for early help with schools and health visitors",
        "improve the recording of what children say.",
        x=LEFT + 28,
    )
    sheets.heading("Within six months:", size=12)
    sheets.bullets("evaluate whether early help makes a difference.", x=LEFT + 28)
    sheets.heading("About this inspection", size=18)
    sheets.numbered(3, "This inspection was unannounced.")
    sheets.heading("The quality of practice", size=18)
    sheets.heading("Adequate")
    sheets.numbered(4, "Most assessments are sound, but few say what life is like for the child.")
    sheets.heading("Leadership and governance", size=18)
    sheets.numbered(5, "The LSCB is inadequate; it does not know whether its work helps children.")
    sheets.heading("Record of main findings", size=18)
    sheets.rows(
        ("Overall effectiveness", "Adequate"),
        (HELP, "Adequate"),
        ("The quality of practice", "Adequate"),
        ("Leadership and governance", "Good"),
        right=380,
    )
    sheets.save()


def marlowe_lac_2013(path: Path) -> None:
    """Looked after children services: grades with numbers, a publication date."""
    sheets = Sheets(path, header("Marlowe Inspection of safeguarding and looked after children"))
    sheets.title("Inspection of looked after children", "services")
    sheets.title("Marlowe Council", size=18)
    for line in ("Inspection dates: 8-12 July 2013", "Reporting inspector Flora Dene HMI",
                 "Age group: All", "Published: 16 August 2013"):  # fmt: skip
        sheets.lines([line], font=BOLD, size=10)
    sheets.new_page()
    findings = (
        ("Overall effectiveness of services for looked after children and young people", "Grade 4 (Inadequate)", "Homes change too often and nobody asks why."),
        ("Capacity to improve", "Grade 3 (Adequate)", "A new manager has begun to count what matters."),
    )  # fmt: skip
    for number, (heading, grade, text) in enumerate(findings, 1):
        sheets.heading(heading, size=18)
        sheets.heading(grade)
        sheets.numbered(number, text)
    sheets.heading("Areas for improvement")
    sheets.numbered(3, "In order to improve, the local authority and its partners should take the following action.")  # fmt: skip
    sheets.heading("Immediately:", size=12)
    sheets.bullets("find out why homes break down", x=LEFT + 28)
    sheets.heading("Within three months:", size=12)
    sheets.bullets("complete all health assessments that are late.", x=LEFT + 28)
    for number, (heading, text) in enumerate(
        (("Outcomes for looked after children and young people", "Few children do well at school."),
         ("Quality of provision", "Carers are kind, and are not told enough."),
         ("Leadership and management", "Leaders have not held services to account.")), 4,
    ):  # fmt: skip
        sheets.heading(heading, size=18)
        sheets.numbered(number, text)
    sheets.heading("Record of main findings", size=18)
    sheets.rows(
        ("Overall effectiveness", "Inadequate"),
        ("Capacity to improve", "Adequate"),
        ("Outcomes for looked after children and young people", "Inadequate"),
        ("Quality of provision", "Adequate"),
        ("Leadership and management", "Inadequate"),
        right=380,
    )
    sheets.save()


def northmoor_jtai_2017(path: Path) -> None:
    """Joint targeted area inspection, the letter of 2016 to 2020."""
    sheets = Sheets(path, page_number)
    sheets.lines(["21 April 2017"])
    sheets.lines(["Greta Lund, Director of Children\u2019s Services, Northmoor Council",
                  "Hugh Penn, Chief Constable of the Made-up Constabulary"])  # fmt: skip
    sheets.paragraph("Dear local partnership")
    sheets.lines(["Joint targeted area inspection of the multi-agency response to abuse and", "neglect in Northmoor"], font=BOLD)  # fmt: skip
    sheets.paragraph(
        "Between 27 February and 3 March 2017, Ofsted and its partners undertook a joint inspection "
        "in Northmoor. It included a \u2018deep dive\u2019 focus on children living with neglect."
    )
    sheets.heading("Key strengths")
    sheets.bullets("Police officers see children alone and write down what they say.")
    sheets.heading("Areas for improvement")
    sheets.heading("Leadership and management", size=12)
    sheets.bullets(
        "The partnership has no strategy for neglect. As a result, each agency does what it thinks "
        "best, and nobody knows whether children are safer.",
        "Health visitors are not always told when a plan ends.",
    )
    sheets.heading("Next steps")
    sheets.paragraph(
        "The director of children\u2019s services should prepare a written statement of proposed "
        "action responding to the findings outlined in this letter. The statement should be sent "
        "by 24 July 2017."
    )
    sheets.paragraph("Yours sincerely")
    sheets.save()


def saltmarsh_jtai_2023(path: Path) -> None:
    """Joint targeted area inspection, the letter since 2022, with a priority action."""
    sheets = Sheets(path, page_number)
    sheets.lines(["30 November 2023"])
    sheets.lines(["Milo Sands, Director of Children\u2019s Services, Saltmarsh and Vale Council"])
    sheets.paragraph("Dear Saltmarsh and Vale Local Safeguarding Partnership")
    sheets.lines(["Joint targeted area inspection of Saltmarsh and Vale"], font=BOLD)
    sheets.paragraph("This letter summarises the findings of the joint targeted area inspection of the multi-agency response to serious youth violence in Saltmarsh and Vale.")  # fmt: skip
    sheets.paragraph("This inspection took place from 9 to 13 October 2023.")
    sheets.heading("Headline findings", size=12)
    sheets.paragraph("Children at risk of violence are known, but not always to everyone who could help.")  # fmt: skip
    sheets.heading("Area for priority action", size=12)
    sheets.bullets(
        "The partnership should make sure that police intelligence reaches the front door:"
    )
    sheets.dashes("on the day it is recorded", "with the name of the officer to ask")
    sheets.heading("What needs to improve?", size=12)
    sheets.bullets(
        "How well schools are told when a child is at risk.",
        "The consistency of records across agencies.",
    )
    sheets.heading("Strengths", size=12)
    sheets.bullets("Youth workers are trusted.")
    sheets.heading("Main findings", size=12)
    sheets.paragraph(
        "The partnership meets weekly and knows the children whom it is worried about."
    )
    sheets.heading("Next steps", size=12)
    sheets.paragraph(
        "We have determined that Saltmarsh and Vale Council is the principal authority and should "
        "prepare a written statement of proposed action responding to the findings outlined in this "
        "letter. It should be sent by 9 March 2024."
    )
    sheets.save()


def eastmere_send_2024(path: Path) -> None:
    """Area SEND: an outcome, a table of priority actions that crosses a page."""
    sheets = Sheets(path, footer("Inspection report: Eastmere Local Area Partnership", "12 to 16 February 2024"))  # fmt: skip
    sheets.lines(["Local area partnership report"], font=BOLD, size=10)
    sheets.title("Area SEND inspection of Eastmere", "Local Area Partnership")
    sheets.lines(["Inspection dates: 12 to 16 February 2024"])
    sheets.lines(["Dates of previous inspection: 13 to 15 May 2019"])
    sheets.heading("Inspection outcome")
    sheets.paragraph(
        "There are widespread and/or systemic failings leading to significant concerns about the "
        "experiences and outcomes of children and young people with special educational needs "
        "and/or disabilities (SEND), which the local area partnership must address urgently."
    )
    sheets.paragraph(
        "A monitoring inspection will be carried out within approximately 18 months. The next full "
        "reinspection will be within approximately three years."
    )
    sheets.paragraph("As a result of this inspection, HMCI requires the local area partnership to prepare and submit a priority action plan (area SEND).")  # fmt: skip
    sheets.heading("What does the area partnership need to do better?")
    sheets.bullets(*(f"Families wait too long for {what}." for what in (
        "an assessment", "a plan", "therapy", "an answer when they write", "a school place",
        "help with sleep", "equipment", "a review", "transport", "advice about work")))  # fmt: skip
    sheets.y = min(sheets.y, 240.0)
    sheets.heading("Areas for priority action")
    sheets.canvas.setFont(BOLD, 12)
    sheets.canvas.drawString(63, sheets.y, "Responsible body")
    sheets.canvas.drawString(224, sheets.y, "Areas for priority action")
    sheets.y -= 22
    _action(sheets, ("Eastmere County Council", "and NHS Eastmere ICB"), "Leaders across the partnership should urgently cut the time that families wait for an assessment. This should include:")  # fmt: skip
    sheets.bullets("a single list of those who wait", x=242)
    sheets.bullets("an answer to every family within a month.", x=242)
    _action(sheets, ("NHS Eastmere ICB",), "Health leaders should make sure that therapy is offered in every part of the area.")  # fmt: skip
    sheets.heading("Areas for improvement")
    sheets.paragraph("Leaders should write to families in plain words.", x=63, gap=1)
    sheets.paragraph("The partnership should ask young people what they think before it decides.", x=63)  # fmt: skip
    sheets.heading("Local area partnership details")
    sheets.rows(("Local Authority", "Integrated Care Board"), ("Eastmere County Council", "NHS Eastmere ICB"))  # fmt: skip
    sheets.heading("Information about this inspection")
    sheets.heading("Inspection team", size=12)
    sheets.rows(
        ("Ofsted", "Care Quality Commission"),
        ("Lena Marr HMI, Ofsted lead inspector", "Otto Fane, CQC lead inspector"),
        ("Ivo Kerr, Ofsted HMI", "Nell Rook, CQC inspector"),
    )
    sheets.save()


def _action(sheets: Sheets, bodies: tuple[str, ...], text: str) -> None:
    """One row: the responsible body at the left, the action at the right."""
    if sheets.y < 150:
        sheets.new_page()
    for index, body in enumerate(bodies):
        sheets.canvas.setFont("Helvetica", 12)
        sheets.canvas.drawString(63, sheets.y - 14.5 * index, body)
    sheets.paragraph(text, x=224, gap=4)
