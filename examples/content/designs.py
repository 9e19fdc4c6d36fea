"""Newer designs and rarer ones, each with the oddities in which such reports are printed.

Misprinted labels in a table, a box that is drawn after the text around it, a footnote's mark at a
heading, items that go on over a page, rows of a table with nothing between them, days without a
year.
"""

from __future__ import annotations

from pathlib import Path

from examples.layout import BOLD, Sheets, footer, page_number

HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
#: As the template of August 2025 to June 2026 prints it.
MISPRINT = "The experiences and progress of children care leavers"


def eastmere_2025(path: Path) -> None:
    """Standard, November 2025: a misprinted row, a footnote's mark, tags behind the items."""
    leaders = "The impact of leaders on social work practice with children and families"
    sheets = Sheets(path, footer("Inspection of Eastmere local authority children\u2019s services", "10 to 21 November 2025"))  # fmt: skip
    sheets.title("Inspection of Eastmere local", "authority children\u2019s services")
    sheets.lines(["Inspection dates: 10 to 21 November 2025"], font=BOLD)
    sheets.lines(["Lead inspector: Freya Holm, His Majesty\u2019s Inspector"], font=BOLD)
    sheets.rows(
        ("Judgement", "Grade"),
        (leaders, "Requires improvement to be good"),
        (HELP, "Requires improvement to be good"),
        (CARE, "Good"),
        (MISPRINT, "Inadequate"),
        ("Overall effectiveness", "Requires improvement to be good"),
    )
    sheets.paragraph(
        "Since the last inspection in 2019, when services were judged to be inadequate, children "
        "who need protection are seen sooner. Young people who have left care are still let down."
    )
    # so low that the second item goes on over the page, after a full stop
    sheets.y = min(sheets.y, 167.0)
    sheets.heading_with_note("What needs to improve?", "1", "The words in brackets name the part of the national framework that an item belongs to.")  # fmt: skip
    sheets.bullets(
        "How soon plans are changed when a child\u2019s life changes. (Outcome two)",
        "The homes that are found for care leavers, who too often sleep where nobody knows them.\n"
        "This is so above all for those who have moved away from Eastmere, and of whom few have an "
        "adviser who rings them up. (Enabler one)",
        "Supervision that asks why a plan has not worked. (Enabler three)",
    )
    sheets.heading(f"{HELP}: requires improvement to be good")
    sheets.numbered(
        1,
        "Strategy meetings are held on the day, and health colleagues now come to them.",
        "Plans are slow to change. One family in five is visited for months under a plan that has "
        "long been overtaken by events.",
    )
    sheets.heading(f"{CARE}: good")
    sheets.numbered(3, "Children in care live close to their schools and their friends.")
    sheets.heading("The experiences and progress of care leavers: inadequate")
    sheets.numbered(
        4, "Too many young people leave care for a hostel and are not helped to move on."
    )
    sheets.heading(f"{leaders}: requires improvement to be good")
    sheets.numbered(5, "Leaders know what is wrong and have been slow to put it right.")
    _closing(sheets, 2026)


def harrowick_2026(path: Path) -> None:
    """Since April 2026: no overall grade, leaders and \u201cpractice\u201d, the misprint again."""
    leaders = "The impact of leaders on practice with children and families"
    sheets = Sheets(path, footer("Inspection of Harrowick local authority children\u2019s services", "8 to 12 June 2026"))  # fmt: skip
    sheets.title("Inspection of Harrowick local", "authority children\u2019s services")
    sheets.lines(["Inspection dates: 8 to 12 June 2026"], font=BOLD)
    sheets.lines(["Lead inspector: Petra Lorne, His Majesty\u2019s Inspector"], font=BOLD)
    sheets.rows(
        ("Judgement", "Grade"),
        (leaders, "Good"),
        (HELP, "Good"),
        (CARE, "Outstanding"),
        (MISPRINT, "Good"),
    )
    sheets.paragraph("Children in Harrowick are helped by people who stay.")
    sheets.heading("What needs to improve?")
    sheets.bullets("The advice that young people are given about money before they leave care.")
    sheets.heading(f"{HELP}: good")
    sheets.numbered(1, "The front door is well staffed, and advice is quick and sound.")
    sheets.heading(f"{CARE}: outstanding")
    sheets.numbered(2, "Carers are chosen with care and children say that they feel at home.")
    sheets.heading("The experiences and progress of care leavers: good")
    sheets.numbered(3, "Young people like their advisers, and some learn too late how to budget.")
    sheets.heading(f"{leaders}: good")
    sheets.numbered(4, "Leaders read complaints themselves and change what they can.")
    _closing(sheets, 2026)


