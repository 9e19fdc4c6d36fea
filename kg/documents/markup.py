"""The tags and the text of an HTML page, in one pass.

What is a tag, an attribute, a comment or text is told as a browser does it.  Each character is
looked at a bounded number of times, whatever stands in the page: what is not ended (a comment, a
tag, a quote) goes on to the end of the page and is looked for once.
https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: Elements that hold text and no tags.
RAW = {"iframe", "noembed", "noframes", "script", "style", "xmp"}
#: The same, but for references to characters.
RAW_BUT_REFERENCES = {"textarea", "title"}

#: What opens a tag, a comment or what counts as one; any other "<" is text.
OPENED = re.compile(
    r"< (?: (?P<comment> !-- ) | (?P<other> [!?] | /(?![a-z]) ) | /? (?=[a-z]) )", re.I | re.X
)
COMMENT_END = re.compile(r"--!?>")
NAME = re.compile(r"(?P<slash>/?)(?P<name>[^\s/>]++)")
ATTRIBUTE = re.compile(
    r"""
    (?P<gap> [\s/]*+ )
    (?: (?P<end> > )                            # the end of the tag
      | (?P<name> =?+ [^\s/>=]*+ )              # hidden
        (?: \s*+ = \s*+ (?P<value>
            "[^"]*+(?:"|\Z)                     # class="note"
          | '[^']*+(?:'|\Z)
          | [^\s>]*+                            # class=note
        ) )?+
    )
    """,
    re.X,
)
#: A reference to a character of more digits than any has.
NO_CHARACTER = re.compile(r"&\#(?:x[0-9a-f]{9,}+|[0-9]{9,}+);?", re.I)


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or with ``closes`` an end tag."""

    name: str
    attributes: Mapping[str, str]
    closes: bool = False


def pieces(page: str) -> Iterator[str | Tag]:
    """The tags and texts of a page in their order.

    >>> list(pieces("<p class=note>a &amp; b<!-- c --></p>"))
    [Tag(name='p', attributes={'class': 'note'}, closes=False), 'a & b', \
Tag(name='p', attributes={}, closes=True)]
    """
    position = 0
    while opened := OPENED.search(page, position):
        if opened.start() > position:
            yield _characters(page[position : opened.start()])
        if opened["comment"]:
            # "<!-->" is a whole comment
            ended = COMMENT_END.search(page, opened.start() + 2)
            position = ended.end() if ended else len(page)
        elif opened["other"]:
            position = page.find(">", opened.end()) + 1 or len(page)
        else:
            tag, closes_itself, position = _tag(page, opened.start() + 1)
            if tag is None:
                return
            yield tag
            if closes_itself:
                yield Tag(tag.name, {}, closes=True)
            elif not tag.closes and tag.name in RAW | RAW_BUT_REFERENCES:
                start, position = position, _raw_end(page, tag.name, position)
                text = page[start:position]
                yield _characters(text) if tag.name in RAW_BUT_REFERENCES else text
    if position < len(page):
        yield _characters(page[position:])


def _tag(page: str, start: int) -> tuple[Tag | None, bool, int]:
    """The tag whose name begins there, whether it closes itself, and where it ends.

    None: it does not end.
    """
    named = NAME.match(page, start)
    assert named is not None, "a letter opens a tag"
    attributes: dict[str, str] = {}
    position = named.end()
    while found := ATTRIBUTE.match(page, position):
        position = found.end()
        if found["end"]:
            tag = Tag(named["name"].lower(), attributes, closes=bool(named["slash"]))
            return tag, found["gap"].endswith("/") and not tag.closes, position
        value = found["value"] or ""
        if value.startswith(("'", '"')):
            if len(value) == 1 or value[-1] != value[0]:
                break
            value = value[1:-1]
        elif not found["name"]:
            break
        attributes.setdefault(found["name"].lower(), _characters(value))
    return None, False, len(page)


def _raw_end(page: str, name: str, start: int) -> int:
    """Where the end tag of an element begins that holds no other tags; else the page's end."""
    ended = re.compile(rf"</{name}(?=[\s/>])", re.I).search(page, start)
    return ended.start() if ended else len(page)


def _characters(text: str) -> str:
    """Text with its references to characters resolved."""
    return html.unescape(NO_CHARACTER.sub("\ufffd", text)) if "&" in text else text
