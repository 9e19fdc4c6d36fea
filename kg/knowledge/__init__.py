"""The published vocabularies in ``ontology/``, read into plain values for the other rooms.

What a framework judges, how grades rank, which timescales are printed, which authorities there
are: all of it is in Turtle files that anyone can read and extend, and none of it in Python.
"""

from kg.knowledge.frameworks import FrameworkVersion, Grade, Strand
from kg.knowledge.load import Knowledge, load_knowledge
from kg.knowledge.problems import ProblemCode, Severity
from kg.knowledge.register import Authority, Register
from kg.knowledge.resources import folder
from kg.knowledge.vocabularies import vocabulary_files

__all__ = [
    "Authority",
    "FrameworkVersion",
    "Grade",
    "Knowledge",
    "ProblemCode",
    "Register",
    "Severity",
    "Strand",
    "folder",
    "load_knowledge",
    "vocabulary_files",
]
