"""Records and query results as files: one small module a format."""

from kg.exports.documents import write_documents
from kg.exports.files import output
from kg.exports.graph import write_graph
from kg.exports.jsonl import write_jsonl
from kg.exports.results import RESULT_FORMATS, write_result
from kg.exports.rows import ROW_FORMATS, write_rows
from kg.exports.schemaorg import write_schemaorg
from kg.exports.tables import write_tables
from kg.exports.texts import write_texts
from kg.exports.workbook import write_workbook

__all__ = [
    "RESULT_FORMATS",
    "ROW_FORMATS",
    "output",
    "write_documents",
    "write_graph",
    "write_jsonl",
    "write_result",
    "write_rows",
    "write_schemaorg",
    "write_tables",
    "write_texts",
    "write_workbook",
]
