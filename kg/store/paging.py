"""A SELECT query as text: how its rows are counted, and how it is asked page by page.

Only what stands outside of all brackets belongs to the query itself; see `kg.store.sparql`.
https://www.w3.org/TR/sparql11-query/#sparqlGrammar
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.store.sparql import TOKEN

#: of the count; no query of a user has it
COUNT = "kg_rows"
BY = re.compile(r"\s*BY\b", re.I)
VARIABLE = re.compile(r"[?$](\w+)")
NUMBER = re.compile(r"\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Pageable:
    """A SELECT query in the parts that paging needs."""

    #: PREFIX and BASE
    prologue: str
    #: from SELECT to the end of the order, without LIMIT and OFFSET
    body: str
    #: length of the SELECT clause in the body; 0 where it cannot have more columns
    head: int
    #: a VALUES clause after the pattern, ""
    values: str
    #: what stands after ORDER BY, ""
    order: str
    limit: int | None
    offset: int

    def count(self) -> str:
        """A query with one row: how many rows there are."""
        own = "" if self.limit is None else f" LIMIT {self.limit}"
        own += f" OFFSET {self.offset}" if self.offset else ""
        return (
            f"{self.prologue}SELECT (COUNT(*) AS ?{COUNT}) WHERE {{ {{\n{self.body}\n{own} "
            f"{self.values}\n}} }}"
        )

    def with_columns(self, names: Sequence[str]) -> Pageable:
        """The query with further variables of its pattern as columns."""
        more = "".join(f" ?{name}" for name in names)
        return replace(self, body=f"{self.body[: self.head]}{more} {self.body[self.head :]}")

    def whole(self) -> str:
        """The query itself."""
        own = "" if self.limit is None else f" LIMIT {self.limit}"
        own += f" OFFSET {self.offset}" if self.offset else ""
        return f"{self.prologue}{self.body}\n{own} {self.values}"

    def page(self, names: Sequence[str], start: int, size: int, *, nested: bool) -> str:
        """Rows ``start`` and so many after it, in an order that does not leave anything open.

        ``nested`` puts the order inside, for servers that refuse to sort for high offsets.
        """
        if self.limit is not None:
            size = min(size, self.limit - start)
        columns = " ".join(f"?{name}" for name in names)
        # Virtuoso gives rows twice where a variable stands twice after ORDER BY
        open_ = " ".join(f"?{name}" for name in names if name not in VARIABLE.findall(self.order))
        order = f" {open_}" if self.order else f" ORDER BY {open_}"
        part = f" LIMIT {size} OFFSET {self.offset + start}"
        if not nested:
            return f"{self.prologue}{self.body}\n{order}{part} {self.values}"
        return (
            f"{self.prologue}SELECT {columns} WHERE {{ {{\n{self.body}\n{order} {self.values}\n"
            f"}} }}{part}"
        )


def pageable(sparql: str) -> Pageable | None:
    """The parts of a SELECT query; None where it cannot be put into another (FROM) or is none."""
    start, after, head, fixed = -1, False, 0, False
    depth, order = 0, -1
    ends: list[tuple[int, str]] = []
    numbers = {"LIMIT": -1, "OFFSET": -1}
    for match in TOKEN.finditer(sparql):
        if match.lastgroup not in ("word", "mark"):
            continue
        word = match[0].upper()
        if start < 0:
            if word in ("ASK", "CONSTRUCT", "DESCRIBE"):
                return None
            if word == "SELECT":
                start = match.start()
        elif word in "{(":
            if word == "{" and depth == 0 and not head:
                head = match.start() - start
            depth += 1
        elif word in "})":
            depth -= 1
            after = after or (depth == 0 and word == "}")
        elif depth == 0 and word == "FROM":
            return None
        elif depth == 0 and word == "WHERE" and not head:
            head = match.start() - start
        elif depth == 0 and word in ("DISTINCT", "REDUCED", "GROUP", "HAVING"):
            fixed = True
        elif depth == 0 and after:
            if word == "ORDER" and (by := BY.match(sparql, match.end())):
                order = by.end()
            if word in (*numbers, "VALUES"):
                ends.append((match.start(), word))
            if word in numbers:
                number = NUMBER.match(sparql, match.end())
                if number is None:
                    return None
                numbers[word] = int(number[1])
    if start < 0 or not head:
        return None
    end = min((place for place, _ in ends), default=len(sparql))
    values = next((sparql[place:] for place, word in ends if word == "VALUES"), "")
    return Pageable(
        prologue=sparql[:start],
        body=sparql[start:end],
        # SELECT * has them all
        head=0 if fixed or "?" not in sparql[start : start + head] else head,
        values=f"{values}\n" if values else "",
        order=sparql[order:end].strip() if order >= 0 else "",
        limit=numbers["LIMIT"] if numbers["LIMIT"] >= 0 else None,
        offset=max(numbers["OFFSET"], 0),
    )
