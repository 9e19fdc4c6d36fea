"""Writes a learnt classifier as arrays in one file, without pickle."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from training.corpus import POLARITIES
from training.fit import Fitted

#: The time written into the archive: the same model is the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(fitted: Fitted, path: Path) -> None:
    """Write the model to ``path`` in the form that `kg.classifier.model.load_model` reads."""
    first, second = fitted.first, fitted.second
    rows, classes = np.nonzero(first.weights)
    arrays = {
        "polarities": _blob(list(POLARITIES)),
        "themes": _blob(fitted.themes),
        "words": _blob(list(first.words.numbers)),
        "features": first.keys,
        "idf": first.idf.astype(np.float32),
        "starts": np.searchsorted(rows, np.arange(len(first.idf) + 1)).astype(np.uint32),
        "classes": classes.astype(np.uint8),
        "weights": first.weights[rows, classes],
        "scale": first.scale,
        "bias": first.bias,
        "kinds": _blob(second.kinds),
        "strands": _blob(second.strands),
        "hidden": second.network.hidden,
        "hidden_bias": second.network.hidden_bias,
        "out": second.network.out,
        "out_bias": second.network.out_bias,
        "theme": second.themes,
        "theme_strand": second.theme_strand,
        "threshold": second.threshold,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _npy(array))


def _blob(names: list[str]) -> Any:
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def _npy(array: Any) -> bytes:
    stream = io.BytesIO()
    np.lib.format.write_array(stream, np.ascontiguousarray(array), allow_pickle=False)
    return stream.getvalue()
