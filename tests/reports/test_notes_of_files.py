"""What is to be said of how a file was read is among the report's problems."""

from __future__ import annotations

from kg.documents import read_bytes
from kg.knowledge import Knowledge
from kg.reports import load_profiles, read_report


def test_each_note_of_a_document_is_a_problem(made_up_knowledge: Knowledge) -> None:
    text = "Inspection of Marlowe local authority children\u2019s services\n\nThey are good.\n"
    document = read_bytes(text.encode("cp1252"), "made-up")
    (note,) = document.notes
    report = read_report(document, made_up_knowledge, load_profiles(), rate=False)
    (problem,) = [each for each in report.problems if each.code == note.code]
    assert problem.message == note.message
    assert "Windows-1252" in problem.message
