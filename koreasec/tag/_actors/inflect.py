"""
How a name of the tables may stand in a text: its words, their endings, the gaps.

The endings are rows of ``endings.csv``. ``ends`` lists how a word of the table may
end, ``kept|changed``; ``forms`` lists all that may stand for the changed part, with
``-`` for nothing. The row with the longest end wins.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._fold import fold

# Letters and digits of the scripts that write words apart.
LETTER = "0-9A-Za-zÀ-ÖØ-öø-ʯͰ-Ͽ\u0400-\u052fḀ-ỿ"
FIXED = "-"
WITHOUT = {"surname": "singular", "name": "singular", "code": "singular"}
PIECES = re.compile(r" +|-+(?! )|·")  # the hyphen of "Luft- und" is of its word


class Word(NamedTuple):
    """One word of a name: what stands before it, its stem, the forms of its end."""

    gap: str
    stem: str
    forms: str


def words(name: str, lang: str, sort: str, *, order: str = "") -> tuple[Word, ...]:
    """
    Take `name` apart.

    `sort` is a kind of name of ``actor_names``, or ``term`` or ``role``. With
    `order` ``family-first``, of a person, only the last word changes and the
    syllables of the given name may be joined; with ``western`` those before.
    """
    low, found, start = fold(name), [], 0
    gaps = [*PIECES.finditer(low), None]
    for number, gap in enumerate(gaps):
        word = low[start : gap.start() if gap else len(low)]
        last = gap is None
        before = _gap(gaps[number - 1], number, word, order) if number else ""
        found.append(Word(before, *_stem(word, lang, sort, last, order)))
        start = gap.end() if gap else start
    return tuple(found)


@cache
def tail(forms: str) -> re.Pattern[str]:
    """Return the pattern of the `forms` of an end, up to the end of the word."""
    longest_first = sorted(forms.split(), key=lambda form: (-len(form), form))
    written = "|".join("" if form == "-" else re.escape(form) for form in longest_first)
    return re.compile(f"(?:{written})(?![{LETTER}])")


def _gap(gap: re.Match[str] | None, number: int, word: str, order: str) -> str:
    """Say which gaps may stand before a word: those with ``?`` may be missing."""
    written = gap.group() if gap else " "
    if written == "·":
        return " ·=?"
    if (number > 1 and order == "family-first") or (number == 1 and order == "western"):
        return " -?"
    if word[:1].isdigit():
        return " -?"
    return " " if written == " " else " -"


def _stem(word: str, lang: str, sort: str, last: bool, order: str) -> tuple[str, str]:
    if not last and (order == "family-first" or lang in ("en", "fr", "mul")):
        return word, FIXED
    use = WITHOUT.get(sort, sort)
    if not last and lang == "de":
        use = "first"
    cut, forms = _class(word, lang, use, knowledge.overlay())
    return (word[: len(word) - cut] if cut else word), forms


@cache
def _class(word: str, lang: str, sort: str, over: str) -> tuple[int, str]:
    """Return how many letters of `word` change, and the forms they may take."""
    for use in (sort, "singular") if sort != "first" else (sort,):
        table = _endings(lang, use, over)
        for size in range(min(len(word), 8), -1, -1) if table else ():
            found = table.get(word[len(word) - size :])
            if found and len(word) - found[0] >= 2:
                return found
    return 0, FIXED


@cache
def _endings(lang: str, sort: str, over: str) -> dict[str, tuple[int, str]]:
    found = {}
    for row in knowledge.rows("endings"):
        if (row["lang"], row["sort"]) == (lang, sort):
            for end in row["ends"].split():
                kept, _, changed = end.partition("|")
                found[fold(kept + changed)] = len(changed), fold(row["forms"])
    return found
