"""What must be known of a query's text before it is asked, and how values get into it.

Only tokens are looked at, so that words in comments, strings, IRIs and names mislead nobody.
https://www.w3.org/TR/sparql11-query/#sparqlGrammar
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.errors import QueryError
from kg.namespaces import PREFIXES

#: The tokens that matter; what stands between them is passed over.
TOKEN = re.compile(
    r"""
    (?P<comment> \# [^\n\r]* )
  | (?P<iri>     < [^<>"{}|^`\\\x00-\x20]* > )                  # <http://example.org/#where>
  | (?P<string>  \"{3} (?: [^"\\] | \\. | "{1,2} (?!") )* \"{3}   # ""\"a { in a "string\"""
               | '{3} (?: [^'\\] | \\. | '{1,2} (?!') )* '{3}
               | " (?: [^"\\\n\r] | \\. )* "                      # "it's \"where {\""
               | ' (?: [^'\\\n\r] | \\. )* ' )
  | (?P<word>    [?$@:A-Za-z_] [\w:.\-]* )                        # SELECT, ?where, ex:select, @en
  | (?P<mark>    [{}()] )
    """,
    re.X | re.S,
)
#: How updates begin.
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def form(sparql: str) -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``; "" if the text is none of them."""
    return next((word for word, _ in _tokens(sparql) if word in FORMS), "")


def gives_triples(sparql: str) -> bool:
    """Whether the answer of a query is a graph, not rows."""
    return form(sparql) in ("CONSTRUCT", "DESCRIBE")


def with_values(sparql: str, values: Mapping[str, str]) -> str:
    """The query with its variables bound, by a VALUES clause at the start of its pattern.

    ``values`` gives each variable a finished N-Triples term, which is a term of SPARQL as well
    and cannot end the clause.  A sub-select does not see them.  The clause is used in place of
    an engine's own way of binding, so that every store and endpoint answers alike.
    """
    if not values:
        return sparql
    start = _pattern_start(sparql)
    clauses = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
    return sparql[:start] + clauses + sparql[start:]


def fault_of(sparql: str) -> str:
    """What is wrong with a query that an engine does not understand, if that is a common thing.

    An update, or a prefix that is not declared; "" for anything else.
    """
    declared, used, first, before = set(), [], "", ""
    for word, _ in _tokens(sparql):
        if before == "PREFIX":
            declared.add(word)
        elif ":" in word and word[0] not in "?$@_:":
            used.append(word.partition(":")[0] + ":")
        elif word in UPDATES and not first:
            first = word
        elif word in FORMS:
            first = first or word
        before = word
    if first in UPDATES:
        return f"{first} is an update, and a store is only asked; it changes by kg build"
    for prefix in used:
        if prefix not in declared:
            name = prefix.lower()
            return (
                f"the prefix {name} is not declared; begin with PREFIX {name} "
                f"<{PREFIXES.get(name[:-1], '...')}>"
            )
    return ""


def refuse_network(sparql: str) -> None:
    """Raises `QueryError` for a query that would make this program ask another server."""
    if any(word == "SERVICE" for word, _ in _tokens(sparql)):
        raise QueryError(
            "SERVICE would ask another server over the network, which a store does not do; "
            "leave it out, or ask a server that may, with --endpoint"
        )


def words(sparql: str) -> Iterator[str]:
    """Keywords and names in upper case, without what stands in comments, strings and IRIs."""
    return (word for word, _ in _tokens(sparql) if word not in "{}()")


def _tokens(sparql: str) -> Iterator[tuple[str, int]]:
    """Keywords and names (in upper case) and brackets, each with the offset just after it."""
    for match in TOKEN.finditer(sparql):
        if match.lastgroup in ("word", "mark"):
            yield match[0].upper(), match.end()


def _pattern_start(sparql: str) -> int:
    """The offset just after the brace that opens the query's pattern."""
    kind, depth, in_template = "", 0, False
    for word, end in _tokens(sparql):
        if not kind:
            kind = word if word in FORMS else ""
            in_template = kind == "CONSTRUCT"
        elif word == "WHERE":
            in_template = False
        elif word in "()":
            depth += 1 if word == "(" else -1
        elif word == "{" and depth == 0 and not in_template:
            return end
    raise QueryError("a query with parameters needs a pattern: WHERE { ... }")
