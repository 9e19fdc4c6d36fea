"""The corpus: what all reports of a store say, as typed values that every upper room asks.

`open_corpus` gives the `Corpus` of a store or an endpoint.  Below it stands the read model, one
SQLite file made beside the index from the same records; from an endpoint the same tables are
filled by the questions in ``queries/tables/``.
"""

from kg.corpus.corpus import Corpus, by_authority
from kg.corpus.opening import open_corpus, remembered
from kg.corpus.values import (
    Authority,
    Figure,
    Finding,
    Hit,
    Items,
    ItemsByKey,
    Judgement,
    Mention,
    Problem,
    Quotation,
    Recommendation,
    Report,
    Section,
    Theme,
)

__all__ = [
    "Authority",
    "Corpus",
    "Figure",
    "Finding",
    "Hit",
    "Items",
    "ItemsByKey",
    "Judgement",
    "Mention",
    "Problem",
    "Quotation",
    "Recommendation",
    "Report",
    "Section",
    "Theme",
    "by_authority",
    "open_corpus",
    "remembered",
]
