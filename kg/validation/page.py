"""Results as one HTML page that loads nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from kg.validation.violations import Violation, shortened

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem;
       color: #1b1f24; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
         border-bottom: 1px solid #ccd }
td.iri { font-size: .8rem; overflow-wrap: anywhere; color: #4a5560 }
.violation { color: #a40e26; font-weight: 600 } .warning { color: #7a4d00; font-weight: 600 }
.info { color: #0550ae }
q { font-style: italic }
""".strip()

_ROW = (
    '<tr><td class="{severity}">{severity}</td><td>{page}</td>'
    '<td>{message}{value}{quote}</td><td class="iri">{focus}</td></tr>'
)


def html_page(
    reports: Sequence[tuple[str, Sequence[Violation]]],
    counted: Callable[[Iterable[Violation]], str],
) -> str:
    """The page: one table a report.  ``counted`` says in words how many faults there are."""
    everything = [violation for _, group in reports for violation in group]
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en-GB"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Validation: {counted(everything)}</title>",
        f"<style>\n{_STYLE}\n</style></head><body>",
        f"<h1>Validation</h1>\n<p>In all: {counted(everything)}.</p>",
    ]
    for source, group in reports:
        parts.append(f"<h2>{escape(source)}: {counted(group)}</h2>")
        parts.append("<table><thead><tr><th>Severity</th><th>Page</th><th>What is wrong</th>")
        parts.append("<th>About</th></tr></thead><tbody>")
        parts.extend(_row(violation) for violation in group)
        parts.append("</tbody></table>")
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _row(v: Violation) -> str:
    value = f"<br>Found: <code>{escape(shortened(v.value))}</code>"
    return _ROW.format(
        severity=v.severity.value,
        page=v.page or "",
        message=escape(v.message),
        value=value if v.value and v.value != v.focus else "",
        quote=f"<br><q>{escape(shortened(v.quote))}</q>" if v.quote else "",
        focus=escape(v.focus),
    )
