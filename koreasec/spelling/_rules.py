"""
Rewrite letters by rules that are rows: ``system, letters, before, after, written``.

``before`` and ``after`` are patterns of what stands beside the letters. The rule
with the most letters wins, then the one that asks for more around it. ``written``
holds the usual way first, others behind ``|``; ``-`` writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from ._name import Row

WIDE = 4096  # products larger than this are cut to their usual ways


class _Rule(NamedTuple):
    letters: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    written: tuple[str, ...]


class Rules:
    """The rules of one system, ready to write."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_first: dict[str, list[_Rule]] = {}
        for row in sorted(rows, key=_rank):
            rule = _Rule(
                row["letters"],
                re.compile(f"(?:{row['before']})$"),
                re.compile(row["after"]),
                ways(row["written"]),
            )
            self._by_first.setdefault(rule.letters[0], []).append(rule)

    def write(self, text: str, *, most: int = 1) -> list[str]:
        """Return at most `most` ways to write `text`, the usual one first."""
        pieces, at = [], 0
        while at < len(text):
            rule = self._at(text, at)
            pieces.append(rule.written if rule else (text[at],))
            at += len(rule.letters) if rule else 1
        return ["".join(found) for found in likeliest(pieces, most)]

    def _at(self, text: str, at: int) -> _Rule | None:
        for rule in self._by_first.get(text[at], ()):
            stop = at + len(rule.letters)
            if (
                text.startswith(rule.letters, at)
                and rule.after.match(text, stop)
                and rule.before.search(text[max(0, at - 8) : at])
            ):
                return rule
        return None


def ways(cell: str) -> tuple[str, ...]:
    """Return the ways that a cell lists."""
    return tuple("" if one == "-" else one for one in cell.split("|"))


def likeliest(pieces: Iterable[tuple[str, ...]], most: int) -> list[tuple[str, ...]]:
    """
    Return the `most` likeliest choices of one way from each piece.

    A way further down its list is less likely; two such ways even less so.
    """
    chosen = list(pieces)
    size = 1
    for number, piece in enumerate(chosen):
        size *= len(piece)
        if size > WIDE:
            chosen[number] = piece[:1]
            size //= len(piece)
    ranked = product(*(list(enumerate(piece)) for piece in chosen))
    scored = sorted(
        (sum(place for place, _ in found), number, tuple(way for _, way in found))
        for number, found in enumerate(ranked)
    )
    return list(dict.fromkeys(way for _, _, way in scored))[:most]


def by_system(rows: Iterable[Row]) -> dict[str, Rules]:
    """Return the rules of each system of a table."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["system"], []).append(row)
    return {system: Rules(own) for system, own in found.items()}


def _rank(row: Row) -> tuple[int, int, int]:
    around = bool(row["before"]) + bool(row["after"])
    return -len(row["letters"]), -around, -len(row["before"] + row["after"])
