"""A difference in words: for a terminal, for a page, for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict

from kg.diff.compare import Change, Difference, ReportChange
from kg.text.markdown import escaped

#: A text is cut here where a line need only say which one is meant.
LONGEST = 100
#: Kinds whose members are told apart by their own text, which stands in quotes.
QUOTED = {"recommendation", "finding", "problem of reading"}
PLURALS = {
    "board or service": "boards and services",
    "statement required": "statements required",
    "problem of reading": "problems of reading",
    "term": "terms of the vocabulary",
}


def write_difference(difference: Difference, name: str, *, summary: bool = False) -> str:
    """The difference in one of `DIFF_FORMATS`; as a ``summary`` the counts alone."""
    return DIFF_FORMATS[name](difference, summary)


def sentence(change: Change) -> str:
    """One change in words, without the report: "the grade of leadership was good, is poor"."""
    page = f" (page {change.page})" if change.page is not None else ""
    if change.change != "changed":
        said = change.new or change.old
        return f"{change.kind} {change.change}: {_what(change)}{f', {said}' if said else ''}{page}"
    if change.field == "words":
        return f"{change.kind} reworded: was “{change.old}”, is “{change.new}”{page}"
    if change.field == "hash of the file":
        return "was read from another file, or from the file as it was changed"
    if change.kind == "report":
        about = ""
    elif change.kind == "judgement":
        about = f" of {_what(change)}"
    else:
        about = f" of the {change.kind} {_what(change)}"
    old = f"was {change.old}" if change.old else "was not given"
    new = f"is {change.new}" if change.new else "is no longer given"
    return f"the {change.field}{about} {old}, {new}{page if change.field != 'page' else ''}"


def headline(report: ReportChange) -> str:
    """What happened to a report as a whole, in words."""
    if report.change == "renamed":
        return f"the same file was {report.old_name}"
    return f"report {report.change}" + (
        "" if report.change == "changed" else f": {_holdings(report)}"
    )


def _holdings(report: ReportChange) -> str:
    """What a report that came or went holds."""
    counts: dict[str, int] = {}
    for change in report.changes:
        if change.kind != "report":
            counts[change.kind] = counts.get(change.kind, 0) + 1
    parts = [f"{number} {_plural(kind, number)}" for kind, number in counts.items()]
    return ", ".join(parts) or "nothing was read from it"


def _text(difference: Difference, summary: bool) -> str:
    return "".join(f"{line}\n" for line in _text_lines(difference, summary))


def _text_lines(difference: Difference, summary: bool) -> Iterator[str]:
    yield from _summary(difference)
    if summary:
        return
    for report in difference.reports:
        if report.change != "changed":
            yield f"{report.name}: {headline(report)}"
        for change in _worth_saying(report):
            yield f"{report.name}: {sentence(change)}"
    for change in difference.vocabulary:
        yield f"vocabulary: {sentence(change)}"


def _markdown(difference: Difference, summary: bool) -> str:
    lines = ["# What changed", "", *(f"- {line}" for line in _summary(difference)), ""]
    if not summary:
        for report in difference.reports:
            lines += [f"## {escaped(report.name)}", ""]
            if report.change != "changed":
                lines += [escaped(_sentence_case(headline(report))) + ".", ""]
            told = [_point(change) for change in _worth_saying(report)]
            lines += [*told, ""] if told else []
        if difference.vocabulary:
            lines += ["## Vocabulary", ""]
            lines += map(_point, difference.vocabulary)
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _point(change: Change) -> str:
    return f"- {escaped(_sentence_case(sentence(change)))}"


def _json(difference: Difference, summary: bool) -> str:
    whole: dict[str, object] = {
        "counts": difference.counts(),
        "reports_unchanged": difference.same,
        "reports_changed_in_details_only": difference.details,
    }
    if not summary:
        whole["reports"] = [
            {
                "change": report.change,
                "name": report.name,
                **({"old_name": report.old_name} if report.old_name else {}),
                "report": report.report,
                "changes": [_object(change) for change in report.changes],
            }
            for report in difference.reports
        ]
        whole["vocabulary"] = [_object(change) for change in difference.vocabulary]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _summary(difference: Difference) -> Iterator[str]:
    for kind, counts in difference.counts().items():
        parts = [f"{number} {name}" for name, number in counts.items() if number]
        if kind == "report":
            if difference.details:
                parts.append(
                    f"{difference.details} changed only in places, probabilities or versions"
                )
            parts.append(f"{difference.same} the same")
        yield f"{_plural(kind, 2)}: {', '.join(parts)}"


def _worth_saying(report: ReportChange) -> list[Change]:
    """Of a report that came the judgements: all the rest is new as well."""
    if report.change in ("changed", "renamed"):
        return list(report.changes)
    return [change for change in report.changes if change.kind == "judgement"]


def _object(change: Change) -> dict[str, object]:
    """Without what is not there; what is changed to or from nothing is null."""
    said: dict[str, object] = {
        key: value for key, value in asdict(change).items() if value not in ("", None)
    }
    if change.change == "changed":
        said |= {"old": change.old or None, "new": change.new or None}
    return said


def _what(change: Change) -> str:
    what = " ".join(change.what.split())
    cut = what if len(what) <= LONGEST else what[: LONGEST - 1].rstrip() + "…"
    return f"“{cut}”" if change.kind in QUOTED else cut


def _plural(kind: str, number: int) -> str:
    return kind if number == 1 else PLURALS.get(kind, f"{kind}s")


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


DIFF_FORMATS: dict[str, Callable[[Difference, bool], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
