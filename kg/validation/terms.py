"""The properties by which a fault is placed in its report, as terms.

How terms are written, and what one says, is in `kg.shacl.terms`.
"""

from __future__ import annotations

from kg.namespaces import CS
from kg.shacl.terms import LANG_STRING, XSD_STRING, datatype_of, text_of

__all__ = ["LANG_STRING", "XSD_STRING", "datatype_of", "text_of"]

SOURCE = f"<{CS}source>"
PART_OF = f"<{CS}partOf>"
PAGE = f"<{CS}page>"
QUOTE = f"<{CS}quote>"
EVIDENCE_FOR = f"<{CS}evidenceFor>"
EVIDENCE_OF = f"<{CS}evidenceOf>"
