"""DOCX files whose archive or XML does not fit."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from random import Random

PART = "word/document.xml"
TAG = re.compile(r"</?w:[^>]*>")
VALUE = re.compile(r'(?<=w:val=")[^"]*(?=")')


def tag_gone(data: bytes, rng: Random, most: int) -> bytes:
    """One of its tags is missing."""
    return _written(data, lambda said: _one(TAG, said, rng, ""))


def tags_elsewhere(data: bytes, rng: Random, most: int) -> bytes:
    """Tags of another place, so that elements overlap."""
    tags = rng.choices(TAG.findall(_part(data)), k=3)
    return _written(data, lambda said: _one(TAG, said, rng, "".join(tags)))


def nested(data: bytes, rng: Random, most: int) -> bytes:
    """Paragraphs in paragraphs, tables in tables."""
    name = rng.choice(("w:p", "w:tbl", "w:r", "w:sdt", "w:txbxContent"))
    deep = rng.choice((10, 500, min(most, 20_000)))
    return _written(
        data,
        lambda said: said.replace("<w:body>", f"<w:body>{f'<{name}>' * deep}{f'</{name}>' * deep}"),
    )


def many_empty(data: bytes, rng: Random, most: int) -> bytes:
    """Paragraphs without words, as many as there is time for."""
    name = rng.choice(
        ("<w:p/>", "<w:p><w:r><w:br/></w:r></w:p>", "<w:p><w:r><w:t> </w:t></w:r></w:p>")
    )
    return _written(
        data, lambda said: said.replace("<w:body>", "<w:body>" + name * rng.randrange(most))
    )


def odd_values(data: bytes, rng: Random, most: int) -> bytes:
    """Levels and sizes that are no numbers, or none that can be."""
    odd = ("x", "-1", "999999", "9" * 5000, "", "1.5", "\u0663", "true")
    level = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )

    def change(said: str) -> str:
        said = VALUE.sub(lambda found: rng.choice((*odd, found[0])), said)
        return said.replace("<w:body>", "<w:body>" + level.format(rng.choice(odd)))

    return _written(data, change)


def odd_marks(data: bytes, rng: Random, most: int) -> bytes:
    """Runs that nobody sees, or that were taken out."""
    marks = (
        "<w:vanish/>",
        "<w:strike/>",
        '<w:sz w:val="1"/>',
        '<w:color w:val="FFFFFF"/>',
        "<w:b/>",
    )

    def change(said: str) -> str:
        share = rng.choice((0.05, 0.5, 1))
        return re.sub(
            "<w:r>",
            lambda _: (
                f"<w:r><w:rPr>{rng.choice(marks)}</w:rPr>" if rng.random() < share else "<w:r>"
            ),
            said,
        )

    return _written(data, change)


def declared(data: bytes, rng: Random, most: int) -> bytes:
    """Entities, other codings, instructions before the text."""
    first = rng.choice((
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        f'{" " * 5000}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0" encoding="utf-16"?>', '<?xml version="1.0" encoding="punycode"?>',
        '<?xml version="1.1"?>', "<?x?>" * 1000, "<!-- -->" * 1000, "<![CDATA[x]]>", "\ufeff\ufeff",
    ))  # fmt: skip
    return _written(data, lambda said: first + said)


def another_prefix(data: bytes, rng: Random, most: int) -> bytes:
    """Names of another vocabulary."""
    other = rng.choice(("urn:x", "", "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    return _written(data, lambda said: re.sub(r'(?<=xmlns:w=")[^"]*', other, said))


def members(data: bytes, rng: Random, most: int) -> bytes:
    """Its parts are missing, there twice, elsewhere, or in another file of the kind."""
    said = _part(data)
    names = rng.choice((
        ["word/Document.xml"], [PART, PART], [PART + "/", PART], ["../" + PART], ["/" + PART, PART],
        [PART, *(f"word/{number}.xml" for number in range(2000))], ["word\\document.xml"],
    ))  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(
        stream, "w", rng.choice((0, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA))
    ) as archive:
        for name in names:
            # two members of one name are meant
            archive.filelist = [
                each for each in archive.filelist if each.filename != name
            ] or archive.filelist
            archive.NameToInfo.pop(name, None)
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), said if PART in name else "x"
            )
    return stream.getvalue()


def heads_that_lie(data: bytes, rng: Random, most: int) -> bytes:
    """Sizes, checksums, ways of packing and flags that are not so, in both tables."""
    changed = bytearray(data)
    for sign, start, end in (
        (b"PK\x01\x02", 6, 46),
        (b"PK\x03\x04", 4, 30),
        (b"PK\x05\x06", 4, 22),
    ):
        place = data.find(sign)
        while place >= 0:
            if rng.random() < 0.5:
                at = place + rng.randrange(start, end - 4)
                value = rng.choice((0, 1, 99, 0xFFFF, 0xFFFFFFFF, rng.randrange(2**32)))
                changed[at : at + 4] = struct.pack("<I", value)
            place = data.find(sign, place + 4)
    return bytes(changed)


def damaged_inside(data: bytes, rng: Random, most: int) -> bytes:
    """What is packed is damaged."""
    changed = bytearray(data)
    start = data.find(b"PK\x03\x04", 10) + 50
    for _ in range(rng.choice((1, 5, 50))):
        changed[rng.randrange(start, len(changed))] = rng.randrange(256)
    return bytes(changed)


def _part(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(PART).decode()


def _written(data: bytes, change: Callable[[str], str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(PART, (2026, 1, 1, 0, 0, 0)), change(_part(data)))
    return stream.getvalue()


def _one(pattern: re.Pattern[str], said: str, rng: Random, other: str) -> str:
    found = rng.choice(list(pattern.finditer(said)))
    return said[: found.start()] + other + said[found.end() :]


ALL = (
    tag_gone, tags_elsewhere, nested, many_empty, odd_values, odd_marks, declared, another_prefix,
    members, heads_that_lie, damaged_inside,
)  # fmt: skip
