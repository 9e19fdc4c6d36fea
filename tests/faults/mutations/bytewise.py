"""Bytes that were changed on the way, whatever the file is."""

from __future__ import annotations

import re
from random import Random


def flipped(data: bytes, rng: Random, most: int) -> bytes:
    """Some bits are others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 50, 300))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut_short(data: bytes, rng: Random, most: int) -> bytes:
    """A download that broke off."""
    return data[: rng.randrange(len(data))]


def beheaded(data: bytes, rng: Random, most: int) -> bytes:
    """Its beginning is missing."""
    return data[rng.randrange(min(len(data), 2000)) :]


def doubled(data: bytes, rng: Random, most: int) -> bytes:
    """A piece of it stands there several times."""
    start, end = _piece(data, rng)
    times = rng.choice((2, 2, 3, 20))
    return data[:start] + data[start:end] * times + data[end:]


def twice(data: bytes, rng: Random, most: int) -> bytes:
    """The whole file, behind itself."""
    return data * rng.choice((2, 3))


def zeros(data: bytes, rng: Random, most: int) -> bytes:
    """A block that the disk never got."""
    start, end = _piece(data, rng)
    return data[:start] + bytes(end - start) + data[end:]


def inserted(data: bytes, rng: Random, most: int) -> bytes:
    """Bytes of something else."""
    start, _ = _piece(data, rng)
    return data[:start] + rng.randbytes(rng.choice((1, 10, 1000, 50_000))) + data[start:]


def missing(data: bytes, rng: Random, most: int) -> bytes:
    """A block is gone."""
    start, end = _piece(data, rng)
    return data[:start] + data[end:]


def swapped(data: bytes, rng: Random, most: int) -> bytes:
    """Two halves in the wrong order."""
    start, end = _piece(data, rng)
    middle = rng.randint(start, end)
    return data[:start] + data[middle:end] + data[start:middle] + data[end:]


def line_ends(data: bytes, rng: Random, most: int) -> bytes:
    """Sent as text by a program that knew better."""
    if rng.random() < 0.5:
        return data.replace(b"\n", b"\r\n")
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def recoded(data: bytes, rng: Random, most: int) -> bytes:
    """Taken for Latin-1 and written as something else."""
    said = data.decode("latin-1")
    return said.encode(rng.choice(("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-7")))


def other_numbers(data: bytes, rng: Random, most: int) -> bytes:
    """Some of its numbers are others, among them such as no program likes."""
    odd = (b"0", b"-1", b"1", b"65535", b"65536", b"2147483648", b"4294967295", b"9" * 20, b"1e9")
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return flipped(data, rng, most)
    pieces, end = [], 0
    chosen = rng.sample(range(len(numbers)), min(len(numbers), rng.choice((1, 3, 20))))
    for found in (numbers[index] for index in sorted(chosen)):
        pieces += [data[end : found.start()], rng.choice(odd)]
        end = found.end()
    return b"".join((*pieces, data[end:]))


def bits_of_others(data: bytes, rng: Random, most: int) -> bytes:
    """The beginning of another kind of file."""
    starts = (
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"<html>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"{\\rtf1",
        b"\0",
    )
    return rng.choice(starts) + data


def _piece(data: bytes, rng: Random) -> tuple[int, int]:
    start = rng.randrange(len(data))
    length = rng.choice((1, 16, 256, 4096, 65536))
    return start, min(len(data), start + length)


ALL = (
    flipped, cut_short, beheaded, doubled, twice, zeros, inserted, missing, swapped, line_ends,
    recoded, other_numbers, bits_of_others,
)  # fmt: skip
