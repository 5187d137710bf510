"""Names half by one habit and half by another, which no row has: Sergej Shoigu."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ... import _scripts, knowledge
from .._fold import Reading, fold
from .habits import NAMES, SPACES, borrowed, by_habit, habits, kept, loose, westerners
from .sign import Sign, Stretch, listed

END = re.compile(r"(?:'?s)?(?!\w)")
LETTER = re.compile(r"\w")
ENGLISH, EVERYWHERE, LATIN = "en", "mul", "Latn"


class Blends(NamedTuple):
    """Names of people as a language does not write them, and what they tell of."""

    finder: AhoCorasick
    tells_of: list[frozenset[str]]


def blends(reading: Reading, where: list[Stretch]) -> Iterator[Sign]:
    """Yield full names whose surname is spelt by another language's habit."""
    low, starts = reading.low, [stretch.start for stretch in where]
    for lang in {stretch.lang for stretch in where} & _writers():
        found = _blends(lang)
        for number, start, end in found.finder.find_matches_as_indexes(
            low, overlapping=True
        ):
            stop = END.match(low, end)
            if stop is None or (start and LETTER.match(low, start - 1)):
                continue
            first, last = reading.span(start, stop.end())
            at = bisect_right(starts, first) - 1
            if at >= 0 and where[at].lang == lang and last <= where[at].end:
                langs = found.tells_of[number]
                names = " or ".join(knowledge.label(sorted(langs)))
                note = f"Spelt as in {names}, not as in {knowledge.label(lang)}."
                yield Sign(first, last, "spelling", listed(langs), note)


@knowledge.remembered
def _writers() -> frozenset[str]:
    """Return the languages that write Cyrillic names by a habit of their own."""
    return frozenset(habit for _, script, habit in habits() if script == LATIN)


@knowledge.remembered
def _blends(lang: str) -> Blends:
    made = kept(f"blends-{lang}", lambda: _made(lang))
    return Blends(AhoCorasick(list(made)), list(made.values()))


def _made(lang: str) -> dict[str, frozenset[str]]:
    made: dict[str, frozenset[str]] = {}
    for actor, rows in _latin().items():
        ours = (lang, EVERYWHERE) if lang == ENGLISH else (lang,)
        names = {last for of, _, last in rows if of in ours}
        plain = {name for name in names if not borrowed(lang, actor, name)}
        own = {loose(name) for name in plain or names}
        if own.isdisjoint(by_habit(lang).get(actor, ())):
            continue  # in its own language, too, the name is written in Latin letters
        foreign: dict[str, set[str]] = {}
        heard = set().union(*(by_habit(one).get(actor, ()) for one in _writers()))
        for of, _, last in rows:
            if loose(last) in heard - own:
                tells = ENGLISH if of == EVERYWHERE else of
                foreign.setdefault(last, set()).add(tells)
        for first in {first for _, first, _ in rows if first}:
            for last, langs in foreign.items():
                made[f"{first} {last}"] = frozenset(langs)
    return made


@knowledge.remembered
def _latin() -> dict[str, list[tuple[str, str, str]]]:
    """Return language, given name and surname of people with a Cyrillic name."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    people = westerners()
    for line in knowledge.lines("actor_names"):
        row = line.row
        if row["actor"] not in people or row["how"] not in NAMES:
            continue
        parts = SPACES.split(fold(row["name"]))
        if len(parts) < 3 and _scripts.single(row["name"]) == LATIN:
            whole = row["lang"], parts[0] if parts[1:] else "", parts[-1]
            found.setdefault(row["actor"], []).append(whole)
    return found
