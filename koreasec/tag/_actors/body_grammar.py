"""What may stand between a state and its body or its post, by language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ... import knowledge


class Grammar(NamedTuple):
    """What may stand between a state and a body, by language."""

    state_first: tuple[str, ...]
    only_adjectives: bool
    body_first: tuple[str, ...]
    genitive: str
    joined: re.Pattern[str]
    within: tuple[str, ...]


def grammar(lang: str) -> Grammar:
    """Return the rules of `lang` for states and bodies."""
    return _grammar(lang, knowledge.overlay())


@cache
def _grammar(lang: str, over: str) -> Grammar:
    given = knowledge.grammar("actors", lang).get("bodies", {})
    conjunctions = "|".join(map(re.escape, given.get("and", []))) or "(?!)"
    articles = "|".join(map(re.escape, given.get("articles", [])))
    return Grammar(
        tuple(given.get("state_first", ["", " "])),
        given.get("only_adjectives", False),
        tuple(given.get("body_first", [])),
        given.get("genitive", ""),
        re.compile(f",? ?(?:{conjunctions}) ?(?:(?:{articles}) )?"),
        tuple(given.get("within", [])),
    )
