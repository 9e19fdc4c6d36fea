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

from kg.classifier.features import coded, number_words
from kg.classifier.first_layer import Weights, make_lookup
from kg.classifier.second_layer import (
    POLARITY_SIGNS,
    POLARITY_SUMS,
    THEME_INPUTS,
    one_of,
    polarity_input,
    theme_input,
)
from kg.errors import KnowledgeError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: The model that the package carries.
SHIPPED = Path(__file__).parent / "model.npz"
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


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in reading order, and where each stands."""

    sentences: Sequence[str]
    #: the number of its paragraph (below 0: of an item of an improvement list)
    paragraphs: Sequence[int]
    #: whether that is a bullet
    bullets: Sequence[bool]
    #: the kind of its section as the profile names it, and the notation of its strand; None for
    #: one that is unknown, or if all are
    kinds: Sequence[str | None] | None = None
    strands: Sequence[str | None] | None = None


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
        self._weights = Weights(arrays)
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
        """The ratings of the sentences of one report: see `Passage` and `rate_each`."""
        return self.rate_each([Passage(sentences, paragraphs, bullets, kinds, strands)])[0]

    def rate_each(self, passages: Sequence[Passage]) -> list[list[Rating]]:
        """The ratings of the sentences of each passage; no passage counts for another.

        Sums are taken of all sentences at once, and once of each.
        """
        sentences = [sentence for passage in passages for sentence in passage.sentences]
        # an item of a list that is one sentence is among the sentences, too
        rows = {sentence: row for row, sentence in enumerate(dict.fromkeys(sentences))}
        sums = self.sums(list(rows))
        found: list[list[Rating]] = []
        for passage in passages:
            own = [rows[sentence] for sentence in passage.sentences]
            found.append(self._rated(passage, sums[own]) if own else [])
        return found

    def _rated(self, passage: Passage, sums: Floats) -> list[Rating]:
        """The ratings of the sentences of a passage, from their sums."""
        import numpy as np

        unknown: list[str | None] = [None] * len(passage.sentences)
        polarity = self._polarity(
            polarity_input(
                sums[:, : len(self.polarities)],
                passage.paragraphs,
                passage.bullets,
                passage.kinds or unknown,
                self.kinds,
            )
        )
        themes = self._themes(
            theme_input(sums[:, len(self.polarities) :], passage.paragraphs),
            one_of(passage.strands or unknown, self.strands),
        )
        best = polarity.argmax(1)
        row, theme = (themes > self._threshold).nonzero()
        chance = themes[row, theme]
        order = np.lexsort((theme, -chance, row))
        named: list[list[tuple[str, float]]] = [[] for _ in unknown]
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
        count = len(self._weights)
        # each feature of a sentence once, in order; short numbers are sorted faster
        small = len(sentences) * count < 1 << 31
        pair = np.sort((sentence[known] * count + row).astype(np.int32 if small else np.int64))
        sentence, row = np.divmod(pair[np.diff(pair, prepend=-1) != 0], count)
        summed: Floats = self._weights.sums(len(sentences), sentence, row) + self._bias
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


def _strings(packed: Any) -> list[str]:
    """The strings of a blob of bytes, parted by newlines."""
    return bytes(packed).decode("utf-8").split("\n")
