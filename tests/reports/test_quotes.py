"""The places of quotes: which of them are held, and what they touch."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kg.reports.quotes import Quote, Spans, quotes

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda each: (each[0], sum(each)))


@dataclass(frozen=True)
class Held:
    """Something that was read, with its words."""

    name: str
    quote: Quote | None = None
    inner: "tuple[Held, ...]" = ()


def place(start: int, end: int) -> Quote:
    return Quote(1, start, end, "x" * (end - start))


def test_every_quote_is_found_however_deep_it_is_held() -> None:
    whole = Held("a", place(0, 4), (Held("b"), Held("c", None, (Held("d", place(5, 9)),))))
    assert list(quotes(whole)) == [
        ("quote", place(0, 4)),
        ("inner[1].inner[0].quote", place(5, 9)),
    ]


@given(st.lists(SPANS, max_size=12), SPANS)
def test_a_span_touches_what_it_shares_a_character_with(
    spans: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    shared = any(set(range(*span)) & set(range(*each)) for each in spans)
    assert Spans(spans).touches(*span) == shared


@given(st.lists(SPANS, max_size=12), SPANS)
def test_spans_hold_what_lies_inside_one_of_them(
    spans: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    held = any(set(range(*span)) <= set(range(*each)) for each in spans)
    assert Spans(spans).holds(*span) or not held
    assert Spans(spans[:1]).holds(*span) == any(
        set(range(*span)) <= set(range(*each)) for each in spans[:1]
    )
