"""Each question of the catalogue on a graph whose answers were worked out by hand."""

import re

import pytest

from kg.corpus.catalogue import bind, load_catalogue
from kg.store import Store
from tests.analysis.answers import ANSWERS as OF_PATTERNS
from tests.queries.small_graph import GRAPH

ID = "https://w3id.org/childrens-services-kg/id/authority/"
#: question -> parameters, the columns looked at, the rows expected in their order
ANSWERS: dict[str, tuple[dict[str, str], tuple[str, ...], list[tuple[str, ...]]]] = {
    "codes": (
        {"authority": "Bexmoor"},
        ("code", "valid_from", "valid_to"),
        [("E10000902", "", "2020-03-31"), ("E06000902", "2020-04-01", "")],
    ),
    "changes": (
        {},
        ("changed", "change", "before", "after"),
        [("2020-04-01", "Bexmoor becomes unitary", "Bexmoor", "Bexmoor")],
    ),
    "board-succession": (
        {},
        ("authority", "before", "after"),
        [("Ambershire", "Ambershire LSCB", "Ambershire partnership")],
    ),
    "trusts": (
        {},
        ("authority", "trust", "since", "until"),
        [("Bexmoor", "Bexmoor Trust", "2018-04", "2022-08-31")],
    ),
    # the board may be judged and need not be; a joint inspection gives no grades
    "frameworks": (
        {},
        ("framework", "strand", "required", "scale"),
        [
            ("SIF-2013", "Overall effectiveness", "yes", "Outstanding to inadequate"),
            ("SIF-2013", "Help and protection", "yes", "Outstanding to inadequate"),
            ("SIF-2013", "The board", "no", "Outstanding to inadequate"),
            ("JTAI-2022", "", "", ""),
        ],
    ),
    # judgements in the prose do not count
    "grades-compared": (
        {},
        ("year", "level", "grade", "reports"),
        [
            ("2014", "4", "inadequate", "1"),
            ("2018", "4", "inadequate", "1"),
            ("2021", "2", "good", "1"),
            ("2022", "3", "requires-improvement", "1"),
        ],
    ),
    # both boards are called inadequate, but only one was graded in a table
    "boards-judged": (
        {},
        ("authority", "board_grade", "authority_grade", "page", "source"),
        [("Ambershire", "inadequate", "inadequate", "3", "a-2014")],
    ),
    "boards-with-grade": (
        {},
        ("board", "basis", "page", "source"),
        [
            ("Ambershire LSCB", "graded", "3", "a-2014"),
            ("Bexmoor LSCB", "narrative", "9", "b-2019"),
        ],
    ),
    # a board of one authority is passed over
    "check-boards": (
        {},
        ("board", "authority", "other"),
        [("Board of two", "Ambershire", "Bexmoor")],
    ),
    # the inspection began on 28 January 2019: a visit in 2019 may have been earlier, one in
    # February was not
    "check-earlier": (
        {},
        ("source", "what", "date", "started", "page"),
        [("b-2019", "monitoring visit", "2019-02", "2019-01-28", "4")],
    ),
    "grade-on-strand": (
        {"strand": "help-and-protection", "grade": "requires-improvement"},
        ("authority", "subject", "printed", "source"),
        [("Bexmoor", "Help", "Requires improvement", "b-2019")],
    ),
    # Bexmoor was called inadequate once, and only in passing
    "inadequate-twice": (
        {},
        ("authority", "times", "first", "last"),
        [("Ambershire", "2", "2014-05-20", "2018-03-09")],
    ),
    # the newest report first, then the order of the strands
    "judgements": (
        {"authority": "Ambershire"},
        ("ended", "subject", "grade", "about"),
        [
            ("2021-11-12", "Overall", "Good", "authority"),
            ("2018-03-09", "Overall", "Inadequate", "authority"),
            ("2014-05-20", "Overall", "Inadequate", "authority"),
            ("2014-05-20", "Help", "Inadequate", "authority"),
            ("2014-05-20", "LSCB", "Inadequate", "board"),
        ],
    ),
    # Bexmoor's last report should have an overall grade, and has it in passing only; Coldale was
    # inspected without one, and its overall grade of 2022 is not its own any more
    "latest-grades": (
        {},
        ("authority", "region", "ended", "strand", "grade", "source"),
        [
            ("Ambershire", "North", "2021-11-12", "overall", "Good", "a-2021"),
            ("Bexmoor", "", "2019-02-01", "overall", "", "b-2019"),
            ("Coldale", "North", "2026-06-05", "leadership", "Requires improvement", "c-2026"),
            ("Coldale", "North", "2026-06-05", "help-and-protection", "Good", "c-2026"),
        ],
    ),
    # "Sam Smithers" bears the letters too, but did not lead
    "led-by": (
        {"inspector": "smith"},
        ("name", "authority", "started"),
        [("Al Smith", "Ambershire", "2018-03-05"), ("Jo Smith", "Ambershire", "2014-04-29")],
    ),
    "missing-strands": (
        {},
        ("source", "framework", "strand"),
        [("b-2019", "SIF-2013", "Overall effectiveness")],
    ),
    "narrative": (
        {},
        ("authority", "subject", "grade", "page"),
        [("Bexmoor", "services", "inadequate", "4"), ("Bexmoor", "the board", "inadequate", "9")],
    ),
    "next-steps": (
        {},
        ("authority", "step", "months", "page"),
        [("Bexmoor", "Full inspection", "18", "2"), ("Bexmoor", "Full inspection", "", "3")],
    ),
    # what is due on the day itself is not overdue
    "overdue": (
        {"before": "2019-06-30"},
        ("due", "timescale", "counted_from", "text"),
        [("2014-07-01", "Within a day", "published", "Improve the Supervision of social workers.")],
    ),
    "priority-actions": (
        {},
        ("authority", "body", "text"),
        [("Bexmoor", "Bexmoor Police", "Share what is known."), ("Bexmoor", "", "Meet weekly.")],
    ),
    # nothing was corrected
    "corrections": (
        {},
        ("source", "field", "value", "read", "page", "who", "why"),
        [("a-2021", "grade:overall", "good", "inadequate", "1", "A. Reader", "Misread.")],
    ),
    "incomplete": (
        {},
        ("source", "missing", "name"),
        [
            ("b-2023", "framework", "family of report"),
            ("b-2023", "inspection_start", "first day of fieldwork"),
        ],
    ),
    "problems": (
        {},
        ("source", "problem", "severity", "page", "text"),
        [
            ("b-2023", "unknown-family", "error", "1", "On Bexmoor"),
            ("b-2022", "no-publication-date", "", "", ""),
        ],
    ),
    "tables/problems": (
        {},
        ("source", "problem", "severity", "page", "text"),
        [
            ("b-2022", "no-publication-date", "", "", ""),
            ("b-2023", "unknown-family", "error", "1", "On Bexmoor"),
        ],
    ),
    "provenance": (
        {"authority": "bexmoor"},
        ("subject", "page", "source", "sha256", "version"),
        [
            ("Help", "2", "b-2019", "bb19", "1.0"),
            ("services", "4", "b-2019", "bb19", "1.0"),
            ("the board", "9", "b-2019", "bb19", "1.0"),
        ],
    ),
    "recommendations": (
        {"authority": "ambershire"},
        ("ended", "kind", "addressee", "page"),
        [
            ("2018-03-09", "what needs to improve", "authority", "1"),
            ("2014-05-20", "recommendation", "authority", "5"),
            ("2014-05-20", "recommendation", "board", "6"),
        ],
    ),
    "statements-due": (
        {},
        ("due", "authority", "what", "responsible"),
        [("2022-10-01", "Bexmoor", "written statement", "the director")],
    ),
    # upper and lower case do not matter
    "told-to": (
        {"words": "SUPERVISION"},
        ("authority", "addressee", "page"),
        [("Ambershire", "authority", "5"), ("Ambershire", "board", "6")],
    ),
    # where there is no overall grade any more, each grade is told
    "trajectory": (
        {"authority": "coldale"},
        ("ended", "framework", "strand", "grade", "rank"),
        [
            ("2022-02-11", "ILACS-2018", "overall", "requires-improvement", "3"),
            ("2026-06-05", "ILACS-2026", "leadership", "requires-improvement", "3"),
            ("2026-06-05", "ILACS-2026", "help-and-protection", "good", "2"),
        ],
    ),
    # comparisons are left out
    "figure": (
        {},
        ("authority", "value", "unit", "date", "page"),
        [("Ambershire", "421", "children", "2014-03-31", "9")],
    ),
    "findings-on-theme": (
        {"theme": "supervision"},
        ("authority", "ended", "text", "probability"),
        [("Ambershire", "2014-05-20", "Supervision is rare and plans drift.", "0.91")],
    ),
    # a finding counts for each of its themes: one blames both supervision and plans
    "themes": (
        {},
        ("theme", "strengths", "weaknesses", "mixed", "weak_share"),
        [("Plans", "1", "2", "0", "67"), ("Supervision", "1", "1", "1", "50")],
    ),
    "profile": (
        {"authority": "ambershire"},
        ("theme", "strengths", "weaknesses"),
        [("Plans", "1", "2"), ("Supervision", "1", "1")],
    ),
    "weak-themes-of-grade": (
        {},
        ("theme", "weaknesses", "reports"),
        [("Plans", "2", "2"), ("Supervision", "1", "1")],
    ),
    "recommendations-on-theme": (
        {"theme": "supervision"},
        ("authority", "kind", "text", "page"),
        [("Ambershire", "recommendation", "Improve the Supervision of social workers.", "5")],
    ),
    "boards-named": (
        {},
        ("type", "boards", "reports"),
        [("LSCB", "1", "1"), ("OtherBoard", "1", "1")],
    ),
    "said-of-boards": (
        {"type": "LSCB"},
        ("authority", "polarity", "text"),
        [
            ("Ambershire", "weakness", "The board has no plan."),
            ("Ambershire", "weakness", "Supervision is rare and plans drift."),
        ],
    ),
    "services-named": ({}, ("kind", "services", "reports"), [("Front door", "1", "1")]),
    "services-of-kind": (
        {},
        ("authority", "name", "page"),
        [("Ambershire", "multi-agency safeguarding hub (MASH)", "7")],
    ),
    # the report of 2014 is here, that of 2016 is not
    "history": (
        {"authority": "ambershire"},
        ("said_in", "what", "date", "grade", "report_here"),
        [
            ("a-2018", "last inspection", "2014", "inadequate", "a-2014"),
            ("a-2018", "monitoring visit", "2016-05", "", ""),
        ],
    ),
    "laws-named": ({}, ("label", "reports"), [("Children Act 1989", "1")]),
    "neighbours": ({}, ("authority", "names", "findings"), [("Ambershire", "Bexmoor", "1")]),
    "unsure": (
        {},
        ("probability", "polarity", "source"),
        [("0.4", "strength", "a-2014"), ("0.45", "mixed", "a-2018")],
    ),
    "review": (
        {},
        ("name", "why", "reports", "example", "page"),
        [("Blue Sky", "in quotes, but of no known kind", "1", "a-2014", "9")],
    ),
    # what the report of 2018 wants is not there: it gave no grade for help and protection
    "recommendations-after-grade": (
        {"since": "2014-05-20"},
        ("authority", "ended", "kind", "text", "page"),
        [
            (
                "Ambershire",
                "2014-05-20",
                "recommendation",
                "Improve the Supervision of social workers.",
                "5",
            ),
            (
                "Ambershire",
                "2014-05-20",
                "recommendation",
                'Check that "audits" are done,\nand supervision too.',
                "6",
            ),
        ],
    ),
    # the star chamber was blamed in one report only
    "boards-criticised-twice": (
        {},
        ("board", "type", "reports", "weaknesses", "first", "last"),
        [("Ambershire LSCB", "LSCB", "2", "2", "2014-05-20", "2018-03-09")],
    ),
    # Ambershire was praised in 2014 too, but was inadequate then
    "neighbours-praised": (
        {"authority": "bexmoor"},
        ("theme", "strengths", "authorities", "latest"),
        [("Plans", "1", "1", "2021-11-12")],
    ),
    "themes-recommended": (
        {},
        ("theme", "items", "authorities", "latest"),
        [("Supervision", "1", "1", "2014-05-20")],
    ),
    "services-rated": (
        {},
        ("kind", "strengths", "weaknesses", "mixed", "reports"),
        [("Front door", "0", "1", "0", "1")],
    ),
    # from 2014 to 2018 nothing changed
    "improved": (
        {},
        ("authority", "before", "was", "ended", "grade", "source"),
        [("Ambershire", "2018-03-09", "inadequate", "2021-11-12", "good", "a-2021")],
    ),
    "grades-by-strand": (
        {},
        ("family", "strand", "grade", "judgements", "authorities"),
        [
            ("ILACS", "help-and-protection", "good", "1", "1"),
            ("ILACS", "leadership", "requires-improvement", "1", "1"),
            ("ILACS", "overall", "good", "1", "1"),
            ("ILACS", "overall", "inadequate", "1", "1"),
            ("ILACS", "overall", "requires-improvement", "1", "1"),
            ("SIF", "help-and-protection", "inadequate", "1", "1"),
            ("SIF", "help-and-protection", "requires-improvement", "1", "1"),
            ("SIF", "lscb", "inadequate", "1", "1"),
            ("SIF", "overall", "inadequate", "1", "1"),
        ],
    ),
    # Bexmoor has no region, and is counted; Coldale had an overall grade once, and has none now
    "grades-by-region": (
        {},
        ("region", "grade", "authorities"),
        [
            ("North", "good", "1"),
            ("North", "no overall grade", "1"),
            ("not known", "not known", "1"),
        ],
    ),
    "findings-behind-recommendations": (
        {},
        ("authority", "finding", "known", "item"),
        [
            ("Ambershire", "Plans are clear.", "not known", ""),
            ("Ambershire", "The board has no plan.", "numbered", "The timeliness of visits."),
        ],
    ),
    "said-on-theme-at": (
        {"authority": "ambershire", "theme": "plans"},
        ("ended", "polarity", "text"),
        [
            ("2014-05-20", "weakness", "Supervision is rare and plans drift."),
            ("2018-03-09", "weakness", "The board has no plan."),
            ("2021-11-12", "strength", "Plans are clear."),
        ],
    ),
    "tables/authorities": (
        {},
        ("authority", "gss", "region", "valid_to"),
        [
            ("Ambershire", "E10000901", "North", ""),
            ("Bexmoor", "E06000902", "", ""),
            ("Coldale", "E06000903", "North", ""),
        ],
    ),
    # the small graph has no framework version that says what strands it has
    "tables/strands": (
        {},
        ("framework", "strand", "required"),
        [
            ("ILACS", "overall", "yes"),
            ("ILACS", "leadership", "yes"),
            ("ILACS", "help-and-protection", "yes"),
            ("SIF", "overall", "yes"),
            ("SIF", "help-and-protection", "yes"),
            ("SIF", "lscb", "no"),
        ],
    ),
    # in the order of their IRIs: codes, fields, versions, grades, kinds, and so on
    "tables/concepts": (
        {},
        ("code", "label", "order", "level", "rank"),
        [
            ("E06000902", "", "", "", ""),
            ("E10000902", "", "", "", ""),
            ("framework", "family of report", "", "", ""),
            ("inspection_start", "first day of fieldwork", "", "", ""),
            ("ILACS-2018", "Inspection of services, 2018", "", "", ""),
            ("ILACS-2026", "Inspection of services, 2026", "", "", ""),
            ("JTAI-2022", "Joint targeted area inspection, 2022", "", "", ""),
            ("SIF-2013", "Single inspection framework, 2013", "", "", ""),
            ("good", "Good", "", "2", "2"),
            ("inadequate", "Inadequate", "", "4", "4"),
            ("requires-improvement", "Requires improvement", "", "3", "3"),
            ("priority-action", "priority action", "", "", ""),
            ("recommendation", "recommendation", "", "", ""),
            ("what-needs-to-improve", "what needs to improve", "", "", ""),
            ("child-protection-plans", "", "", "", ""),
            ("mixed", "", "", "", ""),
            ("strength", "", "", "", ""),
            ("weakness", "", "", "", ""),
            ("unknown-family", "", "", "", ""),
            ("front-door", "Front door", "", "", ""),
            ("help-and-protection", "Help and protection", "2", "", ""),
            ("leadership", "Leaders", "1", "", ""),
            ("overall", "Overall effectiveness", "1", "", ""),
            ("help-and-protection", "Help and protection", "2", "", ""),
            ("lscb", "The board", "3", "", ""),
            ("overall", "Overall effectiveness", "1", "", ""),
            ("plans", "Plans", "", "", ""),
            ("supervision", "Supervision", "", "", ""),
        ],
    ),
    # who is named first on the page comes first
    "tables/inspectors": (
        {},
        ("source", "name", "role", "page"),
        [
            ("a-2014", "Jo Smith", "lead", "40"),
            ("a-2014", "Sam Smithers", "team", "40"),
            ("a-2018", "Zoe Brown", "lead", "9"),
            ("a-2018", "Al Smith", "lead", "9"),
        ],
    ),
    "tables/mentions": (
        {},
        ("source", "what", "name", "type"),
        [
            ("a-2014", "authority", "Bexmoor", ""),
            ("a-2014", "board", "Ambershire LSCB", "LSCB"),
            ("a-2014", "board", "Ambershire star chamber", "OtherBoard"),
            ("a-2014", "service", "mash", "front-door"),
            ("a-2014", "law", "Children Act 1989", ""),
            ("a-2018", "board", "Ambershire LSCB", "LSCB"),
        ],
    ),
    # codes that an authority has no more are no names of it
    "tables/names": (
        {},
        ("name", "kind"),
        [
            ("E10000901", "code"),
            ("Ambershire", "name"),
            ("E06000902", "code"),
            ("Bexmoor", "name"),
            ("E06000903", "code"),
            ("Coldale", "name"),
        ],
    ),
    "tables/neighbours": (
        {},
        ("authority", "neighbour"),
        [(f"{ID}bexmoor", f"{ID}ambershire"), (f"{ID}bexmoor", f"{ID}coldale")],
    ),
    "tables/sections": (
        {},
        ("source", "order", "heading", "kind", "strand", "page"),
        [("a-2014", "4", "Leaders", "judgement", "help-and-protection", "7")],
    ),
    # Bexmoor follows itself, and boards are no authorities
    "tables/successors": ({}, ("authority", "successor", "changed"), []),
    # a version of which no grade is known is a row too
    "tables/versions": (
        {},
        ("code", "family", "grade"),
        [
            ("ILACS-2018", "ILACS", ""),
            ("ILACS-2026", "ILACS", ""),
            ("JTAI-2022", "JTAI", ""),
            ("SIF-2013", "SIF", "good"),
            ("SIF-2013", "SIF", "inadequate"),
        ],
    ),
    "tables/boards": (
        {},
        ("source", "name", "type", "also_named"),
        [
            ("a-2014", "Ambershire Safeguarding Children Board", "LSCB", "ASCB | the LSCB"),
            ("a-2014", "star chamber", "OtherBoard", ""),
        ],
    ),
    "tables/services": (
        {},
        ("source", "name", "type", "relation"),
        [("a-2014", "multi-agency safeguarding hub (MASH)", "front-door", "shared with")],
    ),
    "tables/previous": (
        {},
        ("source", "what", "date", "grade", "grade_code", "family"),
        [
            ("a-2018", "last inspection", "2014", "inadequate", "inadequate", "SIF"),
            ("a-2018", "monitoring visit", "2016-05", "", "", ""),
            ("b-2019", "monitoring visit", "2019-02", "", "", ""),
            ("b-2019", "focused visit", "2019", "", "", ""),
        ],
    ),
    "tables/facts": (
        {},
        ("source", "measure", "value", "unit", "date", "comparison"),
        [
            ("a-2014", "child-protection-plans", "421", "children", "2014-03-31", ""),
            ("a-2014", "child-protection-plans", "430", "children", "", "earlier"),
        ],
    ),
    # names in a cell are in the order of the alphabet; a sentence that is not rated is a row too
    "tables/findings": (
        {},
        (
            "source",
            "section",
            "paragraph",
            "page",
            "polarity",
            "themes",
            "boards",
            "services",
            "strand",
        ),
        [
            (
                "a-2014",
                "Leaders",
                "12",
                "7",
                "weakness",
                "supervision plans",
                "Ambershire LSCB | Ambershire star chamber",
                "mash",
                "help-and-protection",
            ),
            (
                "a-2014",
                "Leaders",
                "12",
                "7",
                "strength",
                "supervision",
                "",
                "",
                "help-and-protection",
            ),
            ("a-2014", "", "", "8", "", "", "", "", ""),
            ("a-2018", "", "", "2", "mixed", "supervision", "", "", ""),
            ("a-2018", "", "", "3", "weakness", "plans", "Ambershire LSCB", "", ""),
            ("a-2021", "", "", "4", "strength", "plans", "", "", ""),
        ],
    ),
    "tables/judgements": (
        {},
        ("source", "basis", "strand", "grade_code", "about"),
        [
            ("a-2014", "graded", "overall", "inadequate", "authority"),
            ("a-2014", "graded", "help-and-protection", "inadequate", "authority"),
            ("a-2014", "graded", "lscb", "inadequate", "board"),
            ("a-2018", "graded", "overall", "inadequate", "authority"),
            ("a-2021", "graded", "overall", "good", "authority"),
            ("b-2019", "graded", "help-and-protection", "requires-improvement", "authority"),
            ("b-2019", "narrative", "", "inadequate", "board"),
            ("b-2019", "narrative", "overall", "inadequate", "authority"),
            ("c-2022", "graded", "overall", "requires-improvement", "authority"),
            ("c-2026", "graded", "leadership", "requires-improvement", "authority"),
            ("c-2026", "graded", "help-and-protection", "good", "authority"),
        ],
    ),
    "tables/recommendations": (
        {},
        ("source", "number", "kind", "group", "addressee", "due", "order"),
        [
            ("a-2014", "007", "recommendation", "Act now", "authority", "2014-07-01", "1"),
            ("a-2014", "", "recommendation", "", "board", "", "2"),
            ("a-2018", "", "what needs to improve", "", "authority", "", "1"),
            ("b-2019", "", "recommendation", "", "authority", "2019-06-30", "1"),
            ("b-2022", "", "priority action", "", "partnership", "", "1"),
            ("b-2022", "", "priority action", "", "partnership", "", "2"),
        ],
    ),
    # Bexmoor's code is that of the day; inspectors who led together are in the order of the page;
    # what a report lacks is an empty cell, never a missing row
    "tables/reports": (
        {},
        ("source", "framework", "gss", "inspection_start", "lead_inspector", "pages", "incomplete"),
        [
            ("a-2014", "SIF", "E10000901", "2014-04-29", "Jo Smith", "40", ""),
            ("a-2018", "ILACS", "E10000901", "2018-03-05", "Zoe Brown | Al Smith", "9", ""),
            ("a-2021", "ILACS", "E10000901", "2021-11-08", "", "8", ""),
            ("b-2019", "SIF", "E10000902", "2019-01-28", "", "30", ""),
            ("b-2022", "JTAI", "E06000902", "2022-06-06", "", "12", ""),
            ("b-2023", "", "E06000902", "", "", "3", "framework inspection_start"),
            ("c-2022", "ILACS", "E06000903", "2022-02-07", "", "9", ""),
            ("c-2026", "ILACS", "E06000903", "2026-06-01", "", "9", ""),
        ],
    ),
    "patterns/board-grades-in-passing": (
        {},
        ("judgement",),
        [("https://w3id.org/childrens-services-kg/id/made-up/b-2019-board",)],
    ),
    "patterns/board-mentions": (
        {},
        ("type", "polarity"),
        [("LSCB", "weakness"), ("OtherBoard", "weakness"), ("LSCB", "weakness")],
    ),
    "patterns/grades": (
        {},
        ("grade", "rank"),
        [("good", "2"), ("requires-improvement", "3"), ("inadequate", "4")],
    ),
    "patterns/service-mentions": (
        {},
        ("name", "kind", "polarity"),
        [("mash", "front-door", "weakness")],
    ),
    # its sections are of no kind, and no part of it judges a board
    "patterns/set-aside": ({}, ("finding",), []),
    "patterns/unclear-lines": ({}, ("text",), []),
}

