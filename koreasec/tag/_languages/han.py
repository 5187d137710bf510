"""Chinese or Japanese, simplified or traditional, by the everyday character sets."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import repeat
from operator import add

from ... import knowledge

# The everyday level of each standard set: its bytes, first and last.
EVERYDAY = {
    "Hans": ("gb2312", 0xB0A1, 0xD7FE),
    "Hant": ("big5", 0xA440, 0xC67E),
    "Jpan": ("shift_jis", 0x889F, 0x9872),
}
ENOUGH = 60  # characters that settle the question
STEP = 0.5  # nats, the unit of the table of pairs
SINGLE = 0.3  # a character stands in two pairs
JAPANESE = 4.0  # a character that only Japanese writes every day
SELDOM, NEVER = -1.5, -5.0  # one that Japanese seldom writes, one that it cannot


@cache
def sets_of(letter: str) -> frozenset[str]:
    """
    Return which everyday sets hold the Chinese character `letter`.

    >>> sorted(sets_of("达")), sorted(sets_of("達")), sorted(sets_of("対"))
    (['Hans'], ['Hant', 'Jpan'], ['Jpan'])
    """
    return frozenset(name for name in EVERYDAY if _held(letter, *EVERYDAY[name]))


def _held(letter: str, codec: str, first: int, last: int) -> bool:
    try:
        code = letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and first <= int.from_bytes(code, "big") <= last


def writing(letters: str) -> tuple[str, ...]:
    """
    Return the sets that hold most of `letters`, all where nothing tells them apart.

    >>> writing("金正恩抵达俄罗斯"), writing("北朝鮮国防委員会声明全文")
    (('Hans',), ('Jpan',))
    """
    counts = dict.fromkeys(EVERYDAY, 0)
    for names, count in Counter(map(sets_of, letters[:ENOUGH])).items():
        for name in names:
            counts[name] += count
    best = max(counts.values())
    return tuple(name for name, count in counts.items() if count == best)


def lead(letters: str) -> float:
    """
    Return how much likelier `letters` are in Japanese, less than 0 in Chinese.

    It is the logarithm of the odds, by the sets that hold the characters
    and by pairs of them.

    >>> lead("失業率上昇") > 2, lead("立法院長") < -2
    (True, True)
    """
    worth, letters = _leads().get, letters[:ENOUGH]
    pairs = sum(map(worth, map(add, letters, letters[1:]), repeat(0.0)))
    singles = sum(map(worth, letters, repeat(0.0)))
    return pairs + SINGLE * singles + sum(map(_by_set, letters))


@cache
def _by_set(letter: str) -> float:
    sets = sets_of(letter)
    if "Jpan" in sets:
        return JAPANESE if len(sets) == 1 else 0.0
    return SELDOM if _held(letter, "shift_jis", 0, 0xFFFF) else NEVER


@knowledge.remembered
def _leads() -> dict[str, float]:
    found: dict[str, float] = {}
    for row in knowledge.rows("han_pairs"):
        sign = STEP if row["lang"] == "ja" else -STEP
        found.update(dict.fromkeys(row["groups"].split(), sign * int(row["lead"])))
    return found
