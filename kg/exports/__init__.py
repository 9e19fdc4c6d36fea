"""Records and query results as files: one small module a format, `registry` tells which.

The names below are found in their modules when they are first asked for, so that the help of the
command line reads the registry and nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
else:
    HOMES = {
        "RESULT_FORMATS": "results",
        "ROW_FORMATS": "rows",
        "output": "files",
        "write_documents": "documents",
        "write_graph": "graph",
        "write_jsonl": "jsonl",
        "write_result": "results",
        "write_rows": "rows",
        "write_schemaorg": "schemaorg",
        "write_tables": "tables",
        "write_texts": "texts",
        "write_workbook": "workbook",
    }

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


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
