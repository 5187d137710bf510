"""What the rooms of this floor hand to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

Row = dict[str, str]
Rows = Callable[[str], list[Row]]


class Spelling(NamedTuple):
    """One name in a language, what kind of name it is and the system that made it."""

    lang: str
    name: str
    how: str
    system: str


def once(found: Iterable[Spelling]) -> list[Spelling]:
    """Keep the first of those that no text tells apart: ``Jong-un``, ``Jong Un``."""
    seen: dict[tuple[str, str, str], Spelling] = {}
    for one in found:
        letters = one.name.replace("-", " ").lower()
        seen.setdefault((one.lang, one.how, letters), one)
    return list(seen.values())
