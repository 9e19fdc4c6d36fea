"""What may happen to a file: each takes its bytes and a seeded generator and gives other bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.faults.mutations import bytewise, docx, html, pdf, text

#: The third value is a size: how many lines or levels the largest mutations make.
Mutation = Callable[[bytes, Random, int], bytes]

#: Kind of mutation -> the endings of the files that it is for, and the mutations.
MUTATIONS: Mapping[str, tuple[Sequence[str], Sequence[Mutation]]] = {
    "bytes": ((".pdf", ".pdf", ".docx", ".html", ".txt"), bytewise.ALL),
    "structure of PDF": ((".pdf",), pdf.ALL),
    "structure of DOCX": ((".docx",), docx.ALL),
    "structure of HTML": ((".html",), html.ALL),
    "text": ((".txt", ".docx", ".html"), text.ALL),
}
