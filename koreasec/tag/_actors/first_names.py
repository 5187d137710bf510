"""States that people are called after: "Chad Johnson" is no country."""

from __future__ import annotations

import re
from functools import cache

from ... import knowledge

BEFORE = re.compile(r"([^\W\d_]+) $")


def first_name(name: str, shown: str, start: int, stop: int) -> bool:
    """Tell whether the `name` of a state is the first name of a person in a text."""
    names, after, placed = _rules(knowledge.overlay())
    if name not in names or not after.match(shown, stop):
        return False
    before = BEFORE.search(shown[max(0, start - 16) : start])
    return before is None or before.group(1).lower() not in placed


@cache
def _rules(over: str) -> tuple[frozenset[str], re.Pattern[str], frozenset[str]]:
    """Return such states, the pattern of a surname, the words that make it a state."""
    given = knowledge.grammar("actors", "en")
    words = "|".join(map(re.escape, given.get("not_given_before", [])))
    surname = rf" (?!(?:{words})\b)[A-Z][a-z'’]{{2,}}(?:[A-Z][a-z]+)?"
    return (
        frozenset(given.get("given_names", [])),
        re.compile(rf"{surname}(?=[,.;:)'’]| [a-z(&]|\n|$)"),
        frozenset(given.get("given_names_not_after", [])),
    )
