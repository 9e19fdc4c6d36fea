"""What a user's words mean to a store: the authority of a name, the concept of a code.

How words name an authority is said in `kg.corpus.naming`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.corpus.naming import Naming
from kg.corpus.register import RegisteredAuthority, registered
from kg.corpus.values import Theme
from kg.errors import QueryError
from kg.store import Answers
from kg.text import suggest
from kg.text.partialdate import in_words
from kg.text.suggest import did_you_mean

NOTATIONS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?notation ?scheme WHERE {
  ?concept skos:notation ?notation OPTIONAL { ?concept skos:inScheme ?scheme }
} ORDER BY ?notation ?scheme
"""


@dataclass(frozen=True, slots=True)
class Meant:
    """The authority that words mean, and what its reader ought to know of it."""

    iri: str
    #: the end of its IRI, which means it whatever else bears its name
    slug: str
    #: what the words were taken for, where that may surprise; what became of it, or was before it
    remarks: tuple[str, ...]
    #: that the store has no report on it, and who may be asked for instead; "" if it has one
    missing: str
    #: the ends of the IRIs of those that took over, if it is no more and there is no report on it
    successors: tuple[str, ...]


def authority(asked: Answers, words: str) -> str:
    """The IRI of the authority that words mean, itself, though it may be no more.

    Raises `QueryError` if they mean none or several, with what to write for those that are alike.
    """
    return meant(asked, words).iri


def meant(asked: Answers, words: str) -> Meant:
    """The authority that words mean, itself.  Raises `QueryError` as `authority` does."""
    return among(registered(asked), words, date.today())


def answering(asked: Answers, words: str) -> Meant:
    """The authority that answers for the one that words mean: itself wherever it can.

    One that is no more and has no report is answered for by the one that took over from it, which
    a remark says.  Raises `QueryError` if several took over, and as `authority` does.
    """
    known, today = registered(asked), date.today()
    found = among(known, words, today)
    if not found.successors:
        return found
    if len(found.successors) > 1:
        raise QueryError(found.missing)
    other = among(known, found.successors[0], today)
    said = f"{found.missing}, which answers for it"
    return replace(other, remarks=(*found.remarks, said, *other.remarks))


def among(known: Sequence[RegisteredAuthority], words: str, today: date) -> Meant:
    """The authority of ``known`` that words mean, itself.  Raises `QueryError` as `authority`."""
    naming = Naming(known, today)
    found = naming.named(words)
    it = found.authority
    remarks = (f"{words!r} is taken for {naming.called(it)}",) if found.unsure else ()
    story = _story(naming, it)
    if it.reported:
        told = (f"{it.name} {story}",) if story else ()
        return Meant(it.iri, it.slug, (*remarks, *told), "", ())
    missing = f"the store has no report on {it.name}" + (f", which {story}" if story else "")
    after = tuple(each.slug for each in _successors(naming, it)) if naming.ended(it) else ()
    return Meant(it.iri, it.slug, remarks, missing, after)


def _story(naming: Naming, it: RegisteredAuthority) -> str:
    """What became of an authority, or whose reports tell of the time before it; "" if nothing."""
    if naming.ended(it) and it.last_day:
        after = _successors(naming, it)
        now = f"; now: {naming.choices(after)}" if after else ""
        return f"ended on {in_words(it.last_day)}{now}"
    before = [each for each in naming.known if it.iri in each.taken_over_by and each.reported]
    if not before:
        return ""
    began = f"began on {in_words(it.first_day)}; before it:" if it.first_day else "took over from"
    return f"{began} {naming.choices(before)}"


def _successors(naming: Naming, it: RegisteredAuthority) -> list[RegisteredAuthority]:
    """Those that took over from an authority, or from one that did; the first with a report."""
    found: dict[str, RegisteredAuthority] = {}
    waiting, seen = [it], {it.iri}
    while waiting:
        for each in naming.known:
            if each.iri in waiting[0].taken_over_by and each.iri not in seen:
                seen.add(each.iri)
                if naming.ended(each) and not each.reported:
                    waiting.append(each)
                else:
                    found[each.iri] = each
        del waiting[0]
    return list(found.values())


def theme(known: Mapping[str, Theme], words: str) -> Theme:
    """The theme of a code or name, in any case; ``known`` are those of a corpus, by code.

    Raises `QueryError`, naming those alike.
    """
    forms = {form.casefold(): each for each in known.values() for form in (each.label, each.code)}
    plain = " ".join(words.split()).casefold()
    if plain in forms:
        return forms[plain]
    codes = list(dict.fromkeys(forms[form].code for form in suggest.alike(plain, forms)))
    hint = suggest.meant(codes) or "; see: kg query themes"
    raise QueryError(f"no theme is called {words!r}{hint}")


def notation(asked: Answers, code: str, vocabulary: str = "") -> str:
    """The code itself, if a concept of the store's vocabularies has it.  Raises `QueryError`.

    Where the store has a vocabulary of that name ("theme"), or some that end in it ("kind" in
    "service-kind"), the concept must be one of theirs.
    """
    rows = asked.select(NOTATIONS).rows
    own = [known for known, scheme in rows if vocabulary and _is(scheme, vocabulary)]
    known = list(dict.fromkeys(own or (known for known, _ in rows)))
    if code in known:
        return code
    hint = did_you_mean(code, known, most=3)
    raise QueryError(f"no {vocabulary if own else 'concept'} has the code {code!r}{hint}")


def _is(scheme: str, vocabulary: str) -> bool:
    name = scheme.rpartition("/")[2]
    return name == vocabulary or name.endswith(f"-{vocabulary}")
