"""Word classes of a date grammar: spellings, number words, their regex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...errors import KnowledgeError

BRACES = re.compile(r"\{([^{}]*)\}")
AFTER = r"(?!\w)"
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


def numbers(
    lang: str, number: Mapping[str, Any], right: str
) -> tuple[dict[str, str], str]:
    """Give number words as ``{spelling: value}``, and a regex for them."""
    joined = dict(number)
    join, order = joined.pop("join", None), joined.pop("order", "tens-first")
    found = spellings(lang, {"number": joined})["number"] if joined else {}
    if join is None:
        return found, choice(found, right)
    ones = {word: int(value) for word, value in found.items() if value in "123456789"}
    tens = {word: int(v) for word, v in found.items() if v in "20 30 40 50 60 70 80 90"}
    first, last = (tens, ones) if order == "tens-first" else (ones, tens)
    link = BLANK if join == " " else re.escape(join)
    both = f"{choice(first, '')}{link}{choice(map(str.lower, last), right)}"
    pattern = f"(?:{both}|{choice(found, right)})"
    for head, value in first.items():
        for tail, more in last.items():
            found.setdefault(f"{head}{join}{tail.lower()}", str(value + more))
    return found, pattern


def choice(words: Iterable[str], right: str) -> str:
    """Give a regex that matches one of `words`, the longest first."""
    tree: dict[str, Any] = {}
    for word in words:
        at = tree
        for letter in word:
            at = at.setdefault(letter, {})
        at[""] = right if word[-1].isalnum() else ""
    return _branches(tree) if tree else "(?!)"


def _branches(tree: Mapping[str, Any]) -> str:
    """Write a tree of letters as a regex; letters that go on alike are one class."""
    letters: dict[str, list[str]] = {}
    for letter, rest in tree.items():
        if letter:
            letters.setdefault(_branches(rest), []).append(letter)
    ways = [_letters(found) + rest for rest, found in letters.items()]
    if "" in tree:
        ways.append(tree[""])
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _letters(found: list[str]) -> str:
    if found == [" "]:
        return BLANK
    if len(found) == 1:
        return re.escape(found[0])
    return f"[{''.join(re.escape(letter) for letter in found)}]"
