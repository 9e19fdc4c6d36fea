"""Reports become a store: find the files, read them in parallel, check them, put them in.

`build` is what ``kg build`` calls.  It touches nothing that has not changed, puts each report in
whole or not at all, and says of every file what became of it.
"""

from kg.ingest.acceptance import is_not_stored
from kg.ingest.corrections import corrections_of, find_corrections, strays
from kg.ingest.files import InputFiles, find_files
from kg.ingest.outcome import Fate, Outcome
from kg.ingest.pipeline import build
from kg.ingest.progress import progress
from kg.ingest.vocabulary import VOCABULARY
from kg.ingest.work import PRINTED, FileResult, Settings, Task, check_quotes, work

__all__ = [
    "PRINTED",
    "VOCABULARY",
    "Fate",
    "FileResult",
    "InputFiles",
    "Outcome",
    "Settings",
    "Task",
    "build",
    "check_quotes",
    "corrections_of",
    "find_corrections",
    "find_files",
    "is_not_stored",
    "progress",
    "strays",
    "work",
]
