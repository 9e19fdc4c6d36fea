"""Briefs: four pages on one authority or one theme, each line with its file and page.

`authority_brief` and `theme_brief` ask a store and give a `Brief`, which is plain values;
`write_brief` writes it as HTML, Markdown or DOCX.
"""

from kg.briefs.authority import authority_brief
from kg.briefs.model import Brief
from kg.briefs.theme import theme_brief
from kg.briefs.writing import FORMATS, write_brief

__all__ = ["FORMATS", "Brief", "authority_brief", "theme_brief", "write_brief"]
