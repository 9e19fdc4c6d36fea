"""Pages that only say that the file's real content cannot be shown here.

A dynamic form (XFA) holds one page for the viewers that do not know such forms.  Its words are
fixed by the program that wrote the form; they are no report.
"""

from __future__ import annotations

import re

from kg.documents.rawlines import RawFile
from kg.errors import UnreadableFile

#: Characters; a placeholder says a few sentences.
LONGEST = 1500
#: What such pages say, white space collapsed.
SAID = re.compile(
    r"""
      If\ this\ message\ is\ not\ eventually\ replaced\ by\ the\ proper\ contents
    | your\ PDF\ viewer\ may\ not\ be\ able\ to\ display
    | you\ need\ a\ later\ version\ of\ the\ PDF\ viewer
    | requires\ (?: Adobe\ )? (?: Acrobat | Reader ) \b .{0,60} (?: higher | later | newer )
    | (?: To\ view | open ) \ .{0,60} (?: Adobe\ Reader | Acrobat ) \b .{0,40} (?: later | higher )
    """,
    re.I | re.X,
)


def refuse_placeholder(file: RawFile) -> None:
    """Raises `UnreadableFile` if a file holds nothing but such a page."""
    text = ""
    for page in file.pages:
        text = " ".join((text, *page.text.split())).lstrip()
        if len(text) > LONGEST:
            return
    if SAID.search(text):
        raise UnreadableFile(
            "holds only the placeholder page of a dynamic form (XFA), which no other program than "
            "its own viewer shows; open it there, print it to a PDF, and read that"
        )
