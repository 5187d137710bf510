"""Korean names that took the detour over the alphabet of another language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ... import _scripts, knowledge
from .._fold import Reading, fold
from .habits import habits, kept
from .sign import Sign, Stretch, listed

LETTER = re.compile(r"\w")
END = re.compile(r"\w{0,3}(?!\w)")  # an ending of the case
SYLLABLES = 3  # shorter names are those of too many people
KNOWN = 2  # people in whose names a syllable must stand to be a usual one
ENGLISH, EVERYWHERE = "en", "mul"
PLAIN = ("", "english")  # systems of names that English has, its press habits aside


class Forms(NamedTuple):
    """Spellings with a syllable that no usual one has, and what they tell of."""

    finder: AhoCorasick
    tells_of: list[frozenset[str]]


def detours(reading: Reading, where: list[Stretch]) -> Iterator[Sign]:
    """Yield Korean names that were spelt letter by letter from another alphabet."""
    forms, starts = _forms(), [stretch.start for stretch in where]
    low, shown = reading.low.replace("-", " "), reading.shown
    for number, start, end in forms.finder.find_matches_as_indexes(
        low, overlapping=True
    ):
        stop = END.match(low, end)
        inside = start and LETTER.match(low, start - 1)
        if stop is None or inside or not shown[start].isupper():
            continue
        first, last = reading.span(start, stop.end())
        at, langs = bisect_right(starts, first) - 1, forms.tells_of[number]
        if at >= 0 and last <= where[at].end and where[at].lang not in langs:
            names = " or ".join(knowledge.label(sorted(langs)))
            note = f"A Korean name spelt letter by letter as {names} has it."
            yield Sign(first, last, "spelling", listed(langs), note)


@knowledge.remembered
def _forms() -> Forms:
    made = kept("detours", _made)
    return Forms(AhoCorasick(list(made)), list(made.values()))


def _made() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for (source, script, _), writer in habits().items():
        usual = _usual(script)
        for name in _sources(source):
            spelt = fold(writer.write(name))
            if not usual[0].issuperset(spelt.split()) and spelt not in usual[1]:
                made.setdefault(spelt, set()).add(source)
    return {spelt: frozenset(sources) for spelt, sources in made.items()}


@knowledge.remembered
def _korean() -> list[tuple[str, str, str, str]]:
    """Return actor, language, system and lowered name of all Koreans."""
    people = {row["actor"] for row in knowledge.rows("actors") if row["hangul"]}
    return [
        (row["actor"], row["lang"], row.get("system", ""), _plain(row["name"]))
        for row in knowledge.rows("actor_names")
        if row["actor"] in people and row["how"] == "name"
    ]


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")


def _sources(source: str) -> set[str]:
    """Return the names that a language gives away letter by letter."""
    found = {
        name
        for _, lang, system, name in _korean()
        if lang == source or (source == ENGLISH and lang == EVERYWHERE)
        if source != ENGLISH or system in PLAIN
        if len(name.split()) >= SYLLABLES
        if (name[0] <= "z") == (source == ENGLISH)
    }
    return found | {name.replace("ё", "е") for name in found}


@knowledge.remembered
def _usual(script: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the usual syllables of Korean names in `script`, and how names begin."""
    owners: dict[str, set[str]] = {}
    names = {
        (actor, fold(name))
        for actor, _, _, name in _korean()
        if _scripts.single(name) == script
    }
    for actor, name in names:
        for part in name.split():
            owners.setdefault(part, set()).add(actor)
    usual = (part for part, actors in owners.items() if len(actors) >= KNOWN)
    begun = (name[: len(name) - cut] for _, name in names for cut in (0, 1))
    return frozenset(usual), frozenset(begun)
