"""Whether two dated statements are about one event, and what they have in common."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

WEIGHT = {
    "weapon": 1.5,
    "person": 1.0,
    "topic": 1.0,
    "place": 1.0,
    "organisation": 0.75,
    "number": 0.5,
    "state": 0.4,
}
SAME_DAY, SAME_WEEK, SAME_MONTH = 1.2, 1.8, 2.5  # what they must have in common
DAY, WEEK, MONTH = 1, 7, 31  # days that the longer of two intervals lasts
ELSEWHERE = 1.0  # what two different places take off
NUMBER = re.compile(r"(?<![\w.,:/-])\d{2,4}(?![\w:/-]|[.,]\d)")

Key = tuple[str, str]


class Statement(NamedTuple):
    """A statement: its days as numbers, and what it names by kind."""

    first: int
    last: int
    keys: frozenset[Key]

    def of(self, kind: str) -> set[str]:
        """Return what it names of `kind`."""
        return {name for sort, name in self.keys if sort == kind}


def numbers(text: str, surface: str) -> set[str]:
    """Return the larger numbers of a sentence outside its date."""
    return set(NUMBER.findall(text.replace(surface, " ")))


def pairs(statements: list[Statement]) -> Iterator[tuple[int, int, frozenset[Key]]]:
    """Yield the pairs that are about one event, with what they share."""
    order = sorted(
        (number for number, one in enumerate(statements) if _short(one)),
        key=lambda number: statements[number][:2],
    )
    open_: dict[Key, list[int]] = defaultdict(list)
    for number in order:
        one = statements[number]
        seen: set[int] = set()
        for key in sorted(one.keys):
            if key[0] == "state":
                continue  # a state alone tells no event from another
            open_[key] = [at for at in open_[key] if statements[at].last >= one.first]
            for at in open_[key]:
                if at not in seen and (shared := common(statements[at], one)):
                    yield at, number, shared
                seen.add(at)
            open_[key].append(number)


def common(one: Statement, other: Statement) -> frozenset[Key]:
    """Return what two statements share, nothing where they tell different events."""
    shared = one.keys & other.keys
    weapons = one.of("weapon"), other.of("weapon")
    if all(weapons) and not weapons[0] & weapons[1]:
        return frozenset()
    places = one.of("place"), other.of("place")
    apart = all(places) and not places[0] & places[1]
    weight = sum(WEIGHT[kind] for kind, _ in shared) - ELSEWHERE * apart
    return shared if weight >= _needed(one, other) else frozenset()


def _short(one: Statement) -> bool:
    return one.last - one.first < MONTH


def _needed(one: Statement, other: Statement) -> float:
    longest = max(one.last - one.first, other.last - other.first) + 1
    if longest <= DAY:
        return SAME_DAY
    return SAME_WEEK if longest <= WEEK else SAME_MONTH


def groups(
    statements: list[Statement],
) -> tuple[list[list[int]], dict[int, Counter[Key]]]:
    """Join the pairs; return the groups and what holds each together."""
    head = list(range(len(statements)))
    links = list(pairs(statements))
    for one, other, _ in links:
        first, second = sorted((_root(head, one), _root(head, other)))
        head[second] = first
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(statements)):
        found[_root(head, number)].append(number)
    shared: dict[int, Counter[Key]] = defaultdict(Counter)
    for one, _, keys in links:
        shared[_root(head, one)].update(keys)
    return list(found.values()), shared


def _root(head: list[int], number: int) -> int:
    while head[number] != number:
        head[number] = head[head[number]]
        number = head[number]
    return number
