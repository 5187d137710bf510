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
    only_kind: re.Pattern[str]


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
        _kinds(given.get("not_body_before", {})),
    )


def _kinds(nouns: dict[str, list[str]]) -> re.Pattern[str]:
    """Return the pattern of a word for forces that only says what kind a noun is."""
    ways = [
        rf"(?<={re.escape(word)})"
        + (rf" (?:{'|'.join(map(re.escape, after))})(?![^\W\d_])" if after else "")
        for word, after in nouns.items()
    ]
    return re.compile("|".join(ways) or "(?!)")
