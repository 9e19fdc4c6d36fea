"""Rates sentences: strength or weakness, and what they are about.

Two layers.  The first is linear: the weights of a sentence's features, added up, one sum a class.
The second looks at the sums of the sentence, of its neighbours and of its surroundings: "This is
not yet good enough" is about what stood before it.  Polarity goes through a small network, each
theme through a logistic function of its own sums.

The weights stand in one file (``docs/model-card.md`` describes it), read without running code.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KnowledgeError
from kg.language.context import (
    POLARITY_SIGNS,
    POLARITY_SUMS,
    THEME_INPUTS,
    one_of,
    polarity_input,
    theme_input,
)
from kg.language.features import coded, number_words
from kg.language.lookup import make_lookup

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: The model that the package carries.
SHIPPED = Path(__file__).parent / "rating.npz"
#: Sentences whose sums are taken together.
AT_ONCE = 48
#: A sentence is about at most so many themes.
MOST_THEMES = 3


@dataclass(frozen=True, slots=True)
class Rating:
    """What the classifier says of a sentence, with the probability it gives each answer."""

    #: "strength", "weakness", "mixed" or "none"
    polarity: str
    #: between 0 and 1
    polarity_probability: float
    #: (notation of the theme, probability), the most central first, at most three
    themes: tuple[tuple[str, float], ...]


class Model:
    """A trained model; `load_model` reads it."""

    def __init__(self, arrays: Any, digest: str) -> None:
        #: SHA-256 of its file
        self.digest = digest
        self.polarities: list[str] = _strings(arrays["polarities"])
        self.themes: list[str] = _strings(arrays["themes"])
        #: kinds of section, and strands, that it tells apart
        self.kinds: list[str] = _strings(arrays["kinds"])
        self.strands: list[str] = _strings(arrays["strands"])
        self._words = number_words(_strings(arrays["words"]))
        self._lookup = make_lookup(arrays["features"])
        self._idf = arrays["idf"]
        self._weights = _dense(arrays, self._idf)
        self._bias = arrays["bias"]
        self._hidden = arrays["hidden"], arrays["hidden_bias"]
        self._out = arrays["out"], arrays["out_bias"]
        self._theme = arrays["theme"]
        self._theme_strand = arrays["theme_strand"]
        self._threshold = arrays["threshold"]
        self._check()

    def _check(self) -> None:
        """Raises `ValueError` if the arrays do not belong together."""
        classes = len(self.polarities) + len(self.themes)
        seen = POLARITY_SUMS * len(self.polarities) + POLARITY_SIGNS + len(self.kinds)
        nodes = self._hidden[0].shape[1]
        for name, array, shape in (
            ("bias", self._bias, (classes,)),
            ("hidden", self._hidden[0], (seen, nodes)),
            ("hidden_bias", self._hidden[1], (nodes,)),
            ("out", self._out[0], (nodes, len(self.polarities))),
            ("out_bias", self._out[1], (len(self.polarities),)),
            ("theme", self._theme, (len(self.themes), THEME_INPUTS + 1)),
            ("theme_strand", self._theme_strand, (len(self.themes), len(self.strands))),
            ("threshold", self._threshold, (len(self.themes),)),
        ):
            if array.shape != shape:
                raise ValueError(f"{name} has the shape {array.shape}, not {shape}")

    def rate(
        self,
        sentences: Sequence[str],
        paragraphs: Sequence[int],
        bullets: Sequence[bool],
        kinds: Sequence[str | None] | None = None,
        strands: Sequence[str | None] | None = None,
    ) -> list[Rating]:
        """The ratings of the sentences of one report, in reading order.

        ``paragraphs`` gives each sentence the number of its paragraph (below 0: of an item of an
        improvement list), ``bullets`` whether that is a bullet, ``kinds`` the kind of its section
        as the profile names it, ``strands`` the notation of its strand (None: unknown).
        """
        import numpy as np

        if not sentences:
            return []
        unknown: list[str | None] = [None] * len(sentences)
        sums = self.sums(sentences)
        polarity = self._polarity(
            polarity_input(
                sums[:, : len(self.polarities)],
                paragraphs,
                bullets,
                kinds or unknown,
                self.kinds,
            )
        )
        themes = self._themes(
            theme_input(sums[:, len(self.polarities) :], paragraphs),
            one_of(strands or unknown, self.strands),
        )
        best = polarity.argmax(1)
        row, theme = (themes > self._threshold).nonzero()
        chance = themes[row, theme]
        order = np.lexsort((theme, -chance, row))
        named: list[list[tuple[str, float]]] = [[] for _ in sentences]
        for place, which, likely in zip(
            row[order].tolist(), theme[order].tolist(), chance[order].tolist(), strict=True
        ):
            if len(named[place]) < MOST_THEMES:
                named[place].append((self.themes[which], round(likely, 2)))
        likeliest = polarity[np.arange(len(best)), best].tolist()
        return [
            Rating(self.polarities[which], round(likely, 2), tuple(about))
            for which, likely, about in zip(best.tolist(), likeliest, named, strict=True)
        ]

    def sums(self, sentences: Sequence[str]) -> Floats:
        """The first layer: a row a sentence, a column a class, polarities first."""
        import numpy as np

        sentence, number = coded(sentences, self._words)
        known, row = self._lookup.find(number)
        count = len(self._idf)
        # each feature of a sentence once, in order; short numbers are sorted faster
        small = len(sentences) * count < 1 << 31
        pair = np.sort((sentence[known] * count + row).astype(np.int32 if small else np.int64))
        pair = pair[np.diff(pair, prepend=-1) != 0]
        sentence, row = np.divmod(pair, count)
        norm = np.sqrt(np.bincount(sentence, self._idf[row] ** 2, len(sentences))) + 1e-9
        summed: Floats = np.zeros((len(sentences), len(self._bias)), np.float32)
        starts = np.flatnonzero(np.diff(sentence, prepend=-1))
        # so many sentences at a time that their weights stay in the processor's cache
        for first in range(0, len(starts), AT_ONCE):
            some = starts[first : first + AT_ONCE]
            end = starts[first + AT_ONCE] if first + AT_ONCE < len(starts) else len(row)
            weights = self._weights.take(row[some[0] : end], axis=0)
            summed[sentence[some]] = np.add.reduceat(weights, some - some[0])
        summed = summed / norm[:, None].astype(np.float32) + self._bias
        return summed

    def _polarity(self, seen: Floats) -> Floats:
        import numpy as np

        hidden = np.maximum(seen @ self._hidden[0] + self._hidden[1], 0)
        out = hidden @ self._out[0] + self._out[1]
        powers = np.exp(out - out.max(1, keepdims=True))
        chances: Floats = powers / powers.sum(1, keepdims=True)
        return chances

    def _themes(self, seen: Floats, strand: Floats) -> Floats:
        import numpy as np

        # seen: sentence, theme, input; one more weight is the constant
        total = np.einsum("sti,ti->st", seen, self._theme[:, :-1]) + self._theme[:, -1]
        total += strand @ self._theme_strand.T
        chances: Floats = 1 / (1 + np.exp(-total))
        return chances


@lru_cache(maxsize=2)
def load_model(path: Path = SHIPPED) -> Model:
    """The model in a file, read once a process.  Raises `KnowledgeError` if it is none."""
    import numpy as np

    try:
        data = path.read_bytes()
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return Model(arrays, hashlib.sha256(data).hexdigest())
    except (OSError, EOFError, ValueError, KeyError, zlib.error, zipfile.BadZipFile) as error:
        raise KnowledgeError(f"{path}: is no model of this program: {error}") from error


def _dense(arrays: Any, idf: Floats) -> Floats:
    """The weights of each feature for each class, the feature's own weight in them."""
    import numpy as np

    starts, classes, scale = arrays["starts"].astype(np.int64), arrays["classes"], arrays["scale"]
    dense = np.zeros((len(idf), len(scale)), np.float32)
    rows = np.repeat(np.arange(len(idf)), np.diff(starts))
    dense[rows, classes] = arrays["weights"] * scale[classes] * idf[rows]
    return dense


def _strings(packed: Any) -> list[str]:
    """The strings of a blob of bytes, parted by newlines."""
    return bytes(packed).decode("utf-8").split("\n")
