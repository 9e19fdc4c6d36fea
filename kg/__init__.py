"""Published inspection reports of English children's services, read into a knowledge graph.

Three functions do most of what the command line does: `read` gives what one report says, `build`
reads reports into a store, `open` gives the `Corpus` of a store, which holds what all its reports
say as typed values and answers SPARQL.

    import kg

    kg.build("reports")
    corpus = kg.open()
    for finding in corpus.findings_on("supervision", polarity="weakness"):
        print(corpus.reports[finding.report].authority_name, finding.page, finding.text)

`Report` is what `read` gives; the other values (`Finding`, `Judgement`, `Recommendation` ...) are
those of a corpus, plain tuples with names.  What is raised on purpose is a `KgError`.

The rooms, in the order in which data flows through them: ``documents`` (a file becomes a
`Document`), ``reports`` (a `Document` becomes a `Report`), ``rdf`` (a `Report` becomes quads),
``validation`` (quads are held against shapes), ``store`` (quads become records and an index),
``corpus`` (what all records say together), ``analysis``, ``exports``, ``pictures`` and ``briefs``.
``knowledge`` reads the published vocabularies in ``ontology/`` into plain values that the rooms
share.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.corpus import (
        Authority,
        Corpus,
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
        Section,
        Theme,
    )
    from kg.errors import (
        KgError,
        KnowledgeError,
        QueryError,
        StoreError,
        UnreadableFile,
    )
    from kg.ingest import Fate, Outcome
    from kg.library import build, open, read
    from kg.reports import Report
else:
    #: Where each name is found when it is first asked for: every room imports this package, and
    #: pays for nothing that it does not use.
    HOMES = {
        **dict.fromkeys(("build", "open", "read"), "library"),
        **dict.fromkeys(("Fate", "Outcome"), "ingest"),
        "Report": "reports",
        **dict.fromkeys(
            ("Authority", "Corpus", "Figure", "Finding", "Hit", "Items", "ItemsByKey", "Judgement",
             "Mention", "Problem", "Quotation", "Recommendation", "Section", "Theme"),
            "corpus",
        ),
        **dict.fromkeys(
            ("KgError", "KnowledgeError", "QueryError", "StoreError", "UnreadableFile"),
            "errors",
        ),
    }  # fmt: skip

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found = getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *HOMES})


__version__ = "0.1.0"

__all__ = [
    "Authority",
    "Corpus",
    "Fate",
    "Figure",
    "Finding",
    "Hit",
    "Items",
    "ItemsByKey",
    "Judgement",
    "KgError",
    "KnowledgeError",
    "Mention",
    "Outcome",
    "Problem",
    "QueryError",
    "Quotation",
    "Recommendation",
    "Report",
    "Section",
    "StoreError",
    "Theme",
    "UnreadableFile",
    "build",
    "open",
    "read",
]
