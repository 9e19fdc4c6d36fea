"""PDFs whose parts do not fit each other."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable
from random import Random

OBJECT = re.compile(rb"(?P<number>\d+) 0 obj(?P<body>.*?)endobj", re.S)
STREAM = re.compile(
    rb"(?P<head><<[^>]*/Length )\d+(?P<more>.*?>>\s*stream\r?\n)(?P<content>.*?)endstream", re.S
)
REFERENCE = re.compile(rb"\d+ 0 R")
NUMBER = re.compile(rb"(?<![\w.])-?\d+(\.\d+)?(?![\w.])")
ODD = (b"0", b"-1", b"1e9", b"99999999999", b"-2147483649", b"0.0000001", b"nan", b"1 0 R", b"null")


def object_gone(data: bytes, rng: Random, most: int) -> bytes:
    """One of its objects is not there."""
    return _one(OBJECT, data, rng, lambda found: b"")


def object_twice(data: bytes, rng: Random, most: int) -> bytes:
    """Two objects of one number."""
    first, second = (rng.choice(list(OBJECT.finditer(data))) for _ in range(2))
    copy = first["number"] + b" 0 obj" + second["body"] + b"endobj\n"
    return data[: first.end()] + b"\n" + copy + data[first.end() :]


def references_elsewhere(data: bytes, rng: Random, most: int) -> bytes:
    """Some references name another object, among them loops."""
    many = len(OBJECT.findall(data)) + 2
    share = rng.choice((0.02, 0.1, 0.5))

    def other(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % rng.randrange(many) if rng.random() < share else found[0]

    return REFERENCE.sub(other, data)


def lengths_that_lie(data: bytes, rng: Random, most: int) -> bytes:
    """Streams longer or shorter than they say."""
    return re.sub(rb"/Length \d+", lambda found: b"/Length " + rng.choice(ODD), data)


def table_of_another(data: bytes, rng: Random, most: int) -> bytes:
    """A table of objects whose places are wrong, or none."""
    wrong = rng.randrange(4)
    if wrong == 0:
        return re.sub(rb"\d{10} 00000 n", lambda _: b"%010d 00000 n" % rng.randrange(10**9), data)
    if wrong == 1:
        return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % rng.randrange(10**9), data)
    if wrong == 2:
        return data[: data.rfind(b"xref")]
    return data.replace(b"trailer", b"trialer").replace(
        b"/Root", rng.choice((b"/Boot", b"/Root 1 0 R /Root"))
    )


def odd_numbers(data: bytes, rng: Random, most: int) -> bytes:
    """Numbers of the pages' dictionaries that cannot be: boxes, turns, counts."""
    names = (rb"/MediaBox\s*\[[^\]]*\]", rb"/Rotate \d+", rb"/Count \d+", rb"/FirstChar \d+")
    name = rng.choice(names)

    def other(found: re.Match[bytes]) -> bytes:
        return NUMBER.sub(lambda number: rng.choice((rng.choice(ODD), number[0])), found[0])

    return re.sub(name, other, data)


def kids_in_a_ring(data: bytes, rng: Random, most: int) -> bytes:
    """A page that holds its own parents, or one page many times."""
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", data)
    if not kids:
        return object_gone(data, rng, most)
    first = REFERENCE.search(kids[1])
    own = re.search(rb"/Pages (\d+ 0 R)", data)
    inside = (first[0] if first else b"1 0 R", own[1] if own else b"2 0 R")
    wanted = b" ".join(rng.choices(inside, k=rng.choice((2, 50, 600))))
    return data[: kids.start(1)] + wanted + data[kids.end(1) :]


def dictionaries_without_end(data: bytes, rng: Random, most: int) -> bytes:
    """Brackets that nobody closes, or thousands in each other."""
    deep = rng.choice((1, 100, 5000)) if most > 10_000 else 100
    sign = rng.choice((b"<<", b"[", b"("))
    return _one(OBJECT, data, rng, lambda f: f[0].replace(b"<<", sign * deep + b"<<", 1))


