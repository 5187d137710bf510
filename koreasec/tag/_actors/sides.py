"""The sides of Korea as names of the states: "the North", "der Süden", "Юг"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ... import knowledge

ARTICLES = ("the ", "der ", "le ")  # before "North", but no part of the name
BEFORE = 16  # letters before a side that may show it is none of Korea


class Rules(NamedTuple):
    """What shows in a language that a side is a state, or the north of something."""

    articles: tuple[str, ...]
    bare: re.Pattern[str]
    not_after: re.Pattern[str]
    goes_on: re.Pattern[str]


def is_side(sort: str, name: str) -> bool:
    """Tell whether a `name` is that of a side of Korea."""
    return sort == "code" and (
        needs_article(sort, name) or name in _names(knowledge.overlay())
    )


def needs_article(sort: str, name: str) -> bool:
    """Tell whether a `name` counts only after its article, which is no part of it."""
    return sort == "code" and name.lower().startswith(ARTICLES)


def without_article(sort: str, name: str) -> str:
    """Return the `name` without the article that must stand before it."""
    return name.partition(" ")[2] if needs_article(sort, name) else name


def stands(name: str, lang: str, shown: str, start: int, stop: int) -> bool:
    """Tell whether the words around a side of Korea let it be a state."""
    rules = _rules(lang, knowledge.overlay())
    before = shown[max(0, start - BEFORE) : start].lower()
    if rules.goes_on.match(shown, stop):
        return False
    other = rules.not_after.search(before)
    if not needs_article("code", name):
        return other is None
    article = f"{name.partition(' ')[0].lower()} "
    if before.endswith((article, *rules.articles)):
        return True
    return other is None and bool(rules.bare.match(shown, stop))


@cache
def _names(over: str) -> frozenset[str]:
    langs = {row["lang"] for row in knowledge.rows("role_terms")}
    given = (knowledge.grammar("actors", lang).get("side", {}) for lang in langs)
    return frozenset(name for names in given for name in names)


@cache
def _rules(lang: str, over: str) -> Rules:
    given = knowledge.grammar("actors", lang)
    return Rules(
        tuple(f"{word} " for word in given.get("side_articles", [])),
        *(
            re.compile(given.get(f"side_{key}", "(?!)"))
            for key in ("bare", "not_after", "goes_on")
        ),
    )
