"""Files become documents: pages, lines, one clean text, and the way back from text to page.

`read` takes a path and gives a `Document`, whatever the file's kind (told from its bytes, not
its name), or raises `UnreadableFile` with a line that says what to do.
"""

from kg.documents.model import Block, Cell, Document, Line, Note, Page, Place, Role
from kg.documents.pagedtext import PagedText, paged_text
from kg.documents.reading import name_of, read, read_bytes

__all__ = [
    "Block", "Cell", "Document", "Line", "Note", "Page", "PagedText", "Place", "Role", "name_of",
    "paged_text", "read", "read_bytes",
]  # fmt: skip
