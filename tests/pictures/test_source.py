"""What pictures call things is what the vocabularies call them."""

from kg.corpus import open_corpus
from kg.pictures.source import theme_groups
from kg.store import Store


def test_the_groups_of_themes_are_those_of_the_themes(store: Store) -> None:
    """Strands, kinds of service and of inspection bear codes such as ``adoption`` as well."""
    corpus = open_corpus(store)
    groups = dict(theme_groups(corpus))
    assert set(groups) == {
        "Help and protection",
        "Children in care, permanence and care leavers",
        "Practice and workforce",
        "Leadership and partnership",
        "Health, SEND and other agencies",
    }
    assert "adoption" in groups["Children in care, permanence and care leavers"]
    codes = [code for group in groups.values() for code in group]
    assert sorted(codes) == sorted(corpus.themes)
    assert groups["Help and protection"][0] == "early-help"
