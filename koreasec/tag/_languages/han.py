"""Chinese or Japanese, simplified or traditional, by the everyday character sets."""

from __future__ import annotations

from functools import cache
from itertools import chain
from operator import add

from ... import knowledge

# The everyday level of each standard set: its bytes, first and last.
EVERYDAY = {
    "Hans": ("gb2312", 0xB0A1, 0xD7FE),
    "Hant": ("big5", 0xA440, 0xC67E),
    "Jpan": ("shift_jis", 0x889F, 0x9872),
}
ENOUGH = 60  # characters that settle the question
STEP = 0.25  # nats, the unit of the table of pairs
DIGITS = 8  # bits in which up to `ENOUGH` characters are counted
MASK = (1 << DIGITS) - 1
NO_KANA = 0.1  # nats a character: Japanese seldom goes on long without kana


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


class Packed(dict[str, int]):
    """The sets of each character as one number, so that sums count all at once."""

    def __missing__(self, letter: str) -> int:
        """Look the sets of `letter` up and remember them."""
        own = sets_of(letter)
        self[letter] = sum(
            1 << DIGITS * place for place, name in enumerate(EVERYDAY) if name in own
        )
        return self[letter]


PACKED = Packed()


def writing(letters: str) -> tuple[str, ...]:
    """
    Return the sets that hold most of `letters`, all where nothing tells them apart.

    >>> writing("金正恩抵达俄罗斯"), writing("北朝鮮国防委員会声明全文")
    (('Hans',), ('Jpan',))
    """
    packed = sum(map(PACKED.__getitem__, letters[:ENOUGH]))
    counts = [packed >> DIGITS * place & MASK for place in range(len(EVERYDAY))]
    best = max(counts)
    return tuple(
        name for name, count in zip(EVERYDAY, counts, strict=True) if count == best
    )


def lead(letters: str) -> float:
    """
    Return how much likelier `letters` are in Japanese, less than 0 in Chinese.

    It is the logarithm of the odds, by characters and by pairs of them.

    >>> lead("失業率上昇") > 2, lead("立法院長") < -2
    (True, True)
    """
    worth, letters = _leads().get, letters[:ENOUGH]
    pairs = map(add, letters, letters[1:])
    told = sum(filter(None, map(worth, chain(letters, pairs))), 0.0)
    return told - NO_KANA * len(letters)


@knowledge.remembered
def _leads() -> dict[str, float]:
    found: dict[str, float] = {}
    for row in knowledge.rows("han_pairs"):
        sign = STEP if row["lang"] == "ja" else -STEP
        found.update(dict.fromkeys(row["groups"].split(), sign * int(row["lead"])))
    return found
