"""The corpus: what all reports of a store say, as typed values that every upper room asks."""
