"""Text in a layer that is switched off is not seen; that of the other layers is."""

from __future__ import annotations

import zlib

import pytest

from kg.documents import read_bytes
from kg.documents.pdflayers import has_layers

SEEN = "Children in Marlowe are safe."
SECRET = "Secret words that none can see."
FONT = "/Font << /F 4 0 R >>"


def pdf(content: str, *, off: str = "6 0 R", layers: str = "", forms: str = "", packed: bool = False
        ) -> bytes:  # fmt: skip
    """A PDF of one page with the layers 5 (on) and 6 (off, unless ``off`` says another thing)."""
    catalog = f"/OCGs [5 0 R 6 0 R] /D << /OFF [{off}] >>"
    resources = f"{FONT} /Properties << /On 5 0 R /Off 6 0 R {layers} >> /XObject << {forms} >>"
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R /OCProperties << {catalog} >> >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        f"/Resources << {resources} >> >>",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        5: "<< /Type /OCG /Name (Shown) >>",
        6: "<< /Type /OCG /Name (Hidden) >>",
        7: stream(content),
        8: "<< /Type /OCMD /OCGs [6 0 R] /P /AllOn >>",
        9: stream(
            line(500, SECRET),
            f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 6 0 R /Resources << {FONT} >>",
        ),
        10: stream(
            line(500, SECRET),
            f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {FONT} >>",
        ),
    }
    return b"%PDF-1.5\n" + b"".join(
        f"{number} 0 obj\n{said}\nendobj\n".encode() for number, said in objects.items()
    ) + b"trailer << /Root 1 0 R /Size 11 >>\nstartxref\n0\n%%EOF\n"  # fmt: skip


def stream(content: str, more: str = "") -> str:
    return f"<< {more} /Length {len(content)} >>\nstream\n{content}\nendstream"


def line(y: int, words: str) -> str:
    return f"BT /F 12 Tf 72 {y} Td ({words}) Tj ET\n"


def inside(layer: str, content: str) -> str:
    return f"/OC /{layer} BDC\n{content}EMC\n"


HIDDEN = {
    "a layer": (inside("Off", line(500, SECRET)), {}),
    "a layer over seen text": (inside("Off", line(700, SECRET)), {}),
    "a set of layers": (inside("Set", line(500, SECRET)), {"layers": "/Set 8 0 R"}),
    "a form of a layer": ("/X Do\n", {"forms": "/X 9 0 R"}),
    "a form in a layer": (inside("Off", "/X Do\n"), {"forms": "/X 10 0 R"}),
    "a layer in a layer": (inside("Off", inside("On", line(500, SECRET))), {}),
    "a layer in one that is on": (inside("On", inside("Off", line(500, SECRET))), {}),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_what_stands_in_a_layer_that_is_off_is_no_text(how: str) -> None:
    content, more = HIDDEN[how]
    assert read_bytes(pdf(line(700, SEEN) + content, **more), "made-up").text == SEEN


@pytest.mark.parametrize("how", HIDDEN)
def test_what_stands_in_a_layer_that_is_on_is_text(how: str) -> None:
    content, more = HIDDEN[how]
    text = read_bytes(
        pdf(line(700, SEEN) + content.replace("700", "650"), off="", **more), "made-up"
    ).text
    assert sorted(text.split("\n")) == sorted([SEEN, SECRET])


def test_white_words_on_a_dark_box_in_a_layer_are_seen() -> None:
    box = inside("On", f"0 0 0.4 rg 60 680 400 40 re f 1 g {line(695, SEEN)}")
    assert read_bytes(pdf(box), "made-up").text == SEEN


def test_a_white_box_in_a_layer_that_is_off_covers_nothing() -> None:
    box = inside("Off", "1 g 60 680 400 40 re f 0 g\n")
    assert read_bytes(pdf(line(695, SEEN) + box), "made-up").text == SEEN


@pytest.mark.parametrize("how", ["plain", "packed"])
def test_layers_are_told_from_the_bytes(how: str) -> None:
    said = b"<< /Type /Catalog /OCProperties << >> >>"
    data = b"%PDF-1.5\n1 0 obj\n"
    if how == "packed":
        said = b"<< /Type /ObjStm /N 1 >>\nstream\r\n" + zlib.compress(said) + b"\r\nendstream"
    assert has_layers(data + said)
    assert not has_layers(data + b"<< /Type /ObjStm >>\nstream\n" + zlib.compress(b"<< >>"))