def marlowe_jtai_2016(path: Path) -> None:
    """The letter of 2016: days without a year, weaknesses first, a case study drawn last."""
    sheets = Sheets(path, page_number)
    sheets.lines(["16 September 2016"])
    sheets.lines(["Ada Stone, Director of Children\u2019s Services, Marlowe Council",
                  "Silas Brook, Chief Constable of the Made-up Constabulary"])  # fmt: skip
    sheets.paragraph("Dear local partnership")
    sheets.lines(["Joint targeted area inspection of the multi-agency response to abuse and", "neglect in Marlowe"], font=BOLD)  # fmt: skip
    sheets.paragraph(
        "Between 11 July and 15 July, Ofsted, the Care Quality Commission and their partners "
        "undertook a joint inspection of the multi-agency response in Marlowe. It included a \u2018deep "
        "dive\u2019 focus on child sexual exploitation."
    )
    sheets.heading("Area for priority action")
    sheets.bullets(
        "Children who go missing are not always spoken to when they come back. The partnership does "
        "not know who they are, and no agency has been asked to find out."
    )
    sheets.heading("Areas for improvement")
    sheets.heading("Leadership and management", size=12)
    sheets.bullets(
        "The partnership has a plan for exploited children that is two years old. What has been "
        "learnt since then has changed nothing in it.",
        "Schools are not told what the police know.",
    )
    sheets.box(
        "Case study: area for improvement",
        "A girl was missing eleven times in a spring. Each time another officer wrote another report, "
        "and nobody read them together.",
    )
    sheets.heading("Key strengths")
    sheets.bullets("Health workers at the clinic notice what others miss, and say so at once.")
    sheets.heading("Next steps")
    sheets.paragraph(
        "The local authority should prepare a written statement of proposed action responding to the "
        "findings outlined in this letter. It should be sent by Friday 23 December 2016."
    )
    sheets.paragraph("Yours sincerely")
    sheets.save()


def saltmarsh_send_2023(path: Path) -> None:
    """Area SEND, 2023: rows with nothing between them, one of them behind another\u2019s bullets."""
    sheets = Sheets(path, footer("Area SEND inspection report: Saltmarsh and Vale Local Area Partnership", "3 to 7 July 2023"))  # fmt: skip
    sheets.lines(["Local Area Partnership report"], font=BOLD, size=10)
    sheets.title("Area SEND inspection of Saltmarsh", "and Vale Local Area Partnership")
    sheets.lines(["Inspection dates: 3 to 7 July 2023"])
    sheets.lines(["Date of previous inspection: Not previously inspected"])
    sheets.heading("Inspection outcome")
    sheets.paragraph(
        "There are widespread and/or systemic failings leading to significant concerns about the "
        "experiences and outcomes of children and young people with special educational needs "
        "and/or disability (SEND), which the local area partnership must address urgently."
    )
    sheets.paragraph(
        "A monitoring inspection will be carried out within approximately 18 months. The next full "
        "reinspection will be within approximately three years."
    )
    sheets.paragraph("As a result of this inspection, HMCI requires the local area partnership to prepare and submit a priority action plan (area SEND).")  # fmt: skip
    sheets.heading("What is the area partnership doing that is effective?")
    sheets.bullets("Portage workers visit families in every village, and families trust them.")
    sheets.heading("What does the area partnership need to do better?")
    sheets.bullets(
        "Children wait two years to be told whether they are autistic.",
        "Plans are written by people who have not met the child.",
    )
    sheets.heading("Areas for priority action")
    sheets.action_table(
        (("Saltmarsh and Vale", "Council"),
         "Leaders should urgently make sure that plans are written by those who know the child, "
         "including:",
         ("her school", "her therapists.")),
        (("NHS Saltmarsh ICB",),
         "Health leaders should act to shorten the time that children wait to be assessed.", ()),
    )  # fmt: skip
    sheets.heading("Areas for improvement")
    sheets.one_column(
        ("Leaders across the partnership should agree what is measured:",
         ("how long families wait", "what young people think of their help.")),
        ("Leaders should tell families what has come of what they said.", ()),
        ("The partnership should plan for the years after school.", ()),
    )  # fmt: skip
    sheets.heading("Local area partnership details")
    sheets.rows(("Local Authority", "Integrated Care Board"), ("Saltmarsh and Vale Council", "NHS Saltmarsh ICB"))  # fmt: skip
    sheets.heading("Information about this inspection")
    sheets.heading("Inspection team", size=12)
    sheets.rows(
        ("Ofsted", "Care Quality Commission"),
        ("Hanna Vole HMI, Ofsted lead inspector", "Rufus Tarn, CQC lead inspector"),
    )
    sheets.save()


def _closing(sheets: Sheets, year: int) -> None:
    sheets.new_page()
    sheets.paragraph(
        "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) "
        "regulates and inspects. This report is an example about a place that does not exist."
    )
    sheets.lines([f"\u00a9 Made-up copyright {year}"])
    sheets.save()
