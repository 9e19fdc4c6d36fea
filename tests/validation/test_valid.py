"""What is right passes."""

from kg.validation import describe, validate_report, validate_vocabulary
from kg.validation.shapes import shapes_folder


def test_a_valid_report_has_no_violation(report, vocabulary):
    assert [describe(v) for v in validate_report(report.lines(), vocabulary.lines())] == []


def test_a_valid_vocabulary_has_no_violation(vocabulary):
    assert [describe(v) for v in validate_vocabulary(vocabulary.lines(), shapes_folder())] == []
