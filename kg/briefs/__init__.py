"""Briefs: four pages on one authority or one theme, each line with its file and page.

`authority_brief` and `theme_brief` ask a store and give a `Brief`, which is plain values;
`write_brief` writes it in one of `FORMATS`.  They are found in their modules when they are first
asked for, so that the help of the command line reads the formats and nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.briefs.authority import authority_brief
    from kg.briefs.model import Brief
    from kg.briefs.theme import theme_brief
    from kg.briefs.writing import FORMATS, write_brief
else:
    HOMES = {
        "FORMATS": "writing",
        "Brief": "model",
        "authority_brief": "authority",
        "theme_brief": "theme",
        "write_brief": "writing",
    }

    def __getattr__(name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


__all__ = ["FORMATS", "Brief", "authority_brief", "theme_brief", "write_brief"]
