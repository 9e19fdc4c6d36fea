"""Pages of HTML in codings that they name."""

from __future__ import annotations

import codecs

import pytest

from kg.documents import read_bytes
from kg.documents.html import NO_CHARSETS


@pytest.mark.parametrize("charset", sorted(NO_CHARSETS))
@pytest.mark.parametrize("dash", ["_", "-"])
def test_a_codec_that_is_no_coding_of_characters_is_not_used(charset, dash):
    name = charset.replace("_", dash)
    said = r"Leaders know \ud800 +2AA- their services."
    page = f'<!DOCTYPE html><html><meta charset="{name}"><p>{said}</p>'
    assert read_bytes(page.encode("ascii"), "made-up.html").text == said


def test_each_is_named_as_python_names_it():
    names = {codecs.lookup(name).name.replace("-", "_") for name in NO_CHARSETS}
    assert names == NO_CHARSETS