ANSWERS |= OF_PATTERNS


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_the_answer_is_that_worked_out_by_hand(small: Store, name: str) -> None:
    given, columns, rows = ANSWERS[name]
    query = load_catalogue()[name]
    found = small.select(query.text, bind(query, given, small))
    places = [found.variables.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in found.rows] == rows


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_every_column_is_described(small: Store, name: str) -> None:
    query = load_catalogue()[name]
    examples = {
        p.name: "ambershire" if p.type == "authority" else p.example
        for p in query.parameters
        if p.default is None and p.example
    }
    found = small.select(query.text, bind(query, examples, small))
    assert set(query.columns) == set(found.variables)
    assert query.title != name
    assert query.description


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_the_order_of_rows_does_not_hang_on_the_store(small: Store, name: str) -> None:
    """Two rows with equal keys of order would come in the store's own order."""
    query = load_catalogue()[name]
    assert re.search(r"ORDER BY [^{}]+\Z", query.text.strip())


def test_the_graph_is_made_up_of_known_terms(repository) -> None:
    known = "\n".join(path.read_text() for path in repository.glob("ontology/**/*.ttl"))
    used = set(re.findall(r"\bcs:(\w+)", GRAPH.read_text()))
    assert {name for name in used if f"cs:{name} " not in known} == set()
