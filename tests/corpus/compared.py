"""What the tables of a corpus are compared with: the answers of SPARQL."""

from kg.corpus.catalogue import load_catalogue
from kg.corpus.schema import TABLES
from kg.store import Answers, Rows


def answer(asked: Answers, table: str) -> Rows:
    """What the graph answers to the question of a table."""
    return asked.select(load_catalogue()[TABLES + table].text)
