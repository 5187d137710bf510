"""The known name that is most like a string."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from ... import knowledge
from .._actors.lexicon import SPACED, script_of
from .._fold import fold

LEAST = {True: 0.8, False: 0.6}  # likeness, where words are parted and where not
TRIED = 5


class Near(NamedTuple):
    """An actor with a name like the one asked for; ``""`` where there is none."""

    actor: str = ""
    name: str = ""
    likeness: float = 0.0


def nearest(form: str, lang: str) -> Near:
    """Return the actor whose name in the language is most like `form`."""
    low, spaced = fold(form), script_of(form) == SPACED
    best = Near()
    index = _index(knowledge.overlay())
    seen: Counter[tuple[str, str]] = Counter()
    for of in (lang, "mul") if spaced else (lang,):
        for pair in _pairs(low):
            seen.update(index[of, pair])
    likely = sorted(seen, key=lambda one: (-seen[one] / (len(one[0]) + 1), one))
    for name, actor in likely[: TRIED * 4]:
        like = SequenceMatcher(None, low, name, autojunk=False).ratio()
        if like >= LEAST[spaced] and like > best.likeness and _same_size(low, name):
            best = Near(actor, name, like)
    return best


def _same_size(one: str, two: str) -> bool:
    return len(one.split()) == len(two.split()) and abs(len(one) - len(two)) < 4


@cache
def _index(over: str) -> dict[tuple[str, str], list[tuple[str, str]]]:
    index: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in knowledge.rows("actor_names"):
        if row["how"] == "name":
            name = fold(row["name"])
            for pair in _pairs(name):
                index[row["lang"], pair].append((name, row["actor"]))
    return index


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)} or {name}
