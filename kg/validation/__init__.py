"""Checks a graph against the SHACL shapes in ``shapes/`` and says in plain English what is wrong.

The room takes N-Quads lines, of one report or of the shared vocabulary, and gives `Violation`
values: which shape, how severe, on what, and where in which report.  The shapes are compiled to
plain steps by `kg.shacl`; pySHACL is the reference that the tests hold them against, and it and
rdflib are imported only when it is asked for.
"""

from kg.validation.check import Engine, validate_batch, validate_report, validate_vocabulary
from kg.validation.files import CheckedFiles, validate_files
from kg.validation.formats import FORMATS, write_violations
from kg.validation.store import validate_store
from kg.validation.violations import Severity, Violation, describe, distinct, worst

__all__ = [
    "FORMATS",
    "CheckedFiles",
    "Engine",
    "Severity",
    "Violation",
    "describe",
    "distinct",
    "validate_batch",
    "validate_files",
    "validate_report",
    "validate_store",
    "validate_vocabulary",
    "worst",
    "write_violations",
]
