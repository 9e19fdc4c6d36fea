"""The findings on a theme: one definition of what counts as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.corpus import resolve
from kg.corpus.values import Finding, Items
from kg.errors import QueryError
from kg.text.suggest import did_you_mean

if TYPE_CHECKING:
    from kg.corpus.corpus import Corpus


def findings_on(
    corpus: Corpus,
    theme: str,
    polarity: str | None,
    authority: str | None,
    *,
    main: bool,
    body: bool,
    least: float,
) -> Items[Finding]:
    """See `Corpus.findings_on`."""
    for name, given in (("theme", theme), ("polarity", polarity), ("authority", authority)):
        if not isinstance(given, str) and (given is not None or name == "theme"):
            raise TypeError(f"{name}: give a str, not {type(given).__name__}")
    if not isinstance(least, (int, float)):
        raise TypeError(f"least: give a number, not {type(least).__name__}")
    if not 0 <= least <= 1:
        raise QueryError(f"least={least}: a probability is between 0 and 1")
    code = resolve.theme(corpus.themes, theme).code
    known = [name for name, *_ in corpus.concepts("polarity")]
    if polarity is not None and polarity not in known:
        hint = did_you_mean(polarity, known, otherwise=f"there is: {', '.join(known)}")
        raise QueryError(f"no polarity is called {polarity!r}{hint}")
    reports = corpus.reports
    iri = None if authority is None else resolve.answering(corpus, authority).iri
    return Items(
        finding
        for finding in corpus.findings
        if code in (finding.themes[:1] if main else finding.themes)
        and finding.sure[finding.themes.index(code)] >= least
        and (polarity is None or finding.polarity == polarity)
        and (finding.counted or not body)
        and (iri is None or reports[finding.report].authority == iri)
    )
