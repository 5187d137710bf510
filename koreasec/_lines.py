"""
The lines of a text; those that a program has wrapped at a width are one.

A block of lines is wrapped where the first word of each next line would not have
fitted into the line above, and where a sentence runs over the end of a line: the
next one goes on in small letters, or (in three lines and more) a sentence begins
inside a line and has no stop at its end.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

NARROW, WIDE = 45, 100  # characters of the widest line of a wrapped block
BULLETS = tuple("-–—•*·▪◦■□○●▶▲※>#|+")
MANY = 3  # lines that show a width
INSIDE = re.compile(r"[.!?…][\"”»)]? \w")
ENDS = ".!?:;…"


@lru_cache(maxsize=4)
def blocks(text: str) -> tuple[tuple[int, int], ...]:
    """
    Return ``(start, end)`` of each line that is not blank, wrapped ones joined.

    >>> blocks("Title\\n\\nText.")
    ((0, 5), (7, 12))
    """
    found: list[tuple[int, int]] = []
    group: list[tuple[int, int]] = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            left = start + raw.index(words[0])
            group.append((left, left + len(words)))
        elif group:
            found.extend(_joined(text, group) if len(group) > 1 else group)
            group = []
        start += len(raw) + 1
    return (*found, *(_joined(text, group) if len(group) > 1 else group))


def _joined(text: str, group: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of `group` that were wrapped."""
    width = max(end - start for start, end in group)
    if not NARROW <= width <= WIDE:
        return group
    found: list[tuple[int, int]] = []
    chain = group[:1]
    for above, line in pairwise(group):
        if not _full(text, above, line, width):
            found.extend(_chained(text, chain))
            chain = []
        chain.append(line)
    return [*found, *_chained(text, chain)]


def _full(text: str, above: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether the first word of `line` found no room in the line `above`."""
    first = text[line[0] : line[1]].split(maxsplit=1)[0]
    if first.startswith(BULLETS) and not first[-1:].isalpha():
        return False
    return above[1] - above[0] + 1 + len(first) > width


def _chained(text: str, chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Make one block of a chain of full lines if a sentence runs over an end."""
    pairs = list(pairwise(chain))
    open_ends = [pair for pair in pairs if text[pair[0][1] - 1] not in ENDS]
    joined = any(text[line[0]].islower() for _, line in open_ends) or (
        len(chain) >= MANY
        and any(INSIDE.search(text, *above) for above, _ in open_ends)
    )
    return [(chain[0][0], chain[-1][1])] if joined else chain
