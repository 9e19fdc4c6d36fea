"""Pages whose tags do not fit."""

from __future__ import annotations

import re
from random import Random

TAG = re.compile(rb"<[^>]*>")
CHARSETS = (
    b"utf-16", b"utf-7", b"punycode", b"undefined", b"hex", b"idna", b"rot13", b"x", b"utf-8-sig",
    b"windows-1252", b"shift_jis", b"unicode_escape", b"base64", b"mbcs", b"cp037",
)  # fmt: skip


def tags_gone(data: bytes, rng: Random, most: int) -> bytes:
    """Some tags are missing."""
    share = rng.choice((0.01, 0.2, 1))
    return TAG.sub(lambda found: b"" if rng.random() < share else found[0], data)


def tags_cut(data: bytes, rng: Random, most: int) -> bytes:
    """Tags that do not end, or do not begin."""
    share = rng.choice((0.01, 0.2))
    cut = rng.choice((b"<", b">"))
    return re.sub(cut, lambda found: b"" if rng.random() < share else found[0], data)


def nested(data: bytes, rng: Random, most: int) -> bytes:
    """Elements in elements."""
    name = rng.choice((b"div", b"p", b"table", b"ul", b"b", b"del", b"svg", b"td", b"x"))
    deep = rng.choice((10, 1000, min(most, 50_000)))
    end = b"</" + name + b">" if rng.random() < 0.5 else b""
    return data.replace(b"<p>", (b"<" + name + b">") * deep + b"<p>", 1) + end * deep


def opened(data: bytes, rng: Random, most: int) -> bytes:
    """Something that hides what follows is never closed."""
    first = rng.choice((
        b"<!--", b"<script>", b"<style>", b"<template>", b"<![CDATA[", b"<?", b"<!", b"<textarea>",
        b"<title>", b"<nav>", b'<p style="display:none">', b"<a href='", b'<a href="', b"</",
    ))  # fmt: skip
    place = _place(data, rng)
    return data[:place] + first * rng.choice((1, 1, 28, min(most, 3000))) + data[place:]


def charset(data: bytes, rng: Random, most: int) -> bytes:
    """It names another coding."""
    return data.replace(b"utf-8", rng.choice(CHARSETS))


def entities(data: bytes, rng: Random, most: int) -> bytes:
    """Characters by numbers that are none."""
    odd = (
        b"&#xFFFFFFFF;",
        b"&#0;",
        b"&#xD800;",
        b"&#" + b"9" * 5000 + b";",
        b"&nosuch;",
        b"&amp",
        b"&#x;",
    )
    return re.sub(rb" ", lambda found: rng.choice(odd) if rng.random() < 0.02 else found[0], data)


def attributes(data: bytes, rng: Random, most: int) -> bytes:
    """Attributes without end, or as many as there is time for."""
    one = rng.choice((
        b' class="' + b"x" * min(most, 100_000) + b'"', b" a=b" * min(most, 5000),
        b' style="' + b"color:red;" * min(most, 5000) + b'"', b' colspan="999999999"',
        b' style="font-size:0"', b" hidden", b' aria-hidden="true"', b" '", b' "',
    ))  # fmt: skip
    tags = (b"<p", b"<td", b"<li", b"<body")
    tag = rng.choice(tags)
    return data.replace(tag, tag + one, rng.choice((1, 5)))


def many(data: bytes, rng: Random, most: int) -> bytes:
    """The same small thing, as often as there is time for."""
    one = rng.choice(
        (b"<br>", b"<p>", b"<p></p>", b"<td>x", b"<li>", b"<!-- -->", b"&nbsp;", b"<hr/>", b"<h2>a")
    )
    place = _place(data, rng)
    return data[:place] + one * rng.randrange(min(most, 100_000)) + data[place:]


def elsewhere(data: bytes, rng: Random, most: int) -> bytes:
    """Tags in another order."""
    tags = TAG.findall(data)
    rng.shuffle(tags)
    order = iter(tags)
    return TAG.sub(lambda _: next(order), data)


def _place(data: bytes, rng: Random) -> int:
    return rng.choice([found.start() for found in TAG.finditer(data)] or [0])


ALL = (
    tags_gone, tags_cut, nested, opened, charset, entities, attributes, many, elsewhere,
)  # fmt: skip
