"""Findings marked "(Recommendation)", and the items that they lead to."""

from kg.documents import read_bytes
from kg.knowledge import Knowledge
from kg.reports import load_profiles, read_report
from kg.reports.evidence import Raised

# In the printed form of a single inspection of 2016: the items first, then numbered paragraphs.
REPORT = """\
Marlowe Council

Inspection of services for children in need of help and protection, children looked after and
care leavers

Inspection date: 11 January 2016 – 4 February 2016

Report published: 1 April 2016

Children’s services in Marlowe require improvement to be good

Recommendations

1. Ensure that chronologies in case files are clear, so that a child’s history is understood.
2. Visit privately fostered children as often as statutory guidance requires.
3. Report on caseloads to councillors every quarter.

Summary for children and young people

The council helps most children well. Some wait too long.

The experiences and progress of children who need help and protection require improvement

12. Chronologies are seldom clear. The case files hide a child’s history (Recommendation).
13. Privately fostered children are not visited as often as guidance requires (Recommendation).
14. Partners attend most meetings, and share what they know (Recommendation).
15. Councillors do not hear of caseloads (Recommendation 3). Staff are loyal.
"""


def raised(knowledge: Knowledge, text: str = REPORT) -> dict[str, Raised | None]:
    document = read_bytes(text.encode(), "marlowe-sif-2016")
    report = read_report(document, knowledge, load_profiles())
    assert [item.number for item in report.recommendations] == ["1", "2", "3"]
    return {finding.text.split()[0]: finding.raised for finding in report.findings}


def test_the_item_that_shares_its_words_is_inferred(made_up_knowledge: Knowledge) -> None:
    assert raised(made_up_knowledge)["Privately"] == Raised(2, inferred=True)


def test_words_of_the_paragraph_count_too(made_up_knowledge: Knowledge) -> None:
    assert raised(made_up_knowledge)["The"] == Raised(1, inferred=True)


def test_no_item_is_guessed(made_up_knowledge: Knowledge) -> None:
    assert raised(made_up_knowledge)["Partners"] == Raised(None, inferred=False)


def test_a_number_names_the_item(made_up_knowledge: Knowledge) -> None:
    assert raised(made_up_knowledge)["Councillors"] == Raised(3, inferred=False)


def test_a_number_that_no_item_has(made_up_knowledge: Knowledge) -> None:
    text = REPORT.replace("(Recommendation 3)", "(Recommendation 9)")
    assert raised(made_up_knowledge, text)["Councillors"] == Raised(None, inferred=False)


def test_without_a_mark_nothing_is_raised(made_up_knowledge: Knowledge) -> None:
    found = raised(made_up_knowledge)
    assert found["Chronologies"] is None
    assert found["Staff"] is None
