"""Falsifications of records and of the vocabulary, as a hand, a bug or a forger would make them."""
