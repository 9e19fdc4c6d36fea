"""Pages that only say that the file's real content cannot be shown here.

A dynamic form (XFA) holds one page for the viewers that do not know such forms.  Its words are
fixed by the program that wrote the form; they are no report.  Nor is what a web site sends in place
of a page that it does not have, or does not show.
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

#: What web sites say so: words of their own, not within a sentence.
NOT_SENT = re.compile(
    r"""
      \b (?: page | file | document | resource )
        (?: \ (?: was | is | could | can | cannot ) )? (?: \ not )? (?: \ be )? \ found \b
    | \b 404 \b .{0,20} \b not\ found \b | \b not\ found \b .{0,20} \b 404 \b
    | \b (?: access\ denied | 403\ forbidden | 503\ service\ unavailable ) \b
    | \b page\ you \ (?: are | were )\ looking\ for \b
    | \b (?: enable | requires? )\ javascript \b
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
    if file.media_type == "text/html" and (said := NOT_SENT.search(text)):
        raise UnreadableFile(
            f"is a page of a web site that says {said[0]!r}, and no report; fetch the report again"
        )
    if SAID.search(text):
        raise UnreadableFile(
            "holds only the placeholder page of a dynamic form (XFA), which no other program than "
            "its own viewer shows; open it there, print it to a PDF, and read that"
        )
