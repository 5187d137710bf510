"""The words beside posts: former, the, whose; by language, as patterns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from ... import knowledge
from .._fold import Reading

CJK = ("ja", "zh", "ko")


def role_rules(lang: str) -> dict[str, Any]:
    """Return the patterns of `lang` for posts."""
    return _role_rules(lang, knowledge.overlay())


@cache
def _role_rules(lang: str, over: str) -> dict[str, Any]:
    rules = knowledge.grammar("actors", lang)
    given = rules.get("roles", {})
    joins = _either(rules.get("bodies", {}).get("and", []))
    spaced = "" if lang in ("ja", "zh") else r"(?<![^\W_])"
    gap = r"\s?" if lang in CJK else "[ -]"
    before = {
        kind: re.compile(rf"{spaced}(?:{_either(words)}){gap}$")
        for kind, words in given.get("qualifiers", {}).items()
    }
    after = {
        kind: re.compile(_either(words))
        for kind, words in given.get("after", {}).items()
    }
    near = r"(?:\w+ ){0,1}$" if lang in ("de", "en", "fr") else "$"
    return {
        "articles": given.get("articles", []),
        "before": before,
        "after": after,
        "adjective": re.compile(
            r"(?!)" if lang in CJK else rf" (?!(?:{joins}) )[^\W\d_]{{3,16}} $"
        ),
        "article": re.compile(
            rf"(?<![^\W_])(?:{_either(given.get('articles', []))}) $"
        ),
        "generic": re.compile(
            rf"{spaced}(?:{_either(given.get('generic', []))}) ?{near}"
        ),
        "plural": re.compile(rf"(?<![^\W_])(?:{_either(given.get('plural', []))}) $"),
        "glued": lang in CJK,
        "bare_before": re.compile(given.get("bare_before", "")),
        "cases": given.get("cases", False),
        "feminine": given.get("feminine", ""),
        "not_after": re.compile(rf"(?:{_either(given.get('not_after', []))})"),
    }


def implied_owner(reading: Reading, start: int, lang: str) -> str:
    """Return whose a post is that says so by its name: Bundesaußenministerin."""
    given = knowledge.grammar("actors", lang).get("roles", {})
    owners: dict[str, str] = given.get("owners", {})
    for letters, owner in owners.items():
        if reading.low.startswith(letters, start):
            other = any(word in reading.low for word in given.get("owners_not", []))
            return "" if other else owner
    return ""


def _either(words: Sequence[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or "(?!)"
