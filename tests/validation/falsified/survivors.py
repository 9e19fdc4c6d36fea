"""What no check finds, and why: kind of falsification, family (or all) -> reason."""

from __future__ import annotations

ALL = "all"

#: what several kinds have in common
UNREAD = "Some lines of a report belong to nothing: what is lost is not told from them."
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
    ("last_findings_missing", "CP2012"): UNREAD,
    ("last_findings_missing", "SIF"): UNREAD,
    ("text_of_a_section_unread", "ILACS-focused"): UNREAD,
    ("figure_of_the_year_before", "SIF"): (
        "The year of a figure may be printed in another sentence, or at the head of a table."
    ),
    ("name_of_a_mentioned_board_missing", "JTAI"): (
        "The partnership of a joint inspection is meant without being named."
    ),
    ("timescale_of_one_recommendation_missing", ALL): (
        "A list may have items without a timescale beside those that have one."
    ),
    ("next_step_at_once", "AreaSEND"): "A next step may be at once, in other words than a number.",
    ("board_addressed_as_a_partnership", "SIF"): (
        "Reports call boards partnerships, and the other way round."
    ),
    ("kind_of_section_turned", "AreaSEND"): (
        "Headings are worded freely, and not held against kinds of section."
    ),
    ("polarity_turned", ALL): (
        "Only the classifier could tell, and a record is checked without running it."
    ),
    ("delivery_by_an_inspectorate", "vocabulary"): (
        "The register does not tell inspectorates from other organisations."
    ),
    ("same_as_another_authority", "vocabulary"): "Links to what is the same may be added.",
    ("authority_without_its_class", "vocabulary"): (
        "An organisation of the register may be no authority; who was inspected is told by reports."
    ),
    ("strand_about_a_board_is_about_the_authority", "vocabulary"): (
        "Whom a strand judges is said nowhere else."
    ),
    ("board_kind_that_ended_before_its_law", "vocabulary"): (
        "Kinds of board have no first day in the vocabulary."
    ),
    ("exact_match_of_two_grades", "vocabulary"): "Which grades are the same is said nowhere else.",
}
