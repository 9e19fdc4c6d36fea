"""Patterns mean what XPath says, where Python would read them otherwise."""

from __future__ import annotations

import pytest

from kg.shacl.regex import PatternError, compiled

#: pattern, flags -> texts that match, texts that do not
MEANT = {
    # the very end, and not before a last line end
    ("^a$", ""): (["a"], ["a\n", "b\na", "ab"]),
    ("^a$", "m"): (["a", "b\na", "a\nb", "a\n"], ["ab"]),
    ("^$", "m"): (["", "a\n\nb", "\na"], ["a", "a\n"]),
    (".", ""): (["x", "\x85"], ["\n", "\r", ""]),
    (".", "s"): (["\n", "\r"], [""]),
    (r"^\s$", ""): ([" ", "\t", "\n", "\r"], ["\u00a0", "\u2003", "\x0b"]),
    (r"^\S+$", ""): (["a\u00a0b"], ["a b"]),
    # symbols are of words, punctuation is not
    (r"^\w+$", ""): (["Größe", "a1", "x+y"], ["a_b", "a-b", "a b", ""]),
    (r"^\W$", ""): (["_", " ", "-"], ["a", "+"]),
    (r"^[\W\d]$", ""): (["_", "7"], ["a"]),
    (r"^\d$", ""): (["7", "٧"], ["a"]),
    (r"^[^\D]$", ""): (["7"], ["a"]),
    (r"^\i\c*$", ""): (["a-b.c", "_x", ":y"], ["-a", "1a", "a b"]),
    (r"^\C$", ""): ([" ", "/"], ["a", "-"]),
    (r"^\p{Lu}\p{L}*$", ""): (["Ann", "Élodie", "Ω"], ["ann", "A1"]),
    (r"^\P{L}+$", ""): (["1 2"], ["a1"]),
    (r"^[\p{Nd}\-]+$", ""): (["1-2", "٧"], ["a"]),
    ("^[a-z-[aeiou]]+$", ""): (["xyz"], ["xay", "A"]),
    ("^[^a-z-[1]]$", ""): (["A", "2"], ["a", "1"]),
    ("^[a-z-[b-d-[c]]]$", ""): (["a", "c"], ["b", "d"]),
    # white space in the pattern goes, "#" is no comment
    ("^a b # c$", "x"): (["ab#c"], ["a b # c", "ab"]),
    ("a.b", "q"): (["xa.bx"], ["axb"]),
    ("A.b", "iq"): (["a.B"], ["axb"]),
    ("^straße$", "i"): (["STRAßE", "Straße"], ["STRASSE"]),
    (r"^(a)(b)?\1$", ""): (["aa", "aba"], ["ab"]),
    # the first group and a 1, since there are no eleven
    (r"^(a)\11$", ""): (["aa1"], ["aa"]),
    ("^(?:ab){2,3}?$", ""): (["abab", "ababab"], ["ab"]),
    ("^a{2}$", ""): (["aa"], ["a", "a{2}"]),
    (r"^\{\}\.\/\"$", ""): (['{}./"'], []),
    ("^[.$^()]$", ""): ([".", "$", "^", "("], ["a"]),
    ("^[-a]$|^[a-]$", ""): (["-", "a"], ["b"]),
    ("a|^b", ""): (["xa", "bx"], ["xb"]),
}
#: what XPath does not have, or this translation not
REFUSED = [
    ("a(?=b)", "", r"XPath has no \(\?="),
    ("(?i)a", "", r"XPath has no \(\?i"),
    ("(?P<x>a)", "", r"XPath has no \(\?P"),
    (r"\bword", "", r"XPath has no \\b"),
    (r"\x41", "", r"XPath has no \\x"),
    (r"a\Z", "", r"XPath has no \\Z"),
    (r"\0", "", r"XPath has no \\0"),
    ("a*+", "", r"XPath has no quantifier \*\+"),
    ("a{,3}", "", "has to be written as"),
    ("}", "", "has to be written as"),
    ("a]", "", "has to be written as"),
    ("[a[b]", "", "has to be written as"),
    ("[]", "", "empty class"),
    ("[a", "", "does not end"),
    ("[a-[b]c]", "", "at its end"),
    (r"\p{IsGreek}", "", "a block of Unicode"),
    (r"\p{Xy}", "", "Unicode has no category Xy"),
    ("a\\", "", "ends with"),
    ("(", "", "cannot be read"),
    ("*", "", "cannot be read"),
    (r"(a)\2", "", "cannot be read"),
    ("a{99999999999}", "", "cannot be read"),
    ("[a b]", "x", "white space within brackets"),
    ("a", "g", "there is no flag 'g'"),
]


@pytest.mark.parametrize(("pattern", "flags"), MEANT)
def test_a_pattern_means_what_xpath_says(pattern: str, flags: str) -> None:
    matches, others = MEANT[pattern, flags]
    search = compiled(pattern, flags).search
    assert [text for text in matches if not search(text)] == []
    assert [text for text in others if search(text)] == []


@pytest.mark.parametrize(("pattern", "flags", "why"), REFUSED)
def test_what_xpath_does_not_have_is_refused(pattern: str, flags: str, why: str) -> None:
    with pytest.raises(PatternError, match=why):
        compiled(pattern, flags)
