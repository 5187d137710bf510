"""Chinese or Japanese, simplified or traditional, by the everyday character sets."""

from __future__ import annotations

from functools import cache

# The everyday level of each standard set: its bytes, first and last.
EVERYDAY = {
    "Hans": ("gb2312", 0xB0A1, 0xD7FE),
    "Hant": ("big5", 0xA440, 0xC67E),
    "Jpan": ("shift_jis", 0x889F, 0x9872),
}
ENOUGH = 200  # characters that settle the question


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
    for letter in letters[:ENOUGH]:
        for name in sets_of(letter):
            counts[name] += 1
    best = max(counts.values())
    return tuple(name for name, count in counts.items() if count == best)
