"""Word classes of a date grammar: spellings, number words, their regex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..errors import KnowledgeError

BRACES = re.compile(r"\{([^{}]*)\}")
BLANK = r"(?:[ \u00a0\u2009\u202f]{1,2})"


def expand(word: str) -> list[str]:
    """Write out the braces of `word`: ``ja{r,hr}`` gives ``jar`` and ``jahr``."""
    found = BRACES.search(word)
    if not found:
        return [word]
    return [
        longer
        for choice in found[1].split(",")
        for longer in expand(word[: found.start()] + choice + word[found.end() :])
    ]


def cases(word: str) -> set[str]:
    """Spellings of `word`: a small first letter may stand large, all may be large."""
    first = word[:1]
    return {
        word,
        word.upper(),
        (first.upper() if first.islower() else first) + word[1:],
    }


def fail(lang: str, key: str, why: str) -> KnowledgeError:
    """Make the error that names file and key."""
    return KnowledgeError(f"dates/{lang}.toml: {key}: {why}.")


def spellings(lang: str, words: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Give each word class as ``{spelling: value}``; a spelling has one value."""
    maps: dict[str, dict[str, str]] = {}
    for name, values in words.items():
        found: dict[str, str] = {}
        for value, spellings in values.items():
            where = f"words.{name}.{value}"
            if not isinstance(spellings, list) or not spellings:
                raise fail(lang, where, "needs a list of words")
            for spelling in (x for word in spellings for x in expand(word)):
                for written in cases(spelling):
                    if not written or found.setdefault(written, value) != value:
                        raise fail(lang, where, f"{written!r} has two values")
        maps[name] = found
    return maps


def numbers(lang: str, number: Mapping[str, Any]) -> dict[str, str]:
    """Give number words as ``{spelling: value}``, tens and ones joined."""
    joined = dict(number)
    join, order = joined.pop("join", None), joined.pop("order", "tens-first")
    found = spellings(lang, {"number": joined})["number"] if joined else {}
    if join is None:
        return found
    ones = {word: int(value) for word, value in found.items() if value in "123456789"}
    tens = {word: int(v) for word, v in found.items() if v in "20 30 40 50 60 70 80 90"}
    for one, units in ones.items():
        for ten, value in tens.items():
            first, last = (ten, one) if order == "tens-first" else (one, ten)
            found.setdefault(f"{first}{join}{last.lower()}", str(value + units))
    return found


def choice(words: Iterable[str], right: str) -> str:
    """Give a regex that matches one of `words`, the longest first."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    plain = [
        re.escape(word).replace(r"\ ", BLANK) + (right if word[-1].isalnum() else "")
        for word in longest
    ]
    return f"(?:{'|'.join(plain) or '(?!)'})"
