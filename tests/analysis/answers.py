"""Answers to the questions in ``queries/patterns/`` on the small graph of ``tests/queries``."""

ANSWERS: dict[str, tuple[dict[str, str], tuple[str, ...], list[tuple[str, ...]]]] = {
    # Bexmoor has no overall grade that was given formally
    "patterns/grade-changes": (
        {},
        ("authority", "before", "ended_before", "after", "ended", "gained"),
        [
            ("Ambershire", "inadequate", "2014-05-20", "inadequate", "2018-03-09", "0"),
            ("Ambershire", "inadequate", "2018-03-09", "good", "2021-11-12", "2"),
        ],
    ),
    "patterns/neighbours-grades": (
        {"authority": "bexmoor"},
        ("neighbour", "ended", "strand", "grade"),
        [
            ("Ambershire", "2014-05-20", "overall", "inadequate"),
            ("Ambershire", "2018-03-09", "overall", "inadequate"),
            ("Ambershire", "2021-11-12", "overall", "good"),
            ("Coldale", "2022-02-11", "overall", "requires-improvement"),
            ("Coldale", "2026-06-05", "leadership", "requires-improvement"),
            ("Coldale", "2026-06-05", "help-and-protection", "good"),
        ],
    ),
    # no result was saved
    "patterns/results": ({}, ("pattern", "table"), []),
    # each text was given once
    "patterns/same-words": ({}, ("text", "authorities"), []),
    # only one item has a theme
    "patterns/told-again": ({}, ("authority", "theme", "times"), []),
}
