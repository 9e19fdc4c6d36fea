"""What no check finds, and why: kind of falsification, family (or all) -> reason."""

from __future__ import annotations

ALL = "all"

#: what several kinds have in common
NO_YEAR = "Words of a visit may lack their year, and the day fits the framework in both years."

SURVIVORS: dict[tuple[str, str], str] = {
    ("boards_judgement_about_the_authority", "CP2012"): (
        "What is judged in passing is of no strand that could tell whom it is about."
    ),
    ("whole_record_moved_to_another_year", "ILACS"): NO_YEAR,
    ("whole_record_moved_to_another_year", "ILACS-monitoring"): NO_YEAR,
    ("whole_record_moved_to_another_year", "ILACS-focused"): NO_YEAR,
    ("paragraph_in_another_section", ALL): (
        "Some reports set a summary apart, after which paragraphs go back to an earlier section:"
        " where a paragraph stands does not tell its section."
    ),
    ("places_of_two_judgements_swapped", "CP2012"): (
        "Both have the same grade, and the words of a judgement need not name its subject."
    ),
    ("strand_of_a_section_changed", "ILACS"): (
        "Headings are worded freely, and not held against the names of strands."
    ),
    ("one_more_lead_inspector", ALL): "Some reports have two lead inspectors.",
    ("theme_missing_with_its_evidence", "JTAI"): "Some joint inspections print no theme.",
    ("last_recommendation_missing", "AreaSEND"): (
        "Nothing but the text has what stood behind the last item."
    ),
    ("last_recommendation_missing", "ILACS-monitoring"): (
        "Nothing but the text has what stood behind the last item."
    ),
    ("polarity_turned", ALL): (
        "Only the classifier could tell, and a record is checked without running it."
    ),
    ("delivery_by_an_inspectorate", "vocabulary"): (
        "The register does not tell inspectorates from other organisations."
    ),
    ("replaced_by_a_theme", "vocabulary"): "What replaces a concept may be of another scheme.",
}
