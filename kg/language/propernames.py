"""Services that are called by a name of their own, which no word of the trade ends.

National charities and programmes are in the vocabulary; the rest is told by its form ("Project
Lantern", "regional adoption agency, Adopt Fenland", "a charity, Harbour Lights").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.knowledge.services import ServiceNames
from kg.knowledge.words import plain
from kg.language.servicespans import ServiceSpan
from kg.language.servicewords import lexicon

#: A word with a capital, and several of them with small words between.
WORD = r"[A-Z0-9][\w\u2019&@-]*"
NAME = rf"{WORD}(?:(?:,? (?:of|and|for|to|the|in|with))*,? {WORD})*"
#: "regional adoption agency (RAA), Adopt Fenland", "regional adoption agency (Fen Adoption)"
ADOPTION_AGENCY = re.compile(
    rf"regional adoption agency(?: \(RAA\))?(?:,? \(|, | is | known as | called )\u2018?(?P<name>{NAME})"
)
#: "Adopt Fenland", "One Adoption North Marlowe", "Adoption in Marlowe"
ADOPT = re.compile(rf"\b(?P<name>(?:One )?Adopt(?:ion)?(?: in)? (?P<next>{WORD})(?: {WORD})*)")
#: "a project called Lantern", "a charity, Harbour Lights"
CALLED = re.compile(
    r"\b(?:(?:service|team|project|programme|pilot|centre|charity|organisation|provider|scheme|hub)"
    r"s?,? (?:called|known as|named)|(?:charity|voluntary organisation|provider),)"
    rf" (?:the )?[\u2018\u201c]?(?P<name>{NAME})"
)
#: "Project Lantern", "the 12 Project"
PROJECT = re.compile(r"\b(?P<name>Project [A-Z0-9]\w+|[0-9]{2,4} Project)\b(?! [A-Z])")
#: "Marlowe Children\u2019s Trust", but no board or partnership of that name
COMPANY = re.compile(
    rf"\b(?P<name>(?:{WORD} ){{1,4}}Children\u2019s (?:Services )?Trust)\b"
    r"(?!\u2019| (?:B|b)oard| (?:P|p)artnership| (?:E|e)xecutive)"
)
OPERATION = re.compile(r"\bOperation [A-Z]\w+")
QUOTED = re.compile(r"\u2018((?:[A-Z][\w-]+)(?: (?:[A-Z][\w-]+|of|and|for|to|the|in)){0,4})\u2019(?=[ .,;)])")
LOCAL = "regional-adoption-agency"


def find_proper_names(text: str, names: ServiceNames) -> Iterator[ServiceSpan]:
    """Services called by a name of their own, pattern by pattern; some may overlap."""
    for pattern, usual, kind in (
        (ADOPTION_AGENCY, LOCAL, LOCAL),
        (ADOPT, LOCAL, LOCAL),
        (CALLED, None, "other"),
        (PROJECT, None, "programme"),
        (COMPANY, None, "trust-company"),
    ):
        for match in pattern.finditer(text):
            if match.groupdict().get("next", "").lower() in lexicon(names).not_adoption:
                continue
            name = match["name"]
            if name.startswith(("The ", "RAA")) or len(name) < 4:
                continue
            yield ServiceSpan(*match.span("name"), name, usual, kind, None, own=True)
    known = _national(names)
    if known:
        pattern, kinds = known
        for match in pattern.finditer(text):
            kind = kinds[plain(match[0])]
            yield ServiceSpan(*match.span(), match[0], None, kind, None, own=True)


def find_doubtful_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Places of names that may be services, each with the reason for the doubt."""
    for match in OPERATION.finditer(text):
        yield *match.span(), "an operation: it may be a scheme or an investigation"
    for match in QUOTED.finditer(text):
        yield *match.span(1), "a name in quotes that no rule knows"


@lru_cache(maxsize=4)
def _national(names: ServiceNames) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """One alternation of the names that the vocabulary gives, and the kind of each."""
    kinds = {plain(name): kind.notation for kind in names.kinds for name in kind.names}
    forms = sorted((name for kind in names.kinds for name in kind.names), key=len, reverse=True)
    if not forms:
        return None
    written = (re.escape(form).replace("'", "['\u2019]?") for form in forms)
    return re.compile(rf"\b(?:{'|'.join(written)})(?!\w)"), kinds