def another_filter(data: bytes, rng: Random, most: int) -> bytes:
    """Streams packed in another way than they say."""
    filters = (
        b"/LZWDecode",
        b"/DCTDecode",
        b"/RunLengthDecode",
        b"/JBIG2Decode",
        b"/Nothing",
        b"/Crypt",
    )
    return re.sub(rb"/(FlateDecode|ASCII85Decode)", lambda _: rng.choice(filters), data)


def locked(data: bytes, rng: Random, most: int) -> bytes:
    """It says that it is encrypted, and is not."""
    entry = b"/Encrypt << /Filter /Standard /V %d /R %d /P -1 /O (x) /U (y) >> /Root" % (
        rng.randrange(7), rng.randrange(8),
    )  # fmt: skip
    return data.replace(b"/Root", entry)


def operators(data: bytes, rng: Random, most: int) -> bytes:
    """What is drawn on a page is drawn in another way."""
    return _drawn(data, lambda content: rng.choice(_DRAWING)(content, rng))


def _gone(content: bytes, rng: Random) -> bytes:
    """An operator is missing everywhere."""
    sign = rng.choice((rb"BT", rb"ET", rb"Tm", rb"Tf", rb"Tj", rb"T\*", rb"q", rb"Q"))
    return re.sub(rb"(?<=\s)" + sign + rb"(?=\s)", b"", content)


def _numbers(content: bytes, rng: Random) -> bytes:
    """Some sizes and places are others."""
    share = rng.choice((0.01, 0.1, 0.5))
    odd = (b"0", b"-12", b"1e9", b"0.001", b"720", b"99999999", b"-99999999", b"12")
    return NUMBER.sub(lambda found: rng.choice(odd) if rng.random() < share else found[0], content)


def _lines(content: bytes, rng: Random) -> bytes:
    """Drawn in another order, or again and again."""
    lines = content.split(b"\n")
    if rng.random() < 0.5:
        rng.shuffle(lines)
        return b"\n".join(lines)
    return content * rng.choice((2, 5, 20))


def _letters(content: bytes, rng: Random) -> bytes:
    """Some letters are others."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 5, 50))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _states(content: bytes, rng: Random) -> bytes:
    """States that are kept and never given back, or given back and never kept."""
    return (
        rng.choice((b"q ", b"Q ", b"BT ", b"[ ", b"<< ", b"BI ID ")) * rng.choice((1, 50, 5000))
        + content
    )


_DRAWING: tuple[Callable[[bytes, Random], bytes], ...] = (
    _gone,
    _numbers,
    _lines,
    _letters,
    _states,
)


def _drawn(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with the content of its pages changed; what holds no packed text stays."""

    def other(found: re.Match[bytes]) -> bytes:
        try:
            unpacked = zlib.decompress(_unarmoured(found["content"]))
        except (ValueError, zlib.error):
            return found[0]
        if b"BT" not in unpacked:
            return found[0]
        content = base64.a85encode(zlib.compress(change(unpacked))) + b"~>"
        length = b"%d" % len(content)
        return found["head"] + length + found["more"] + content + b"endstream"

    return STREAM.sub(other, data)


def _unarmoured(content: bytes) -> bytes:
    content = content.strip()
    return base64.a85decode(content.removesuffix(b"~>")) if content.endswith(b"~>") else content


def _one(
    pattern: re.Pattern[bytes], data: bytes, rng: Random,
    change: Callable[[re.Match[bytes]], bytes],
) -> bytes:  # fmt: skip
    found = list(pattern.finditer(data))
    if not found:
        return data[: len(data) // 2]
    one = rng.choice(found)
    return data[: one.start()] + change(one) + data[one.end() :]


ALL = (
    object_gone, object_twice, references_elsewhere, lengths_that_lie, table_of_another,
    odd_numbers, kids_in_a_ring, dictionaries_without_end, another_filter, locked,
    operators, operators, operators, operators,
)  # fmt: skip
