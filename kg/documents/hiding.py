"""Which styles of HTML hide their text from a reader."""

from __future__ import annotations

import re

#: Inline styles of text that a browser does not show.
HIDES = re.compile(
    r"""
      (?<![\w-]) display \s*:\s* none \b
    | (?<![\w-]) visibility \s*:\s* (?:hidden|collapse) \b
    | (?<![\w-]) opacity \s*:\s* 0*\.?0+ \s* (?:%|;|$|!)
    | (?<![\w-]) font-size \s*:\s* (?: 0+(?:\.0+)?(?![\d.]) | [012](?:\.\d+)? \s* p[xt]\b )
    """,
    re.I | re.X,
)
#: White text, which only a dark ground shows.
WHITE = re.compile(
    r"(?<![\w-])color\s*:\s*(?:white\b|#fff(?:fff)?\b|rgb\(\s*255\s*,\s*255\s*,\s*255)", re.I
)
GROUND = re.compile(r"\bbackground|\bbgcolor\b", re.I)
#: A rule of a style sheet whose selector is one class, one identifier or one element.
RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<style>[^{}]*)\}")
SHEET = re.compile(r"<style\b[^>]*>([^<]*)", re.I)
COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
#: What is hidden on paper only.
PRINTED = re.compile(r"@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.I)


class Hiding:
    """What hides the text of elements in one page: its style sheets and each element's own style.

    Of style sheets, rules for one class, identifier or element are understood, which is how
    word processors and web sites write them.
    """

    def __init__(self, page: str) -> None:
        #: white text is unseen where nothing on the page has a ground of its own
        self._white = GROUND.search(page) is None
        self._hidden: set[str] = set()
        for sheet in SHEET.findall(page):
            for rule in RULE.finditer(PRINTED.sub("", COMMENT.sub("", sheet))):
                if self._hides(rule["style"]):
                    names = rule["selectors"].lower().split(",")
                    self._hidden.update(name.strip() for name in names)

    def hides(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element's text is not shown."""
        if "hidden" in attributes or self._hides(attributes.get("style") or ""):
            return True
        if not self._hidden:
            return False
        names = [f".{name.lower()}" for name in (attributes.get("class") or "").split()]
        names += [f"#{(attributes.get('id') or '').lower()}", ""]
        return any({name, f"{tag}{name}"} & self._hidden for name in names)

    def _hides(self, style: str) -> bool:
        return bool(HIDES.search(style)) or (self._white and bool(WHITE.search(style)))
