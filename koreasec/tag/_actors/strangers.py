"""A surname that belongs to somebody else's full name."""

from __future__ import annotations

import re
from functools import cache

from ... import _cache, knowledge
from .._fold import Reading
from .choose import Choice
from .lexicon import SPACED, actors

# Text in which not every word is large, unlike headlines.
SMALL_WORD = re.compile(r"(?:^|[ \n])[a-zß-ÿа-яёіїє]+,? (?:[A-ZА-Я][\w-]+ )*$")
WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?[ ]?$")


def strange(reading: Reading, choice: Choice, owners: list[str]) -> bool:
    """Tell whether the surname is part of the full name of somebody else."""
    if choice.entries[0].script != SPACED:
        return False
    orders = _orders(tuple(owners), knowledge.overlay())
    after = reading.shown[choice.end : choice.end + 40]
    if "family-first" in orders and _given(knowledge.overlay()).match(after):
        return True
    if "family-first" in orders and _one_syllable(reading, choice, after):
        return True
    before = WORD_BEFORE.search(reading.shown[max(0, choice.start - 30) : choice.start])
    if "given-first" not in orders or before is None:
        return False
    word = before.group(1)
    return word[0].isupper() and word.lower() in _given_names(knowledge.overlay())


def _one_syllable(reading: Reading, choice: Choice, after: str) -> bool:
    """Tell whether a given name of one syllable follows: "Suh Ho, who"."""
    following = _short_given(knowledge.overlay()).match(after)
    before = reading.shown[max(0, choice.start - 30) : choice.start]
    return bool(following) and bool(SMALL_WORD.search(before))


@cache
def _orders(owners: tuple[str, ...], over: str) -> frozenset[str]:
    return frozenset(actors()[owner]["order"] for owner in owners)


@cache
def _given(over: str) -> re.Pattern[str]:
    """Return the pattern of a Korean given name in Latin or Cyrillic letters."""
    shapes = knowledge.grammar("actors", "mul").get("korean_syllable", [])
    ways = [rf" (?={upper}){one}[ -]{one}(?![^\W\d_])" for upper, one in shapes]
    return re.compile("|".join(ways) or r"(?!)")


@cache
def _short_given(over: str) -> re.Pattern[str]:
    """Return the pattern of a given name of one syllable before a stop or a verb."""
    shapes = knowledge.grammar("actors", "mul").get("korean_syllable", [])
    ways = [rf" (?={upper}){one}(?=[,.)]| [a-zа-яёіїє]{{3,}})" for upper, one in shapes]
    return re.compile("|".join(ways) or r"(?!)")


@cache
def _given_names(over: str) -> frozenset[str]:
    """Return the given names that stand before a surname in the tables."""
    return _cache.kept_sets("given-names", _made, over)[""]


def _made() -> dict[str, frozenset[str]]:
    known, found = actors(), set()
    for line in knowledge.lines("actor_names"):
        row = line.row
        if known[row["actor"]]["order"] == "given-first" and row["how"] == "name":
            pieces = row["name"].split()
            if len(pieces) > 1:
                found.add(pieces[0].lower())
    return {"": frozenset(found)}
