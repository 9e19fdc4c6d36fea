"""Which styles of HTML hide their text from a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

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
#: What parts a style sheet.
MARK = re.compile(r"[{}]")
#: What is hidden on paper only.
PRINT = re.compile(r"@media\s+print", re.I)


class Hiding:
    """What hides the text of elements in one page: its style sheets and each element's own style.

    Of style sheets, rules for one class, identifier or element are understood, which is how
    word processors and web sites write them.
    """

    def __init__(self, page: str, sheets: Iterable[str]) -> None:
        #: white text is unseen where nothing on the page has a ground of its own
        self._white = GROUND.search(page) is None
        self._hidden: set[str] = set()
        for sheet in sheets:
            for selectors, style in rules(sheet):
                if self._hides(style):
                    names = selectors.lower().split(",")
                    self._hidden.update(name.strip() for name in names)

    def hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element's text is not shown."""
        if "hidden" in attributes or self._hides(attributes.get("style", "")):
            return True
        if not self._hidden:
            return False
        names = [f".{name.lower()}" for name in attributes.get("class", "").split()]
        names += [f"#{attributes.get('id', '').lower()}", ""]
        return any({name, f"{tag}{name}"} & self._hidden for name in names)

    def _hides(self, style: str) -> bool:
        return bool(HIDES.search(style)) or (self._white and bool(WHITE.search(style)))


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the style of each rule for the screen, comments aside.

    >>> list(rules(".a, p {color: red} @media print {.b {display: none}}"))
    [('.a, p', 'color: red')]
    """
    sheet = _without_comments(sheet)
    #: what stands before each open brace
    opened: list[str] = []
    position, on_paper, is_rule = 0, 0, False
    for mark in MARK.finditer(sheet):
        text, position = sheet[position : mark.start()].strip(), mark.end()
        if mark[0] == "{":
            # `@media print` opens a block of rules that do not count
            on_paper += bool(on_paper or PRINT.fullmatch(text))
            opened.append(text)
            is_rule = True
        elif opened:
            selectors = opened.pop()
            if is_rule and not on_paper:
                yield selectors, text
            on_paper -= bool(on_paper)
            is_rule = False


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    # what has no end in it is all comment; a comment that is not ended goes on to the sheet's end
    return first + "".join(other.partition("*/")[2] for other in others)
