"""The brief on one authority."""

from __future__ import annotations

from kg.analysis.inspections import BODY, READING
from kg.briefs.authority_comparison import beside
from kg.briefs.authority_exemplars import solved
from kg.briefs.authority_grades import standing
from kg.briefs.authority_recommendations import told
from kg.briefs.authority_recurrence import again
from kg.briefs.data import check, finished, held
from kg.briefs.model import Brief, Part, Points, Text
from kg.briefs.statements import count
from kg.corpus import Corpus, open_corpus, resolve
from kg.errors import QueryError
from kg.store import Answers


def authority_brief(asked: Answers, words: str) -> Brief:
    """The brief on the authority of a name, a code or the end of an IRI.

    Raises `QueryError` if there is no such authority, or no report on it in the store.
    """
    corpus = open_corpus(asked)
    check(corpus)
    meant = resolve.meant(corpus, words)
    iri, slug = meant.iri, meant.slug
    known = corpus.authorities
    name = known[iri].name
    own = [report for report in corpus.reports.values() if report.authority == iri]
    if not own:
        raise QueryError(
            f"{meant.missing}; kg query latest-grades lists the authorities that have a graded "
            "report"
        )
    stands = standing(corpus, iri, slug)
    recurs = again(corpus, iri, slug)
    open_items = told(corpus, iri, slug)
    others = beside(corpus, iri, slug)
    way_out = solved(corpus, iri, slug, others.weak)
    short = Points(
        (
            _led("Stands", stands.stands),
            _led("Moved", stands.moved),
            _led("Recurs", recurs.short),
            _led("Last told", open_items.short),
            _led("Themes", others.short),
            _led("Solved by", way_out.short),
        )
    )
    region, here = known[iri].region, f"{count(len(own), 'report')} on it in the store"
    subtitle = f"{region}; {here}" if region else here
    parts = (
        Part("In short", (short,)),
        stands.part,
        recurs.part,
        open_items.part,
        others.part,
        way_out.part,
    )
    return finished(corpus, f"{name}: children’s services in inspection reports", subtitle, parts,
                    (_notes(corpus),))  # fmt: skip


def _led(lead: str, text: Text) -> Text:
    return Text(text.words, text.where, lead)


def _notes(corpus: Corpus) -> Part:
    return Part(
        "How to read this",
        (
            Points(
                (
                    held(corpus),
                    Text("Grades, dates, recommendations and quotes are what reports print. "
                         + READING),
                    Text(BODY),
                    Text("Frameworks ask different things, and grades of different frameworks "
                         "are close, not the same: ‘adequate’ (to 2013) stands where ‘requires "
                         "improvement’ (since) does. A theme that does not come back may not "
                         "have been looked at."),
                )
            ),
        ),
    )  # fmt: skip
