"""What is said where the authority of a report cannot be taken as printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kg.knowledge import Authority, Register
from kg.reports.authoritynames import Meaning
from kg.reports.model import Problem
from kg.reports.quotes import Printed


def unnamed() -> Problem:
    """Nothing at the front is the name of an authority."""
    return Problem("no-authority", "the front names no authority of the register")


def unknown(name: Printed[str]) -> Problem:
    """The title names whom no register knows."""
    message = (
        f"{name.value!r} is in no register of authorities: add it to a --vocabulary file, or "
        "correct the name"
    )
    return Problem("unknown-authority", message, name.quote.page, name.value)


def not_there(
    name: Printed[str], bearers: Sequence[Authority], on: date | None, register: Register
) -> Problem:
    """The authority had ended by the day of the fieldwork, or had not begun."""
    said = []
    for each in bearers:
        if each.valid_to and on and each.valid_to < on:
            after = _names(register.took_over(each))
            took_over = f", and {after} took over from it" if after else ""
            said.append(f"{each.name} ended on {each.valid_to}{took_over}")
        else:
            said.append(f"{each.name} began on {each.valid_from}")
    message = (
        f"{name.value!r} was no authority on {on}, the day of the fieldwork: {'; '.join(said)}. "
        "Look at the name and at the dates"
    )
    return Problem("authority-not-there", message, name.quote.page, name.value)


def listed(name: Printed[str], authorities: Iterable[Authority]) -> Problem:
    """The title names two or more authorities."""
    message = (
        f"{name.value!r} names more than one authority ({_names(authorities)}): none was taken"
    )
    return Problem("several-authorities", message, name.quote.page, name.value)


def in_doubt(name: Printed[str], authorities: Iterable[Authority]) -> Problem:
    """The title names a body that delivers for several, and nothing says for which."""
    message = (
        f"{name.value!r} delivers services for {_names(authorities)}, and the front does not say "
        "for which of them it was inspected: none was taken"
    )
    return Problem("several-authorities", message, name.quote.page, name.value)


def others_named(name: Printed[str], other: Meaning) -> Problem:
    """The title and another place of the report name different authorities."""
    message = (
        f"the title names {name.value!r}, but {other.printed.value!r} is named on page "
        f"{other.printed.quote.page}: neither was taken"
    )
    return Problem("authorities-differ", message, name.quote.page, name.value)


def unconfirmed(name: Printed[str], authority: Authority) -> Problem:
    """The title names an unknown body with a place in its name; nothing else names the place."""
    message = (
        f"{name.value!r} is no body that the register knows, and the front does not name "
        f"{authority.name} besides: no authority was taken"
    )
    return Problem("unknown-authority", message, name.quote.page, name.value)


def _names(authorities: Iterable[Authority]) -> str:
    names = [each.name for each in authorities]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))
